"""The sandbox's time: its clock, what ``/_control/clock`` has added to it, and test clocks of their own.

What is due later (renewals, due dates, expiry) waits on the line of the object that it belongs to: the
everyday one, or a test clock's (https://docs.stripe.com/billing/testing/test-clocks). While something that
was due is done, ``now`` is the moment at which it was due, so that a year passed at once leaves twelve
renewals with their own dates.
"""

import heapq
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from yhdessa.sandbox.settings import Clock

Action = Callable[[], None]
_EVERYDAY = ""


class Timeline:
    """Moments are whole seconds since 1970; whoever changes anything here holds the store's lock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ahead = 0
        self._number = itertools.count()
        self._due: dict[str, list[tuple[int, int, Action]]] = defaultdict(list)
        self._frozen: dict[str, int] = {}
        self._here: tuple[str, int] | None = None

    def now(self) -> int:
        """The moment of what is being done."""
        return self._here[1] if self._here is not None else self.everyday()

    def everyday(self) -> int:
        """The moment by the clock on the wall, whatever a test clock shows."""
        return int(self._clock()) + self._ahead

    def told(self) -> int:
        """The moment that an event tells: a test clock's own time is not the event's."""
        if self._here is not None and self._here[0] == _EVERYDAY:
            return self._here[1]
        return self.everyday()

    def at(self, moment: int, action: Action) -> None:
        """Do something when the line that is being worked on has reached a moment."""
        line = self._here[0] if self._here is not None else _EVERYDAY
        heapq.heappush(self._due[line], (moment, next(self._number), action))

    @contextmanager
    def on(self, test_clock: str | None) -> Iterator[None]:
        """Work at the time of a test clock; None: nothing changes."""
        if test_clock is None or test_clock not in self._frozen:
            yield
            return
        with self._being((test_clock, self._frozen[test_clock])):
            yield

    def catch_up(self) -> None:
        """Do what the everyday line has made due. Called at each request: time passes when somebody looks."""
        self._run(_EVERYDAY, self.everyday())

    def advance(self, seconds: int) -> None:
        """Let everyday time jump ahead, and do what that makes due."""
        self._ahead += seconds
        self.catch_up()

    def freeze(self, test_clock: str, moment: int) -> None:
        """Set a test clock, new or known, and do what that makes due."""
        self._frozen.setdefault(test_clock, moment)
        self._run(test_clock, moment)
        self._frozen[test_clock] = moment

    def forget(self, test_clock: str) -> None:
        """Drop a test clock and all that waits for it."""
        self._frozen.pop(test_clock, None)
        self._due.pop(test_clock, None)

    def clear(self) -> None:
        """Back to the clock on the wall, with nothing due."""
        self._ahead = 0
        self._due.clear()
        self._frozen.clear()

    def _run(self, line: str, until: int) -> None:
        due = self._due[line]
        while due and due[0][0] <= until:
            moment, _, action = heapq.heappop(due)
            with self._being((line, moment)):
                action()

    @contextmanager
    def _being(self, here: tuple[str, int]) -> Iterator[None]:
        before, self._here = self._here, here
        try:
            yield
        finally:
            self._here = before
