"""The impact report: sections, their programmes, what was counted and measured there, and what people said.

Figures stand here once, with the relations between them; `arithmetic` checks that they hold. The words are in
`impact_words`, keyed by the same ids. An id names one thing in the whole report, so that a sum can name it.
"""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Identifier, Record, Text, Year
from yhdessa.model.impact.figures import Count, Discrepancy, Measure, PartShare


class Breakdown(Record):
    """A whole and its parts in per cent."""

    line: int | None = Field(default=None, description="The line of the source.", examples=[84], ge=1)
    of: Identifier | None = Field(
        default=None, description="The id of the count that is the whole.", examples=["encounters"]
    )
    whole: bool = Field(
        default=True,
        description="false when only some parts are told: they need not make 100.",
        examples=["false"],
    )
    shares: dict[Identifier, PartShare] = Field(description="The parts by id, in order.", min_length=1)
    discrepancy: Discrepancy | None = Field(
        default=None, description="Why the shares do not make 100, once that is known."
    )


class Quote(Record):
    """What somebody said: in its own words and language first, in others as a translation."""

    language: Identifier = Field(description="The language it was said in.", examples=["sv"])
    text: Text = Field(description="What was said, without quotation marks.")
    translations: dict[Identifier, Text] = Field(
        default_factory=dict,
        description="The same in other languages; the page marks it as a translation.",
        examples=["{fi: …, en: …}"],
    )
    speaker: Identifier | None = Field(
        default=None, description="The id of who said it: a role, never a name.", examples=["volunteer"]
    )
    example: bool = Field(
        default=False, description="true when we wrote it as an example.", examples=["true"]
    )
    line: int | None = Field(default=None, description="The line of the source.", examples=[130], ge=1)


class Block(Record):
    """What the report, a section and a programme have alike."""

    figures: dict[Identifier, Count] = Field(
        default_factory=dict, description="What was counted, by id, in order."
    )
    breakdowns: dict[Identifier, Breakdown] = Field(
        default_factory=dict, description="Shares of a whole, by id."
    )
    measures: dict[Identifier, Measure] = Field(
        default_factory=dict, description="What people answered, by id."
    )
    quotes: dict[Identifier, Quote] = Field(default_factory=dict, description="What people said, by id.")


class Programme(Block):
    """A programme or a section, with the programmes under it."""

    programmes: dict[Identifier, Programme] = Field(
        default_factory=dict, description="The programmes under it, by id, in order."
    )


class Success(Record):
    """Something that went well; its sentence is among the words."""

    figure: Identifier | None = Field(
        default=None, description="The id of the figure its sentence tells.", examples=["schools"]
    )


class SumOf(Record):
    """A total, and the figures that make it."""

    total: Identifier = Field(description="The id of the total.", examples=["encounters"])
    parts: list[Identifier] = Field(
        description="The ids of its parts.", examples=[["client-encounters", "participants"]], min_length=1
    )
    discrepancy: Discrepancy | None = Field(
        default=None,
        description="Why the parts do not make the total, once that is known: the total can then be published"
        " as printed, with what the parts make in a footnote.",
    )


class ImpactReport(Block):
    """content/facts/impact.yml"""

    source: Identifier = Field(
        description="The id of the publication in sources.yml.", examples=["helsinkimissio-impact"]
    )
    year: Year | None = Field(default=None, description="The year it tells of.", examples=[2024])
    successes: dict[Identifier, Success] = Field(
        default_factory=dict, description="What went well, by id, in order."
    )
    concerns: list[Identifier] = Field(
        default_factory=list, description="What gives concern, in order.", examples=[["queues"]]
    )
    sections: dict[Identifier, Programme] = Field(description="The sections by id, in order.", min_length=1)
    sums: list[SumOf] = Field(default_factory=list, description="Which figures make which total.")
