"""Refunds, whole or in part."""

from yhdessa.sandbox.ids import new_id
from yhdessa.sandbox.settings import Json


def new_refund(charge: Json, amount: int, params: Json, now: int) -> Json:
    """A refund of ``amount`` minor units of a charge, which succeeds at once."""
    kind = charge["payment_method_details"]["type"]
    return {
        "id": new_id("re" if kind == "card" else "pyr"),
        "object": "refund",
        "amount": amount,
        "balance_transaction": None,
        "charge": charge["id"],
        "created": now,
        "currency": charge["currency"],
        "destination_details": {"type": kind, "card": _CARD} if kind == "card" else {"type": kind},
        "metadata": params.get("metadata") or {},
        "payment_intent": charge["payment_intent"],
        "reason": params.get("reason"),
        "receipt_number": None,
        "source_transfer_reversal": None,
        "status": "succeeded",
        "transfer_reversal": None,
    }


_CARD = {"reference_status": "pending", "reference_type": "acquirer_reference_number", "type": "refund"}
