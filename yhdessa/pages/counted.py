"""What is counted of the money given, ready for pages: sums by goal and by team, their time, and whether it
is fresh.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from yhdessa.model.organisation import Organisation
from yhdessa.totals import (
    Collected,
    Row,
    Totals,
    TotalsUnreadable,
    load_totals,
    rows_by_team,
    sum_by_goal,
    sum_since,
)

#: After so many days nobody should take the sums for today's.
FRESH_DAYS = 7


@dataclass(frozen=True)
class Counted:
    """Sums by goal and currency, as they stood at `time` in the organisation's zone; `old` if not fresh.

    `teams` are the rows of each team's gifts, by the team's mark.
    """

    sums: Mapping[str | None, Mapping[str, Collected]]
    time: datetime.datetime
    old: bool
    teams: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)

    def of(self, goal: str) -> dict[str, Collected]:
        """What the goal has collected, by currency."""
        return dict(self.sums.get(goal, {}))

    def of_team(self, mark: str, first: datetime.date) -> dict[str, Collected]:
        """What the team has collected from the month of the day `first` on, by currency.

        There is no last month: gifts are marked while a challenge goes on and never after, so that what comes
        later was given in time, or is paid back.
        """
        return sum_since(self.teams.get(mark, ()), f"{first:%Y-%m}")


def count(totals: Totals, organisation: Organisation, today: datetime.date) -> Counted:
    """What pages say of `totals` on the day `today`."""
    time = totals.time.astimezone(organisation.zone())
    old = (today - time.date()).days > FRESH_DAYS
    return Counted(sum_by_goal(totals), time, old, rows_by_team(totals))


def load_counted(
    path: Path, organisation: Organisation, today: datetime.date, public: bool = False
) -> Counted | None:
    """The same of the totals in the file at `path`, None when there are none.

    Raises TotalsUnreadable, for test money on a `public` site as well: nobody gave it.
    """
    totals = load_totals(path)
    if totals is None:
        return None
    if public and totals.play:
        raise TotalsUnreadable(path, "is counted of test money, and this site is public")
    return count(totals, organisation, today)
