"""What the ledger reads of each of Stripe's objects: the few fields that count, none that names a giver."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from msgspec import Struct

#: What has happened to objects that are older than what a list is asked for. `types` takes twenty.
#: https://docs.stripe.com/api/events/types
TOLD = (
    *("charge.succeeded", "charge.captured", "charge.updated", "refund.updated", "refund.failed"),
    *("charge.dispute.updated", "charge.dispute.closed"),
    *("charge.dispute.funds_withdrawn", "charge.dispute.funds_reinstated"),
    *("invoice.finalized", "invoice.paid", "invoice.voided", "invoice.marked_uncollectible"),
)


class Charge(Struct):
    """An attempt to move money. Sums are minor units."""

    id: str
    object: str
    status: str
    captured: bool
    amount_captured: int
    currency: str
    created: int
    livemode: bool
    payment_intent: str | None = None
    metadata: dict[str, str] | None = None


class OfSubscription(Struct):
    """What an invoice keeps of its subscription."""

    metadata: dict[str, str] | None = None


class Parent(Struct):
    """What an invoice was made by."""

    subscription_details: OfSubscription | None = None


class Transitions(Struct):
    """When an invoice was paid."""

    paid_at: int | None = None


class Invoice(Struct):
    """An invoice of a monthly gift, a payroll remittance or a partner. Sums are minor units.

    `customer` is an id of Stripe's.
    """

    id: str
    object: str
    status: str | None
    currency: str
    created: int
    livemode: bool
    total: int
    amount_due: int
    amount_paid: int
    status_transitions: Transitions
    amount_paid_off_stripe: int | None = None
    total_excluding_tax: int | None = None
    due_date: int | None = None
    customer: str | None = None
    metadata: dict[str, str] | None = None
    parent: Parent | None = None


class By(Struct):
    """By what an invoice is paid."""

    payment_intent: str | None = None


class InvoicePayment(Struct):
    """Which payment belongs to which invoice."""

    id: str
    object: str
    invoice: str
    created: int
    livemode: bool
    payment: By


class Refund(Struct):
    """Money that goes back to the giver; minor units."""

    id: str
    object: str
    amount: int
    currency: str
    created: int
    status: str | None = None
    payment_intent: str | None = None


class Movement(Struct):
    """Money of a dispute that left the account (below nought) or came back, in the account's currency."""

    amount: int
    created: int


class Dispute(Struct):
    """Money that the giver's bank wants back; minor units."""

    id: str
    object: str
    amount: int
    currency: str
    created: int
    livemode: bool
    status: str
    balance_transactions: list[Movement] = []
    payment_intent: str | None = None


class Subject(Struct):
    """What an event tells of: only which object it is.

    The rest is in the version of the API that the account had when it happened, and as it was then.
    """

    object: str
    id: str
    created: int


class Data(Struct):
    """The envelope of an event's object."""

    object: Subject


class Event(Struct):
    """That something happened to an object."""

    id: str
    object: str
    type: str
    created: int
    data: Data


class Company(Struct, frozen=True):
    """A company in one role, `partner` or `employer`; `id` is its Customer's in that role.

    `tier` is empty for an employer; `goal` None for the work as a whole. `state` is of PartnerState or of
    EmployerState. `subscription` is the newest one's id, or empty. `at` is when it signed up (Unix time),
    `live` whether with real money.
    """

    id: str
    role: str
    name: str
    business_id: str
    tier: str
    goal: str | None
    language: str
    website: str
    state: str
    subscription: str
    at: int
    live: bool


Record = Charge | Invoice | InvoicePayment | Refund | Dispute | Event


@dataclass(frozen=True)
class Unreadable:
    """An object of a list that is not as it should be, and in what."""

    id: str
    why: str


class Stream(NamedTuple):
    """One of Stripe's lists: its name and place in the API, what its objects are, what it is asked for."""

    name: str
    object: str
    record: type[Record]
    asked: Mapping[str, Any] = {}


STREAMS = {
    each.name: each
    for each in (
        Stream("charges", "charge", Charge),
        Stream("invoices", "invoice", Invoice),
        Stream("invoice_payments", "invoice_payment", InvoicePayment),
        Stream("refunds", "refund", Refund),
        Stream("disputes", "dispute", Dispute),
        Stream("events", "event", Event, {"types": list(TOLD)}),
    )
}
