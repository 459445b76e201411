"""The webhook: who sent this, and when? Stripe's signature over the exact bytes, checked by ourselves.

The SDK's own check takes timestamps from the future, raises other errors on malformed headers and can be
switched off; ours does none of it. https://docs.stripe.com/webhooks#verify-manually
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

#: Seconds that a signature is good for, both ways.
TOLERANCE = 300


class BadSignature(Exception):
    """The message is not from Stripe, or not from now, or not as it was signed."""


@dataclass(frozen=True)
class Event:
    """What Stripe tells: that something happened, of which type, in test or live mode."""

    id: str
    type: str
    livemode: bool


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
        return Event(id=str(event["id"]), type=str(event["type"]), livemode=event["livemode"] is True)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadSignature("not an event") from error
