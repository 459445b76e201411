"""Reports: gifts by goal, month or kind, each currency for itself, with the notes that they need."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from yhdessa.books.names import Names, goals_in_order, kinds_in_order
from yhdessa.books.spans import Span
from yhdessa.books.sums import Sums, count, total
from yhdessa.ledger.records import Gift
from yhdessa.view.chart import Table

By = Literal["goal", "month", "kind"]
#: After so many seconds nobody should take the sums for today's.
FRESH = 7 * 24 * 60 * 60


@dataclass(frozen=True)
class Section:
    """One currency: rows of a label and sums, in order."""

    currency: str
    rows: tuple[tuple[str, Sums], ...]

    @property
    def total(self) -> Sums:
        """All rows together."""
        return total(sums for _, sums in self.rows)


@dataclass(frozen=True)
class Report:
    """`title` and `period` in words, `label` the head of the first column, and `notes` to read with it."""

    title: str
    period: str
    label: str
    sections: tuple[Section, ...]
    notes: tuple[str, ...]


def make_report(
    gifts: Iterable[Gift], by: By, span: Span, names: Names, synced: int | None, now: int
) -> Report:
    """The report of `gifts` within `span`; `synced` is when the ledger was brought up to date (Unix time)."""
    keys: dict[By, Callable[[Gift, int], Any]] = {
        "goal": lambda gift, _: gift.goal,
        "kind": lambda gift, _: gift.kind,
        "month": lambda _, at: span.day(at).replace(day=1),
    }
    found = count(gifts, span, keys[by])
    sections = tuple(
        Section(currency, tuple(_labelled(found[currency], by, names)))
        for currency in _currencies(found, names.content.organisation.currency)
    )
    notes = [] if sections else [names.words.empty]
    if any(section.total.returned for section in sections):
        notes.append(names.words.rule)
    notes.append(_age(names, span, synced, now))
    words = names.words
    label = {"goal": words.goal, "kind": words.kind, "month": words.month}[by]
    return Report(words.title, names.span(span), label, sections, tuple(notes))


def report_table(report: Report, names: Names) -> Table:
    """The report as a table for a file: a row a label and currency, without the totals."""
    words = names.words
    head = (report.label, words.currency, words.gifts, words.gross, words.returned, words.net)
    rows = tuple(
        (label, section.currency, names.count(sums.gifts), *_amounts(sums, section.currency, names))
        for section in report.sections
        for label, sums in section.rows
    )
    return Table(report.title, head, rows)


def _amounts(sums: Sums, currency: str, names: Names) -> tuple[str, str, str]:
    gross, returned, net = (names.amount(minor, currency) for minor in (sums.gross, sums.returned, sums.net))
    return gross, returned, net


def _labelled(found: dict[Any, Sums], by: By, names: Names) -> Iterable[tuple[str, Sums]]:
    if by == "goal":
        return [(names.goal(goal), found[goal]) for goal in goals_in_order(names.content, set(found))]
    if by == "kind":
        return [(names.kind(kind), found[kind]) for kind in kinds_in_order(names.words, set(found))]
    return [(names.month(month), found[month]) for month in sorted(found)]


def _currencies(found: Iterable[str], own: str) -> list[str]:
    """The organisation's own currency first."""
    return sorted(found, key=lambda currency: (currency != own, currency))


def _age(names: Names, span: Span, synced: int | None, now: int) -> str:
    if synced is None:
        return names.words.never_synced
    text = names.words.old if now - synced > FRESH else names.words.synced
    return text.format(time=names.moment(synced, span))
