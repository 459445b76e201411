"""Logs: one line of JSON a request, which says what became of it and nothing of whoever sent it.

A line holds the time, an id, the route, the status, milliseconds, a word for the outcome, and what the code
on the way has noted: Stripe's id of its own request, the type of an error. Never a field of a form, an
address, a key, a signature or the message of an error, since messages repeat what was sent.
"""

from __future__ import annotations

import logging
import re
import sys
import time
import uuid
from collections.abc import Iterator
from contextvars import ContextVar, Token
from types import TracebackType

import msgspec

log = logging.getLogger("yhdessa.giving")

#: Ids that a proxy before us has given: short, and no text of its own.
REQUEST_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,63}")
_LINE: ContextVar[Line | None] = ContextVar("line", default=None)


class Line:
    """The line of one request, written when its block ends: `with Line(...) as line`."""

    def __init__(self, given_id: str, now: float) -> None:
        self.id = given_id if REQUEST_ID.fullmatch(given_id) else uuid.uuid4().hex
        self.now = now
        self.status = 0
        self.facts: dict[str, object] = {}

    def __enter__(self) -> Line:
        self.token: Token[Line | None] = _LINE.set(self)
        self.begun = time.perf_counter()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _LINE.reset(self.token)
        spent = round((time.perf_counter() - self.begun) * 1000, 1)
        written = {"time": _instant(self.now), "id": self.id, "status": self.status, "ms": spent}
        level = logging.ERROR if self.status >= 500 else logging.INFO
        if log.isEnabledFor(level):
            log.log(level, "%s", msgspec.json.encode(written | self.facts).decode())


def note(**facts: str | int | list[str]) -> None:
    """Add `facts` to the line of the request that is being answered; codes and ids, never what was sent."""
    line = _LINE.get()
    if line is not None:
        line.facts.update(facts)


def note_error(error: BaseException) -> None:
    """Add what kind of error it was and where: types and lines of code, no messages."""
    note(error=" < ".join(type(each).__name__ for each in _causes(error)), at=_places(error))


def write_to_output() -> None:
    """Write the lines to the standard output, as hosts of functions collect them."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(message)s"))
    log.handlers[:] = [handler]
    log.setLevel(logging.INFO)
    log.propagate = False


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__


def _places(error: BaseException) -> list[str]:
    """The last lines of code that the first cause went through, as `yhdessa.giving.app:81`."""
    *_, first = _causes(error)
    places, trace = [], first.__traceback__
    while trace is not None:
        places.append(f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}")
        trace = trace.tb_next
    return places[-4:]


def _instant(now: float) -> str:
    """Unix time as `2026-11-22T03:04:05.678Z`."""
    whole = int(now)
    stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(whole))
    return f"{stamp}.{int((now - whole) * 1000):03d}Z"
