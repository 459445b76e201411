"""Invoices: a draft as it is made, its sums, and the payment that stands behind a finalised one."""

from yhdessa.sandbox.ids import new_id
from yhdessa.sandbox.objects import tax
from yhdessa.sandbox.settings import Json
from yhdessa.sandbox.store import Store

SHOWN_LINES = 10
"""Stripe shows the first lines in the invoice itself; the rest are listed at ``/v1/invoices/:id/lines``."""

_OF_CUSTOMER = ("address", "email", "name", "phone", "shipping", "tax_exempt")


def new_invoice(customer: Json, currency: str, terms: Json, now: int) -> Json:
    """A draft without lines; ``terms`` has what is asked of it (``collection_method``, ``metadata`` ...).

    Fields and a footer that it does not ask for are the customer's own:
    https://docs.stripe.com/api/customers/object#customer_object-invoice_settings
    """
    usual = customer["invoice_settings"]
    invoice_id = new_id("in")
    return {
        **_CONSTANT,
        "id": invoice_id,
        "auto_advance": terms.get("auto_advance", False),
        "automatically_finalizes_at": now + 3600 if terms.get("auto_advance") else None,
        "billing_reason": terms.get("billing_reason", "manual"),
        "collection_method": terms.get("collection_method", "charge_automatically"),
        "created": now,
        "currency": currency,
        "custom_fields": terms.get("custom_fields") or usual["custom_fields"],
        "customer": customer["id"],
        **{f"customer_{name}": customer[name] for name in _OF_CUSTOMER},
        "customer_tax_ids": [],
        "default_payment_method": terms.get("default_payment_method"),
        "default_tax_rates": terms.get("rates", []),
        "description": terms.get("description"),
        "due_date": terms.get("due_date"),
        "footer": terms.get("footer") or usual["footer"],
        "from_invoice": terms.get("from_invoice"),
        "lines": shown([], invoice_id),
        "metadata": terms.get("metadata") or {},
        "number": terms.get("number"),
        "parent": terms.get("parent"),
        "period_end": terms.get("period_end", now),
        "period_start": terms.get("period_start", now),
        "test_clock": customer["test_clock"],
    }


def shown(lines: list[Json], invoice_id: str) -> Json:
    """The lines as the invoice itself shows them."""
    url = f"/v1/invoices/{invoice_id}/lines"
    return {"object": "list", "data": lines[:SHOWN_LINES], "has_more": len(lines) > SHOWN_LINES, "url": url}


def set_lines(store: Store, invoice: Json, lines: list[Json]) -> None:
    """Give a draft its lines, and the sums that follow from them."""
    store.behind(invoice["id"])["lines"] = lines
    subtotal = sum(line["amount"] for line in lines)
    taxes = tax.total_taxes(lines)
    total = subtotal + tax.on_top(taxes)
    invoice.update(
        lines=shown(lines, invoice["id"]),
        subtotal=subtotal,
        subtotal_excluding_tax=subtotal - tax.within(taxes),
        total=total,
        total_excluding_tax=subtotal - tax.within(taxes),
        total_taxes=taxes,
        amount_due=max(total, 0),
        amount_remaining=max(total, 0),
    )


def lines_of(store: Store, invoice: Json) -> list[Json]:
    """All lines of an invoice."""
    return list(store.behind(invoice["id"]).get("lines", []))


def new_payment(invoice: Json, intent: Json, now: int) -> Json:
    """The payment by which a finalised invoice is to be paid."""
    return {
        "id": new_id("inpay"),
        "object": "invoice_payment",
        "amount_paid": None,
        "amount_requested": invoice["amount_remaining"],
        "created": now,
        "currency": invoice["currency"],
        "invoice": invoice["id"],
        "is_default": True,
        "livemode": False,
        "payment": {"payment_intent": intent["id"], "type": "payment_intent"},
        "status": "open",
        "status_transitions": {"canceled_at": None, "paid_at": None},
    }


def payments_of(store: Store, invoice: Json) -> list[Json]:
    """The payments of an invoice, newest first."""
    return [each for each in store.newest_first("invoice_payment") if each["invoice"] == invoice["id"]]


def default_payment(store: Store, invoice: Json) -> Json | None:
    """The payment that a finalised invoice waits for, or was paid by."""
    return store.find_any(store.behind(invoice["id"]).get("payment"))


_CONSTANT: Json = {
    "object": "invoice",
    "account_country": "FI",
    "account_name": "Sandbox",
    "account_tax_ids": None,
    "amount_due": 0,
    "amount_overpaid": 0,
    "amount_paid": 0,
    "amount_paid_off_stripe": 0,
    "amount_remaining": 0,
    "amount_shipping": 0,
    "application": None,
    "attempt_count": 0,
    "attempted": False,
    "automatic_tax": {
        "disabled_reason": None,
        "enabled": False,
        "liability": None,
        "provider": None,
        "status": None,
    },
    "customer_account": None,
    "default_source": None,
    "discounts": [],
    "effective_at": None,
    "ending_balance": None,
    "hosted_invoice_url": None,
    "invoice_pdf": None,
    "issuer": {"type": "self"},
    "last_finalization_error": None,
    "latest_revision": None,
    "livemode": False,
    "next_payment_attempt": None,
    "on_behalf_of": None,
    "payment_settings": {
        "default_mandate": None,
        "payment_method_options": None,
        "payment_method_types": None,
    },
    "post_payment_credit_notes_amount": 0,
    "pre_payment_credit_notes_amount": 0,
    "receipt_number": None,
    "rendering": None,
    "shipping_cost": None,
    "shipping_details": None,
    "starting_balance": 0,
    "statement_descriptor": None,
    "status": "draft",
    "status_transitions": {
        "finalized_at": None,
        "marked_uncollectible_at": None,
        "paid_at": None,
        "voided_at": None,
    },
    "subtotal": 0,
    "subtotal_excluding_tax": 0,
    "total": 0,
    "total_discount_amounts": [],
    "total_excluding_tax": 0,
    "total_pretax_credit_amounts": [],
    "total_taxes": [],
    "webhooks_delivered_at": None,
}
"""What is the same in every draft that the sandbox makes. There is no PDF: the hosted page is the invoice."""
