"""The organisation: who speaks, in which languages and currency, and where to write to."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from yhdessa.model.fields import Colour, Day, Email, Identifier, Line, Record, Text, Year


class Brand(Record):
    """The colours that the style sheet's tokens come from."""

    primary: Colour = Field(description="The main colour: headings, links, buttons.", examples=["#1d4f4a"])
    accent: Colour = Field(description="The warm colour: the gift button, marks.", examples=["#c2410c"])


class Organisation(Record):
    """content/facts/organisation.yml"""

    founded: Year = Field(description="The year of founding; ages are derived from it.", examples=[2019])
    country: Literal["FI", "SE"] = Field(description="The country whose rules apply.", examples=["FI"])
    currency: Literal["EUR", "SEK"] = Field(description="The currency of gifts.", examples=["EUR"])
    languages: list[Identifier] = Field(
        description="The languages of the site; the first is at the root.",
        examples=[["fi", "sv", "en"]],
        min_length=1,
    )
    demonstration: bool = Field(
        default=False,
        description="true while the organisation is invented; every page says so.",
        examples=["true"],
    )
    demonstration_date: Day | None = Field(
        default=None,
        description="The day that a demonstration takes for today, so that it never grows old.",
        examples=["2026-11-21"],
    )
    general_email: Email = Field(description="A role address for anything.", examples=["info@example.org"])
    partnerships_email: Email = Field(
        description="A role address for companies.", examples=["partnerships@example.org"]
    )
    brand: Brand = Field(description="The colours of the organisation.")


class OrganisationWords(Record):
    """content/<language>/organisation.yml"""

    name: Line = Field(description="The name in this language.", examples=["Tillsammans"])
    slogan: Line = Field(description="A few words under the name.", examples=["Ingen ska behöva vara ensam"])
    about: Text = Field(description="Two sentences for the foot of every page.")
    demonstration: Line | None = Field(
        default=None, description="What every page says while the organisation is invented."
    )
