"""The one Stripe account that the sandbox plays: its objects, its events and what is due."""

import copy
import functools
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field

from yhdessa.sandbox import contract
from yhdessa.sandbox.faults import Faults
from yhdessa.sandbox.ids import new_id
from yhdessa.sandbox.settings import Clock, Json, SandboxSettings
from yhdessa.sandbox.store import Store
from yhdessa.sandbox.timeline import Timeline
from yhdessa.sandbox.webhooks import Webhooks
from yhdessa.sandbox.worker import Worker


@dataclass(frozen=True)
class Cause:
    """The API request that an event comes from; None for what happens on a hosted page or by itself."""

    request_id: str | None = None
    idempotency_key: str | None = None


@dataclass
class Account:
    """What resources, flows and hosted pages act on; whoever changes it holds ``store.lock``."""

    settings: SandboxSettings
    clock: Clock
    store: Store
    faults: Faults
    worker: Worker
    webhooks: Webhooks
    timeline: Timeline
    _cause: Cause = field(default_factory=Cause)

    def now(self) -> int:
        """Seconds since 1970 by the clock of what is being done."""
        return self.timeline.now()

    def at(self, moment: int, action: Callable[[], None]) -> None:
        """Do something when the sandbox's time has reached a moment."""
        self.timeline.at(moment, action)

    def on_clock_of(self, stripe_object: Json | None) -> AbstractContextManager[None]:
        """Work at the time of the test clock that an object (a customer, an invoice ...) lives by."""
        return self.timeline.on((stripe_object or {}).get("test_clock"))

    def catch_up(self) -> None:
        """Do what time has made due."""
        self.timeline.catch_up()

    @contextmanager
    def caused_by(self, cause: Cause) -> Iterator[None]:
        """Events of the block name this request."""
        before, self._cause = self._cause, cause
        try:
            yield
        finally:
            self._cause = before

    def record(self, event_type: str, stripe_object: Json, previous: Json | None = None) -> None:
        """Record an event about an object as it is now, and deliver it.

        ``previous`` are the old values of fields that an ``updated`` event tells of.
        """
        contract.check_object(stripe_object)
        event = self.event(event_type, stripe_object, previous)
        contract.check_object(event)
        self.store.add(event)
        self.webhooks.send(copy.deepcopy(event), functools.partial(self._delivered, event))

    def clear(self) -> None:
        """Forget every object, event, fault and delivery."""
        with self.store.lock:
            self.worker.clear()
            self.store.clear()
            self.faults.clear()
            self.webhooks.clear()
            self.timeline.clear()

    def event(self, event_type: str, stripe_object: Json, previous: Json | None) -> Json:
        """An event that tells of an object as it is now; neither stored nor sent."""
        told = {} if previous is None else {"previous_attributes": copy.deepcopy(previous)}
        return {
            "id": new_id("evt"),
            "object": "event",
            "api_version": contract.ENDIVE,
            "created": self.timeline.told(),
            "data": {"object": copy.deepcopy(stripe_object), **told},
            "livemode": False,
            "pending_webhooks": 1 if self.webhooks.wants(event_type) else 0,
            "request": {"id": self._cause.request_id, "idempotency_key": self._cause.idempotency_key},
            "type": event_type,
        }

    def _delivered(self, event: Json) -> None:
        with self.store.lock:
            event["pending_webhooks"] = 0


def open_account(settings: SandboxSettings, clock: Clock) -> Account:
    """A new account without any object."""
    faults, worker = Faults(), Worker()
    webhooks = Webhooks(settings, clock, worker, faults)
    return Account(settings, clock, Store(), faults, worker, webhooks, Timeline(clock))
