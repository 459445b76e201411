"""Gifts: a payment is begun, and afterwards it is told what is true of it."""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING

from msgspec import Struct

from yhdessa.l10n.money import Money
from yhdessa.payments.client import BUDGET, TIMEOUT, PaymentsRefused, PaymentsUnavailable, ask, connect
from yhdessa.payments.orders import MONTHLY, ONE_OFF, SOURCE, GiftOrder, key_of, metadata_of

if TYPE_CHECKING:
    import stripe

SESSION_ID = re.compile(r"cs_(?:test|live)_[A-Za-z0-9]{8,200}")
#: The languages that Checkout speaks, without regions. https://docs.stripe.com/api/checkout/sessions/create
LOCALES = (
    *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fil", "fr", "hr", "hu", "id", "it", "ja", "ko"),
    *("lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "th", "tr", "vi", "zh"),
)
#: What a subscription is while its first payment can no longer come by itself.
#: https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses
ENDED = ("past_due", "unpaid", "canceled", "incomplete_expired")


class GiftState(enum.Enum):
    """What is true of a gift: `DELAYED` while a bank still confirms it."""

    PAID = "paid"
    DELAYED = "delayed"
    UNPAID = "unpaid"


class Gift(Struct, frozen=True):
    """A gift as Stripe knows it."""

    state: GiftState
    amount: Money
    monthly: bool = False


class Payment(Struct, frozen=True):
    """Of a payment or a subscription that a session came to: how it stands."""

    status: str = ""


class Session(Struct, frozen=True):
    """What we read of a Checkout session. https://docs.stripe.com/api/checkout/sessions/object"""

    url: str | None = None
    status: str | None = None
    payment_status: str = ""
    amount_total: int | None = None
    currency: str | None = None
    metadata: dict[str, str] | None = None
    payment_intent: Payment | str | None = None
    subscription: Payment | str | None = None


class Payments:
    """Gifts through one account's key; the arguments are `connect`'s."""

    def __init__(
        self,
        secret_key: str,
        api: str | None = None,
        timeout: tuple[float, float] = TIMEOUT,
        budget: float = BUDGET,
    ) -> None:
        self.client = connect(secret_key, api, timeout, budget)

    def create_checkout(self, order: GiftOrder) -> str:
        """Begin a payment; the address of the page that takes it. Raises PaymentsUnavailable.

        Each call has a key of its own, kept through its retries: two strangers who give the same sum must
        not share a session, and only an attempt of one visitor has one key for the same order.
        https://docs.stripe.com/api/idempotent_requests
        """
        asked = _checkout(order)
        session = ask(self.client, "post", "checkout/sessions", asked, Session, key_of(order.attempt, asked))
        if not session.url:
            raise PaymentsUnavailable
        return session.url

    def find_gift(self, session_id: str) -> Gift | None:
        """The gift of a Checkout session; None for an id that is none of ours. Raises PaymentsUnavailable."""
        if not SESSION_ID.fullmatch(session_id):
            return None
        expanded = {"expand": ["payment_intent", "subscription"]}
        try:
            session = ask(self.client, "get", f"checkout/sessions/{session_id}", expanded, Session)
        except PaymentsRefused:
            return None
        marks = session.metadata or {}
        kind = marks.get("kind")
        ours = marks.get("source") == SOURCE and kind in (ONE_OFF, MONTHLY)
        if not ours or session.amount_total is None or session.currency is None:
            return None
        return Gift(_state(session), Money(session.amount_total, session.currency.upper()), kind == MONTHLY)


def _checkout(order: GiftOrder) -> stripe.params.checkout.SessionCreateParams:
    """What Stripe is asked for. The metadata stands on the payment as well, where the ledger reads it."""
    metadata = metadata_of(order)
    asked: stripe.params.checkout.SessionCreateParams = {
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
        "success_url": order.success_url,
        "cancel_url": order.cancel_url,
    }
    if order.email:
        asked["customer_email"] = order.email
    if order.monthly:
        asked["mode"] = "subscription"
        asked["line_items"][0]["price_data"]["recurring"] = {"interval": "month"}
        asked["subscription_data"] = {"metadata": metadata}
    else:
        # With an address of its own a payment has its receipt sent, whatever the account's settings say.
        asked |= {"mode": "payment", "submit_type": "donate", "payment_intent_data": {"metadata": metadata}}
        if order.email:
            asked["payment_intent_data"]["receipt_email"] = order.email
    return asked


def _state(session: Session) -> GiftState:
    if session.payment_status == "paid":
        return GiftState.PAID
    return GiftState.DELAYED if session.status == "complete" and not _failed(session) else GiftState.UNPAID


def _failed(session: Session) -> bool:
    """Whether the bank has refused: a session stays `complete` and `unpaid` then, only its payment
    or its subscription tells.

    https://docs.stripe.com/payments/paymentintents/lifecycle
    """
    intent, subscription = session.payment_intent, session.subscription
    if isinstance(subscription, Payment):
        return subscription.status in ENDED
    return isinstance(intent, Payment) and intent.status in ("requires_payment_method", "canceled")
