"""Payroll giving: a part of the net pay, set aside by the employer; and what tax law says of it, dated.

What a law asks of a gift stands here with the days it holds for and who said so. Whether a sum offered is
enough is reckoned from that, and never typed.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import combinations
from typing import Annotated, Literal

from pydantic import Field

from yhdessa.l10n.money import Money
from yhdessa.model.document import Document, Path_, dotted
from yhdessa.model.fields import Day, Decimal, Identifier, Record, Sum
from yhdessa.model.problem import Problem
from yhdessa.model.source import Source
from yhdessa.payroll.shares import in_a_year

#: What a country's tax is reckoned in.
CURRENCIES = {"FI": "EUR", "SE": "SEK"}

Permille = Annotated[int, Field(ge=1, le=1000)]
Percent = Annotated[int, Field(ge=1, le=1000)]
Standing = Literal["never", "too_little", "enough"]


class TaxCredit(Record):
    """What a country asks of a person's gift before it lowers the tax, in a period."""

    country: Literal["FI", "SE"] = Field(description="Whose law it is.", examples=["SE"])
    valid_from: Day = Field(description="The first day it holds for.", examples=["2019-07-01"])
    valid_to: Day | None = Field(
        default=None, description="The last day, once the law has changed.", examples=["2026-12-31"]
    )
    source: Source = Field(description="Who says so, and the day somebody read it.")
    minimum_gift: Sum | None = Field(
        default=None, description="The smallest gift that counts.", examples=["200 SEK"]
    )
    minimum_year: Sum | None = Field(
        default=None, description="The smallest sum of a year's gifts that counts.", examples=["2 000 SEK"]
    )
    percent: Decimal | None = Field(
        default=None, description="The share of the gifts that comes off the tax.", examples=[25]
    )
    monthly: list[Sum] = Field(
        default_factory=list,
        description="Sums a month that the page tells of: whether they are enough is reckoned.",
        examples=[["100 SEK"]],
    )


class Payroll(Record):
    """content/facts/payroll.yml"""

    kind: Literal["net-deduction"] = Field(
        description="net-deduction: the gift is taken from the pay after tax.", examples=["net-deduction"]
    )
    monthly: list[Sum] = Field(
        description="The fixed sums a month that are offered.", examples=[["10 EUR", "20 EUR"]], min_length=1
    )
    permille: list[Permille] = Field(
        description="The shares of the gross pay that are offered, in whole per mille.", examples=[[1, 5]]
    )
    salaries: list[Sum] = Field(
        description="The gross pays a month that the page's table reckons with, from small to large.",
        examples=[["2 000 EUR", "3 000 EUR"]],
        min_length=1,
    )
    matching: Percent = Field(
        description="What table and calculator take an employer to add, in per cent of the gifts.",
        examples=[100],
    )
    tax: dict[Identifier, TaxCredit] = Field(
        default_factory=dict, description="What tax law says of such gifts, by id; only what a source says."
    )


def credit_on(payroll: Payroll, country: str, day: datetime.date) -> TaxCredit | None:
    """The rule of a country on a day, if we know one."""
    for credit in payroll.tax.values():
        if credit.country == country and credit.valid_from <= day <= (credit.valid_to or day):
            return credit
    return None


def standing(credit: TaxCredit, monthly: Money) -> Standing:
    """Whether a gift of `monthly` each month is enough for the credit: each alone, and twelve in a year.

    `never` is below the limit of each gift. `too_little` needs other gifts beside it. `monthly` must be in
    the credit's currency: ValueError.
    """
    if credit.minimum_gift is not None and monthly < credit.minimum_gift:
        return "never"
    if credit.minimum_year is not None and in_a_year(monthly) < credit.minimum_year:
        return "too_little"
    return "enough"


def told_sums(payroll: Payroll, credit: TaxCredit) -> list[Money]:
    """The sums a month to tell of beside a credit: its own, and those offered in its currency."""
    currency = CURRENCIES[credit.country]
    offered = [money for money in payroll.monthly if money.currency == currency]
    return sorted({*credit.monthly, *offered})


def check_payroll(document: Document, payroll: Payroll, currency: str) -> Iterator[Problem]:
    """Sums in another currency, choices that stand twice, tax rules that overlap or rest on nothing."""
    for name in ("monthly", "salaries"):
        for index, money in enumerate(getattr(payroll, name)):
            if money.currency != currency:
                message = f"is in {money.currency}, and the organisation takes {currency}"
                yield _problem(document, (name, index), message)
    for name in ("monthly", "permille", "salaries"):
        choices = getattr(payroll, name)
        for index, choice in enumerate(choices):
            if choice in choices[:index]:
                yield _problem(document, (name, index), "stands twice", "keep one of the two")
    for name, credit in payroll.tax.items():
        yield from _credit(document, ("tax", name), credit)
    yield from _overlaps(document, payroll)


def _credit(document: Document, path: Path_, credit: TaxCredit) -> Iterator[Problem]:
    if credit.valid_to is not None and credit.valid_to < credit.valid_from:
        remedy = f"it begins on {credit.valid_from}"
        yield _problem(document, (*path, "valid_to"), "ends before it begins", remedy)
    if credit.source.read is None:
        remedy = "add `read:` and the day, as `read: 2026-11-21`"
        yield _problem(document, (*path, "source"), "does not say when somebody read it", remedy)
    sums: list[tuple[Path_, Money | None]] = [
        (("minimum_gift",), credit.minimum_gift),
        (("minimum_year",), credit.minimum_year),
        *((("monthly", index), money) for index, money in enumerate(credit.monthly)),
    ]
    own = CURRENCIES[credit.country]
    for place, money in sums:
        if money is not None and money.currency != own:
            message = f"is in {money.currency}, and the tax of {credit.country} is reckoned in {own}"
            yield _problem(document, (*path, *place), message)


def _overlaps(document: Document, payroll: Payroll) -> Iterator[Problem]:
    for (first, one), (second, other) in combinations(payroll.tax.items(), 2):
        if one.country != other.country:
            continue
        begins = max(one.valid_from, other.valid_from)
        if begins <= min(one.valid_to or begins, other.valid_to or begins):
            message = f"holds on days of `{first}` too: {begins} is the first"
            yield _problem(document, ("tax", second), message, "end the older one with `valid_to`")


def _problem(document: Document, path: Path_, message: str, remedy: str = "") -> Problem:
    return Problem(document.file, document.line(path), dotted(path), message, remedy)
