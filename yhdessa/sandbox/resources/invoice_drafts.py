"""Drafts: an invoice is created, alone or as the revision of a final one, and changed; lines are added."""

from yhdessa.sandbox import metadata
from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.flows import invoicing
from yhdessa.sandbox.objects import invoice as invoices
from yhdessa.sandbox.objects import tax
from yhdessa.sandbox.objects.customer import existing
from yhdessa.sandbox.resources import invoice_items
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.resources.invoices import retrieve
from yhdessa.sandbox.rules import refusal
from yhdessa.sandbox.settings import Json

_ACCOUNT_CURRENCY = "eur"
_DAY = 24 * 3600
_TERMS = (
    *("auto_advance", "collection_method", "custom_fields", "default_payment_method", "description"),
    *("due_date", "footer", "metadata", "number"),
)
_LATER = ("auto_advance", "metadata", "expand")
"""What of a final invoice can still be changed."""


def create(account: Account, call: Call) -> Json:
    """A new draft, with the customer's waiting items if they are asked for, or with a revised invoice's
    lines.
    """
    params = call.params
    if "from_invoice" in params:
        return _revision(account, params)
    customer = existing(account.store, params["customer"], "customer")
    with account.on_clock_of(customer):
        currency = params.get("currency") or customer["currency"] or _ACCOUNT_CURRENCY
        if customer["currency"] not in (None, currency):
            raise refusal("invoice-currency-of-customer", known=customer["currency"], currency=currency)
        invoice = _draft(account, customer, currency, params)
        if params.get("pending_invoice_items_behavior") == "include":
            invoice_items.take_pending(account, customer, invoice)
        invoicing.announce(account, invoice)
    return invoice


def update(account: Account, call: Call) -> Json:
    """Change a draft; of a final invoice only the metadata and whether it advances."""
    invoice, params = retrieve(account, call), call.params
    if invoice["status"] != "draft" and params.keys() - set(_LATER):
        raise refusal("invoice-final-fixed", status=invoice["status"])
    changes = {name: params[name] for name in _TERMS if name in params and name != "metadata"}
    changes["metadata"] = metadata.merged(invoice["metadata"], params.get("metadata"))
    if "default_tax_rates" in params:
        ids = params["default_tax_rates"] or []
        changes["default_tax_rates"] = tax.rates(account.store, ids, "default_tax_rates")
    before = {name: invoice[name] for name, value in changes.items() if invoice[name] != value}
    invoice.update(changes)
    if "days_until_due" in params:
        _due_in(account, invoice, params["days_until_due"])
    if invoice["status"] == "draft":
        invoice_items.reckon(account, invoice)
    account.record("invoice.updated", invoice, before)
    return invoice


def add_lines(account: Account, call: Call) -> Json:
    """More lines on a draft, each an invoice item of its own."""
    invoice, params = retrieve(account, call), call.params
    if invoice["status"] != "draft":
        raise refusal("invoice-lines-only-draft", status=invoice["status"])
    customer = existing(account.store, invoice["customer"], "customer")
    with account.on_clock_of(invoice):
        waiting = [
            invoice_items.waiting(account, asked["invoice_item"], invoice, f"lines[{index}][invoice_item]")
            for index, asked in enumerate(params["lines"])
            if "invoice_item" in asked
        ]
        for asked in params["lines"]:
            if "invoice_item" not in asked:
                invoice_items.add(account, customer, invoice, {"currency": invoice["currency"], **asked})
        for item in waiting:
            item["invoice"] = invoice["id"]
        invoice["metadata"] = metadata.merged(invoice["metadata"], params.get("invoice_metadata"))
        invoice_items.reckon(account, invoice)
        account.record("invoice.updated", invoice, {})
    return invoice


def _draft(account: Account, customer: Json, currency: str, params: Json) -> Json:
    terms = {name: params[name] for name in _TERMS if name in params}
    terms["rates"] = tax.rates(account.store, params.get("default_tax_rates", []), "default_tax_rates")
    invoice = invoices.new_invoice(customer, currency, terms, account.now())
    account.store.add(invoice)
    customer["currency"] = customer["currency"] or currency
    if "days_until_due" in params:
        _due_in(account, invoice, params["days_until_due"])
    return invoice


def _due_in(account: Account, invoice: Json, days: int) -> None:
    account.store.behind(invoice["id"])["days_until_due"] = days
    invoice["due_date"] = account.now() + days * _DAY


def _revision(account: Account, params: Json) -> Json:
    """A draft that takes the place of a final invoice once it is final itself."""
    asked = params["from_invoice"]
    original = account.store.find("invoice", asked["invoice"])
    if original is None:
        raise missing("invoice", asked["invoice"], "from_invoice[invoice]", status=400)
    if original["status"] not in ("open", "uncollectible"):
        raise refusal("invoice-revise-only-open", status=original["status"])
    if original["parent"] is not None:
        raise refusal("invoice-revise-not-of-subscription")
    customer = existing(account.store, original["customer"], "customer")
    with account.on_clock_of(customer):
        kept = {name: original[name] for name in _TERMS if original[name] is not None and name != "number"}
        revision = _draft(account, customer, original["currency"], {**kept, **params, "auto_advance": False})
        revision["from_invoice"] = {"action": "revision", "invoice": original["id"]}
        revision["default_tax_rates"] = original["default_tax_rates"]
        days = account.store.behind(original["id"]).get("days_until_due")
        if days is not None and "days_until_due" not in params:
            _due_in(account, revision, days)
        invoice_items.copy(account, customer, original, revision)
        invoicing.announce(account, revision)
    return revision
