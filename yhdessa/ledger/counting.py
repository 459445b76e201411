"""Counting: the ledger's gifts -> totals, which are all that a build knows of money."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo

from yhdessa.ledger.records import Gift
from yhdessa.totals import VERSION, Row, Totals

_Key = tuple[str, str, str, str, str]


def count(gifts: Iterable[Gift], zone: tzinfo, synced_at: int, play: bool = False) -> Totals:
    """`gifts` by goal, team, kind, month in `zone` and currency, as they stood at `synced_at` (Unix time).
    `play` tells that none of it is real money.

    What went back is taken off the month in which it went, so that a closed month stays as it was; a gift of
    which nothing is left counts as none.
    """
    sums: dict[_Key, list[int]] = {}
    for gift in gifts:
        own = (gift.goal or "", gift.team or "", gift.kind)
        month = sums.setdefault((*own, _month(gift.paid, zone), gift.currency), [0, 0])
        month[0] += gift.gross
        month[1] += 1 if gift.net > 0 else 0
        for each in gift.returns:
            sums.setdefault((*own, _month(each.at, zone), gift.currency), [0, 0])[0] -= each.minor
    rows = [
        Row(goal or None, team or None, kind, month, currency, minor, gifts_counted)
        for (goal, team, kind, month, currency), (minor, gifts_counted) in sorted(sums.items())
    ]
    return Totals(VERSION, datetime.fromtimestamp(synced_at, UTC), tuple(rows), play)


def _month(moment: int, zone: tzinfo) -> str:
    local = datetime.fromtimestamp(moment, zone)
    return f"{local.year:04d}-{local.month:02d}"
