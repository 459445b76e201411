"""Faults on demand: what goes wrong next, asked for at ``POST /_control/faults``."""

import threading
from collections.abc import Callable
from typing import Literal

import msgspec

from yhdessa.sandbox.errors import StripeError

LONGEST_SLEEP = 30.0
_OF_REQUESTS = ("status", "sleep", "drop")


class Fault(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing that goes wrong the next ``times`` times.

    ``status``           the API answers ``status`` (500, 429 or 409) without doing anything
    ``sleep``            the API waits ``seconds`` before doing its work, its Idempotency-Key in use meanwhile
    ``drop``             the connection is closed without an answer, ``when`` before or after the work is done
    ``duplicate_event``  the next webhook event is delivered twice
    ``reorder_events``   the next webhook event is delivered after the one that follows it
    ``delay_payment``    the next payment stays unpaid for ``seconds`` after the visitor has come back
    ``decline_payment``  the next charge is declined, also one that Stripe makes by itself for a renewal
    ``search_lag``       the next search does not find what is younger than ``seconds``

    ``path`` limits the first three to addresses that begin with it.
    """

    kind: Literal[
        "status",
        "sleep",
        "drop",
        "duplicate_event",
        "reorder_events",
        "delay_payment",
        "decline_payment",
        "search_lag",
    ]
    times: int = 1
    status: Literal[409, 429, 500] = 500
    seconds: float = 1.0
    when: Literal["before", "after"] = "before"
    path: str = "/v1/"


class Faults:
    """The faults that are still to come, first asked first served."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[tuple[Fault, int]] = []

    def add(self, fault: Fault) -> None:
        """Let this go wrong next."""
        with self._lock:
            self._waiting.append((fault, fault.times))

    def for_request(self, path: str) -> Fault | None:
        """The fault that this API request meets, if any; it is used up once."""
        return self._take(lambda fault: fault.kind in _OF_REQUESTS and path.startswith(fault.path))

    def take(self, kind: str) -> Fault | None:
        """The next fault of a kind that belongs to webhooks or payments; it is used up once."""
        return self._take(lambda fault: fault.kind == kind)

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        with self._lock:
            self._waiting.clear()

    def _take(self, wanted: Callable[[Fault], bool]) -> Fault | None:
        with self._lock:
            for place, (fault, left) in enumerate(self._waiting):
                if wanted(fault):
                    self._waiting[place : place + 1] = [(fault, left - 1)] if left > 1 else []
                    return fault
        return None


def parse_fault(body: bytes) -> Fault:
    """The fault that a control request asks for; raises ``msgspec.ValidationError`` naming what is wrong."""
    fault = msgspec.json.decode(body, type=Fault)
    if fault.times < 1:
        raise msgspec.ValidationError("times must be at least 1")
    if not 0 <= fault.seconds <= LONGEST_SLEEP:
        raise msgspec.ValidationError(f"seconds must be between 0 and {LONGEST_SLEEP:g}")
    return fault


def injected(status: int) -> StripeError:
    """The answer of Stripe to a request that it did not look at."""
    match status:
        case 429:
            return StripeError("Too many requests hit the API too quickly.", code="rate_limit", status=429)
        case 409:
            message = "This object cannot be accessed now: another request is using it. Try again."
            return StripeError(message, code="lock_timeout", status=409)
    return StripeError("An unknown error occurred.", type="api_error", status=status)
