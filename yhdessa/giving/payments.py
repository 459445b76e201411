"""Stripe: the one module that imports its SDK. What goes in and out is ours, and no text of Stripe's."""

from __future__ import annotations

import enum
import math
import re
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import stripe

from yhdessa.giving.logs import note
from yhdessa.giving.orders import MONTHLY, ONE_OFF, SOURCE, GiftOrder, key_of, metadata_of
from yhdessa.l10n.money import Money

#: Else the SDK keeps an id of this machine in a file, and tells Stripe how long it took to answer.
stripe.enable_telemetry = False
#: The version of Stripe's API that this was written and tried against; the SDK of another would send its own.
API_VERSION = "2026-10-28.endive"
#: Seconds to reach Stripe and to wait for its answer, for one try; how often it is tried again; and for all
#: of it, with the pauses: a visitor waits no longer, and hosts that stop a function do so after ten.
TIMEOUT = (2.0, 4.0)
RETRIES = 2
BUDGET = 8.0
#: A try that has less than this left is not begun.
SHORTEST_TRY = 1.0
CODE = re.compile("[a-z0-9_]{1,60}")
SESSION_ID = re.compile(r"cs_(?:test|live)_[A-Za-z0-9]{8,200}")
#: The languages that Checkout speaks, without regions. https://docs.stripe.com/api/checkout/sessions/create
LOCALES = (
    *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fil", "fr", "hr", "hu", "id", "it", "ja", "ko"),
    *("lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "th", "tr", "vi", "zh"),
)
#: What a subscription is while its first payment can no longer come by itself.
#: https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses
ENDED = ("past_due", "unpaid", "canceled", "incomplete_expired")


class PaymentsUnavailable(Exception):
    """Stripe did not answer, or refused: the cause is chained for the log, never for the visitor."""


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


class Patient(stripe.RequestsClient):
    """The SDK's HTTP client within a budget of seconds for all tries of a request, which keep its key.

    It tries again after 429 too: https://docs.stripe.com/rate-limits asks for it, the SDK leaves it to its
    users.
    """

    def __init__(self, timeout: tuple[float, float], budget: float) -> None:
        self._of_this_thread = threading.local()
        self._longest, self._budget = timeout, budget
        super().__init__(timeout=timeout)

    def request_with_retries(self, *args: Any, **more: Any) -> tuple[str, int, Mapping[str, str]]:
        """As the SDK does it, from now on by the clock."""
        self._of_this_thread.until = time.monotonic() + self._budget
        content, status, headers = super().request_with_retries(*args, **more)
        note(stripe=str(headers.get("Request-Id", "")))
        return content, status, headers

    @property
    def _timeout(self) -> tuple[float, float]:
        """Reaching Stripe and waiting for it, which follow each other, stay within what is left."""
        left = self._left()
        connect = min(self._longest[0], left / 2)
        return connect, min(self._longest[1], left - connect)

    @_timeout.setter
    def _timeout(self, _: object) -> None:
        """The SDK sets one for all requests."""

    def _left(self) -> float:
        return max(getattr(self._of_this_thread, "until", math.inf) - time.monotonic(), 0.01)

    def _should_retry(
        self,
        response: tuple[Any, int, Mapping[str, str] | None] | None,
        api_connection_error: stripe.APIConnectionError | None,
        num_retries: int,
        max_network_retries: int | None,
    ) -> bool:
        pause = min(stripe.HTTPClient.INITIAL_DELAY * 2**num_retries, stripe.HTTPClient.MAX_DELAY)
        if self._left() < pause + SHORTEST_TRY:
            return False
        if response is not None and response[1] == 429:
            advice = (response[2] or {}).get("stripe-should-retry")
            return num_retries < (max_network_retries or 0) and advice != "false"
        return bool(super()._should_retry(response, api_connection_error, num_retries, max_network_retries))


class Payments:
    """Stripe through one account's key; `api` is the address of a stand-in, None for Stripe itself.

    `timeout` and `budget` are as TIMEOUT and BUDGET.
    """

    def __init__(
        self,
        secret_key: str,
        api: str | None = None,
        timeout: tuple[float, float] = TIMEOUT,
        budget: float = BUDGET,
    ) -> None:
        self.client = stripe.StripeClient(
            secret_key,
            stripe_version=API_VERSION,
            max_network_retries=RETRIES,
            http_client=Patient(timeout, budget),
            base_addresses={"api": api} if api else {},
        )
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
            raise _unavailable(error) from error
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
            raise _unavailable(error) from error
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


def _unavailable(error: stripe.StripeError) -> PaymentsUnavailable:
    """The fault as we tell it; the log gets Stripe's code and status, and none of its words."""
    code = error.code or ""
    note(
        stripe_status=error.http_status or 0,
        stripe_code=code if CODE.fullmatch(code) else "",
        stripe=error.request_id or "",
    )
    return PaymentsUnavailable()


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
