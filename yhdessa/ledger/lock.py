"""One sync at a time: a lock that the system lets go when its process ends, however it ends."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

#: Seconds that a sync waits for another one, and between two looks.
PATIENCE = 600.0
LOOK = 0.2


class Locked(Exception):
    """Another sync holds the lock, and has held it for longer than one waits."""


@contextmanager
def locked(file: Path, waiting: Callable[[], None], patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock `file` during the block; `waiting` is called once if another process holds it.

    Raises Locked after `patience` seconds, and OSError where the file cannot be made.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as held:
        if not _taken(held.fileno()):
            waiting()
            end = time.monotonic() + patience
            while not _taken(held.fileno()):
                if time.monotonic() > end:
                    raise Locked
                time.sleep(LOOK)
        yield


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
