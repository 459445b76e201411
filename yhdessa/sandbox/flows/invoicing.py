"""An invoice's life: draft, finalised, sent, paid or not, void. Source: "Status transitions and
finalization", https://docs.stripe.com/invoicing/integration/workflow-transitions, and "Types of events".

Retries after 3, 5 and 7 days stand for the schedule that staff choose in the Dashboard.
"""

import functools

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.flows import charging, standing
from yhdessa.sandbox.flows.charging import Outcome
from yhdessa.sandbox.ids import random_text
from yhdessa.sandbox.objects import invoice as invoices
from yhdessa.sandbox.objects.payment_method import default_of, offered_methods
from yhdessa.sandbox.settings import Json

_DAY = 24 * 3600
_RETRY_AFTER = (3 * _DAY, 5 * _DAY, 7 * _DAY)


def announce(account: Account, invoice: Json) -> None:
    """Tell of a new draft, and let it advance by itself in an hour if it is to."""
    account.record("invoice.created", invoice)
    if invoice["auto_advance"]:
        account.at(invoice["automatically_finalizes_at"], functools.partial(_advance, account, invoice))


def finalise(account: Account, invoice: Json) -> None:
    """Make a draft final: it gets number, page and due date, and the invoice that it revises is void."""
    store, now = account.store, account.now()
    token = random_text(32)
    store.behind(invoice["id"])["token"] = token
    store.behind(f"invoice page {token}")["invoice"] = invoice["id"]
    days = store.behind(invoice["id"]).get("days_until_due")
    invoice.update(
        status="open",
        number=invoice["number"] or _next_number(account, invoice),
        automatically_finalizes_at=None,
        due_date=invoice["due_date"] if days is None else now + days * _DAY,
        effective_at=now,
        ending_balance=0,
        hosted_invoice_url=f"{account.settings.base}/invoice/{token}",
        status_transitions={**invoice["status_transitions"], "finalized_at": now},
    )
    account.record("invoice.finalized", invoice)
    if invoice["total"] <= 0:
        _become_paid(account, invoice)
        return
    _await_payment(account, invoice)
    if invoice["due_date"] is not None:
        account.at(invoice["due_date"], functools.partial(_overdue, account, invoice))
    if invoice["from_invoice"] is not None:
        _replace(account, invoice)


def send(account: Account, invoice: Json) -> None:
    """Mail the invoice, so to speak: the sandbox sends no mail."""
    if invoice["status"] == "draft":
        finalise(account, invoice)
    account.record("invoice.sent", invoice)


def collect(account: Account, invoice: Json, method: Json, outcome: Outcome = "paid") -> Outcome:
    """Try to take the money for an open invoice, and say how that went."""
    payment = invoices.default_payment(account.store, invoice)
    intent = account.store.find_any(payment["payment"]["payment_intent"]) if payment else None
    if intent is None:
        return "paid"
    result = charging.attempt(account, intent, method, outcome)
    invoice.update(attempted=True, attempt_count=invoice["attempt_count"] + 1)
    match result:
        case "paid":
            _become_paid(account, invoice)
        case "declined":
            _fail(account, invoice)
        case "pending":
            standing.after_processing(account, invoice)
    return result


def settle(account: Account, invoice: Json, succeeds: bool) -> None:
    """The bank has answered about the pending payment of an invoice."""
    payment = invoices.default_payment(account.store, invoice)
    intent = account.store.find_any(payment["payment"]["payment_intent"]) if payment else None
    if intent is None or invoice["status"] not in ("open", "uncollectible"):
        return
    charging.settle(account, intent, succeeds)
    if succeeds:
        _become_paid(account, invoice)
    else:
        _fail(account, invoice)


def pay_elsewhere(account: Account, invoice: Json) -> None:
    """Somebody has seen the money come another way (``paid_out_of_band``)."""
    _cancel_payment(account, invoice, "void_invoice")
    invoice["amount_paid_off_stripe"] = invoice["amount_remaining"]
    _become_paid(account, invoice)


def void(account: Account, invoice: Json) -> None:
    """Take a final invoice back for good; its number stays used."""
    _cancel_payment(account, invoice, "void_invoice")
    _leave_open(account, invoice, "void", "voided_at")
    account.record("invoice.voided", invoice)
    standing.after_paid(account, invoice)


def write_off(account: Account, invoice: Json) -> None:
    """Do not expect the money any more; it may still come."""
    _leave_open(account, invoice, "uncollectible", "marked_uncollectible_at")
    account.record("invoice.marked_uncollectible", invoice)


