"""Meaning: what an object of Stripe's is to the ledger. Pure: a record -> rows of tables.

What carries our mark is ours: a charge in its metadata, an invoice in its own or in its subscription's.
Refunds, disputes and payments of invoices carry none and are kept by the payment they belong to; without a
gift of ours they count for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Table

from yhdessa.l10n.money import MINOR_DIGITS
from yhdessa.ledger import tables
from yhdessa.payments.orders import SOURCE
from yhdessa.payments.pulled_records import Charge, Dispute, Invoice, InvoicePayment, Record, Refund

KINDS = ("one-off", "monthly", "payroll", "partner")
#: Kinds whose invoices a company pays by itself, so that somebody may have to remind it.
BILLED = ("payroll", "partner")
#: An id as content and totals have it.
NAME = re.compile(r"[a-z][a-z0-9-]{0,59}")
MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
#: Seconds by which an object may be ahead of us before it is from the future.
AHEAD = 300
#: How far a refund has come. https://docs.stripe.com/api/refunds/object#refund_object-status
REFUNDS = {"pending": 0, "requires_action": 0, "succeeded": 1, "failed": 2, "canceled": 2}
#: The same of a dispute. https://docs.stripe.com/api/disputes/object#dispute_object-status
DISPUTES = {
    "warning_needs_response": 0,
    "warning_under_review": 0,
    "warning_closed": 1,
    "prevented": 1,
    "needs_response": 2,
    "under_review": 3,
    "lost": 4,
    "won": 4,
}
WITHHELD = ("needs_response", "under_review", "lost")
#: The same of an invoice. https://docs.stripe.com/invoicing/overview#invoice-statuses
INVOICES = {"draft": 0, "open": 1, "uncollectible": 2, "paid": 3, "void": 3}


class Puzzling(Exception):
    """An object that cannot be counted; the message says why, and holds nothing that a giver wrote."""


class Row(NamedTuple):
    """A row to be kept."""

    table: Table
    values: dict[str, Any]


def rows_of(record: Record, now: int, livemode: bool) -> list[Row]:
    """What is to be kept of `record` at the moment `now`, nothing for what is not ours or not paid.

    `livemode` is whether the ledger is of real money. Raises Puzzling.
    """
    match record:
        case Charge():
            rows = _of_charge(record)
        case Invoice():
            rows = _of_invoice(record)
        case InvoicePayment():
            # Which payment belongs to an invoice counts nothing by itself, whenever it was made.
            return _of_payment(record)
        case Refund():
            rows = _of_refund(record)
        case Dispute():
            rows = _of_dispute(record)
        case _:
            rows = []
    if not rows:
        return []
    if record.created > now + AHEAD:
        raise Puzzling("is dated in the future; it is counted when its time has come")
    if getattr(record, "livemode", livemode) != livemode:
        raise Puzzling("is not of this ledger: test and real money do not mix")
    return rows


def _of_charge(charge: Charge) -> list[Row]:
    mark = _mark(charge.metadata)
    if mark is None:
        return []
    if charge.status not in ("succeeded", "pending", "failed"):
        raise Puzzling(_unknown("status", charge.status))
    # A bank that takes days leaves a charge pending; one that is only authorised is not captured.
    if charge.status != "succeeded" or not charge.captured or charge.amount_captured <= 0:
        return []
    sums = {"gross": charge.amount_captured, "charged": charge.amount_captured, "paid": charge.created}
    gift = charge.payment_intent or charge.id
    return [Row(tables.gifts, {"id": gift, **_told(mark), "currency": _currency(charge.currency), **sums})]


def _of_invoice(invoice: Invoice) -> list[Row]:
    details = invoice.parent.subscription_details if invoice.parent else None
    mark = _mark(invoice.metadata) or _mark(details.metadata if details else None)
    if mark is None:
        return []
    if invoice.status not in INVOICES:
        raise Puzzling(_unknown("status", str(invoice.status)))
    told, currency = _told(mark), _currency(invoice.currency)
    left, month = max(invoice.amount_due - invoice.amount_paid, 0), mark.get("month", "")
    bill = {
        "id": invoice.id,
        "kind": told["kind"],
        "goal": told["goal"],
        # Of a person's invoice not even whose it is.
        "company": invoice.customer if told["kind"] in BILLED else None,
        "month": month if MONTH.fullmatch(month) else None,
        "currency": currency,
        "amount": left,
        "untaxed": share(left, _untaxed(invoice), invoice.total) if invoice.total else left,
        "due": invoice.due_date,
        "made": invoice.created,
        "status": invoice.status,
        "rank": INVOICES[invoice.status],
    }
    rows = [Row(tables.bills, bill)] if invoice.status != "draft" else []
    paid_at = invoice.status_transitions.paid_at
    # What was paid past Stripe, to a bank account, is in the one or in both, as the invoice was settled.
    charged = min(invoice.amount_due, invoice.amount_paid + (invoice.amount_paid_off_stripe or 0))
    if invoice.status == "paid" and paid_at is not None and charged > 0:
        gross = share(charged, _untaxed(invoice), invoice.total)
        sums = {"gross": gross, "charged": charged, "paid": paid_at}
        rows.append(Row(tables.gifts, {"id": invoice.id, **told, "currency": currency, **sums}))
    return rows


def _of_payment(payment: InvoicePayment) -> list[Row]:
    if payment.payment.payment_intent is None:
        return []
    return [Row(tables.links, {"payment": payment.payment.payment_intent, "gift": payment.invoice})]


def _of_refund(refund: Refund) -> list[Row]:
    if refund.payment_intent is None:
        return []
    if refund.status not in REFUNDS:
        raise Puzzling(_unknown("status", str(refund.status)))
    rank = REFUNDS[refund.status]
    values = {"kind": "refund", "back": None, "counts": rank < 2, "open": False, "rank": rank}
    return [_returned(refund, refund.payment_intent, refund.created, values)]


def _of_dispute(dispute: Dispute) -> list[Row]:
    if dispute.payment_intent is None:
        return []
    if dispute.status not in DISPUTES:
        raise Puzzling(_unknown("status", dispute.status))
    gone = min((each.created for each in dispute.balance_transactions if each.amount < 0), default=None)
    back = max((each.created for each in dispute.balance_transactions if each.amount > 0), default=None)
    won = dispute.status == "won" and gone is not None and back is not None
    values = {
        "kind": "dispute",
        "back": back if won else None,
        "rank": DISPUTES[dispute.status],
        # A question of the bank (`warning_`) has taken no money yet.
        "counts": won or dispute.status in WITHHELD,
        "open": dispute.status.endswith(("response", "review")),
    }
    return [_returned(dispute, dispute.payment_intent, gone or dispute.created, values)]


def _returned(record: Refund | Dispute, payment: str, at: int, values: dict[str, Any]) -> Row:
    own = {"id": record.id, "payment": payment, "currency": record.currency.upper(), "amount": record.amount}
    return Row(tables.returns, {**own, "at": at, **values})


def share(amount: int, part: int, whole: int) -> int:
    """`part` of `whole` of an `amount`, rounded half away from nought; all in minor units, `whole` not 0."""
    up = (2 * abs(amount) * part + whole) // (2 * whole)
    return up if amount >= 0 else -up


def _untaxed(invoice: Invoice) -> int:
    return invoice.total if invoice.total_excluding_tax is None else invoice.total_excluding_tax


def _mark(metadata: dict[str, str] | None) -> dict[str, str] | None:
    return metadata if metadata is not None and metadata.get("source") == SOURCE else None


def _told(mark: dict[str, str]) -> dict[str, str | None]:
    """What our mark says of a gift. Raises Puzzling for a kind of giving that is not known."""
    if mark.get("kind") not in KINDS:
        raise Puzzling(_unknown("kind of giving", mark.get("kind", "")))
    named = {name: _name(mark.get(name, ""), name) for name in ("goal", "team")}
    language = mark.get("language", "")
    return {"kind": mark["kind"], **named, "language": language if NAME.fullmatch(language) else None}


def _name(written: str, what: str) -> str | None:
    if written and not NAME.fullmatch(written):
        raise Puzzling(f"has a {what} that is no id as content has it: mend its metadata at Stripe")
    return written or None


def _currency(code: str) -> str:
    if code.upper() not in MINOR_DIGITS:
        raise Puzzling(_unknown("currency", code))
    return code.upper()


def _unknown(what: str, value: str) -> str:
    shown = value if re.fullmatch("[a-z_-]{1,40}", value) else "none that can be shown"
    return f"has a {what} that is not known: {shown}"


def by_table(rows: Iterable[Row]) -> dict[Table, list[dict[str, Any]]]:
    """`rows` by the table they belong to, in order."""
    sorted_out: dict[Table, list[dict[str, Any]]] = {}
    for row in rows:
        sorted_out.setdefault(row.table, []).append(row.values)
    return sorted_out
