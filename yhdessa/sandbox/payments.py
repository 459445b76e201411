"""What the visitor's button on the hosted page does to a session: pay, be declined, pay later.

Which events follow which: "Fulfill orders", https://docs.stripe.com/checkout/fulfillment (delayed methods
complete the session unpaid, and ``async_payment_succeeded`` or ``async_payment_failed`` follows).
"""

import functools
from typing import Literal

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.resources import payment_intents
from yhdessa.sandbox.settings import Json

Outcome = Literal["paid", "declined", "later_paid", "later_failed"]
OUTCOMES: tuple[Outcome, ...] = ("paid", "declined", "later_paid", "later_failed")

_DECLINED: Json = {
    "type": "card_error",
    "code": "card_declined",
    "decline_code": "generic_decline",
    "doc_url": "https://stripe.com/docs/error-codes/card-declined",
    "message": "Your card was declined.",
}
_DEBIT_FAILED: Json = {
    "type": "invalid_request_error",
    "code": "payment_intent_payment_attempt_failed",
    "doc_url": "https://stripe.com/docs/error-codes/payment-intent-payment-attempt-failed",
    "message": "The payment failed.",
}


def attempt(account: Account, session: Json, outcome: Outcome, email: str) -> None:
    """One press of a button on the page of an open session."""
    intent = _intent(account, session)
    delayed = account.faults.take("delay_payment") if outcome == "paid" else None
    match outcome:
        case "declined":
            payment_intents.fail(intent, _DECLINED)
            account.record("payment_intent.payment_failed", intent)
        case "paid" if delayed is None:
            payment_intents.succeed(intent)
            account.record("payment_intent.succeeded", intent)
            _complete(account, session, email, "paid")
        case _:
            intent.update(status="processing", last_payment_error=None)
            _complete(account, session, email, "unpaid")
            seconds = delayed.seconds if delayed else account.settings.settlement_delay
            settle = functools.partial(_settle, account, session, intent, outcome != "later_failed")
            account.worker.schedule(settle, seconds)


def _intent(account: Account, session: Json) -> Json:
    """Made at the first attempt and kept for the next ones; none exists before a visitor has tried to pay."""
    found = account.store.find_any(session["payment_intent"])
    if found is not None:
        return found
    data = account.store.behind(session["id"])["payment_intent_data"]
    intent = account.store.add(payment_intents.new_intent(session, data, account.now()))
    session["payment_intent"] = intent["id"]
    return intent


def _complete(account: Account, session: Json, email: str, payment_status: str) -> None:
    details: Json = {
        **dict.fromkeys(("address", "business_name", "individual_name", "name", "phone")),
        "email": email,
        "tax_exempt": "none",
        "tax_ids": [],
    }
    session.update(status="complete", payment_status=payment_status, customer_details=details, url=None)
    account.record("checkout.session.completed", session)


def _settle(account: Account, session: Json, intent: Json, succeeds: bool) -> None:
    with account.store.lock:
        if account.store.find_any(session["id"]) is not session:
            return  # the sandbox was reset meanwhile
        if succeeds:
            payment_intents.succeed(intent)
            session["payment_status"] = "paid"
            account.record("payment_intent.succeeded", intent)
            account.record("checkout.session.async_payment_succeeded", session)
        else:
            payment_intents.fail(intent, _DEBIT_FAILED)
            account.record("payment_intent.payment_failed", intent)
            account.record("checkout.session.async_payment_failed", session)
