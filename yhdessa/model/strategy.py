"""The strategy: a purpose, and what else there is: a period, goals, a quotation, focus areas, milestones.

Organisations tell theirs in different shapes: what one of them lacks leaves no gap on the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pydantic import Field

from yhdessa.model.document import Document, dotted
from yhdessa.model.fields import Identifier, Line, Record, Text, Year
from yhdessa.model.problem import Problem


class Strategy(Record):
    """content/facts/strategy.yml"""

    first_year: Year | None = Field(
        default=None, description="The first year of the period, if it has one.", examples=[2026]
    )
    last_year: Year | None = Field(default=None, description="The last year of the period.", examples=[2030])
    goals: list[Identifier] = Field(
        default_factory=list, description="The goals, in order.", examples=[["fewer-lonely"]]
    )
    focus_areas: list[Identifier] = Field(
        default_factory=list, description="The focus areas, in order.", examples=[["meeting-places"]]
    )
    milestones: dict[Identifier, Year] = Field(
        default_factory=dict, description="The milestones and their years, in order; each within the period."
    )


class FocusAreaWords(Record):
    """One focus area: a name, what it is, what will be done."""

    name: Line = Field(description="The name of the area.", examples=["Mötesplatser"])
    text: Text = Field(description="What the area is about.")
    steps: list[Line] = Field(default_factory=list, description="What we do, three or four lines.")


class MilestoneWords(Record):
    """One milestone: what will be true by the end of its year."""

    title: Line = Field(description="What is reached, in a few words.", examples=["Öppet alla helger"])
    text: Text = Field(description="What it means, in a sentence or two.")


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
    stem: Line | None = Field(
        default=None, description="The words that every goal continues.", examples=["Vi vill att"]
    )
    goals: dict[Identifier, Line] = Field(
        default_factory=dict, description="The goals by id; each continues the stem, if there is one."
    )
    quote: QuoteWords | None = Field(default=None, description="A quotation between the sections.")
    focus_areas_title: Line | None = Field(default=None, description="The heading over the focus areas.")
    focus_areas_lead: Text | None = Field(
        default=None, description="Why these were chosen, in a paragraph over them."
    )
    focus_areas: dict[Identifier, FocusAreaWords] = Field(
        default_factory=dict, description="The focus areas by id."
    )
    milestones_title: Line | None = Field(default=None, description="The heading over the milestones.")
    milestones: dict[Identifier, MilestoneWords] = Field(
        default_factory=dict, description="The milestones by id."
    )


def check_strategy(document: Document, strategy: Strategy) -> Iterator[Problem]:
    """Half a period, one that ends before it begins, and milestones outside of it or out of order."""
    first, last = strategy.first_year, strategy.last_year
    if first is None and last is not None:
        yield _problem(document, "last_year", "stands without `first_year`", "write both, or neither")
    elif first is not None and last is None:
        yield _problem(document, "first_year", "stands without `last_year`", "write both, or neither")
    elif first is not None and last is not None and last < first:
        yield _problem(document, "last_year", "is before `first_year`", f"it begins in {first}")
    elif first is not None and last is not None:
        for name, year in strategy.milestones.items():
            if not first <= year <= last:
                message = f"{year} is outside the strategy's years"
                yield _milestone(document, name, message, f"they are {first} to {last}")
    for (before, earlier), (name, year) in pairwise(strategy.milestones.items()):
        if year < earlier:
            message = f"{year} stands after {earlier}"
            yield _milestone(document, name, message, f"put it before `{before}`")


def check_strategy_words(document: Document, words: StrategyWords) -> Iterator[Problem]:
    """Words that hang loose: a stem that nothing continues, a heading over nothing or none over something."""
    if words.stem is not None and not words.goals:
        yield _problem(document, "stem", "has no goal that continues it")
    if words.focus_areas and words.focus_areas_title is None:
        yield _problem(document, "focus_areas", "has no heading", "add `focus_areas_title`")
    if words.milestones and words.milestones_title is None:
        yield _problem(document, "milestones", "has no heading", "add `milestones_title`")
    if words.milestones_title is not None and not words.milestones:
        yield _problem(document, "milestones_title", "has no milestone under it")
    for name in ("focus_areas_title", "focus_areas_lead"):
        if getattr(words, name) is not None and not words.focus_areas:
            yield _problem(document, name, "has no focus area under it")


def _milestone(document: Document, name: str, message: str, remedy: str) -> Problem:
    path = ("milestones", name)
    return Problem(document.file, document.line(path), dotted(path), message, remedy)


def _problem(document: Document, name: str, message: str, remedy: str = "") -> Problem:
    return Problem(document.file, document.line((name,)), name, message, remedy)
