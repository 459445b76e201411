"""Reports: what they are made of, and those of gifts by goal, month or kind.

Each currency stands for itself, in rows of a label and figures; `companies` and `teams` have other reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal, Protocol

from yhdessa.books.names import Names, goals_in_order, kinds_in_order
from yhdessa.books.spans import Span
from yhdessa.books.sums import count, total
from yhdessa.ledger.records import Gift
from yhdessa.view.chart import Table

By = Literal["goal", "month", "kind"]
#: After so many seconds nobody should take the sums for today's.
FRESH = 7 * 24 * 60 * 60


class Figures(Protocol):
    """What a row tells, to be added to what another tells."""

    def plus(self, *more: int) -> Figures:
        """These and more."""

    def __iter__(self) -> Iterator[int]:
        """The parts that `plus` takes."""


@dataclass(frozen=True)
class Column:
    """A column: its head, and what it tells `of` a row, minor units or a number; None for nothing."""

    head: str
    of: Callable[[Any], int | None]
    money: bool = True


@dataclass(frozen=True)
class Section:
    """One currency: rows of a label and figures, in order; there is at least one."""

    currency: str
    rows: tuple[tuple[str, Figures], ...]

    @property
    def total(self) -> Figures:
        """All rows together."""
        (_, whole), *others = self.rows
        for _, figures in others:
            whole = whole.plus(*figures)
        return whole


@dataclass(frozen=True)
class Report:
    """`title` and `period` in words, `label` the head of the first column, and `notes` to read with it.

    A picture draws what the column `drawn` tells.
    """

    title: str
    period: str
    label: str
    sections: tuple[Section, ...]
    columns: tuple[Column, ...]
    drawn: Column
    notes: tuple[str, ...]

    def cells(self, figures: Figures, currency: str, names: Names) -> tuple[str, ...]:
        """What the columns tell of a row or of a total, as text."""
        return tuple(_cell(column, figures, currency, names) for column in self.columns)


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
    own = names.content.organisation.currency
    sections = sections_of(
        found, own, lambda keys: _in_order(set(keys), by, names), partial(_label, by, names)
    )
    words = names.words
    columns = (
        Column(words.gifts, lambda sums: sums.gifts, money=False),
        Column(words.gross, lambda sums: sums.gross),
        Column(words.returned, lambda sums: sums.returned),
        Column(words.net, lambda sums: sums.net),
    )
    label = {"goal": words.goal, "kind": words.kind, "month": words.month}[by]
    notes = [words.rule] if any(total(sums.values()).returned for sums in found.values()) else []
    end = ends_of(names, sections, span, synced, now)
    return Report(
        words.title, names.span(span), label, sections, columns, columns[-1], (*end[:-1], *notes, end[-1])
    )


def report_table(report: Report, names: Names) -> Table:
    """The report as a table for a file: a row a label and currency, without the totals."""
    head = (report.label, names.words.currency, *(column.head for column in report.columns))
    rows = tuple(
        (label, section.currency, *report.cells(figures, section.currency, names))
        for section in report.sections
        for label, figures in section.rows
    )
    return Table(report.title, head, rows)


def sections_of(
    found: Mapping[str, Mapping[Any, Figures]],
    own: str,
    in_order: Callable[[Iterable[Any]], Iterable[Any]],
    label: Callable[[Any], str],
) -> tuple[Section, ...]:
    """A section a currency, `own` first, of figures by both: keys `in_order`, as `label` says."""
    currencies = sorted(found, key=lambda currency: (currency != own, currency))
    return tuple(
        Section(currency, tuple((label(key), found[currency][key]) for key in in_order(found[currency])))
        for currency in currencies
    )


def ends_of(
    names: Names, sections: Sequence[Section], span: Span, synced: int | None, now: int
) -> tuple[str, ...]:
    """What every report ends with: that there is nothing, and how old it is."""
    empty = () if sections else (names.words.empty,)
    return (*empty, _age(names, span, synced, now))


def _cell(column: Column, figures: Figures, currency: str, names: Names) -> str:
    told = column.of(figures)
    if told is None:
        return ""
    return names.amount(told, currency) if column.money else names.count(told)


def _in_order(found: set[Any], by: By, names: Names) -> Iterable[Any]:
    if by == "goal":
        return goals_in_order(names.content, found)
    return kinds_in_order(names.words, found) if by == "kind" else sorted(found)


def _label(by: By, names: Names, key: Any) -> str:
    says: dict[By, Callable[[Any], str]] = {"goal": names.goal, "kind": names.kind, "month": names.month}
    return says[by](key)


def _age(names: Names, span: Span, synced: int | None, now: int) -> str:
    if synced is None:
        return names.words.never_synced
    text = names.words.old if now - synced > FRESH else names.words.synced
    return text.format(time=names.moment(synced, span))
