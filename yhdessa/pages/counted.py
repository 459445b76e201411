"""What is counted of the money given, ready for pages: sums by goal, their time, and whether it is fresh."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from yhdessa.model.organisation import Organisation
from yhdessa.totals import Collected, Totals, load_totals, sum_by_goal

#: After so many days nobody should take the sums for today's.
FRESH_DAYS = 7


@dataclass(frozen=True)
class Counted:
    """Sums by goal and currency, as they stood at `time` in the organisation's zone; `old` if not fresh."""

    sums: Mapping[str | None, Mapping[str, Collected]]
    time: datetime.datetime
    old: bool

    def of(self, goal: str) -> dict[str, Collected]:
        """What the goal has collected, by currency."""
        return dict(self.sums.get(goal, {}))


def count(totals: Totals, organisation: Organisation, today: datetime.date) -> Counted:
    """What pages say of `totals` on the day `today`."""
    time = totals.time.astimezone(organisation.zone())
    return Counted(sum_by_goal(totals), time, (today - time.date()).days > FRESH_DAYS)


def load_counted(path: Path, organisation: Organisation, today: datetime.date) -> Counted | None:
    """The same of the totals in the file at `path`, None when there are none. Raises TotalsUnreadable."""
    totals = load_totals(path)
    return None if totals is None else count(totals, organisation, today)
