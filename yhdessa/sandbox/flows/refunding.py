"""A charge is given back, whole or in part. Source: "Refund and cancel payments", https://docs.stripe.com/refunds."""

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.objects.balance_transaction import Kind, new_transaction
from yhdessa.sandbox.objects.refund import new_refund
from yhdessa.sandbox.settings import Json


def refund(account: Account, charge: Json, amount: int, params: Json) -> Json:
    """Give ``amount`` minor units of a charge back; the caller has seen that so much is left of it."""
    made = account.store.add(new_refund(charge, amount, params, account.now()))
    kind: Kind = "refund" if charge["id"].startswith("ch_") else "payment_refund"
    moved = account.store.add(new_transaction(kind, made, -amount, 0, account.now()))
    made["balance_transaction"] = moved["id"]
    before = {"amount_refunded": charge["amount_refunded"]}
    charge["amount_refunded"] += amount
    charge["refunded"] = charge["amount_refunded"] == charge["amount"]
    account.record("refund.created", made)
    account.record("charge.refunded", charge, before)
    return made