def charge_default(account: Account, invoice: Json) -> None:
    """Charge the method that customer or subscription have for this; without any, that is a failure."""
    customer = account.store.find_any(invoice["customer"]) or {}
    method = account.store.find_any(invoice["default_payment_method"])
    method = method or default_of(account.store, customer, standing.of_invoice(account, invoice))
    if method is None:
        invoice.update(attempted=True, attempt_count=invoice["attempt_count"] + 1)
        _fail(account, invoice)
    else:
        collect(account, invoice, method)


def _advance(account: Account, invoice: Json) -> None:
    if account.store.find_any(invoice["id"]) is not invoice or invoice["status"] != "draft":
        return
    if not invoice["auto_advance"]:
        return
    finalise(account, invoice)
    if invoice["status"] != "open":
        return
    if invoice["collection_method"] == "send_invoice":
        send(account, invoice)
    else:
        charge_default(account, invoice)


def _next_number(account: Account, invoice: Json) -> str:
    customer = account.store.find_any(invoice["customer"]) or {}
    number = customer["next_invoice_sequence"]
    customer["next_invoice_sequence"] = number + 1
    return f"{customer['invoice_prefix']}-{number:04d}"


def _await_payment(account: Account, invoice: Json) -> None:
    methods = offered_methods(invoice["currency"], None, [])
    asked = {"customer": invoice["customer"], "description": f"Payment for Invoice {invoice['number']}"}
    if invoice["parent"] is not None:
        asked |= {"description": "Subscription creation", "setup_future_usage": "off_session"}
        methods = offered_methods(invoice["currency"], None, [], recurring=True)
    intent = charging.begin(account, invoice["amount_remaining"], invoice["currency"], methods, asked)
    payment = account.store.add(invoices.new_payment(invoice, intent, account.now()))
    account.store.behind(invoice["id"])["payment"] = payment["id"]


def _become_paid(account: Account, invoice: Json) -> None:
    now = account.now()
    payment = invoices.default_payment(account.store, invoice)
    if payment is not None and payment["status"] == "open":
        transitions = {**payment["status_transitions"], "paid_at": now}
        payment.update(status="paid", amount_paid=payment["amount_requested"], status_transitions=transitions)
        account.record("invoice_payment.paid", payment)
    invoice.update(amount_paid=invoice["amount_due"], amount_remaining=0, next_payment_attempt=None)
    _leave_open(account, invoice, "paid", "paid_at")
    account.record("invoice.paid", invoice)
    account.record("invoice.payment_succeeded", invoice)
    standing.after_paid(account, invoice)


def _fail(account: Account, invoice: Json) -> None:
    """Tell of the failure and try again later, as long as it is Stripe who charges and not the first time."""
    subscription = standing.of_invoice(account, invoice)
    retrying = (
        subscription is not None
        and subscription["status"] != "incomplete"
        and invoice["collection_method"] == "charge_automatically"
    )
    done = invoice["attempt_count"] - 1
    if retrying and done < len(_RETRY_AFTER):
        invoice["next_payment_attempt"] = account.now() + _RETRY_AFTER[done]
        account.at(invoice["next_payment_attempt"], functools.partial(_try_again, account, invoice))
    else:
        invoice["next_payment_attempt"] = None
    account.record("invoice.payment_failed", invoice)
    standing.after_failed(account, invoice)
    if retrying and done >= len(_RETRY_AFTER):
        standing.after_giving_up(account, invoice)


def _try_again(account: Account, invoice: Json) -> None:
    if invoice["status"] == "open" and standing.of_invoice(account, invoice) is not None:
        charge_default(account, invoice)


def _overdue(account: Account, invoice: Json) -> None:
    if invoice["status"] == "open":
        account.record("invoice.overdue", invoice)
        standing.after_failed(account, invoice)


def _replace(account: Account, revision: Json) -> None:
    original = account.store.find_any(revision["from_invoice"]["invoice"])
    if original is not None and original["status"] in ("open", "uncollectible"):
        original["latest_revision"] = revision["id"]
        void(account, original)


def _cancel_payment(account: Account, invoice: Json, reason: str) -> None:
    payment = invoices.default_payment(account.store, invoice)
    if payment is None or payment["status"] != "open":
        return
    transitions = {**payment["status_transitions"], "canceled_at": account.now()}
    payment.update(status="canceled", status_transitions=transitions)
    intent = account.store.find_any(payment["payment"]["payment_intent"])
    if intent is not None:
        charging.cancel(account, intent, reason)


def _leave_open(account: Account, invoice: Json, status: str, moment: str) -> None:
    transitions = {**invoice["status_transitions"], moment: account.now()}
    invoice.update(status=status, status_transitions=transitions)
