"""A PaymentIntent is tried: a charge succeeds, is declined, or is pending until the bank has answered.

Events: "How PaymentIntents work", https://docs.stripe.com/payments/paymentintents/lifecycle, and
"Types of events", https://docs.stripe.com/api/events/types.
"""

from typing import Literal

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import StripeError
from yhdessa.sandbox.flows import disputing
from yhdessa.sandbox.objects import balance_transaction, payment_method
from yhdessa.sandbox.objects.charge import new_charge
from yhdessa.sandbox.objects.payment_intent import new_intent
from yhdessa.sandbox.settings import Json

Outcome = Literal["paid", "declined", "pending"]

DECLINED: Json = {
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


def begin(account: Account, amount: int, currency: str, methods: list[str], data: Json) -> Json:
    """A PaymentIntent before any attempt."""
    intent = account.store.add(new_intent(amount, currency, methods, data, account.now()))
    account.record("payment_intent.created", intent)
    return intent


def attempt(account: Account, intent: Json, method: Json, outcome: Outcome) -> Outcome:
    """Try to take the money, and say how that went.

    A method or a fault (``decline_payment``) that makes charges fail turns ``paid`` into ``declined``.
    """
    if outcome == "paid" and _is_to_fail(account, method):
        outcome = "declined"
    status = {"paid": "succeeded", "declined": "failed", "pending": "pending"}[outcome]
    charge = account.store.add(new_charge(intent, method, account.now(), status))
    intent.update(latest_charge=charge["id"], payment_method=method["id"])
    match outcome:
        case "paid":
            _succeed(account, intent, charge)
        case "declined":
            _fail(account, intent, charge, DECLINED)
        case "pending":
            intent.update(status="processing", last_payment_error=None)
            account.record("charge.pending", charge)
            account.record("payment_intent.processing", intent)
    return outcome


def settle(account: Account, intent: Json, succeeds: bool) -> None:
    """The bank has answered about a pending charge."""
    charge = account.store.find_any(intent["latest_charge"])
    if charge is None or charge["status"] != "pending":
        return
    if succeeds:
        charge["status"] = "succeeded"
        _succeed(account, intent, charge)
    else:
        charge.update(status="failed", paid=False, captured=False, amount_captured=0)
        _fail(account, intent, charge, _DEBIT_FAILED)


def cancel(account: Account, intent: Json, reason: str) -> None:
    """Nothing will be taken any more; an intent that has succeeded stays."""
    if intent["status"] in ("succeeded", "canceled"):
        return
    intent.update(status="canceled", canceled_at=account.now(), cancellation_reason=reason)
    account.record("payment_intent.canceled", intent)


def card_error(intent: Json | None = None) -> StripeError:
    """The answer (402) to a request whose charge was declined."""
    more = {"decline_code": DECLINED["decline_code"], **({"payment_intent": intent} if intent else {})}
    return StripeError(DECLINED["message"], "card_error", DECLINED["code"], status=402, more=more)


def _is_to_fail(account: Account, method: Json) -> bool:
    if payment_method.behaviour_of(account.store, method) == "fails":
        return True
    return account.faults.take("decline_payment") is not None


def _succeed(account: Account, intent: Json, charge: Json) -> None:
    kind: balance_transaction.Kind = "charge" if charge["id"].startswith("ch_") else "payment"
    fee = balance_transaction.charge_fee(charge)
    moved = balance_transaction.new_transaction(kind, charge, charge["amount"], fee, account.now())
    charge["balance_transaction"] = account.store.add(moved)["id"]
    intent.update(status="succeeded", amount_received=intent["amount"], last_payment_error=None)
    account.record("charge.succeeded", charge)
    account.record("payment_intent.succeeded", intent)
    method = account.store.find_any(charge["payment_method"])
    if payment_method.behaviour_of(account.store, method) == "disputed":
        disputing.open_dispute(account, charge, charge["amount"], "fraudulent")


def _fail(account: Account, intent: Json, charge: Json, error: Json) -> None:
    charge.update(failure_code=error["code"], failure_message=error["message"])
    intent.update(status="requires_payment_method", last_payment_error={**error, "charge": charge["id"]})
    intent["payment_method"] = None
    account.record("charge.failed", charge)
    account.record("payment_intent.payment_failed", intent)
