"""Gifts as the tables of cases write them, and a ledger that holds them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from yhdessa.ledger import tables
from yhdessa.ledger.book import Ledger, keep, know, open_ledger
from yhdessa.ledger.meaning import Row
from yhdessa.ledger.records import Gift, Return

HELSINKI = ZoneInfo("Europe/Helsinki")


def moment(written: str) -> int:
    """The Unix time of `2026-03-01` (noon) or `2026-03-01 23:30`, in Helsinki."""
    text = written if " " in written else f"{written} 12:00"
    return int(datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=HELSINKI).timestamp())


def gift(told: dict[str, Any], number: int = 0) -> Gift:
    """A gift as a case writes it: `paid` and `gross`, and what is not as usual.

    `back` are returns, each `[minor, day]` or `[minor, day, dispute]`.
    """
    returns = tuple(
        Return(minor, moment(str(day)), *(kind or ["refund"])) for minor, day, *kind in told.get("back", [])
    )
    return Gift(
        id=told.get("id", f"pi_{number}"),
        kind=told.get("kind", "one-off"),
        goal=told.get("goal"),
        team=None,
        language="fi",
        currency=told.get("currency", "EUR"),
        gross=told["gross"],
        returned=sum(each.minor for each in returns),
        disputed=told.get("disputed", False),
        paid=moment(str(told["paid"])),
        returns=returns,
    )


def gifts_of(told: Iterable[dict[str, Any]]) -> list[Gift]:
    """The gifts of a case."""
    return [gift(each, number) for number, each in enumerate(told)]


def ledger_at(path: Path, synced: int | None = None) -> Ledger:
    """The ledger in the file `path`, as it was last brought up to date at `synced`."""
    ledger = open_ledger(f"sqlite:///{path}")
    if synced is not None:
        with ledger.writing() as connection:
            keep(connection, [know("synced_at", synced)])
    return ledger


def fill(ledger: Ledger, gifts: Iterable[Gift]) -> None:
    """Put `gifts` into the ledger, as a sync would."""
    rows = []
    for each in gifts:
        own = {name: getattr(each, name) for name in ("id", "kind", "goal", "team", "language", "currency")}
        sums = {"gross": each.gross, "charged": each.gross, "paid": each.paid}
        rows.append(Row(tables.gifts, {**own, **sums}))
        for number, back in enumerate(each.returns):
            values = {
                "id": f"re_{each.id}_{number}",
                "kind": back.kind,
                "payment": each.id,
                "currency": each.currency,
                "amount": back.minor,
                "at": back.at,
                "back": None,
                "counts": True,
                "open": each.disputed and back.kind == "dispute",
                "rank": 1,
            }
            rows.append(Row(tables.returns, values))
    with ledger.writing() as connection:
        keep(connection, rows)


def bill(ledger: Ledger, name: str, minor: int, due: int, **more: Any) -> None:
    """Put an invoice into the ledger that waits to be paid; `more` is what is not as usual."""
    values = {"id": name, "kind": "payroll", "goal": None, "company": None, "month": None, "currency": "EUR"}
    sums = {"amount": minor, "untaxed": minor, "due": due, "made": due - 14 * 24 * 3600}
    with ledger.writing() as connection:
        keep(connection, [Row(tables.bills, {**values, **sums, "status": "open", "rank": 1, **more})])
