"""Partners: companies that sign up, are approved by staff, and pay once a year.

Each is one Customer of Stripe's, known by its business id; what was asked and decided stands in its metadata,
what it pays in its subscription. `link` is what makes links in mail void when a company signs up anew.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import StrEnum

import msgspec
import stripe
from msgspec import Struct

from yhdessa.forms.partner_offer import PartnerSignUp
from yhdessa.payments.client import PaymentsUnavailable
from yhdessa.payments.companies import Companies, marks_of
from yhdessa.payments.partner_marks import LONGEST_VALUE, marks_of_sign_up, sign_up_of, who_asks
from yhdessa.payments.yearly import Step, Yearly, YearlyTerms, is_living, step

ROLE = "partner"
#: A Unix time has ten digits, and will for long.
LONGEST_NUMBER = 10


class PartnerState(StrEnum):
    """How a partnership stands: what staff decided, and then what became of the yearly invoice."""

    PENDING = "pending"
    DECLINED = "declined"
    #: Approved; the newest invoice is not paid yet, and not overdue.
    APPROVED = "approved"
    #: The newest invoice is paid.
    PAID = "paid"
    OVERDUE = "overdue"
    #: The subscription has ended: cancelled by either side, or given up by Stripe.
    CANCELLED = "cancelled"


#: What staff have decided, as it stands in the metadata.
DECISIONS = (PartnerState.PENDING, PartnerState.DECLINED, PartnerState.APPROVED)


class Partner(Struct, frozen=True):
    """A company that signed up; `id` is the Customer's, `at` when it did, `live` whether with real money.

    `reason` is why it was declined; `subscription` and `invoice` are ids of Stripe's, empty where there is
    none yet; `invoice_url` is where the company sees its newest invoice, `invoice_due` when it is due.
    `decided` is when staff decided, 0 before; `told` whether the company has its letter about that. Times
    are Unix time.
    """

    id: str
    asked: PartnerSignUp
    state: PartnerState
    at: int
    live: bool
    reason: str = ""
    subscription: str = ""
    invoice: str = ""
    invoice_url: str = ""
    invoice_due: int = 0
    link: str = "1"
    decided: int = 0
    told: bool = False


class AlreadyApproved(Exception):
    """Raised when a company is to be declined whose yearly subscription is there."""


class HasEnded(Exception):
    """Raised when a company is to be approved whose partnership has ended: it has to sign up anew."""


class Partners:
    """The partners of one account. Every method raises PaymentsUnavailable when Stripe does not answer."""

    def __init__(self, client: stripe.StripeClient, clock: Callable[[], float] = time.time) -> None:
        self.companies = Companies(client, ROLE, clock)
        self.yearly = Yearly(client, clock)
        self.clock = clock

    def sign_up(self, asked: PartnerSignUp) -> Partner:
        """The partner of the business id in `asked`: the one that is known, unchanged, or a new one.

        One that was declined or has cancelled is pending again, with what it asks now.
        """
        known = self.companies.find(asked.business_id)
        if known is not None:
            partner = self._read(known)
            anew = partner.state in (PartnerState.DECLINED, PartnerState.CANCELLED)
            return self._sign_up_anew(partner, asked) if anew else partner
        made = self.companies.create(who_asks(asked), asked.business_id, self._begun(asked, "1"))
        return self._read(made)

    def get(self, customer_id: str) -> Partner | None:
        """The partner of a Customer's id; None for a deleted Customer, and for one that is no partner."""
        customer = self.companies.get(customer_id)
        return None if customer is None else self._read(customer)

    def find(self, business_id: str) -> Partner | None:
        """The partner of a normalised business id."""
        customer = self.companies.find(business_id)
        return None if customer is None else self._read(customer)

    def all(self) -> list[Partner]:
        """Every company that has signed up, in their order, with a request for each hundred of them."""
        subscribed = self.yearly.all()
        partners = []
        for customer in self.companies.all():
            paying = subscribed.get(customer.id, [])
            if paying and marks_of(customer).get("state") != PartnerState.APPROVED:
                # A search may tell for a minute how it was before.
                customer = self.companies.get(customer.id) or customer
            partners.append(_partner(customer, paying, self.clock()))
        return partners

    def approve(self, partner: Partner, terms: YearlyTerms) -> Partner:
        """Let the yearly invoices begin, at `terms`; a partner who is approved stays as it is.

        What was begun is gone on with when it is called again. Raises StepFailed, a PaymentsUnavailable that
        names the step, and HasEnded.
        """
        if partner.state is PartnerState.CANCELLED:
            raise HasEnded
        if partner.state not in (PartnerState.PENDING, PartnerState.DECLINED):
            return partner
        with step(Step.CUSTOMER):
            self.companies.update(partner.id, {}, who_asks(partner.asked), terms.on_invoices())
        self.yearly.begin(partner.id, partner.asked, partner.link, terms)
        with step(Step.DECISION):
            return self._decide(partner, PartnerState.APPROVED)

    def decline(self, partner: Partner, reason: str) -> Partner:
        """Keep that staff said no, and why; one who is declined stays as it is. Raises AlreadyApproved."""
        if partner.state is PartnerState.DECLINED:
            return partner
        if partner.state is not PartnerState.PENDING or self.yearly.living(partner.id):
            raise AlreadyApproved
        declined = self._decide(partner, PartnerState.DECLINED, reason[:LONGEST_VALUE])
        if self.yearly.living(partner.id):
            # Somebody approved it meanwhile, and the first invoice is on its way.
            self._update(partner.id, {"state": PartnerState.APPROVED.value, "reason": ""})
            raise AlreadyApproved
        return declined

    def mark_told(self, partner: Partner) -> Partner:
        """Keep that the company has its letter about the decision."""
        return self._update(partner.id, {"told": "1"})

    def _decide(self, partner: Partner, decision: PartnerState, reason: str = "") -> Partner:
        """The decision, kept; who comes second finds it `told`: whoever was first writes the letter."""
        marks = {"state": decision.value, "decided": self._now(), "told": "", "reason": reason}
        decided = self.companies.claim(partner.id, marks, f"{decision.value} {partner.link}")
        if decided is not None:
            return self._read(decided)
        other = self.get(partner.id)
        if other is None or other.state in (PartnerState.PENDING, partner.state):
            raise PaymentsUnavailable
        return msgspec.structs.replace(other, told=True)

    def _sign_up_anew(self, partner: Partner, asked: PartnerSignUp) -> Partner:
        """What was asked before is no longer said, and older links open nothing."""
        marks = self._begun(asked, _next(partner.link))
        forgotten = {"decided": "", "told": "", "reason": ""}
        return self._read(self.companies.update(partner.id, {**marks, **forgotten}, who_asks(asked)))

    def _update(self, customer_id: str, marks: dict[str, str]) -> Partner:
        return self._read(self.companies.update(customer_id, marks))

    def _read(self, customer: stripe.Customer) -> Partner:
        return _partner(customer, self.yearly.of(customer.id), self.clock())

    def _begun(self, asked: PartnerSignUp, link: str) -> dict[str, str]:
        begun = {"state": PartnerState.PENDING.value, "link": link, "at": self._now()}
        return {**begun, **marks_of_sign_up(asked)}

    def _now(self) -> str:
        return str(int(self.clock()))


