"""What the ledger reads of Stripe: lists a page at a time, each object with the few fields that count.

The answers are read into records of our own (`pulled_records`), which have no field for a name, an address
or an e-mail: what Stripe knows of a giver is skipped while it is read. An object that is not as it should be
comes as `Unreadable`, so that one of them hides no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple

import msgspec
import stripe
from msgspec import Raw, Struct

from yhdessa.payments.client import PaymentsUnavailable, connect, unavailable
from yhdessa.payments.pulled_records import STREAMS, Record, Stream, Unreadable

MOST = 100


class KeyRefused(Exception):
    """Stripe does not take the key, or not for this list: `what` is its name, empty for the key itself."""

    def __init__(self, what: str = "") -> None:
        self.what = what
        super().__init__(what)


class PlaceLost(Exception):
    """The object after which a list was to go on is there no longer."""


class Page(NamedTuple):
    """A part of a list: its objects, the id after which it goes on, None at its end; its oldest moment."""

    found: list[Record | Unreadable]
    next: str | None
    oldest: int | None


class _Known(Struct):
    """What each object of a list has, whatever else it is."""

    id: str
    created: int = 0


class _Listed(Struct):
    data: list[Raw]
    has_more: bool


class StripeAccount:
    """The account of one key, to be read; `api` is the address of a stand-in, None for Stripe itself.

    `timeout` and `budget` are as `connect`'s, in seconds: nobody waits for an answer here, so they are long.
    """

    def __init__(
        self,
        secret_key: str,
        api: str | None = None,
        timeout: tuple[float, float] = (5.0, 30.0),
        budget: float = 90.0,
    ) -> None:
        self.client = connect(secret_key, api, timeout, budget)

    def time(self) -> int:
        """What Stripe's clock shows, in Unix time. Raises KeyRefused and PaymentsUnavailable."""
        headers = self._ask("charges", "/v1/charges", {"limit": 1}).headers
        try:
            return int(parsedate_to_datetime(headers["Date"]).timestamp())
        except (KeyError, ValueError, TypeError) as error:
            raise PaymentsUnavailable from error

    def page(self, name: str, since: int | None, after: str | None) -> Page:
        """The next objects of the list `name` that were made at `since` (Unix time) or later, newest first,
        after the object with the id `after`.

        Raises PlaceLost, KeyRefused and PaymentsUnavailable.
        """
        stream = STREAMS[name]
        asked = {**stream.asked, "limit": MOST}
        if since is not None:
            asked["created"] = {"gte": since}
        if after is not None:
            asked["starting_after"] = after
        body = self._ask(name, f"/v1/{name}", asked).body
        try:
            listed = msgspec.json.decode(body, type=_Listed)
            known = [msgspec.json.decode(each, type=_Known) for each in listed.data]
        except msgspec.MsgspecError as error:
            raise PaymentsUnavailable from error
        # Any object of the page would do to go on after, whatever their order: all before it were seen.
        last = min(reversed(known), key=lambda each: each.created, default=None)
        return Page(
            [_read(stream, raw, each.id) for raw, each in zip(listed.data, known, strict=True)],
            last.id if last and listed.has_more else None,
            last.created if last else None,
        )

    def find(self, name: str, object_id: str) -> Record | Unreadable | None:
        """One object of the list `name` as it is now; None when there is none. Raises as `page`."""
        if not object_id.replace("_", "").isalnum():
            return None
        try:
            body = self._ask(name, f"/v1/{name}/{object_id}", {}).body
        except PlaceLost:
            return None
        return _read(STREAMS[name], Raw(body.encode()), object_id)

    def _ask(self, name: str, path: str, params: Mapping[str, Any]) -> Any:
        try:
            return self.client.raw_request("get", path, **params)
        except stripe.AuthenticationError as error:
            raise KeyRefused from error
        except stripe.PermissionError as error:
            raise KeyRefused(name.replace("_", " ")) from error
        except stripe.InvalidRequestError as error:
            if error.code == "resource_missing":
                raise PlaceLost from error
            raise unavailable(error) from error
        except stripe.StripeError as error:
            raise unavailable(error) from error


def _read(stream: Stream, raw: Raw, object_id: str) -> Record | Unreadable:
    try:
        read = msgspec.json.decode(raw, type=stream.record)
    except msgspec.MsgspecError as error:
        return Unreadable(object_id, f"is no {stream.object} as Stripe describes it: {error}")
    if read.object != stream.object:
        shown = read.object if read.object.replace("_", "").replace(".", "").isalnum() else "something else"
        return Unreadable(object_id, f"is of a type that is not known: {shown[:40]}")
    return read
