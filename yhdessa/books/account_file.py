"""The account as files: Markdown for people and authorities, CSV for a spreadsheet. Words are content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yhdessa.books.account import Account, CurrencyAccount
from yhdessa.books.names import Names, goals_in_order, kinds_in_order
from yhdessa.books.spans import Span
from yhdessa.books.sums import Sums, total
from yhdessa.model.collection import CollectionWords
from yhdessa.model.content import Content
from yhdessa.view.chart import Table

#: Where a gift of the site stands in the books: Stripe's name is no word of a language.
LEDGER = "Stripe"
#: What Markdown would take for a mark of its own.
MARKS = re.compile(r"([\\`*_\[\]<>#|~&])")


@dataclass(frozen=True)
class Item:
    """A line of the account: its label, what was counted, its sum, and where that stands in the books."""

    label: str
    minor: int
    sums: Sums | None = None
    booked: str = ""
    total: bool = False


@dataclass(frozen=True)
class Part:
    """A part of one currency's account."""

    title: str
    items: tuple[Item, ...]


def account_markdown(account: Account, content: Content, names: Names, synced: int | None) -> str:
    """The account as Markdown. `synced` is when the ledger was brought up to date, Unix time."""
    words = words_of(content, names.language)
    lines = [f"# {_plain(words.title.format(year=account.year))}", ""]
    lines += [f"> {_plain(note)}\n" for note in _examples(account, content, names, words)]
    lines += ["| | |", "|---|---|"]
    lines += [
        f"| {_plain(label)} | {_plain(text)} |" for label, text in _head(account, content, names, synced)
    ]
    for one in account.currencies:
        lines += ["", f"## {_plain(words.currency.format(currency=one.currency))}"]
        for part in account_parts(one, content, names, words):
            lines += ["", f"### {_plain(part.title)}", "", *_table(part, one.currency, names, words)]
        if one.left_out:
            lines += ["", _plain(_left_out(one, names, words))]
    for title, points in _notes(account, names, words, synced):
        lines += ["", f"## {_plain(title)}", "", *(f"- {_plain(point)}" for point in points)]
    return "\n".join(lines) + "\n"


def account_table(account: Account, content: Content, names: Names) -> Table:
    """The same figures as a table for a CSV file: a row a line, its part and its currency."""
    words, told = words_of(content, names.language), names.words
    head = (
        *(words.part, words.item, told.currency, told.gifts, told.gross, told.returned),
        *(words.amount, words.booked),
    )
    rows = tuple(
        (part.title, item.label, one.currency, *_figures(item, one.currency, names), item.booked)
        for one in account.currencies
        for part in account_parts(one, content, names, words)
        for item in part.items
    )
    return Table(words.title.format(year=account.year), head, rows)


def words_of(content: Content, language: str) -> CollectionWords:
    """The words of the account. Raises ValueError where the content has none: commands.py asks before."""
    words = content.words[language].collection
    if words is None:
        raise ValueError("no account without collection.yml")
    return words


def account_parts(
    account: CurrencyAccount, content: Content, names: Names, words: CollectionWords
) -> Iterator[Part]:
    """The parts of one currency's account, in order; another currency than the organisation's has two."""
    kinds = kinds_in_order(names.words, set(account.kinds))
    given = [_counted(names.kind(kind), account.kinds[kind]) for kind in kinds]
    others = _entries(account, "income", words.income)
    yield Part(words.income_title, (*given, *others, _total(words.income_total, account.income)))
    goals = goals_in_order(content, set(account.goals))
    chosen = [_counted(names.goal(goal), account.goals[goal]) for goal in goals]
    if chosen:
        yield Part(words.goals_title, (*chosen, _total(names.words.total, account.gifts.net)))
    if account.currency != content.organisation.currency:
        return
    costs = _entries(account, "costs", words.costs)
    yield Part(
        words.costs_title,
        (*costs, _total(words.costs_total, account.costs), _total(words.net, account.net)),
    )
    used = _entries(account, "used", words.used)
    left = _total(words.unused, account.net - account.used)
    yield Part(words.used_title, (*used, _total(words.used_total, account.used), left))


