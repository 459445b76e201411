"""The collection's accounts: what the ledger cannot know of a year, so that its account is whole.

Gifts by card come from the ledger. What came another way, what collecting cost and what the money was used
for are written here by staff, each with its place in the books.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from yhdessa.model.document import Document, Path_, dotted
from yhdessa.model.fields import Day, Identifier, Line, Record, Sum, Text, Year, placeholders
from yhdessa.model.organisation import Organisation
from yhdessa.model.problem import Problem

#: The parts of a year's account that staff write; each has its labels in the words, under the same name.
PARTS = ("income", "costs", "used")
GiftKind = Literal["one-off", "monthly", "payroll", "partner"]


class Entry(Record):
    """A sum of the books."""

    sum: Sum = Field(description="The sum, in the organisation's currency.", examples=["412.30 EUR"])
    source: Line = Field(
        description="Where it stands in the books: an account or a voucher, the same in every language.",
        examples=["4510"],
    )


class CollectionYear(Record):
    """What staff know of one financial year."""

    year: Year = Field(description="The year in which it ends.", examples=[2026])
    first_day: Day | None = Field(
        default=None,
        description="Its first day, where it is not the calendar's year.",
        examples=["2025-07-01"],
    )
    last_day: Day | None = Field(
        default=None,
        description="Its last day, where it is not the calendar's year.",
        examples=["2026-06-30"],
    )
    income: dict[Identifier, Entry] = Field(
        default_factory=dict, description="What was given in other ways than through this site."
    )
    costs: dict[Identifier, Entry] = Field(
        default_factory=dict, description="What it cost to collect, by kind of cost."
    )
    used: dict[Identifier, Entry] = Field(
        default_factory=dict, description="What the money was used for, by purpose."
    )
    example: bool = Field(default=False, description="true while the sums are invented.", examples=["true"])

    def days(self) -> tuple[datetime.date, datetime.date]:
        """Its first and its last day."""
        return (
            self.first_day or datetime.date(self.year, 1, 1),
            self.last_day or datetime.date(self.year, 12, 31),
        )


class Collection(Record):
    """content/facts/collection.yml"""

    kinds: list[GiftKind] = Field(
        description="The kinds of gifts that the permit is for; partners who get something for it are not.",
        examples=[["one-off", "monthly", "payroll"]],
        min_length=1,
    )
    years: list[CollectionYear] = Field(default_factory=list, description="The financial years, in order.")

    def of(self, year: int) -> CollectionYear | None:
        """The financial year that ends in `year`; None when nobody has written it."""
        return next((one for one in self.years if one.year == year), None)

    def ids(self, part: str) -> list[str]:
        """The ids of income, costs or used, of all years, each once."""
        return list(dict.fromkeys(name for year in self.years for name in getattr(year, part)))


class CollectionWords(Record):
    """content/<language>/collection.yml"""

    title: Line = Field(
        description="The heading of a year's account; {year} stands for the year.",
        examples=["Redovisning av insamlingen {year}"],
        json_schema_extra=placeholders("year"),
    )
    example: Line = Field(description="What is said while its sums are invented.")
    organiser: Line = Field(description="The label of who collects.", examples=["Insamlare"])
    permit: Line = Field(
        description="The label of the permit's number.", examples=["Tillstånd till penninginsamling"]
    )
    permit_days: Line = Field(description="The label of the days on which it holds.")
    no_end: Line = Field(
        description="What is said of a permit without a last day; {first} stands for its first.",
        json_schema_extra=placeholders("first"),
    )
    period: Line = Field(description="The label of the financial year's days.", examples=["Period"])
    counted: Line = Field(
        description="The label of when the gifts were counted.", examples=["Gåvorna räknade"]
    )
    currency: Line = Field(
        description="The heading of one currency's account; {currency} stands for its code.",
        examples=["Gåvor i {currency}"],
        json_schema_extra=placeholders("currency"),
    )
    income_title: Line = Field(description="The heading of what was given.", examples=["Insamlingsintäkter"])
    income_total: Line = Field(description="The label of all that was given.")
    income: dict[Identifier, Line] = Field(description="What each way of giving in the facts is called.")
    goals_title: Line = Field(description="The heading of what givers chose to give to.")
    costs_title: Line = Field(description="The heading of the costs.", examples=["Insamlingskostnader"])
    costs_total: Line = Field(description="The label of all costs.")
    costs: dict[Identifier, Line] = Field(description="What each kind of cost is called.")
    net: Line = Field(description="The label of what is left after the costs.", examples=["Nettointäkt"])
    used_title: Line = Field(description="The heading of what the money was used for.")
    used_total: Line = Field(description="The label of all that was used.")
    unused: Line = Field(description="The label of what is not used yet.")
    used: dict[Identifier, Line] = Field(description="What each purpose is called.")
    nothing: Line = Field(description="What is said where nothing is written.", examples=["Inget antecknat."])
    item: Line = Field(description="The head of the column of labels.", examples=["Post"])
    amount: Line = Field(description="The head of the column of sums.", examples=["Summa"])
    booked: Line = Field(description="The head of the column that names the place in the books.")
    part: Line = Field(
        description="The head of the column that names the part of the account, in the CSV file.",
        examples=["Del"],
    )
    rules_title: Line = Field(description="The heading over how it was counted.")
    rules: list[Text] = Field(description="How it was counted, a point each.", min_length=1)
    left_out: Text = Field(
        description="What is left out; {kinds} names the kinds of gifts, {amount} stands for their sum.",
        json_schema_extra=placeholders("kinds", "amount"),
    )
    unknown_title: Line = Field(description="The heading over what the account does not know.")
    unknown: list[Text] = Field(description="What it does not know, a point each.", min_length=1)
    not_written: Text = Field(
        description="What is added while nobody has written the year's sums; {year} stands for it.",
        json_schema_extra=placeholders("year"),
    )
    not_over: Text = Field(
        description="What is added when the gifts were counted before the period's end; {last} is that day.",
        json_schema_extra=placeholders("last"),
    )


def check_collection(
    document: Document, collection: Collection, organisation: Organisation
) -> Iterator[Problem]:
    """Years that cannot be, stand twice or run into each other, and sums in another currency."""
    for index, kind in enumerate(collection.kinds):
        if kind in collection.kinds[:index]:
            yield _problem(document, ("kinds", index), f"`{kind}` stands twice")
    for index, year in enumerate(collection.years):
        yield from _check_year(document, index, year, organisation)
        for earlier in collection.years[:index]:
            if year.year == earlier.year:
                yield _problem(document, ("years", index, "year"), f"{year.year} stands twice")
            elif year.days()[0] <= earlier.days()[1]:
                message = f"begins before {earlier.year} has ended, on {earlier.days()[1]}"
                remedy = "write the years in order, and no day twice"
                yield _problem(document, ("years", index, "year"), message, remedy)


def _check_year(
    document: Document, index: int, year: CollectionYear, organisation: Organisation
) -> Iterator[Problem]:
    place: Path_ = ("years", index)
    first, last = year.days()
    if year.year < organisation.founded:
        message = f"{year.year} is before the organisation was founded, {organisation.founded}"
        yield _problem(document, (*place, "year"), message, "mend the year")
    if (year.first_day is None) != (year.last_day is None):
        given = "first_day" if year.last_day is None else "last_day"
        yield _problem(document, (*place, given), "stands alone", "write both days, or neither")
    elif last < first:
        yield _problem(document, (*place, "last_day"), f"is before its first day, {first}")
    elif last.year != year.year:
        message = f"is not in {year.year}"
        yield _problem(document, (*place, "last_day"), message, "a year has the name of the one it ends in")
    for part in PARTS:
        for name, entry in getattr(year, part).items():
            if entry.sum.currency != organisation.currency:
                message = f"is in {entry.sum.currency}, and the organisation takes {organisation.currency}"
                yield _problem(document, (*place, part, name, "sum"), message)


def _problem(document: Document, path: Path_, message: str, remedy: str = "") -> Problem:
    return Problem(document.file, document.line(path), dotted(path), message, remedy)
