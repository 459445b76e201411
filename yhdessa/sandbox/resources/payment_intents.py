"""PaymentIntents: create with a saved method or a test token, retrieve, update, list, search."""

from yhdessa.sandbox import metadata
from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.flows import charging
from yhdessa.sandbox.listing import matches, stored
from yhdessa.sandbox.objects import payment_method
from yhdessa.sandbox.objects.customer import existing
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.rules import refusal
from yhdessa.sandbox.search import searched
from yhdessa.sandbox.settings import Json

_TOLD = ("description", "metadata", "receipt_email", "statement_descriptor_suffix")


def create(account: Account, call: Call) -> Json:
    """A new intent, tried at once with ``confirm``; raises ``StripeError`` (402) for a declined card."""
    params = call.params
    customer = existing(account.store, params["customer"], "customer") if "customer" in params else None
    methods = payment_method.offered_methods(
        params["currency"], params.get("allowed_payment_method_types"), []
    )
    asked = {name: params[name] for name in _TOLD if name in params}
    with account.on_clock_of(customer):
        intent = charging.begin(
            account,
            params["amount"],
            params["currency"],
            methods,
            {
                **asked,
                "customer": params.get("customer"),
                "automatic_payment_methods": _automatic(params),
            },
        )
        if "payment_method" in params:
            method = payment_method.resolved(account, params["payment_method"], "payment_method", customer)
            intent.update(payment_method=method["id"], status="requires_confirmation")
            if params.get("confirm") and charging.attempt(account, intent, method, "paid") == "declined":
                raise charging.card_error(intent)
    return intent


def retrieve(account: Account, call: Call) -> Json:
    """One PaymentIntent; raises ``StripeError`` (404) for an unknown id."""
    intent = account.store.find("payment_intent", call.arguments["intent"])
    if intent is None:
        raise missing("payment_intent", call.arguments["intent"], "intent")
    return intent


def update(account: Account, call: Call) -> Json:
    """Change what does not move money."""
    intent, params = retrieve(account, call), call.params
    if intent["status"] in ("succeeded", "canceled") and params.keys() - {
        "metadata",
        "description",
        "expand",
    }:
        raise refusal("payment-intent-done-fixed", status=intent["status"])
    intent.update({name: params[name] or None for name in _TOLD if name in params and name != "metadata"})
    intent["metadata"] = metadata.merged(intent["metadata"], params.get("metadata"))
    return intent


def list_(account: Account, call: Call) -> Json:
    """PaymentIntents, newest first, filtered by ``created``, ``customer`` and ``customer_account``."""
    params = call.params
    return stored(
        account.store,
        "payment_intent",
        params,
        "/v1/payment_intents",
        lambda intent: matches(intent, params, "customer", "customer_account"),
    )


def search(account: Account, call: Call) -> Json:
    """PaymentIntents by Stripe's query language."""
    return searched(account, "payment_intent", call.params)


def _automatic(params: Json) -> Json:
    asked = params.get("automatic_payment_methods", {"enabled": True})
    return {"allow_redirects": "always", **asked}
