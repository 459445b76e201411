"""Mission, vision and values: what the organisation is for, as far as it says."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from yhdessa.model.document import Document
from yhdessa.model.fields import Identifier, Line, Record, Text, placeholders
from yhdessa.model.problem import Problem


class Mission(Record):
    """content/facts/mission.yml"""

    values: list[Identifier] = Field(
        default_factory=list, description="The values, in order.", examples=[["people-first"]]
    )
    statistics: list[Identifier] = Field(
        default_factory=list,
        description="Figures shown on the page, from statistics.yml.",
        examples=[["ever-lonely"]],
    )


class ValueWords(Record):
    """One value: what it means in practice, and its name if it has one."""

    name: Line | None = Field(default=None, description="The value in a word or two.", examples=["Respekt"])
    text: Text = Field(description="What it means in practice, in a sentence.")


class MissionWords(Record):
    """content/<language>/mission.yml"""

    display_title: list[Line] = Field(description="The title, a line an item.", min_length=1)
    lead: Text = Field(description="The first paragraph, in large type.")
    story: list[Text] = Field(default_factory=list, description="The paragraphs that follow.")
    since: Line | None = Field(
        default=None,
        description="Since when; {founded} stands for the year.",
        json_schema_extra=placeholders("founded"),
    )
    mission: list[Line] = Field(default_factory=list, description="The mission, a sentence an item.")
    vision: list[Line] = Field(default_factory=list, description="The vision, a sentence an item.")
    values_lead: Text | None = Field(default=None, description="A sentence or two over the values.")
    values: dict[Identifier, ValueWords] = Field(default_factory=dict, description="The values by id.")
    invitation: Text | None = Field(default=None, description="An invitation to join.")


def check_mission_words(document: Document, words: MissionWords) -> Iterator[Problem]:
    """A page that says nothing of what the organisation is for, and a lead over nothing."""
    if not (words.mission or words.vision or words.values):
        yield Problem(document.file, 1, "", "has neither `mission` nor `vision` nor `values`")
    elif words.values_lead is not None and not words.values:
        line = document.line(("values_lead",))
        yield Problem(document.file, line, "values_lead", "has no value under it")
