"""Spans: from which day to which, in the organisation's own time."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property
from zoneinfo import ZoneInfo

MIDNIGHT = datetime.time()


@dataclass(frozen=True)
class Span:
    """From the day `first` to the day `last`, both within it; None is without an end."""

    first: datetime.date | None
    last: datetime.date | None
    zone: ZoneInfo

    @cached_property
    def begins(self) -> float:
        """The Unix time of its first moment."""
        return float("-inf") if self.first is None else self._midnight(self.first)

    @cached_property
    def ends(self) -> float:
        """The Unix time of the first moment after it."""
        return float("inf") if self.last is None else self._midnight(self.last + datetime.timedelta(days=1))

    def holds(self, at: int) -> bool:
        """Whether it was then, `at` Unix time."""
        return self.begins <= at < self.ends

    def day(self, at: int) -> datetime.date:
        """The day of an instant, in the organisation's own time."""
        return datetime.datetime.fromtimestamp(at, self.zone).date()

    def _midnight(self, day: datetime.date) -> float:
        return datetime.datetime.combine(day, MIDNIGHT, self.zone).timestamp()
