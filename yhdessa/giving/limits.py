"""Limits: how many forms a network may send. Counted in memory, or in a Redis that several processes share.

A store that does not answer stops no gift: the process's own memory counts on meanwhile.
"""

from __future__ import annotations

import math
import sys
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Sequence
from types import ModuleType

# The library imports its asynchronous half as well, with asyncio and every store: a third of its own time at
# a cold start. Nothing here is asynchronous, so that an empty module may stand in that half's place.
sys.modules.setdefault("limits.aio", ModuleType("limits.aio"))

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute  # noqa: E402
from limits.errors import StorageError  # noqa: E402
from limits.storage import MemoryStorage, storage_from_string  # noqa: E402
from limits.strategies import MovingWindowRateLimiter  # noqa: E402

from yhdessa.logs import note  # noqa: E402

#: Many givers can stand behind one address of a mobile operator: a person needs a few, a robot hundreds.
RATES: tuple[RateLimitItem, ...] = (RateLimitItemPerMinute(30), RateLimitItemPerHour(300))
IN_MEMORY = "memory://"
#: Seconds that a store has to answer, and that one which did not is left alone.
PATIENCE = 1.0
PAUSE = 30.0
MOST_NETWORKS = 10_000
#: Seconds after which nobody's hits count any more: no rate of ours looks further back.
FORGOTTEN = 3600


class Limits:
    """What each network has sent, by the route it was sent to, against `rates`; `url` names the store."""

    def __init__(self, url: str = IN_MEMORY, rates: Sequence[RateLimitItem] = RATES) -> None:
        self.rates = rates
        self.own = MovingWindowRateLimiter(BoundedMemory())
        self.shared = None if url == IN_MEMORY else _shared(url)
        self.asked_again_at = 0.0

    def wait(self, route: str, network: str, rates: Sequence[RateLimitItem] | None = None) -> int:
        """Count one more of `network` at `route`: 0 when it may go on, else the seconds it should wait.

        `rates` are the house's own, unless others are given for what is counted otherwise than by network.
        """
        rates = self.rates if rates is None else rates
        if self.shared is not None and time.monotonic() >= self.asked_again_at:
            try:
                return self._wait(self.shared, route, network, rates)
            except StorageError as error:
                note(limits_store=type(error.storage_error).__name__)
                self.asked_again_at = time.monotonic() + PAUSE
        return self._wait(self.own, route, network, rates)

    def forget(self) -> None:
        """Forget what this process has counted."""
        self.own.storage.reset()

    def _wait(
        self, limiter: MovingWindowRateLimiter, route: str, network: str, rates: Sequence[RateLimitItem]
    ) -> int:
        for rate in rates:
            if not limiter.hit(rate, route, network):
                free_at = limiter.get_window_stats(rate, route, network).reset_time
                return max(1, math.ceil(free_at - time.time()))
        return 0


def _shared(url: str) -> MovingWindowRateLimiter:
    times = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE}
    return MovingWindowRateLimiter(storage_from_string(url, wrap_exceptions=True, **times))


class BoundedMemory(MemoryStorage):
    """The library's memory with an end: its own starts a thread a hit, goes through every address in it, and
    forgets none. Here the network that has been quiet longest goes when there are too many.
    """

    def __init__(self, most: int = MOST_NETWORKS) -> None:
        super().__init__()
        self.most = most
        self.hits: OrderedDict[str, deque[float]] = OrderedDict()
        self.lock = threading.Lock()

    def acquire_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        """Whether `amount` more hits of `key` stay within `limit` in `expiry` seconds; if so, count them."""
        now = time.time()
        with self.lock:
            hits = self.hits.setdefault(key, deque())
            self.hits.move_to_end(key)
            while hits and hits[0] <= now - expiry:
                hits.popleft()
            if len(hits) + amount > limit:
                return False
            hits.extend([now] * amount)
            self._forget_before(now - FORGOTTEN)
            while len(self.hits) > self.most:
                self.hits.popitem(last=False)
        return True

    def _forget_before(self, then: float) -> None:
        """Forget who has not come since: addresses are personal, also in memory."""
        while self.hits:
            oldest = next(iter(self.hits.values()))
            if oldest and oldest[-1] > then:
                return
            self.hits.popitem(last=False)

    def get_moving_window(self, key: str, limit: int, expiry: int) -> tuple[float, int]:  # noqa: ARG002
        """When the first hit of `key` within `expiry` seconds was, and how many there are."""
        now = time.time()
        with self.lock:
            recent = [hit for hit in self.hits.get(key, ()) if hit > now - expiry]
        return (recent[0] if recent else now), len(recent)

    def reset(self) -> int | None:
        """Forget everything; how many keys there were."""
        with self.lock:
            forgotten = len(self.hits)
            self.hits.clear()
        return forgotten
