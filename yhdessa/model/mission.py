"""Mission, vision and values: what the organisation is for."""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Identifier, Line, Record, Text, placeholders


class Mission(Record):
    """content/facts/mission.yml"""

    values: list[Identifier] = Field(
        description="The values, in order.", examples=[["people-first"]], min_length=1
    )
    statistics: list[Identifier] = Field(
        default_factory=list,
        description="Figures shown on the page, from statistics.yml.",
        examples=[["ever-lonely"]],
    )


class ValueWords(Record):
    """One value: its name and what it means in practice."""

    name: Line = Field(description="The value in a word or two.", examples=["Respekt"])
    text: Text = Field(description="What it means in practice, in a sentence.")


class MissionWords(Record):
    """content/<language>/mission.yml"""

    display_title: list[Line] = Field(description="The title, a line an item.", min_length=1)
    lead: Text = Field(description="The first paragraph, in large type.")
    story: list[Text] = Field(description="The paragraphs that follow.", min_length=1)
    since: Line = Field(
        description="Since when; {founded} stands for the year.", json_schema_extra=placeholders("founded")
    )
    mission: list[Line] = Field(description="The mission, a sentence an item.", min_length=1)
    vision: list[Line] = Field(description="The vision, a sentence an item.", min_length=1)
    values_lead: Text = Field(description="A sentence over the values.")
    values: dict[Identifier, ValueWords] = Field(description="The values by id.")
    invitation: Text = Field(description="An invitation to join.")
