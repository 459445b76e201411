"""The account of the collection in one financial year: what the ledger counted, and what staff wrote.

It claims nothing of the law: which kinds of gifts belong to the collection, what it cost and what the money
was used for is content.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from yhdessa.books.spans import Span
from yhdessa.books.sums import Sums, count, total
from yhdessa.ledger.records import Gift
from yhdessa.model.collection import CollectionYear, Entry
from yhdessa.model.content import Content

Key = TypeVar("Key")


@dataclass(frozen=True)
class CurrencyAccount:
    """One currency, in minor units. `kinds` and `goals` are the gifts that belong to the collection.

    `left_out` are the other kinds of gifts. `written` is what staff know of the year, in the organisation's
    own currency; None for another one, or when nobody has written it.
    """

    currency: str
    kinds: dict[str, Sums]
    goals: dict[str | None, Sums]
    left_out: dict[str, Sums]
    written: CollectionYear | None = None

    @property
    def gifts(self) -> Sums:
        """All gifts of the collection that the ledger counted."""
        return total(self.kinds.values())

    @property
    def income(self) -> int:
        """All that was given, less what went back."""
        return self.gifts.net + self._written("income")

    @property
    def costs(self) -> int:
        """What it cost to collect."""
        return self._written("costs")

    @property
    def net(self) -> int:
        """What is left of the income after the costs; below nought where collecting cost more."""
        return self.income - self.costs

    @property
    def used(self) -> int:
        """What of it was used."""
        return self._written("used")

    def entries(self, part: str) -> dict[str, Entry]:
        """What staff wrote in one part of the year: income, costs or used."""
        found: dict[str, Entry] = getattr(self.written, part) if self.written else {}
        return found

    def _written(self, part: str) -> int:
        return sum(entry.sum.minor for entry in self.entries(part).values())


@dataclass(frozen=True)
class Account:
    """One financial year: an account a currency, the organisation's own first."""

    year: int
    span: Span
    currencies: tuple[CurrencyAccount, ...]
    written: CollectionYear | None


def span_of(content: Content, year: int) -> Span:
    """The financial year that ends in `year`, as staff wrote it; else the calendar's."""
    written = content.collection.of(year) if content.collection else None
    first, last = (written or CollectionYear(year=year)).days()
    return Span(first, last, content.organisation.zone())


def make_account(gifts: Iterable[Gift], content: Content, year: int) -> Account:
    """The account of the financial year that ends in `year`.

    Without `collection` in the content every kind of gift belongs to the collection.
    """
    collection, span = content.collection, span_of(content, year)
    found = count(gifts, span, lambda gift, _: (gift.kind, gift.goal))
    own = content.organisation.currency
    written = collection.of(year) if collection else None
    others = sorted(set(found) - {own})
    accounts = []
    for currency in (own, *others):
        sums = found.get(currency, {})
        ours = {key: each for key, each in sums.items() if not collection or key[0] in collection.kinds}
        accounts.append(
            CurrencyAccount(
                currency,
                _grouped(((kind, each) for (kind, _), each in ours.items())),
                _grouped(((goal, each) for (_, goal), each in ours.items())),
                _grouped(((kind, each) for (kind, goal), each in sums.items() if (kind, goal) not in ours)),
                written if currency == own else None,
            )
        )
    return Account(year, span, tuple(accounts), written)


def _grouped(pairs: Iterable[tuple[Key, Sums]]) -> dict[Key, Sums]:
    found: dict[Key, Sums] = {}
    for key, sums in pairs:
        found[key] = found.get(key, Sums()).plus(*sums)
    return found
