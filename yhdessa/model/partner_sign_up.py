"""How companies become partners: what the sign-up takes, and how a year is invoiced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from yhdessa.model.document import Document
from yhdessa.model.explain import nearest
from yhdessa.model.fields import Day, Decimal, Email, Identifier, Record
from yhdessa.model.problem import Problem
from yhdessa.model.repeated import check_repeated

Country = Literal["FI", "SE"]
Days = Annotated[int, Field(ge=1, le=365)]


class VatRate(Record):
    """What is added to a sponsorship's price for a company of one country."""

    percent: Decimal = Field(description="Per cent of the price; 0 when none is added.", examples=[25.5])
    note: Identifier | None = Field(
        default=None,
        description="The id of the words that explain it, on the page and on invoices.",
        examples=["reverse-charge"],
    )


class PartnerSignUps(Record):
    """content/facts/partner.yml"""

    countries: list[Country] = Field(
        description="Whose business ids are taken: those that we can check.",
        examples=[["FI", "SE"]],
        min_length=1,
    )
    whole: list[Identifier] = Field(
        description="The tiers that are for the work as a whole too, by id. Each goal names its own.",
        examples=[["main"]],
    )
    days_until_due: Days = Field(description="How many days a partner has to pay an invoice.", examples=[14])
    link_days: Days = Field(description="How many days a link works by which staff decide.", examples=[60])
    vat: dict[Country, VatRate] = Field(
        description="The VAT on a sponsorship, by the company's country. A gift has none.",
        examples=[{"FI": {"percent": 25.5}}],
    )
    vat_as_of: Day = Field(description="The day that `vat` holds for.", examples=["2026-11-01"])
    staff: Email | None = Field(
        default=None,
        description="Who hears of sign-ups; without it partnerships_email in organisation.yml.",
        examples=["partnerships@example.org"],
    )

    def notes(self) -> list[str]:
        """The ids of the notes that explain VAT."""
        return list(dict.fromkeys(rate.note for rate in self.vat.values() if rate.note))


def check_partner_sign_up(document: Document, facts: PartnerSignUps, tiers: list[str]) -> Iterator[Problem]:
    """What stands twice; tiers that are none; a country without VAT, and VAT of a country that is none."""
    yield from check_repeated(document, "countries", facts.countries)
    yield from check_repeated(document, "whole", facts.whole)
    for index, tier in enumerate(facts.whole):
        if tier not in tiers:
            line = document.line(("whole", index))
            yield Problem(
                document.file, line, f"whole.{index}", f"unknown partner tier `{tier}`", nearest(tier, tiers)
            )
    for country in sorted({*facts.countries} ^ {*facts.vat}):
        line = document.line(("vat",))
        message = "is missing" if country in facts.countries else "is no country whose companies sign up"
        yield Problem(document.file, line, f"vat.{country}", message, "as `FI: {percent: 25.5}`")