def _partner(customer: stripe.Customer, paying: list[stripe.Subscription], now: float) -> Partner:
    """A Customer in our words. One whose marks somebody has changed at Stripe waits for a decision again: the
    others of a list are not to suffer for it.
    """
    marks = marks_of(customer)
    living = [each for each in paying if is_living(each)]
    subscription = living[-1] if living else next(iter(paying), None)
    invoice = subscription.latest_invoice if subscription is not None else None
    told: dict[str, object] = {}
    if isinstance(invoice, stripe.Invoice):
        told = {"invoice": invoice.id, "invoice_url": invoice.hosted_invoice_url or ""}
        told["invoice_due"] = invoice.due_date or 0
    decided = marks.get("state") in DECISIONS
    decision = PartnerState(marks["state"]) if decided else PartnerState.PENDING
    partner = Partner(
        id=customer.id,
        asked=sign_up_of(customer, marks),
        state=_state(decision, subscription, now),
        at=_number(marks, "at") or customer.created,
        live=bool(customer.livemode),
        reason=marks.get("reason", ""),
        subscription=subscription.id if subscription is not None else "",
        link=marks.get("link") or "1",
        decided=_number(marks, "decided"),
        told=marks.get("told") == "1",
    )
    return msgspec.structs.replace(partner, **told)


def _next(link: str) -> str:
    """Another number of a sign-up, also after one that is none."""
    return str(int(link) + 1) if link.isascii() and link.isdigit() else "2"


def _number(marks: dict[str, str], name: str) -> int:
    """A number among the marks; 0 where none stands."""
    written = marks.get(name, "")
    return int(written) if written.isascii() and written.isdigit() and len(written) <= LONGEST_NUMBER else 0


def _state(decision: PartnerState, subscription: stripe.Subscription | None, now: float) -> PartnerState:
    if decision is not PartnerState.APPROVED or subscription is None:
        return decision
    if not is_living(subscription):
        return PartnerState.CANCELLED
    invoice = subscription.latest_invoice
    if not isinstance(invoice, stripe.Invoice):
        return PartnerState.APPROVED
    if invoice.status == "paid":
        return PartnerState.PAID
    late = invoice.status == "open" and invoice.due_date is not None and invoice.due_date < now
    given_up = invoice.status == "uncollectible" or subscription.status in ("past_due", "unpaid")
    return PartnerState.OVERDUE if late or given_up else PartnerState.APPROVED
