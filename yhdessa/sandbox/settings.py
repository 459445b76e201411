"""What a sandbox is told when it is created."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Clock = Callable[[], float]
"""Seconds since 1970, as ``time.time`` gives them; tests pass their own."""

Json = dict[str, Any]
"""An object in Stripe's JSON, or the decoded parameters of a request: the place where ``Any`` is at home."""


OUR_EVENTS = (
    "checkout.session.*",
    "payment_intent.succeeded",
    "payment_intent.payment_failed",
    "payment_intent.processing",
    "payment_intent.canceled",
    "charge.refunded",
    "charge.dispute.*",
    "customer.subscription.*",
    "invoice.*",
)
"""The types that our flows meet. Stripe, too, sends an endpoint only the types that were enabled for it."""


@dataclass(frozen=True)
class SandboxSettings:
    """Addresses and secrets of one sandbox. All of them are made up: no real key belongs here.

    ``public_url`` is the address that a browser uses for the sandbox, mount prefix included, for example
    ``http://127.0.0.1:8000/sandbox``. Without ``webhook_url`` events are recorded but not delivered, and so
    are those whose type matches none of ``webhook_events`` (a ``*`` stands for anything). Delays are in
    seconds; a delivery is tried once and then once after each of ``webhook_retry_delays`` (Stripe itself goes
    on for up to three days).
    """

    public_url: str = "http://127.0.0.1"
    secret_keys: tuple[str, ...] = ("sk_test_sandbox",)
    webhook_url: str | None = None
    webhook_secret: str = "whsec_sandbox"  # noqa: S105 - made up, and known to everybody
    webhook_events: tuple[str, ...] = OUR_EVENTS
    webhook_retry_delays: tuple[float, ...] = (0.2, 1.0, 3.0)
    webhook_timeout: float = 10.0
    settlement_delay: float = 2.0

    @property
    def base(self) -> str:
        """``public_url`` without a slash at its end."""
        return self.public_url.rstrip("/")
