"""The one Stripe account that the sandbox plays: its objects, its events and what is due."""

import copy
import functools
import heapq
from collections.abc import Callable
from dataclasses import dataclass, field

from yhdessa.sandbox import contract
from yhdessa.sandbox.faults import Faults
from yhdessa.sandbox.ids import new_id
from yhdessa.sandbox.settings import Clock, Json, SandboxSettings
from yhdessa.sandbox.store import Store
from yhdessa.sandbox.webhooks import Webhooks
from yhdessa.sandbox.worker import Worker


@dataclass(frozen=True)
class Cause:
    """The API request that an event comes from; None for what happens on the hosted page or by itself."""

    request_id: str | None = None
    idempotency_key: str | None = None


@dataclass
class Account:
    """What resources and the hosted page act on; whoever changes it holds ``store.lock``."""

    settings: SandboxSettings
    clock: Clock
    store: Store
    faults: Faults
    worker: Worker
    webhooks: Webhooks
    _deadlines: list[tuple[int, str, Callable[[], None]]] = field(default_factory=list)

    def now(self) -> int:
        """Seconds since 1970 by the sandbox's clock."""
        return int(self.clock())

    def at(self, moment: int, name: str, action: Callable[[], None]) -> None:
        """Do something when the sandbox's clock has reached a moment (see ``catch_up``)."""
        heapq.heappush(self._deadlines, (moment, name, action))

    def catch_up(self) -> None:
        """Do what the clock has made due. Called at every request: time passes when somebody looks."""
        while self._deadlines and self._deadlines[0][0] <= self.now():
            heapq.heappop(self._deadlines)[2]()

    def record(self, event_type: str, stripe_object: Json, cause: Cause | None = None) -> None:
        """Record an event about an object as it is now, and deliver it."""
        contract.check_object(stripe_object)
        event = self._event(event_type, stripe_object, cause or Cause())
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
            self._deadlines.clear()

    def _event(self, event_type: str, stripe_object: Json, cause: Cause) -> Json:
        return {
            "id": new_id("evt"),
            "object": "event",
            "api_version": contract.ENDIVE,
            "created": self.now(),
            "data": {"object": copy.deepcopy(stripe_object)},
            "livemode": False,
            "pending_webhooks": 0 if self.settings.webhook_url is None else 1,
            "request": {"id": cause.request_id, "idempotency_key": cause.idempotency_key},
            "type": event_type,
        }

    def _delivered(self, event: Json) -> None:
        with self.store.lock:
            event["pending_webhooks"] = 0


def open_account(settings: SandboxSettings, clock: Clock) -> Account:
    """A new account without any object."""
    faults, worker = Faults(), Worker()
    return Account(settings, clock, Store(), faults, worker, Webhooks(settings, clock, worker, faults))
