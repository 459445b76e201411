"""Evenly: an answer that leaves at a fixed moment after its request came, so that its time tells nothing.

Whether an address is known decides whether a letter is written. What is said is the same either way; so is
when it is said.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: Seconds after the beginning at which an answer may leave. Nearly all leave at the first; when Stripe or the
#: mail server is slow, at the next. Hosts stop a function after ten.
MOMENTS = (2.5, 5.0, 9.0)


class Evenly:
    """Lets a block end at one of `moments` alone, by a clock of seconds and what waits for so many."""

    def __init__(
        self,
        moments: tuple[float, ...] = MOMENTS,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.moments, self.clock, self.sleep = moments, clock, sleep

    @contextmanager
    def answered(self) -> Iterator[None]:
        """A block that ends at the next moment, however it ends; after the last one, at once."""
        begun = self.clock()
        try:
            yield
        finally:
            spent = self.clock() - begun
            wait = next((moment - spent for moment in self.moments if moment >= spent), 0.0)
            self.sleep(wait)
