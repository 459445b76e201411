"""The gifts as a file for bookkeeping: a row a gift, and nothing of who gave it.

A row has what moved within the span, so that the file's sums are those of the report and of the account: a
gift of last year that was paid back this year stands here with what went back and nothing given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yhdessa.books.names import Names
from yhdessa.books.spans import Span
from yhdessa.books.sums import moves
from yhdessa.ledger.records import Gift
from yhdessa.view.chart import Table


def gift_table(gifts: Iterable[Gift], span: Span, names: Names) -> Table:
    """A row for each gift that was paid or went back within `span`; in the order of `gifts`."""
    words = names.words
    head = (
        *(words.date, words.id, words.kind, words.goal, words.currency),
        *(words.gross, words.returned, words.returned_on, words.net),
    )
    return Table(words.title, head, tuple(_rows(gifts, span, names)))


def _rows(gifts: Iterable[Gift], span: Span, names: Names) -> Iterator[tuple[str, ...]]:
    for gift in gifts:
        within = [move for move in moves(gift) if span.holds(move.at)]
        if not within:
            continue
        gross, returned = sum(move.gross for move in within), sum(move.returned for move in within)
        backs = [back.at for back in gift.returns if span.holds(back.at)]
        yield (
            span.day(gift.paid).isoformat(),
            gift.id,
            names.kind(gift.kind),
            names.goal(gift.goal),
            gift.currency,
            names.amount(gross, gift.currency),
            names.amount(returned, gift.currency),
            span.day(max(backs)).isoformat() if backs else "",
            names.amount(gross - returned, gift.currency),
        )
