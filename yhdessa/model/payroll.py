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
from yhdessa.model.fields import Day, Decimal, Identifier, Line, Record, Sum, Text, placeholders
from yhdessa.model.problem import Problem
from yhdessa.model.source import Source

#: What a country's tax is reckoned in.
CURRENCIES = {"FI": "EUR", "SE": "SEK"}
MONTHS = 12

Permille = Annotated[int, Field(ge=1, le=1000)]
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
    tax: dict[Identifier, TaxCredit] = Field(
        default_factory=dict, description="What tax law says of such gifts, by id; only what a source says."
    )


class TaxWords(Record):
    """What is said of one tax rule: its conditions, and of each sum a month whether it is enough."""

    name: Line = Field(description="The heading.", examples=["Om du betalar skatt i Sverige"])
    text: Text = Field(
        description="The conditions; {minimum_gift} and {minimum_year} stand for the limits.",
        json_schema_extra=placeholders("minimum_gift", "minimum_year"),
    )
    never: Line = Field(
        description="Of a sum that is below the limit of each gift; {amount} stands for it.",
        json_schema_extra=placeholders("amount"),
    )
    too_little: Line = Field(
        description="Of a sum that, alone, stays below the limit of a year; {amount} stands for it.",
        json_schema_extra=placeholders("amount"),
    )
    enough: Line = Field(
        description="Of a sum that reaches both limits; {amount} stands for it.",
        json_schema_extra=placeholders("amount"),
    )


class PayTableWords(Record):
    """The table of what a share of the pay comes to."""

    title: Line = Field(description="The heading over the table.", examples=["Vad blir det i euro?"])
    text: Text = Field(description="How to read it.")
    salary: Line = Field(
        description="The heading of the column of salaries.", examples=["Bruttolön i månaden"]
    )
    note: Text = Field(description="What the sums leave out: they are before any effect of tax.")


class PayrollWords(Record):
    """content/<language>/payroll.yml; its title and lead are in pages.yml"""

    choices_title: Line = Field(description="The heading over the sums and shares offered.")
    monthly: Line = Field(
        description="A sum a month; {amount} stands for it.",
        examples=["{amount} i månaden"],
        json_schema_extra=placeholders("amount"),
    )
    permille: Line = Field(
        description="A share of the pay; {share} stands for it.",
        examples=["{share} av bruttolönen"],
        json_schema_extra=placeholders("share"),
    )
    employer_title: Line = Field(description="The heading over what the employer does.")
    employer: list[Text] = Field(description="What the employer does, step by step.", min_length=1)
    employee_title: Line = Field(description="The heading over what the employee does.")
    employee: list[Text] = Field(description="What the employee does, step by step.", min_length=1)
    revocable_title: Line = Field(description="The heading over how to stop.")
    revocable: Text = Field(description="That the consent can be taken back at any time, and what follows.")
    privacy_title: Line = Field(description="The heading over what we are told, and what not.")
    privacy: Text = Field(description="That a salary never reaches us, and what does.")
    table: PayTableWords = Field(description="The words of the table of salaries and shares.")
    since: Line = Field(
        description="From when a tax rule holds; {date} stands for the day.",
        examples=["Gäller från och med {date}"],
        json_schema_extra=placeholders("date"),
    )
    between: Line = Field(
        description="From when to when, of one that ends; {dates} stands for the days.",
        examples=["Gäller {dates}"],
        json_schema_extra=placeholders("dates"),
    )
    read: Line = Field(
        description="When somebody read its source; {date} stands for the day.",
        examples=["Läst {date}"],
        json_schema_extra=placeholders("date"),
    )
    contact_title: Line = Field(description="The heading over how an employer begins.")
    contact: Text = Field(description="How an employer begins; the address stands under it.")
    tax: dict[Identifier, TaxWords] = Field(
        default_factory=dict, description="What is said of tax, by the same ids."
    )


def gift_of_pay(salary: Money, permille: int) -> Money:
    """What `permille` thousandths of `salary` come to, in whole minor units, halves rounded up."""
    return Money((salary.minor * permille + 500) // 1000, salary.currency)


def in_a_year(monthly: Money) -> Money:
    """What a sum a month comes to in a year: twelve times what is rounded, as it is deducted."""
    return Money(monthly.minor * MONTHS, monthly.currency)


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
