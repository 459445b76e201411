"""Reports of companies: partners by tier and state, and the months that workplaces have remitted.

What a partner has paid counts on the day it was paid, without VAT, as in every report. What waits to be paid
stands as it stood when the ledger was brought up to date, whatever days are asked for.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from yhdessa.books.names import Names
from yhdessa.books.report import Column, Report, ends_of, sections_of
from yhdessa.books.spans import Span
from yhdessa.books.sums import moves
from yhdessa.ledger.records import Bill, Company, Gift

#: The kinds of giving, as the ledger calls them.
PARTNER, PAYROLL = "partner", "payroll"
#: The tier and state of a company that Stripe does not know any more.
GONE = ("", "")


class Standing(NamedTuple):
    """How many companies or invoices, and in minor units what they have paid, and what waits or is late."""

    many: int = 0
    paid: int = 0
    waiting: int = 0
    late: int = 0

    @property
    def invoiced(self) -> int:
        """All of it, less what was paid back."""
        return self.paid + self.waiting + self.late

    def plus(self, *more: int) -> Standing:
        """These and more."""
        return Standing(*(mine + other for mine, other in zip(self, more, strict=True)))


class Told(NamedTuple):
    """What the ledger knows of companies; `synced` is when it was brought up to date, `now` the time.

    An invoice is late as of `synced`: what was paid since then nobody knows here.
    """

    gifts: Sequence[Gift]
    bills: Sequence[Bill]
    companies: Sequence[Company]
    synced: int | None
    now: int

    @property
    def as_of(self) -> int:
        """When it was so (Unix time)."""
        return self.now if self.synced is None else self.synced

    def paid(self, kind: str) -> Iterator[Gift]:
        """The gifts of a kind."""
        return (gift for gift in self.gifts if gift.kind == kind)

    def billed(self, kind: str) -> list[Bill]:
        """The invoices of a kind that are for something."""
        return [bill for bill in self.bills if bill.kind == kind and bill.status != "void"]

    def in_role(self, role: str) -> list[Company]:
        """The companies in a role."""
        return [company for company in self.companies if company.role == role]


def partner_report(told: Told, span: Span, names: Names) -> Report:
    """Partners by tier and state, the currency of their invoices for itself."""
    words, own = names.words.companies, names.content.organisation.currency
    found = _partnerships(told, span, own)
    sections = sections_of(found, own, lambda keys: _in_order(keys, names), lambda key: _standing(key, names))
    columns = (
        Column(words.many, lambda told: told.many, money=False),
        Column(words.paid, lambda told: told.paid),
        Column(words.waiting, lambda told: told.waiting),
        Column(words.late, lambda told: told.late),
    )
    notes = (words.untaxed, words.now, *ends_of(names, sections, span, told.synced, told.now))
    return Report(words.partners, names.span(span), words.tier, sections, columns, columns[1], notes)


def employer_report(told: Told, span: Span, names: Names) -> Report:
    """The months that workplaces have remitted, and how many workplaces stand how."""
    words, own = names.words.companies, names.content.organisation.currency
    found = _months(told, span)
    sections = sections_of(found, own, sorted, lambda month: names.month(_first_day(month)))
    columns = (
        Column(words.invoices, lambda told: told.many, money=False),
        Column(words.invoiced, lambda told: told.invoiced),
        Column(words.paid, lambda told: told.paid),
        Column(words.waiting, lambda told: told.waiting),
        Column(words.late, lambda told: told.late),
    )
    states = Counter(company.state for company in told.in_role("employer"))
    known = [state for state in words.employer_states if states[state]]
    counted = [f"{words.employer_states[state]} {names.count(states[state])}" for state in known]
    notes = [words.workplaces.format(states=", ".join(counted))] if counted else []
    notes += [words.months, words.now, *ends_of(names, sections, span, told.synced, told.now)]
    label, title = names.words.month, words.employers
    return Report(title, names.span(span), label, sections, columns, columns[1], tuple(notes))


def _partnerships(told: Told, span: Span, own: str) -> dict[str, dict[tuple[str, str], Standing]]:
    """By currency and by tier and state. A company counts where its newest invoice is, else in `own`."""
    companies, bills = told.in_role("partner"), told.billed(PARTNER)
    keys = {company.id: (company.tier, company.state) for company in companies}
    payer = {bill.id: keys.get(bill.company or "", GONE) for bill in bills}
    currency = {bill.company: bill.currency for bill in bills}
    found: dict[str, dict[tuple[str, str], Standing]] = {}

    def add(code: str, key: tuple[str, str], *more: int) -> None:
        rows = found.setdefault(code, {})
        rows[key] = rows.get(key, Standing()).plus(*more)

    for company in companies:
        add(currency.get(company.id, own), keys[company.id], 1, 0, 0, 0)
    for gift in told.paid(PARTNER):
        within = [move for move in moves(gift) if span.holds(move.at)]
        if within:
            add(gift.currency, payer.get(gift.id, GONE), 0, sum(each.net for each in within), 0, 0)
    for bill in bills:
        waiting, late = _left(bill, told.as_of)
        if waiting or late:
            add(bill.currency, payer[bill.id], 0, 0, waiting, late)
    return found


def _months(told: Told, span: Span) -> dict[str, dict[str, Standing]]:
    """By currency and month, as 2026-11; those that the span touches."""
    found: dict[str, dict[str, Standing]] = {}
    bills = told.billed(PAYROLL)
    month = {bill.id: bill.month or _month(span.day(bill.made)) for bill in bills}

    def add(code: str, month: str, *more: int) -> None:
        if _touches(span, month):
            rows = found.setdefault(code, {})
            rows[month] = rows.get(month, Standing()).plus(*more)

    for bill in bills:
        add(bill.currency, month[bill.id], 1, 0, *_left(bill, told.as_of))
    for gift in told.paid(PAYROLL):
        add(gift.currency, month.get(gift.id) or _month(span.day(gift.paid)), 0, gift.net, 0, 0)
    return found


def _left(bill: Bill, now: int) -> tuple[int, int]:
    """What is not paid of an invoice, without VAT: what may wait, and what is late."""
    if bill.is_late(now):
        return 0, bill.untaxed
    return (bill.untaxed, 0) if bill.status == "open" else (0, 0)


def _in_order(found: Iterable[tuple[str, str]], names: Names) -> list[tuple[str, str]]:
    """Tiers as content has them, then states as the words have them; what has neither comes last."""
    tiers, states = list(names.content.tiers), list(names.words.companies.partner_states)

    def place(key: tuple[str, str]) -> tuple[int, int, tuple[str, str]]:
        places = (
            known.index(one) if one in known else len(known)
            for known, one in zip((tiers, states), key, strict=True)
        )
        return (*places, key)  # type: ignore[return-value]

    return sorted(found, key=place)


def _standing(key: tuple[str, str], names: Names) -> str:
    words = names.words.companies
    if key == GONE:
        return words.unknown
    return words.standing.format(tier=names.tier(key[0]), state=words.partner_states.get(key[1], key[1]))


def _first_day(month: str) -> datetime.date:
    return datetime.date.fromisoformat(f"{month}-01")


def _month(day: datetime.date) -> str:
    return f"{day.year:04d}-{day.month:02d}"


def _touches(span: Span, month: str) -> bool:
    first = span.first is None or _month(span.first) <= month
    return first and (span.last is None or month <= _month(span.last))
