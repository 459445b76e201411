"""Charges: one for each attempt to move money."""

from yhdessa.sandbox.ids import new_id
from yhdessa.sandbox.settings import Json

_CARD_KEPT = (
    "brand",
    "country",
    "exp_month",
    "exp_year",
    "fingerprint",
    "funding",
    "last4",
    "regulated_status",
)
_OUTCOME = {
    "advice_code": None,
    "network_advice_code": None,
    "network_decline_code": None,
    "network_status": "approved_by_network",
    "reason": None,
    "risk_level": "normal",
    "risk_score": 10,
    "seller_message": "Payment complete.",
    "type": "authorized",
}


def new_charge(intent: Json, method: Json, now: int, status: str) -> Json:
    """A charge of an intent by a method; ``status`` is ``succeeded``, ``pending`` or ``failed``."""
    went_well = status != "failed"
    return {
        "id": new_id("ch" if method["type"] == "card" else "py"),
        "object": "charge",
        "amount": intent["amount"],
        "amount_captured": intent["amount"] if went_well else 0,
        "amount_refunded": 0,
        "application": None,
        "application_fee": None,
        "application_fee_amount": None,
        "balance_transaction": None,
        "billing_details": method["billing_details"],
        "calculated_statement_descriptor": "SANDBOX",
        "captured": went_well,
        "created": now,
        "currency": intent["currency"],
        "customer": intent["customer"],
        "description": intent["description"],
        "disputed": False,
        "failure_balance_transaction": None,
        "failure_code": None,
        "failure_message": None,
        "fraud_details": {},
        "livemode": False,
        "metadata": intent["metadata"],
        "on_behalf_of": None,
        "outcome": _OUTCOME if went_well else None,
        "paid": went_well,
        "payment_intent": intent["id"],
        "payment_method": method["id"],
        "payment_method_details": _details(method),
        "receipt_email": intent["receipt_email"],
        "receipt_number": None,
        "receipt_url": None,
        "refunded": False,
        "review": None,
        "shipping": None,
        "source_transfer": None,
        "statement_descriptor": None,
        "statement_descriptor_suffix": intent["statement_descriptor_suffix"],
        "status": status,
        "transfer_data": None,
        "transfer_group": None,
    }


def _details(method: Json) -> Json:
    """The method as it was at the moment of the charge."""
    kind = method["type"]
    if kind == "card":
        card = {name: method["card"][name] for name in _CARD_KEPT}
        return {"type": "card", "card": {**card, "network": "visa", "checks": method["card"]["checks"]}}
    if kind == "sepa_debit":
        debit = {name: value for name, value in method[kind].items() if name != "generated_from"}
        return {"type": kind, kind: {**debit, "mandate": None}}
    return {"type": kind, kind: {}}