def _counted(label: str, sums: Sums) -> Item:
    return Item(label, sums.net, sums, LEDGER)


def _total(label: str, minor: int) -> Item:
    return Item(label, minor, total=True)


def _entries(account: CurrencyAccount, part: str, labels: dict[str, str]) -> list[Item]:
    entries = account.entries(part)
    return [
        Item(label, entries[name].sum.minor, booked=entries[name].source)
        for name, label in labels.items()
        if name in entries
    ]


def _figures(item: Item, currency: str, names: Names) -> tuple[str, str, str, str]:
    amount = names.amount(item.minor, currency)
    if item.sums is None:
        return "", "", "", amount
    gross, returned = (names.amount(minor, currency) for minor in (item.sums.gross, item.sums.returned))
    return names.count(item.sums.gifts), gross, returned, amount


def _table(part: Part, currency: str, names: Names, words: CollectionWords) -> Iterator[str]:
    """The part as a table; without a counted line, only the sums and their places in the books."""
    if all(item.total for item in part.items):
        yield from (_plain(words.nothing), "")
    told, counted = names.words, any(item.sums for item in part.items)
    figures = (told.gifts, told.gross, told.returned) if counted else ()
    yield _row((words.item, *figures, words.amount, words.booked))
    yield "|---" + "|---:" * (len(figures) + 1) + "|---|"
    for item in part.items:
        cells = _figures(item, currency, names)
        yield _row(
            (item.label, *(cells if counted else cells[3:]), item.booked),
            bold=item.total,
        )


def _row(cells: Iterable[str], bold: bool = False) -> str:
    mark = "**" if bold else ""
    written = (f"{mark}{_plain(cell)}{mark}" if cell else "" for cell in cells)
    return f"| {' | '.join(written)} |"


def _examples(account: Account, content: Content, names: Names, words: CollectionWords) -> Iterator[str]:
    if content.giving.permit.example:
        yield content.words[names.language].giving.permit_example
    if account.written is not None and account.written.example:
        yield words.example


def _head(account: Account, content: Content, names: Names, synced: int | None) -> Iterator[tuple[str, str]]:
    words, permit = words_of(content, names.language), content.giving.permit
    yield words.organiser, content.words[names.language].organisation.name
    yield words.permit, permit.number
    if permit.valid_to is None:
        yield words.permit_days, words.no_end.format(first=names.day(permit.valid_from))
    else:
        yield words.permit_days, names.span(Span(permit.valid_from, permit.valid_to, account.span.zone))
    yield words.period, names.span(account.span)
    told = names.words.never_synced if synced is None else names.moment(synced, account.span)
    yield words.counted, told


def _left_out(account: CurrencyAccount, names: Names, words: CollectionWords) -> str:
    kinds = ", ".join(names.kind(kind) for kind in kinds_in_order(names.words, set(account.left_out)))
    amount = names.money(total(account.left_out.values()).net, account.currency)
    return words.left_out.format(kinds=kinds, amount=amount)


def _notes(
    account: Account, names: Names, words: CollectionWords, synced: int | None
) -> Iterator[tuple[str, list[str]]]:
    yield words.rules_title, words.rules
    unknown = list(words.unknown)
    if account.written is None:
        unknown.insert(0, words.not_written.format(year=account.year))
    if account.span.last is not None and (synced is None or synced < account.span.ends):
        unknown.insert(0, words.not_over.format(last=names.day(account.span.last)))
    yield words.unknown_title, unknown


def _plain(text: str) -> str:
    """A text that Markdown takes as it stands, on one line."""
    return MARKS.sub(r"\\\1", re.sub(r"[\r\n]+", " ", text))
