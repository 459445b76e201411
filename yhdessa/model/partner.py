"""Partners and their tiers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from yhdessa.l10n.endonyms import endonym
from yhdessa.l10n.tags import UnknownLanguage
from yhdessa.model.document import Document
from yhdessa.model.fields import Identifier, Line, Record, Sum, Text, WebAddress
from yhdessa.model.problem import Problem

#: The name of a picture's file: no folders, and the letters that addresses are made of.
Logo = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*\.(?:svg|png|webp)$", max_length=80)]
CustomerId = Annotated[str, StringConstraints(pattern=r"^cus_[A-Za-z0-9]{6,60}$")]


class PartnerTier(Record):
    """content/facts/tiers.yml, one a tier, the most visible first."""

    yearly: Sum = Field(description="The price of a year, without VAT.", examples=["10 000 EUR"])
    kind: Literal["sponsorship", "gift"] = Field(
        description="sponsorship when it gives visibility (VAT is added), gift when it gives nothing back.",
        examples=["sponsorship"],
    )


class PartnerTierWords(Record):
    """content/<language>/tiers.yml, one a tier."""

    name: Line = Field(description="The tier's name.", examples=["Huvudpartner"])
    plural: Line = Field(description="The heading over its partners.", examples=["Huvudpartner"])
    promise: Text = Field(description="What the tier means, in a sentence or two.")
    benefits: list[Line] = Field(description="What the partner gets, a line each.", min_length=1)
    asked: list[Line] = Field(
        default_factory=list, description="What is asked of the partner beside the price, a line each."
    )


class Partner(Record):
    """content/facts/partners/<id>.yml"""

    name: Line = Field(description="The name as the partner writes it.", examples=["Bageri Exempel Ab"])
    tier: Identifier = Field(description="The id of its tier in tiers.yml.", examples=["main"])
    goals: list[Identifier] = Field(
        description="The goals it supports, by id; none, as [], for the work as a whole.",
        examples=[["no-loneliness"]],
    )
    website: WebAddress | None = Field(
        default=None, description="Its web address.", examples=["https://example.org"]
    )
    logo: Logo | None = Field(
        default=None,
        description="Its logo, a file in docs/assets/partners/: svg, png or webp, at most 60 kB.",
        examples=["bageri-exempel.svg"],
    )
    language: Identifier | None = Field(
        default=None,
        description="The language of its name, so that it is read aloud as it sounds.",
        examples=["sv"],
    )
    customer: CustomerId | None = Field(
        default=None,
        description="Stripe's id of the company that signed up, by which `yhdessa sync` knows this file.",
        examples=["cus_Qx7vT2mPz9"],
    )
    example: bool = Field(default=False, description="true when the partner is invented.", examples=["true"])


def check_partner(document: Document, partner: Partner) -> Iterator[Problem]:
    """A language that nobody knows: browsers would read the name in no language at all."""
    if partner.language is None:
        return
    try:
        endonym(partner.language)
    except UnknownLanguage:
        message = f"`{partner.language}` is no language that is known"
        remedy = "write its code, as fi, sv, en, de"
        yield Problem(document.file, document.line(("language",)), "language", message, remedy)


def check_customers(partners: Mapping[str, Partner], documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Two files of one company: a sync could not tell which of them it wrote."""
    first: dict[str, str] = {}
    for name, partner in partners.items():
        if partner.customer is None:
            continue
        other = first.setdefault(partner.customer, name)
        if other != name:
            document = documents[f"content/facts/partners/{name}.yml"]
            message = f"`{partner.customer}` stands in {other}.yml too"
            yield Problem(
                document.file, document.line(("customer",)), "customer", message, "keep one of the two files"
            )
