"""Invoices: create, change, finalise, send, pay, void, write off, delete; list and search; their lines."""

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.flows import invoicing
from yhdessa.sandbox.flows.charging import card_error
from yhdessa.sandbox.listing import created_within, matches, page, stored
from yhdessa.sandbox.objects import invoice as invoices
from yhdessa.sandbox.objects import payment_method
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.rules import refusal
from yhdessa.sandbox.search import searched
from yhdessa.sandbox.settings import Json
from yhdessa.sandbox.store import Store

_PAYABLE = ("open", "uncollectible")


def retrieve(account: Account, call: Call) -> Json:
    """One invoice; raises ``StripeError`` (404) for an unknown id."""
    invoice = account.store.find("invoice", call.arguments["invoice"])
    if invoice is None:
        raise missing("invoice", call.arguments["invoice"], "invoice")
    return invoice


def delete(account: Account, call: Call) -> Json:
    """Delete a draft that belongs to no subscription; its items wait for no invoice any more."""
    invoice = retrieve(account, call)
    if invoice["status"] != "draft":
        raise refusal("invoice-delete-only-draft", status=invoice["status"])
    if invoice["parent"] is not None:
        raise refusal("invoice-delete-not-of-subscription")
    for item in [
        each for each in account.store.newest_first("invoiceitem") if each["invoice"] == invoice["id"]
    ]:
        account.store.remove(item)
    account.store.remove(invoice)
    account.record("invoice.deleted", invoice)
    return {"id": invoice["id"], "object": "invoice", "deleted": True}


def finalise(account: Account, call: Call) -> Json:
    """Make a draft final."""
    invoice = retrieve(account, call)
    if invoice["status"] != "draft":
        raise refusal("invoice-finalise-only-draft", status=invoice["status"])
    invoice["auto_advance"] = call.params.get("auto_advance", invoice["auto_advance"])
    with account.on_clock_of(invoice):
        invoicing.finalise(account, invoice)
        if invoice["auto_advance"] and invoice["status"] == "open":
            _go_on(account, invoice)
    return invoice


def send(account: Account, call: Call) -> Json:
    """Mail an invoice; a draft is made final first."""
    invoice = retrieve(account, call)
    if invoice["collection_method"] != "send_invoice":
        raise refusal("invoice-send-only-send-invoice")
    if invoice["status"] == "void":
        raise refusal("invoice-send-not-void")
    with account.on_clock_of(invoice):
        invoicing.send(account, invoice)
    return invoice


def pay(account: Account, call: Call) -> Json:
    """Take the money now, or note that it has come; raises ``StripeError`` (402) for a declined card."""
    invoice, params = retrieve(account, call), call.params
    if invoice["status"] == "paid":
        raise refusal("invoice-pay-once")
    if invoice["status"] == "void":
        raise refusal("invoice-pay-not-void")
    with account.on_clock_of(invoice):
        if invoice["status"] == "draft":
            invoicing.finalise(account, invoice)
        if params.get("paid_out_of_band"):
            invoicing.pay_elsewhere(account, invoice)
        elif invoice["status"] in _PAYABLE:
            _charge(account, invoice, params.get("payment_method"))
    return invoice


def void(account: Account, call: Call) -> Json:
    """Take a final, unpaid invoice back."""
    invoice = retrieve(account, call)
    if invoice["status"] not in _PAYABLE:
        raise refusal("invoice-void-only-open", status=invoice["status"])
    with account.on_clock_of(invoice):
        invoicing.void(account, invoice)
    return invoice


def mark_uncollectible(account: Account, call: Call) -> Json:
    """Do not expect the money of an open invoice any more."""
    invoice = retrieve(account, call)
    if invoice["status"] != "open":
        raise refusal("invoice-uncollectible-only-open", status=invoice["status"])
    with account.on_clock_of(invoice):
        invoicing.write_off(account, invoice)
    return invoice


def list_(account: Account, call: Call) -> Json:
    """Invoices, newest first, with the filters of the contract."""
    params = call.params
    given = params.get("subscription")

    def wanted(invoice: Json) -> bool:
        return (
            matches(invoice, params, "collection_method", "customer", "customer_account", "status")
            and given in (None, subscription_of(invoice))
            and ("due_date" not in params or _due_within(invoice, params["due_date"]))
        )

    return stored(account.store, "invoice", params, "/v1/invoices", wanted)


def search(account: Account, call: Call) -> Json:
    """Invoices by Stripe's query language."""
    return searched(account, "invoice", call.params)


def lines(account: Account, call: Call) -> Json:
    """All lines of an invoice."""
    invoice = retrieve(account, call)
    all_lines = invoices.lines_of(account.store, invoice)
    return page(all_lines, call.params, f"/v1/invoices/{invoice['id']}/lines")


def list_payments(account: Account, call: Call) -> Json:
    """Payments of invoices, newest first, of one invoice or by one PaymentIntent."""
    params = call.params
    intent = params.get("payment", {}).get("payment_intent")

    def wanted(payment: Json) -> bool:
        by = payment["payment"]["payment_intent"]
        return matches(payment, params, "invoice", "status") and intent in (None, by)

    return stored(account.store, "invoice_payment", params, "/v1/invoice_payments", wanted)


def payments_of(store: Store, invoice: Json) -> Json:
    """The payments of an invoice as a list of its own."""
    return page(invoices.payments_of(store, invoice), {}, "/v1/invoice_payments")


def subscription_of(invoice: Json) -> str | None:
    """The id of the subscription that an invoice belongs to."""
    return invoice["parent"]["subscription_details"]["subscription"] if invoice["parent"] else None


def _due_within(invoice: Json, asked: int | Json) -> bool:
    return invoice["due_date"] is not None and created_within(invoice, asked, invoice["due_date"])


def _go_on(account: Account, invoice: Json) -> None:
    if invoice["collection_method"] == "send_invoice":
        invoicing.send(account, invoice)
    else:
        invoicing.charge_default(account, invoice)


def _charge(account: Account, invoice: Json, given: str | None) -> None:
    customer = account.store.find_any(invoice["customer"]) or {}
    if given is not None:
        method: Json | None = payment_method.resolved(account, given, "payment_method", customer)
    else:
        subscription = account.store.find_any(subscription_of(invoice))
        method = payment_method.default_of(account.store, customer, subscription)
    if method is None:
        raise refusal("subscription-needs-method")
    if invoicing.collect(account, invoice, method) == "declined":
        payment = invoices.default_payment(account.store, invoice) or {}
        raise card_error(account.store.find_any(payment["payment"]["payment_intent"]))
