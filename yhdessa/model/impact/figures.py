"""The figures of an impact report: what was counted, and what people answered.

Each is written as it was printed: nothing is rounded, weighted or mended here; `arithmetic` reckons.
Numbers are whole or decimal text, never floats. `line` is the line of the source's text, for tracing.
"""

from __future__ import annotations

from decimal import Decimal as Number
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from yhdessa.model.fields import Decimal, Identifier, Line, Record

Wave = Literal["before", "after", "middle", "final"]


def _percentage(value: str) -> str:
    if not 0 <= Number(value) <= 100:
        raise ValueError("should be a percentage from 0 to 100")
    return value


Percentage = Annotated[Decimal, AfterValidator(_percentage)]
Answers = Annotated[int, Field(ge=1)]


class Figure(Record):
    """What every figure may have."""

    line: int | None = Field(
        default=None, description="The line of the source where it stands.", examples=[39], ge=1
    )
    label: Identifier | None = Field(
        default=None,
        description="The id of its label, when it is not the figure's own id.",
        examples=["good-spirits"],
    )


class Discrepancy(Record):
    """A printed figure that is known not to be what its parts make; answers for these two alone."""

    printed: Decimal = Field(description="What was printed.", examples=[7814])
    computed: Decimal = Field(description="What the parts make.", examples=[8740])
    reason: Line = Field(
        description="Why; for editors, it is not shown.", examples=["Printed so in the source."]
    )


class Disputable(Figure):
    """A printed figure that can be reckoned from others, and may be known not to agree with them."""

    discrepancy: Discrepancy | None = Field(
        default=None,
        description="Why the printed figure is not what its parts make, once that is known: it can then be"
        " published as printed, with what the parts make in a footnote.",
    )


class Count(Figure):
    """So many of something. Its label is optional: the unit says what was counted."""

    value: int = Field(description="How many.", examples=[53560], ge=0)
    unit: Identifier = Field(description="The id of what was counted.", examples=["encounters"])
    over: bool = Field(
        default=False, description="true when the source says “over”: it was more.", examples=["true"]
    )
    within: Identifier | None = Field(
        default=None,
        description="The id of the count it belongs to: 200 volunteers in 97 interviews.",
        examples=["interviews"],
    )


class PartShare(Disputable):
    """A part of a whole, in per cent."""

    percent: Percentage = Field(description="The share in per cent.", examples=[27])
    count: Identifier | None = Field(
        default=None, description="The id of the count behind it.", examples=["seniors-encounters"]
    )


class AnswerShare(Disputable):
    """How many of those who answered agreed, in per cent."""

    percent: Percentage = Field(description="The share in per cent.", examples=[81.5])
    n: Answers | None = Field(
        default=None, description="How many answered this one question.", examples=[407]
    )
    parts: list[Identifier] = Field(
        default_factory=list,
        description="The ids of the shares it sums up, each weighted by its n.",
        examples=[["seniors-wellbeing-up"]],
    )


class BeforeAfter(Disputable):
    """The same question asked before and after."""

    unit: Literal["percent", "points"] = Field(description="percent or points.", examples=["percent"])
    before: Decimal = Field(description="The first measurement.", examples=[29])
    after: Decimal = Field(description="The last measurement.", examples=[48])
    direction: Literal["up", "down"] = Field(description="Which way it went.", examples=["up"])
    change: Decimal | None = Field(
        default=None, description="The change as printed, without a sign; percentage points.", examples=[19]
    )
    lower_is_better: bool = Field(
        default=False, description="true when a fall is good news, as for loneliness.", examples=["true"]
    )
    n: Answers | None = Field(default=None, description="How many answered this one question.", examples=[51])
    questions: int | None = Field(
        default=None, description="How many questions the instrument has.", examples=[14], ge=1
    )
    answers: list[int] = Field(
        default_factory=list, description="The answers that are counted, as 4-5 of 1-5.", examples=[[4, 5]]
    )
    ratings: dict[Wave, Identifier] = Field(
        default_factory=dict,
        description="What the points mean in words, by id.",
        examples=["{before: moderate, after: moderate}"],
    )


class FollowUp(Figure):
    """A change in per cent, told at two times; the source prints no baseline."""

    middle: Decimal = Field(description="The change in the middle, without a sign.", examples=[80])
    final: Decimal = Field(description="The change at the end, without a sign.", examples=[78])
    direction: Literal["up", "down"] = Field(description="Which way it went.", examples=["down"])
    lower_is_better: bool = Field(
        default=False, description="true when a fall is good news.", examples=["true"]
    )


class MeanChange(Figure):
    """How much a measure changed on average, in per cent of what it was: not percentage points."""

    percent: Decimal = Field(description="The change in per cent, without a sign.", examples=[17])
    direction: Literal["up", "down"] = Field(description="Which way it went.", examples=["down"])
    lower_is_better: bool = Field(
        default=False, description="true when a fall is good news.", examples=["true"]
    )


class Mean(Figure):
    """The mean of answers on a scale whose ends have names."""

    mean: Decimal = Field(description="The mean.", examples=[4.3])
    low: int = Field(description="The lowest answer.", examples=[1])
    high: int = Field(description="The highest answer.", examples=[5])
    scale: Identifier = Field(description="The id of the names of its ends.", examples=["poor-to-excellent"])
    n: Answers | None = Field(default=None, description="How many answered this one question.", examples=[51])


class Score(Disputable):
    """A Net Promoter Score: those who recommend less those who do not, in per cent of all."""

    score: int = Field(description="The score.", examples=[81], ge=-100, le=100)
    n: Answers | None = Field(default=None, description="How many answered.", examples=[146])
    parts: list[Identifier] = Field(
        default_factory=list,
        description="The ids of the scores it sums up, each weighted by its n.",
        examples=[["seniors-nps", "families-nps"]],
    )


class Measure(Record):
    """One survey, table or box of answers: those who answered, and what."""

    line: int | None = Field(
        default=None, description="The line of the source where its title stands.", examples=[189], ge=1
    )
    n: Answers | None = Field(default=None, description="How many answered.", examples=[134])
    n_by_wave: dict[Wave, Answers] = Field(
        default_factory=dict,
        description="How many answered each time, when others did.",
        examples=["{before: 53, after: 17}"],
    )
    before_after: dict[Identifier, BeforeAfter] = Field(
        default_factory=dict, description="Questions asked before and after, by id."
    )
    follow_ups: dict[Identifier, FollowUp] = Field(
        default_factory=dict, description="Changes told at two times, by id."
    )
    mean_changes: dict[Identifier, MeanChange] = Field(
        default_factory=dict, description="Average changes in per cent, by id."
    )
    shares: dict[Identifier, AnswerShare] = Field(
        default_factory=dict, description="Shares of those who answered, by id."
    )
    means: dict[Identifier, Mean] = Field(default_factory=dict, description="Means on a scale, by id.")
    scores: dict[Identifier, Score] = Field(default_factory=dict, description="Net Promoter Scores, by id.")
