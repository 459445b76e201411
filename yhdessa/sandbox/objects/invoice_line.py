"""Invoice items that wait for an invoice, and the lines that they and subscriptions become on one."""

from yhdessa.sandbox.ids import new_id
from yhdessa.sandbox.objects import tax
from yhdessa.sandbox.settings import Json

_DETAILS = "price_details"


def new_item(
    customer: Json, invoice: Json | None, price: Json, quantity: int, params: Json, now: int
) -> Json:
    """An invoice item: ``quantity`` times a price, for a draft or for the customer's next invoice."""
    return {
        "id": new_id("ii"),
        "object": "invoiceitem",
        "amount": price["unit_amount"] * quantity,
        "currency": price["currency"],
        "customer": customer["id"],
        "customer_account": None,
        "date": now,
        "description": params.get("description"),
        "discountable": params.get("discountable", True),
        "discounts": [],
        "invoice": invoice["id"] if invoice else None,
        "livemode": False,
        "metadata": params.get("metadata") or {},
        "net_amount": price["unit_amount"] * quantity,
        "parent": None,
        "period": params.get("period", {"start": now, "end": now}),
        "pricing": pricing(price),
        "proration": False,
        "quantity": quantity,
        "quantity_decimal": str(quantity),
        "tax_rates": params.get("rates", []),
        "test_clock": customer["test_clock"],
    }


def line_of_item(item: Json, invoice_id: str, applied: list[Json], tax_exempt: str | None) -> Json:
    """The line that an invoice item is on an invoice."""
    parent = {
        "invoice_item_details": {
            "invoice_item": item["id"],
            "proration": False,
            "proration_details": {"credited_items": None},
            "subscription": None,
        },
        "subscription_item_details": None,
        "type": "invoice_item_details",
    }
    told = {
        name: item[name]
        for name in ("currency", "description", "discountable", "metadata", "period", "pricing")
    }
    taxes = tax.taxes_of(item["amount"], applied, tax_exempt)
    return _line(invoice_id, item["amount"], item["quantity"], parent, {**told, "taxes": taxes})


def line_of_subscription(
    item: Json, subscription: Json, invoice_id: str, name: str, applied: list[Json], tax_exempt: str | None
) -> Json:
    """The line of one period of a subscription's item."""
    parent = {
        "invoice_item_details": None,
        "subscription_item_details": {
            "invoice_item": None,
            "proration": False,
            "proration_details": {"credited_items": None},
            "subscription": subscription["id"],
            "subscription_item": item["id"],
        },
        "type": "subscription_item_details",
    }
    price, quantity = item["price"], item["quantity"]
    amount = price["unit_amount"] * quantity
    told = {
        "currency": price["currency"],
        "description": f"{quantity} × {name} (per {price['recurring']['interval']})",
        "discountable": True,
        "metadata": item["metadata"] or subscription["metadata"],
        "period": {"start": item["current_period_start"], "end": item["current_period_end"]},
        "pricing": pricing(price),
        "taxes": tax.taxes_of(amount, applied, tax_exempt),
    }
    return _line(invoice_id, amount, quantity, parent, told)


def pricing(price: Json) -> Json:
    """How a line names its price."""
    return {
        "price_details": {"price": price["id"], "product": price["product"]},
        "type": _DETAILS,
        "unit_amount_decimal": price["unit_amount_decimal"],
    }


def _line(invoice_id: str, amount: int, quantity: int, parent: Json, told: Json) -> Json:
    return {
        "id": new_id("il"),
        "object": "line_item",
        "amount": amount,
        "discount_amounts": [],
        "discounts": [],
        "invoice": invoice_id,
        "livemode": False,
        "parent": parent,
        "pretax_credit_amounts": [],
        "quantity": quantity,
        "quantity_decimal": str(quantity),
        "subscription": None,
        "subtotal": amount,
        **told,
    }
