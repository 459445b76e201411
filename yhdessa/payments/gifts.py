"""Gifts: a payment is begun, and afterwards it is told what is true of it."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

import stripe

from yhdessa.l10n.money import Money
from yhdessa.payments.client import BUDGET, TIMEOUT, PaymentsUnavailable, connect, unavailable
from yhdessa.payments.orders import MONTHLY, ONE_OFF, SOURCE, GiftOrder, key_of, metadata_of

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


@dataclass(frozen=True)
class Gift:
    """A gift as Stripe knows it."""

    state: GiftState
    amount: Money
    monthly: bool = False


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
        self.sessions = self.client.v1.checkout.sessions
        # The SDK imports as late as it can. Here it is done at start, so that no giver waits for it.
        expanded = {"object": "checkout.session", "payment_intent": {"object": "payment_intent"}}
        stripe.checkout.Session.construct_from(expanded, secret_key)

    def create_checkout(self, order: GiftOrder) -> str:
        """Begin a payment; the address of the page that takes it. Raises PaymentsUnavailable.

        Each call has a key of its own, kept through its retries: two strangers who give the same sum must
        not share a session, and only an attempt of one visitor has one key for the same order.
        https://docs.stripe.com/api/idempotent_requests
        """
        asked = _checkout(order)
        try:
            session = self.sessions.create(asked, {"idempotency_key": key_of(order.attempt, asked)})
        except stripe.StripeError as error:
            raise unavailable(error) from error
        if not session.url:
            raise PaymentsUnavailable
        return session.url

    def find_gift(self, session_id: str) -> Gift | None:
        """The gift of a Checkout session; None for an id that is none of ours. Raises PaymentsUnavailable."""
        if not SESSION_ID.fullmatch(session_id):
            return None
        try:
            session = self.sessions.retrieve(session_id, {"expand": ["payment_intent", "subscription"]})
        except stripe.InvalidRequestError:
            return None
        except stripe.StripeError as error:
            raise unavailable(error) from error
        metadata = session.metadata.to_dict() if session.metadata is not None else {}
        kind = metadata.get("kind")
        ours = metadata.get("source") == SOURCE and kind in (ONE_OFF, MONTHLY)
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


def _state(session: stripe.checkout.Session) -> GiftState:
    if session.payment_status == "paid":
        return GiftState.PAID
    return GiftState.DELAYED if session.status == "complete" and not _failed(session) else GiftState.UNPAID


def _failed(session: stripe.checkout.Session) -> bool:
    """Whether the bank has refused: a session stays `complete` and `unpaid` then, only its payment
    or its subscription tells.

    https://docs.stripe.com/payments/paymentintents/lifecycle
    """
    intent, subscription = session.payment_intent, session.subscription
    if isinstance(subscription, stripe.Subscription):
        return subscription.status in ENDED
    return isinstance(intent, stripe.PaymentIntent) and intent.status in (
        "requires_payment_method",
        "canceled",
    )
