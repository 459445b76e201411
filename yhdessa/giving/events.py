"""Events: who sent this, and when? Stripe's signature over the exact bytes, checked by ourselves.

The SDK's own check takes timestamps from the future, raises other errors on malformed headers and can be
switched off; ours does none of it. https://docs.stripe.com/webhooks#verify-manually
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

#: Seconds that a signature is good for, both ways.
TOLERANCE = 300
#: The types after which the ledger has other sums. A gift that repeats comes with an invoice each time, the
#: first time too, so that its Checkout session says nothing more.
#: https://docs.stripe.com/api/events/types
COUNTED = frozenset(
    {
        "checkout.session.completed",
        "checkout.session.async_payment_succeeded",
        "invoice.paid",
        "charge.refunded",
        "refund.failed",
        "charge.dispute.created",
        "charge.dispute.closed",
        "charge.dispute.funds_withdrawn",
        "charge.dispute.funds_reinstated",
    }
)


class BadSignature(Exception):
    """The message is not from Stripe, or not from now, or not as it was signed."""


class Event(Struct, frozen=True):
    """What Stripe tells: that something happened, of which type, in test or live mode; and if sums change."""

    id: str
    type: str
    livemode: bool
    changes_totals: bool = False


def read_event(body: bytes, signature: str, secrets: Iterable[str], now: float) -> Event:
    """The event in `body`, signed with one of `secrets` at most TOLERANCE seconds from `now` (Unix time).

    Raises BadSignature for all else.
    """
    stamp, given = _parse_signature(signature)
    if abs(now - stamp) > TOLERANCE:
        raise BadSignature("not from now")
    signed = b"%d." % stamp + body
    expected = [hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest() for secret in secrets]
    if not any(hmac.compare_digest(one, other) for one in expected for other in given):
        raise BadSignature("no signature is right")
    return _parse_event(body)


def _parse_signature(header: str) -> tuple[int, list[str]]:
    parts = [part.partition("=") for part in header.split(",")]
    stamps = [value for name, _, value in parts if name == "t"]
    given = [value for name, _, value in parts if name == "v1" and re.fullmatch("[0-9a-f]{64}", value)]
    if len(stamps) != 1 or not re.fullmatch("[0-9]{1,12}", stamps[0], re.ASCII) or not given:
        raise BadSignature("malformed header")
    return int(stamps[0]), given


def _parse_event(body: bytes) -> Event:
    try:
        event = json.loads(body)
        name, kind, livemode = str(event["id"]), str(event["type"]), event["livemode"] is True
        return Event(name, kind, livemode, changes_totals=_changes_totals(kind, event.get("data")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadSignature("not an event") from error


def _changes_totals(kind: str, data: Any) -> bool:
    """A session may be complete and unpaid, while a bank confirms: another event tells when it is paid."""
    told = data.get("object") if isinstance(data, dict) else None
    if kind == "checkout.session.completed" and isinstance(told, dict):
        return told.get("payment_status") == "paid" and told.get("mode") == "payment"
    return kind in COUNTED
