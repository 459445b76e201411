"""Services: what an organisation does, in a few parts, each with its programmes."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from yhdessa.model.fields import Identifier, Line, Record, Text


def _unlike(names: list[str]) -> list[str]:
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ValueError(f"has `{twice}` twice")
    return names


class Services(Record):
    """content/facts/services.yml"""

    order: Annotated[list[Identifier], AfterValidator(_unlike)] = Field(
        description="The services by id, in the order of the page.",
        examples=[["meeting-places", "home-and-work"]],
        min_length=1,
    )


class ServiceWords(Record):
    """One service: what it is called, and what it is for."""

    name: Line = Field(description="Its name.", examples=["Mötesplatser"])
    lead: Text = Field(description="What it is for, in a sentence or two.")


class ProgrammeHeadings(Record):
    """The headings of every programme's page, in their order."""

    audience: Line = Field(description="Over who it is for.", examples=["För vem"])
    when: Line = Field(description="Over when it happens.", examples=["När"])
    where: Line = Field(description="Over where it happens.", examples=["Var"])
    about: Line = Field(description="Over the text.", examples=["Så här går det till"])
    steps: Line = Field(description="Over how to join.", examples=["Så kommer du med"])
    contact: Line = Field(description="Before the address to write to.", examples=["Fråga oss"])
    goals: Line = Field(description="Over the goals it works for.", examples=["Mål som vi arbetar för"])
    support: Line = Field(description="Over how the reader can help.", examples=["Gör det möjligt"])
    volunteer: Text = Field(description="A sentence that invites to volunteer.")
    give: Text = Field(description="A sentence that invites to give.")
    others: Line = Field(description="Over the other programmes of the service.", examples=["Se också"])


class ServicesWords(Record):
    """content/<language>/services.yml"""

    services: dict[Identifier, ServiceWords] = Field(description="The services by id.")
    headings: ProgrammeHeadings = Field(description="What stands on every programme's page.")
