"""Stripe: the one module that imports its SDK. What goes in and out is ours, and no text of Stripe's."""

from __future__ import annotations

import enum
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import stripe

from yhdessa.l10n.money import Money

#: Seconds to reach Stripe and to wait for its answer, for one try, and further tries: with the pauses between
#: them at most 26 seconds, within the 29 that API Gateway gives a function.
TIMEOUT = (3.05, 5.0)
RETRIES = 2
SESSION_ID = re.compile(r"cs_(?:test|live)_[A-Za-z0-9]{8,200}")
#: The languages that Checkout speaks, without regions. https://docs.stripe.com/api/checkout/sessions/create
LOCALES = (
    *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fil", "fr", "hr", "hu", "id", "it", "ja", "ko"),
    *("lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "th", "tr", "vi", "zh"),
)
#: The mark by which our own sessions are known, and the ledger tells gifts from all else.
KIND = "gift"


class PaymentsUnavailable(Exception):
    """Stripe did not answer, or refused: the cause is chained for the log, never for the visitor."""


class GiftState(enum.Enum):
    """What is true of a gift: `DELAYED` while a bank still confirms it."""

    PAID = "paid"
    DELAYED = "delayed"
    UNPAID = "unpaid"


@dataclass(frozen=True)
class GiftOrder:
    """A gift to be paid: the sum, what the payment page calls it, where it sends the giver afterwards."""

    amount: Money
    product: str
    goal: str | None
    language: str
    success_url: str
    cancel_url: str


@dataclass(frozen=True)
class Gift:
    """A gift as Stripe knows it."""

    state: GiftState
    amount: Money


class Patient(stripe.RequestsClient):
    """The SDK's HTTP client, which tries again after 429 too, within the same bound and with the same key.

    https://docs.stripe.com/rate-limits asks for it; the SDK leaves it to its users.
    """

    def _should_retry(
        self,
        response: tuple[Any, int, Mapping[str, str] | None] | None,
        api_connection_error: stripe.APIConnectionError | None,
        num_retries: int,
        max_network_retries: int | None,
    ) -> bool:
        if response is not None and response[1] == 429:
            advice = (response[2] or {}).get("stripe-should-retry")
            return num_retries < (max_network_retries or 0) and advice != "false"
        return bool(super()._should_retry(response, api_connection_error, num_retries, max_network_retries))


class Payments:
    """Stripe through one account's key; `api` is the address of a stand-in, None for Stripe itself.

    `timeout` is as TIMEOUT.
    """

    def __init__(
        self, secret_key: str, api: str | None = None, timeout: tuple[float, float] = TIMEOUT
    ) -> None:
        self.client = stripe.StripeClient(
            secret_key,
            max_network_retries=RETRIES,
            http_client=Patient(timeout=timeout),
            base_addresses={"api": api} if api else {},
        )

    def create_checkout(self, order: GiftOrder) -> str:
        """Begin a payment; the address of the page that takes it. Raises PaymentsUnavailable.

        Each call has a key of its own, kept through its retries: two strangers who give the same sum must
        not share a session. https://docs.stripe.com/api/idempotent_requests
        """
        goal = {"goal": order.goal} if order.goal else {}
        metadata = {"kind": KIND, "language": order.language, **goal}
        try:
            session = self.client.v1.checkout.sessions.create(
                {
                    "mode": "payment",
                    "submit_type": "donate",
                    "locale": order.language if order.language in LOCALES else "auto",
                    "line_items": [
                        {
                            "quantity": 1,
                            "price_data": {
                                "currency": order.amount.currency.lower(),
                                "unit_amount": order.amount.minor,
                                "product_data": {"name": order.product},
                            },
                        }
                    ],
                    "metadata": metadata,
                    "payment_intent_data": {"metadata": metadata},
                    "success_url": order.success_url,
                    "cancel_url": order.cancel_url,
                },
                {"idempotency_key": str(uuid.uuid4())},
            )
        except stripe.StripeError as error:
            raise PaymentsUnavailable from error
        if not session.url:
            raise PaymentsUnavailable
        return session.url

    def find_gift(self, session_id: str) -> Gift | None:
        """The gift of a Checkout session; None for an id that is none of ours. Raises PaymentsUnavailable."""
        if not SESSION_ID.fullmatch(session_id):
            return None
        try:
            session = self.client.v1.checkout.sessions.retrieve(session_id, {"expand": ["payment_intent"]})
        except stripe.InvalidRequestError:
            return None
        except stripe.StripeError as error:
            raise PaymentsUnavailable from error
        metadata = session.metadata.to_dict() if session.metadata is not None else {}
        if metadata.get("kind") != KIND or session.amount_total is None or session.currency is None:
            return None
        return Gift(_state(session), Money(session.amount_total, session.currency.upper()))


def _state(session: stripe.checkout.Session) -> GiftState:
    if session.payment_status == "paid":
        return GiftState.PAID
    return GiftState.DELAYED if session.status == "complete" and not _failed(session) else GiftState.UNPAID


def _failed(session: stripe.checkout.Session) -> bool:
    """Whether the bank has refused: a session stays `complete` and `unpaid` then, only its payment tells.

    https://docs.stripe.com/payments/paymentintents/lifecycle
    """
    intent = session.payment_intent
    return isinstance(intent, stripe.PaymentIntent) and intent.status in (
        "requires_payment_method",
        "canceled",
    )
