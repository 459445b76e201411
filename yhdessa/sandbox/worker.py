"""The background thread: deliveries and settlements, each at its time, one after another."""

import heapq
import itertools
import logging
import threading
import time
from collections.abc import Callable

_log = logging.getLogger(__name__)

Job = Callable[[], None]


class Worker:
    """Runs jobs in the order in which they are due; the thread starts with the first job.

    Times are real seconds even when the sandbox's clock is a test's: a retry has to wait, whatever the date.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._jobs: list[tuple[float, int, Job]] = []
        self._number = itertools.count()
        self._busy = False
        self._closed = threading.Event()
        self._cleared = 0
        self._thread: threading.Thread | None = None

    def schedule(self, job: Job, delay: float = 0.0) -> None:
        """Run ``job`` in ``delay`` seconds; after ``close`` nothing is run."""
        with self._changed:
            if self._closed.is_set():
                return
            heapq.heappush(self._jobs, (time.monotonic() + delay, next(self._number), job))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="stripe-sandbox", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def sleep(self, seconds: float) -> bool:
        """Wait in the calling thread, cut short by ``close`` and ``clear``; False after ``clear``."""
        with self._changed:
            begun = self._cleared
            self._changed.wait_for(lambda: self._closed.is_set() or self._cleared != begun, seconds)
            return self._cleared == begun

    def wait_until_idle(self, timeout: float) -> bool:
        """Wait until nothing is running or scheduled; False if ``timeout`` seconds were not enough."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._jobs and not self._busy, timeout)

    def clear(self) -> None:
        """Forget the jobs that have not begun, and wake whoever sleeps."""
        with self._changed:
            self._cleared += 1
            self._jobs.clear()
            self._changed.notify_all()

    def close(self) -> None:
        """Stop; a job that is running is waited for."""
        with self._changed:
            self._closed.set()
            self._jobs.clear()
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(timeout=15)

    def _run(self) -> None:
        while (job := self._next()) is not None:
            try:
                job()
            except Exception:
                _log.exception("A background job of the Stripe sandbox failed")
            with self._changed:
                self._busy = False
                self._changed.notify_all()

    def _next(self) -> Job | None:
        with self._changed:
            while not self._closed.is_set():
                wait = self._jobs[0][0] - time.monotonic() if self._jobs else None
                if wait is not None and wait <= 0:
                    self._busy = True
                    return heapq.heappop(self._jobs)[2]
                self._changed.wait(wait)
        return None
