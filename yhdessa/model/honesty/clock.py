"""The clock: which day the content is held against, and whether the public will see it.

For an address that nobody else reaches it is the demonstration's own day, which is content, so that a fresh
clone is served and tested for ever. The public is told what is true today. `TODAY` in the environment says
another day, so that a later one can be tried.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from yhdessa.model.organisation import Organisation
from yhdessa.model.problem import ContentProblems, Problem


@dataclass(frozen=True)
class Clock:
    """The day, whether the site is public, and whether the day is the demonstration's own."""

    today: datetime.date
    public: bool = False
    demonstration: bool = False

    @property
    def for_the_public(self) -> Literal["error", "warning"]:
        """How severe is what the public must not see: elsewhere it is told, and kept from nobody."""
        return "error" if self.public else "warning"

    def days_since(self, day: datetime.date) -> int:
        """How many days ago `day` was; negative when it is still to come."""
        return (self.today - day).days


def clock_of(organisation: Organisation, today: datetime.date | None, public: bool) -> Clock:
    """The clock to check by: `today` where somebody says it, else the demonstration's day or the real one."""
    if today is not None:
        return Clock(today, public)
    if organisation.demonstration and organisation.demonstration_date is not None and not public:
        return Clock(organisation.demonstration_date, public, demonstration=True)
    return Clock(datetime.date.today(), public)


def read_today(environment: Mapping[str, str]) -> datetime.date | None:
    """The day that `TODAY` names, as 2027-05-20; None when it is not set.

    Raises ContentProblems when it is no day.
    """
    written = environment.get("TODAY", "")
    if not written:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", written):
            return datetime.date.fromisoformat(written)
    except ValueError:
        pass
    remedy = "write it as `TODAY=2027-05-20`"
    raise ContentProblems([Problem("TODAY", 0, "", f"`{written[:40]}` is no day of the calendar", remedy)])
