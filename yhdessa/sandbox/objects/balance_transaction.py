"""Balance transactions: what every movement of money means for the account's balance, with Stripe's fee.

The fees are round stand-ins of the order of the published ones (https://stripe.com/pricing): cards 1.5 % and
25 cents, others 35 cents, a dispute 20 whole units. A ledger must take them from the object, as it must at
Stripe.
"""

from typing import Literal

from yhdessa.sandbox.ids import new_id
from yhdessa.sandbox.settings import Json

Kind = Literal["charge", "payment", "refund", "payment_refund", "adjustment"]

DISPUTE_FEE = 2000
_CATEGORY = {
    "charge": "charge",
    "payment": "charge",
    "refund": "refund",
    "payment_refund": "refund",
    "adjustment": "dispute",
}
_DAY = 24 * 3600


def charge_fee(charge: Json) -> int:
    """What Stripe keeps of a charge, in minor units."""
    if charge["payment_method_details"]["type"] == "card":
        return int((charge["amount"] * 15 + 500) // 1000 + 25)
    return 35


def new_transaction(kind: Kind, source: Json, amount: int, fee: int, now: int) -> Json:
    """A movement of ``amount`` minor units (negative: out of the balance), of which ``fee`` is Stripe's."""
    details = {
        "amount": fee,
        "application": None,
        "currency": source["currency"],
        "description": "Dispute fee" if kind == "adjustment" else "Stripe processing fees",
        "type": "stripe_fee",
    }
    return {
        "id": new_id("txn"),
        "object": "balance_transaction",
        "amount": amount,
        "available_on": now + (2 * _DAY if amount > 0 else 0),
        "balance_type": "payments",
        "created": now,
        "currency": source["currency"],
        "description": source.get("description"),
        "exchange_rate": None,
        "fee": fee,
        "fee_details": [details] if fee else [],
        "net": amount - fee,
        "reporting_category": _CATEGORY[kind],
        "source": source["id"],
        "status": "pending" if amount > 0 else "available",
        "type": kind,
    }
