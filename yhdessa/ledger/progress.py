"""Progress: how far a pull has come, as a moving line on a terminal and as plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TextIO

from tqdm import tqdm

from yhdessa.ledger.pulling import Told

#: A list that is long tells of itself after so many objects, where there is no terminal.
EVERY = 10_000


@contextmanager
def shown(out: TextIO | None = None) -> Iterator[Told]:
    """Something to tell of progress to, which shows it on `out` (standard error) during the block."""
    out = out or sys.stderr
    if out.isatty():
        with tqdm(unit=" objects", file=out, leave=False) as bar:
            yield Bar(bar).told
    else:
        yield Lines(out).told


class Bar:
    """Progress on a terminal: the list that is read, how many objects, how far back, how fast."""

    def __init__(self, bar: tqdm[None]) -> None:
        self._bar, self._name, self._count = bar, "", 0

    def told(self, name: str, count: int, oldest: int | None) -> None:
        """Show that `count` objects of the list `name` were read, the `oldest` of which is so old."""
        new = name != self._name
        before = 0 if new else self._count
        self._name, self._count = name, count
        self._bar.set_description(_called(name), refresh=new)
        self._bar.set_postfix_str(_back(oldest), refresh=False)
        self._bar.update(count - before)


class Lines:
    """Progress in a log: a line now and then."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def told(self, name: str, count: int, oldest: int | None) -> None:
        """As Bar's, for every ten thousandth object."""
        if count and count % EVERY == 0:
            print(f"{_called(name)}: {count} read, {_back(oldest)}", file=self._out, flush=True)


def _called(name: str) -> str:
    return name.replace("_", " ")


def _back(oldest: int | None) -> str:
    return "" if oldest is None else f"back to {datetime.fromtimestamp(oldest, UTC):%Y-%m-%d}"
