"""A sync: the right account is asked, the ledger is pulled, and the totals are written for the next build."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import tzinfo
from typing import Protocol

from sqlalchemy import select

from yhdessa.ledger import tables
from yhdessa.ledger.book import Ledger, keep, know
from yhdessa.ledger.counting import count
from yhdessa.ledger.meaning import AHEAD
from yhdessa.ledger.pulling import Source, Told, pull
from yhdessa.ledger.settings import Settings
from yhdessa.payments.pulled_records import STREAMS
from yhdessa.totals import Totals, write_totals

Say = Callable[[str], None]


class Refused(Exception):
    """A sync that would do harm is not begun; the message says why and what helps."""


class Timed(Source, Protocol):
    """A source that knows the time."""

    def time(self) -> int:
        """What Stripe's clock shows, in Unix time."""


def sync(
    ledger: Ledger,
    account: Timed,
    settings: Settings,
    zone: tzinfo,
    say: Say,
    told: Told = lambda *_: None,
    full: bool = False,
) -> Totals:
    """Pull `ledger` up to now and write its totals, by months in `zone`; what was written.

    Lines that a person should see go to `say`. Raises Refused, and what `pull` and writing a file raise.
    """
    _same_money(ledger, settings)
    offset = account.time() - int(time.time())
    if settings.mode != "sandbox" and abs(offset) > AHEAD:
        raise Refused(_skewed(offset))
    _same_account(ledger, account, settings, say)
    with ledger.writing() as connection:
        keep(connection, [know("mode", settings.mode)])
    pull(ledger, account, lambda: int(time.time()) + offset, settings.mode == "live", told, full)
    totals = count(ledger.gifts(), zone, ledger.synced_at or 0, play=settings.mode != "live")
    write_totals(totals, settings.totals)
    return totals


def puzzles(ledger: Ledger) -> list[str]:
    """What could not be counted, a line each."""
    with ledger.engine.connect() as connection:
        found = connection.execute(select(tables.puzzles.c.id, tables.puzzles.c.why).order_by("id")).all()
    return [f"{puzzle} {why}" for puzzle, why in found]


def _same_money(ledger: Ledger, settings: Settings) -> None:
    """Test money and real money never stand in one ledger."""
    mode = ledger.fact("mode")
    if mode is not None and mode != settings.mode:
        names = {"live": "real money", "test": "test money", "sandbox": "the sandbox's play money"}
        raise Refused(
            f"The ledger is of {names[mode]}, and the key of {names[settings.mode]}. "
            "Name another ledger with LEDGER_URL, or move this one away."
        )


def _same_account(ledger: Ledger, account: Source, settings: Settings, say: Say) -> None:
    """An account is known by one of its objects: that needs no further right, and keys may change."""
    known = ledger.fact("known")
    if known is None:
        return
    name, _, object_id = known.partition(" ")
    if name in STREAMS and account.find(name, object_id) is not None:
        return
    if settings.mode != "sandbox":
        raise Refused(
            f"The key is of another account than the ledger, or {object_id} was deleted there. "
            "Name another ledger with LEDGER_URL, or move this one away."
        )
    say("The sandbox was started anew, and so is the ledger.")
    ledger.forget_all()


def _skewed(offset: int) -> str:
    return (
        f"This machine's clock is {abs(offset)} seconds {'behind' if offset > 0 else 'ahead of'} Stripe's. "
        "Set it; nothing was pulled."
    )
