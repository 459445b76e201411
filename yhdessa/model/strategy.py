"""The strategy: a period, a purpose, goals after a shared stem, and focus areas."""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Identifier, Line, Record, Text, Year


class Strategy(Record):
    """content/facts/strategy.yml"""

    first_year: Year = Field(description="The first year of the period.", examples=[2026])
    last_year: Year = Field(description="The last year of the period.", examples=[2030])
    goals: list[Identifier] = Field(
        description="The goals, in order.", examples=[["fewer-lonely"]], min_length=1
    )
    focus_areas: list[Identifier] = Field(
        description="The focus areas, in order.", examples=[["meeting-places"]]
    )


class FocusAreaWords(Record):
    """One focus area: a name, what it is, what will be done."""

    name: Line = Field(description="The name of the area.", examples=["Mötesplatser"])
    text: Text = Field(description="What the area is about.")
    steps: list[Line] = Field(description="What we do, three or four lines.", min_length=1)


class QuoteWords(Record):
    """A quotation in its own language."""

    text: Text = Field(description="What was said.")
    attribution: Line | None = Field(default=None, description="Who said it; never a real person's name.")
    example: bool = Field(
        default=False, description="true when we wrote it as an example.", examples=["true"]
    )


class StrategyWords(Record):
    """content/<language>/strategy.yml"""

    title: Line = Field(description="The name of the strategy.")
    purpose: Text = Field(description="Why it exists, in a paragraph.")
    stem: Line = Field(description="The words that every goal continues.", examples=["Vi vill att"])
    goals: dict[Identifier, Line] = Field(description="The goals by id; each continues the stem.")
    quote: QuoteWords | None = Field(default=None, description="A quotation between the sections.")
    focus_areas_title: Line = Field(description="The heading over the focus areas.")
    focus_areas: dict[Identifier, FocusAreaWords] = Field(description="The focus areas by id.")
