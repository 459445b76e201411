"""Totals: what the ledger has counted, and all that a build knows of money. Kept as JSON in var/totals.json.

The ledger writes the file, pages read it. Sums are of months, goals and teams, never of a person; two
currencies are never added together. Imports `l10n` alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from yhdessa.l10n.money import MINOR_DIGITS, Money

#: The shape of the file; raised with every change of it, so that no build reads another shape wrongly.
VERSION = 1
REMEDY = "let the ledger write it again, or remove it"

Name = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]
Month = Annotated[str, Meta(pattern=r"^\d{4}-(?:0[1-9]|1[0-2])$")]
Count = Annotated[int, Meta(ge=0)]


class Row(Struct, frozen=True, forbid_unknown_fields=True):
    """What one `kind` of giving (one-off, monthly, payroll, partner) brought in one month.

    `goal` and `team` are ids, None for a gift without one. `month` is as 2026-11, in the organisation's own
    time. `minor` is whole minor units of `currency`, less what was paid back and without VAT, so that a month
    may be below nought; `gifts` is how many gifts they came in.
    """

    goal: Name | None
    team: Name | None
    kind: Name
    month: Month
    currency: str
    minor: int
    gifts: Count


class Totals(Struct, frozen=True, forbid_unknown_fields=True):
    """All rows, as the ledger stood at `time`, an instant with its offset from UTC.

    `play` tells that they are of Stripe's test mode or of the sandbox: nobody gave that money.
    """

    version: int
    time: Annotated[datetime, Meta(tz=True)]
    rows: tuple[Row, ...]
    play: bool = False


class Collected(Struct, frozen=True):
    """A sum, and in how many gifts it came."""

    money: Money
    gifts: int


class TotalsUnreadable(Exception):
    """Raised by `load_totals` for a file that is there and cannot be used: names the file and the remedy."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}; {REMEDY}")


class _Stamp(Struct):
    version: int


def load_totals(path: Path) -> Totals | None:
    """The totals in the file at `path`, None when there is no such file. Raises TotalsUnreadable."""
    try:
        written = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise TotalsUnreadable(path, f"cannot be read: {error.strerror}") from error
    return parse_totals(written, path)


def parse_totals(written: bytes, path: Path) -> Totals:
    """The totals in `written`; `path` is for the message. Raises TotalsUnreadable."""
    try:
        version = msgspec.json.decode(written, type=_Stamp).version
        if version != VERSION:
            raise TotalsUnreadable(path, f"is of version {version}, and this build reads version {VERSION}")
        totals = msgspec.json.decode(written, type=Totals)
    except msgspec.ValidationError as error:
        raise TotalsUnreadable(path, f"is not what totals look like: {error}") from error
    except msgspec.DecodeError as error:
        raise TotalsUnreadable(path, f"is no whole JSON: {error}") from error
    unknown = sorted({row.currency for row in totals.rows} - set(MINOR_DIGITS))
    if unknown:
        raise TotalsUnreadable(path, f"has a currency that is not known: {unknown[0]}")
    return totals


def write_totals(totals: Totals, path: Path) -> None:
    """Write `totals` to `path` in one step, so that no build reads half of them. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".fresh")
    fresh.write_bytes(msgspec.json.encode(totals))
    fresh.replace(path)


def rows_by_team(totals: Totals) -> Mapping[str, tuple[Row, ...]]:
    """The rows of each team's gifts, by the team's mark."""
    rows: dict[str, list[Row]] = {}
    for row in totals.rows:
        if row.team is not None:
            rows.setdefault(row.team, []).append(row)
    return {team: tuple(found) for team, found in rows.items()}


def sum_since(rows: Iterable[Row], first: Month) -> dict[str, Collected]:
    """What `rows` come to from the month `first` on, by currency."""
    sums: dict[str, Collected] = {}
    for row in rows:
        if row.month >= first:
            before = sums.get(row.currency, Collected(Money(0, row.currency), 0))
            after = before.money + Money(row.minor, row.currency)
            sums[row.currency] = Collected(after, before.gifts + row.gifts)
    return sums


def sum_by_goal(totals: Totals) -> Mapping[str | None, Mapping[str, Collected]]:
    """What each goal has collected, by currency; under None what was given to no goal."""
    sums: dict[str | None, dict[str, Collected]] = {}
    for row in totals.rows:
        goal = sums.setdefault(row.goal, {})
        before = goal.get(row.currency, Collected(Money(0, row.currency), 0))
        after = before.money + Money(row.minor, row.currency)
        goal[row.currency] = Collected(after, before.gifts + row.gifts)
    return sums
