"""Stripe: the one module that imports its SDK. What goes in and out is ours, and no text of Stripe's."""

from __future__ import annotations

import enum
import re
import uuid
from dataclasses import dataclass

import stripe

from yhdessa.l10n.money import Money

#: Seconds for one try, and further tries: together well within a function's half minute.
TIMEOUT = 8
RETRIES = 2
SESSION_ID = re.compile(r"cs_(?:test|live)_[A-Za-z0-9]{8,200}")
#: The languages of ours that Checkout speaks. https://docs.stripe.com/api/checkout/sessions/create
LOCALES = ("fi", "sv", "en", "de", "nb", "da", "et")
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


class Payments:
    """Stripe through one account's key; `api` is the address of a stand-in, None for Stripe itself."""

    def __init__(self, secret_key: str, api: str | None = None) -> None:
        self.client = stripe.StripeClient(
            secret_key,
            max_network_retries=RETRIES,
            http_client=stripe.RequestsClient(timeout=TIMEOUT),
            base_addresses={"api": api} if api else {},
        )

    def create_checkout(self, order: GiftOrder) -> str:
        """Begin a payment; the address of the page that takes it. Raises PaymentsUnavailable.

        Each call has a key of its own, kept through its retries: two strangers who give the same sum must
        not share a session. https://docs.stripe.com/api/idempotent_requests
        """
        metadata = {"kind": KIND, "goal": order.goal or "", "language": order.language}
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
            session = self.client.v1.checkout.sessions.retrieve(session_id)
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
    return GiftState.DELAYED if session.status == "complete" else GiftState.UNPAID
