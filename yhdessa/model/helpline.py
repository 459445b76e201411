"""Helplines: where somebody answers now."""

from __future__ import annotations

from pydantic import Field, model_validator

from yhdessa.model.fields import Day, Identifier, Line, Record, Text, WebAddress


class Helpline(Record):
    """content/facts/helplines.yml, one a helpline, the most urgent first."""

    number: Line | None = Field(default=None, description="The number as it is dialled.", examples=["112"])
    website: WebAddress | None = Field(
        default=None, description="Its web address.", examples=["https://example.org"]
    )
    checked: Day | None = Field(
        default=None, description="The day somebody read the source.", examples=["2026-11-21"]
    )
    source: Identifier | None = Field(
        default=None, description="The source that was read.", examples=["rescue-112"]
    )
    example: bool = Field(default=False, description="true when the helpline is invented.", examples=["true"])

    @model_validator(mode="after")
    def _honest(self) -> Helpline:
        if self.example and self.number is not None:
            raise ValueError("an example has a number: somebody might dial it")
        if not self.example and (self.checked is None or self.source is None):
            raise ValueError("has no `checked` day and `source`: say who read what, and when")
        return self


class HelplineWords(Record):
    """content/<language>/helplines.yml, one a helpline."""

    name: Line = Field(description="Its name.", examples=["Nödnumret"])
    text: Text = Field(description="When to use it, and who answers.")
    hours: Line = Field(description="When somebody answers.", examples=["Dygnet runt"])
