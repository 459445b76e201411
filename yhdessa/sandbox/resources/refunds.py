"""Refunds: create, retrieve, update, list."""

from yhdessa.sandbox import metadata
from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.flows import refunding
from yhdessa.sandbox.listing import matches, stored
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.rules import refusal
from yhdessa.sandbox.settings import Json


def create(account: Account, call: Call) -> Json:
    """Give a charge back, what is left of it unless ``amount`` says how much."""
    params = call.params
    charge = _charge(account, params)
    if charge["status"] != "succeeded":
        raise refusal("refund-only-succeeded")
    left = charge["amount"] - charge["amount_refunded"]
    if left == 0:
        raise refusal("refund-once", charge=charge["id"])
    if charge["disputed"]:
        raise refusal("refund-not-disputed", charge=charge["id"])
    amount = params.get("amount", left)
    if amount > left:
        raise refusal("refund-within-charge", amount=amount, left=left, currency=charge["currency"])
    with account.on_clock_of(account.store.find_any(charge["customer"])):
        return refunding.refund(account, charge, amount, params)


def retrieve(account: Account, call: Call) -> Json:
    """One refund; raises ``StripeError`` (404) for an unknown id."""
    found = account.store.find("refund", call.arguments["refund"])
    if found is None:
        raise missing("refund", call.arguments["refund"], "refund")
    return found


def update(account: Account, call: Call) -> Json:
    """Change the metadata of a refund."""
    found = retrieve(account, call)
    before = {"metadata": found["metadata"]}
    found["metadata"] = metadata.merged(found["metadata"], call.params.get("metadata"))
    account.record("refund.updated", found, before)
    return found


def list_(account: Account, call: Call) -> Json:
    """Refunds, newest first."""
    params = call.params
    return stored(
        account.store,
        "refund",
        params,
        "/v1/refunds",
        lambda each: matches(each, params, "charge", "payment_intent"),
    )


def _charge(account: Account, params: Json) -> Json:
    if "charge" in params:
        found = account.store.find("charge", params["charge"])
        if found is None:
            raise missing("charge", params["charge"], "charge", status=400)
        return found
    intent = account.store.find("payment_intent", params["payment_intent"])
    if intent is None:
        raise missing("payment_intent", params["payment_intent"], "payment_intent", status=400)
    charge = account.store.find_any(intent["latest_charge"])
    if charge is None:
        raise refusal("refund-needs-charge", intent=intent["id"])
    return charge
