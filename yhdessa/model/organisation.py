"""The organisation: who speaks, in which languages and currency, and where to write to."""

from __future__ import annotations

from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field

from yhdessa.model.fields import Colour, Day, Email, Identifier, Line, Record, Text, Year

#: The time of a country whose organisation names no zone of its own.
ZONES = {"FI": "Europe/Helsinki", "SE": "Europe/Stockholm"}

SharingService = Literal["email", "whatsapp", "facebook", "linkedin"]


def _each_once(services: list[str]) -> list[str]:
    twice = next((name for name in services if services.count(name) > 1), None)
    if twice is not None:
        raise ValueError(f"has `{twice}` twice")
    return services


def _time_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError("is no time zone that is known") from error
    return name


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
    time_zone: Annotated[str, AfterValidator(_time_zone)] | None = Field(
        default=None,
        description="The zone of the times that pages say; without it that of the country.",
        examples=["Europe/Mariehamn"],
    )
    general_email: Email = Field(description="A role address for anything.", examples=["info@example.org"])
    partnerships_email: Email = Field(
        description="A role address for companies.", examples=["partnerships@example.org"]
    )
    brand: Brand = Field(description="The colours of the organisation.")
    sharing: Annotated[list[SharingService], AfterValidator(_each_once)] = Field(
        default=[],
        description="Where readers can pass a page on to by a plain link at its foot; none without it.",
        examples=[["email", "whatsapp"]],
    )

    def zone(self) -> ZoneInfo:
        """The time that the organisation lives in."""
        return ZoneInfo(self.time_zone or ZONES[self.country])


class OrganisationWords(Record):
    """content/<language>/organisation.yml"""

    name: Line = Field(description="The name in this language.", examples=["Tillsammans"])
    slogan: Line = Field(description="A few words under the name.", examples=["Ingen ska behöva vara ensam"])
    about: Text = Field(description="Two sentences for the foot of every page.")
    demonstration: Line | None = Field(
        default=None, description="What every page says while the organisation is invented."
    )
