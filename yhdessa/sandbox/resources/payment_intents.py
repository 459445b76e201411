"""PaymentIntents: retrieve and list, and the object that a payment on the hosted page makes.

Charges are not spoken yet, so ``latest_charge`` stays null.
"""

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.ids import new_id, random_text
from yhdessa.sandbox.listing import created_within, matches, page
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.settings import Json


def retrieve(account: Account, call: Call) -> Json:
    """One PaymentIntent; raises ``StripeError`` (404) for an unknown id."""
    intent = account.store.find("payment_intent", call.arguments["intent"])
    if intent is None:
        raise missing("payment_intent", call.arguments["intent"], "intent")
    return intent


def list_(account: Account, call: Call) -> Json:
    """PaymentIntents, newest first, filtered by ``created``, ``customer`` and ``customer_account``."""
    wanted = (
        intent
        for intent in account.store.newest_first("payment_intent")
        if created_within(intent, call.params.get("created"))
        and matches(intent, call.params, "customer", "customer_account")
    )
    return page(wanted, call.params, "/v1/payment_intents")


def new_intent(session: Json, data: Json, now: int) -> Json:
    """The PaymentIntent of a Checkout Session before any attempt; ``data`` is its ``payment_intent_data``."""
    intent_id = new_id("pi")
    return {
        "id": intent_id,
        "object": "payment_intent",
        "amount": session["amount_total"],
        "amount_capturable": 0,
        "amount_details": {"tip": {}},
        "amount_received": 0,
        "application": None,
        "application_fee_amount": None,
        "automatic_payment_methods": None,
        "canceled_at": None,
        "cancellation_reason": None,
        "capture_method": data.get("capture_method", "automatic_async"),
        "client_secret": f"{intent_id}_secret_{random_text(25)}",
        "confirmation_method": "automatic",
        "created": now,
        "currency": session["currency"],
        "customer": None,
        "customer_account": None,
        "description": data.get("description"),
        "last_payment_error": None,
        "latest_charge": None,
        "livemode": False,
        "metadata": data.get("metadata", {}),
        "next_action": None,
        "on_behalf_of": None,
        "payment_method": None,
        "payment_method_configuration_details": None,
        "payment_method_options": {},
        "payment_method_types": session["payment_method_types"],
        "processing": None,
        "receipt_email": data.get("receipt_email"),
        "review": None,
        "setup_future_usage": None,
        "shipping": None,
        "statement_descriptor": None,
        "statement_descriptor_suffix": data.get("statement_descriptor_suffix"),
        "status": "requires_payment_method",
        "transfer_data": None,
        "transfer_group": None,
    }


def succeed(intent: Json) -> None:
    """The money has come."""
    intent.update(status="succeeded", amount_received=intent["amount"], last_payment_error=None)


def fail(intent: Json, error: Json) -> None:
    """The attempt has failed; another one may follow. ``error`` has the fields of ``last_payment_error``."""
    intent.update(status="requires_payment_method", last_payment_error=error)
