"""Signed webhook deliveries. Source: "Verify webhook signatures", https://docs.stripe.com/webhooks#verify-manually."""

import functools
import hashlib
import hmac
import http.client
import json
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

from yhdessa.sandbox.faults import Faults
from yhdessa.sandbox.settings import Clock, Json, SandboxSettings
from yhdessa.sandbox.worker import Worker

_log = logging.getLogger(__name__)

_HELD_AT_MOST = 0.5


@dataclass(frozen=True)
class Delivery:
    """One attempt: ``status`` is the answer's; None if there was none, and then ``problem`` says why."""

    event_id: str
    event_type: str
    attempt: int
    status: int | None
    problem: str = ""


def signature_header(body: bytes, secret: str, timestamp: int) -> str:
    """``Stripe-Signature`` for exactly these bytes, at a moment in seconds since 1970."""
    signed = f"{timestamp}.".encode() + body
    digest = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return f"t={timestamp},v1={digest}"


class Webhooks:
    """Delivers events to one endpoint from the worker's thread, and keeps a log of every attempt."""

    def __init__(self, settings: SandboxSettings, clock: Clock, worker: Worker, faults: Faults) -> None:
        self._settings, self._clock, self._worker, self._faults = settings, clock, worker, faults
        self._lock = threading.Lock()
        self._held: Callable[[], None] | None = None
        self.log: list[Delivery] = []

    def wants(self, event_type: str) -> bool:
        """Whether the endpoint is there and has this type among its enabled events."""
        enabled = self._settings.webhook_events
        return self._settings.webhook_url is not None and any(
            fnmatchcase(event_type, each) for each in enabled
        )

    def send(self, event: Json, delivered: Callable[[], None]) -> None:
        """Deliver an event soon; ``delivered`` is called when the endpoint has taken it (2xx)."""
        if not self.wants(event["type"]):
            return
        body = json.dumps(event, indent=2).encode()
        attempt = functools.partial(self._attempt, event, body, 1, delivered)
        start = functools.partial(self._worker.schedule, attempt)
        with self._lock:
            if self._held is None and self._faults.take("reorder_events"):
                self._held = start
                self._worker.schedule(self._release, _HELD_AT_MOST)
                return
        start()
        if self._faults.take("duplicate_event"):
            start()
        self._release()

    def clear(self) -> None:
        """Forget the log, and an event that is held back."""
        with self._lock:
            self._held = None
        self.log.clear()

    def _release(self) -> None:
        with self._lock:
            held, self._held = self._held, None
        if held is not None:
            held()

    def _attempt(self, event: Json, body: bytes, attempt: int, delivered: Callable[[], None]) -> None:
        try:
            status, problem = self._post(body), ""
        except (OSError, http.client.HTTPException) as error:
            status, problem = None, f"{type(error).__name__}: {error}"
        self.log.append(Delivery(event["id"], event["type"], attempt, status, problem))
        if status is not None and 200 <= status < 300:
            delivered()
        elif attempt <= len(self._settings.webhook_retry_delays):
            again = functools.partial(self._attempt, event, body, attempt + 1, delivered)
            self._worker.schedule(again, self._settings.webhook_retry_delays[attempt - 1])
        else:
            _log.warning("The webhook endpoint did not take %s: %s", event["id"], problem or status)

    def _post(self, body: bytes) -> int:
        url = urlsplit(self._settings.webhook_url or "")
        connect = http.client.HTTPSConnection if url.scheme == "https" else http.client.HTTPConnection
        connection = connect(url.netloc, timeout=self._settings.webhook_timeout)
        try:
            target = url.path + (f"?{url.query}" if url.query else "")
            connection.request("POST", target or "/", body, self._headers(body))
            return connection.getresponse().status
        finally:
            connection.close()

    def _headers(self, body: bytes) -> dict[str, str]:
        return {
            "Content-Type": "application/json; charset=utf-8",
            "User-Agent": "Stripe/1.0 (sandbox)",
            "Connection": "close",
            "Stripe-Signature": signature_header(body, self._settings.webhook_secret, int(self._clock())),
        }
