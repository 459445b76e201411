"""Sums: gifts added up by goal, month or kind, each currency for itself.

What was given counts on the day it was paid, what went back on the day it went back: a month that is over
stays as it was told, and one with more refunds than gifts is below nought.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from yhdessa.books.spans import Span
from yhdessa.ledger.records import Gift

Key = TypeVar("Key", bound=Hashable)


class Sums(NamedTuple):
    """How many gifts, what was given and what went back, in minor units of one currency."""

    gifts: int = 0
    gross: int = 0
    returned: int = 0

    @property
    def net(self) -> int:
        """What is left, in minor units; below nought where more went back than came."""
        return self.gross - self.returned

    def plus(self, *more: int) -> Sums:
        """These and more."""
        gifts, gross, returned = more
        return Sums(self.gifts + gifts, self.gross + gross, self.returned + returned)


class Move(NamedTuple):
    """Money that came or went `at` a Unix time; `gifts` is 1 when it is the gift itself."""

    at: int
    gifts: int
    gross: int
    returned: int

    @property
    def net(self) -> int:
        """What came, less what went."""
        return self.gross - self.returned


def moves(gift: Gift) -> Iterator[Move]:
    """The gift, and each time that some of it went back.

    What went back on a day that the ledger does not know is counted on the day of the gift.
    """
    undated = gift.returned - sum(back.minor for back in gift.returns)
    yield Move(gift.paid, 1, gift.gross, undated)
    for back in gift.returns:
        yield Move(back.at, 0, 0, back.minor)


def count(gifts: Iterable[Gift], span: Span, key: Callable[[Gift, int], Key]) -> dict[str, dict[Key, Sums]]:
    """The sums within `span`, by currency and by what `key` makes of a gift and a Unix time."""
    found: dict[str, dict[Key, Sums]] = {}
    for gift in gifts:
        for move in moves(gift):
            if span.holds(move.at):
                sums = found.setdefault(gift.currency, {})
                name = key(gift, move.at)
                sums[name] = sums.get(name, Sums()).plus(*move[1:])
    return found


def total(sums: Iterable[Sums]) -> Sums:
    """All of them together; they are of one currency."""
    whole = Sums()
    for each in sums:
        whole = whole.plus(*each)
    return whole
