"""Dedications: what a gift may be made as, in honour or in memory of somebody whom the giver names."""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Identifier, Line, Record, Text, placeholders


class Dedications(Record):
    """content/facts/dedication.yml"""

    kinds: list[Identifier] = Field(
        description="What may be chosen, in order.", examples=[["honour", "memory"]], min_length=1
    )


class DedicationsWords(Record):
    """content/<language>/dedication.yml"""

    summary: Line = Field(description="The line that opens the fields.", examples=["Tillägna någon gåvan"])
    question: Line = Field(description="The question about the kind.")
    nobody: Line = Field(description="The choice of no dedication.", examples=["Ingen särskild"])
    kinds: dict[Identifier, Line] = Field(description="Each kind, by the same ids as in the facts.")
    name: Line = Field(description="The label of the field for the name.", examples=["Namn"])
    name_hint: Text = Field(
        description="What becomes of the name; {longest} stands for the letters that it may have.",
        json_schema_extra=placeholders("longest"),
    )
    kind_missing: Line = Field(description="A name was written, and no kind chosen.")
    name_missing: Line = Field(description="A kind was chosen, and no name written.")
    name_too_long: Line = Field(
        description="The name is too long; {longest} stands for the letters that it may have.",
        json_schema_extra=placeholders("longest"),
    )
