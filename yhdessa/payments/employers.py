"""Employers that give by payroll: each is one Customer of Stripe's, known by its business id.

What is said of an employer, its contacts among it, stands in the Customer alone. `link` is what revokes the
links in mail: a link that names another number opens nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import StrEnum

import stripe
from msgspec import Struct

from yhdessa.forms.company_offer import Contact
from yhdessa.forms.employer_offer import Matching, SignUp
from yhdessa.payments.client import PaymentsUnavailable
from yhdessa.payments.companies import Companies, Who, marks_of

ROLE = "employer"
MOST_CONTACTS = 3


class EmployerState(StrEnum):
    """Whether an employer remits: it may rest, and it may leave."""

    ACTIVE = "active"
    PAUSED = "paused"
    LEFT = "left"


class Employer(Struct, frozen=True):
    """An employer; `id` is the Customer's. `goal` None: where it is needed most.

    `currency` is the one that Stripe has bound the Customer to, in capitals; empty before the first invoice.
    """

    id: str
    company: str
    country: str
    business_id: str
    billing_email: str
    contacts: tuple[Contact, ...]
    purchase_reference: str
    einvoice: str
    language: str
    goal: str | None
    matching: Matching
    state: EmployerState
    link: str
    currency: str


class Employers:
    """The employers of one account. Every method raises PaymentsUnavailable when Stripe does not answer."""

    def __init__(self, client: stripe.StripeClient, clock: Callable[[], float] = time.time) -> None:
        self.companies = Companies(client, ROLE, clock)

    def sign_up(self, asked: SignUp) -> Employer:
        """The employer of the business id in `asked`: the one that is known, unchanged, or a new one."""
        known = self.find(asked.business_id)
        if known is not None:
            return known
        who = Who(asked.company, asked.billing_email, asked.language, asked.country)
        return _employer(self.companies.create(who, asked.business_id, _sign_up_marks(asked)))

    def find(self, business_id: str) -> Employer | None:
        """The employer of a normalised business id, if there is one."""
        customer = self.companies.find(business_id)
        return None if customer is None else _employer(customer)

    def get(self, customer_id: str) -> Employer | None:
        """The employer of a Customer's id; None for a deleted Customer, and for one that is no employer."""
        customer = self.companies.get(customer_id)
        return None if customer is None else _employer(customer)

    def set_state(self, employer: Employer, state: EmployerState) -> Employer:
        """Let it rest, go on or leave."""
        return self._update(employer, {"state": state.value})

    def set_matching(self, employer: Employer, matching: Matching) -> Employer:
        """Change what the employer adds; invoices that are made stay as they are."""
        return self._update(employer, _matching(matching))

    def add_contact(self, employer: Employer, contact: Contact) -> Employer:
        """One more person to write to; the same address again changes nothing. Raises ValueError when there
        is no room.
        """
        known = {each.email.lower() for each in employer.contacts}
        if contact.email.lower() in known:
            return employer
        if len(employer.contacts) >= MOST_CONTACTS:
            raise ValueError("no room for another contact")
        return self._update(employer, _contacts((*employer.contacts, contact)))

    def revoke_links(self, employer: Employer) -> Employer:
        """From now on no link that was sent before opens anything."""
        return self._update(employer, {"link": str(int(employer.link) + 1)})

    def _update(self, employer: Employer, marks: dict[str, str]) -> Employer:
        return _employer(self.companies.update(employer.id, marks))


def _sign_up_marks(asked: SignUp) -> dict[str, str]:
    return {
        "state": EmployerState.ACTIVE.value,
        "link": "1",
        "country": asked.country,
        "language": asked.language,
        "goal": asked.goal or "",
        "purchase_reference": asked.purchase_reference,
        "einvoice": asked.einvoice,
        **_contacts((asked.contact,)),
        **_matching(asked.matching),
    }


def _contacts(contacts: tuple[Contact, ...]) -> dict[str, str]:
    told: dict[str, str] = {}
    for number, contact in enumerate(contacts, 1):
        told |= {f"contact_{number}_name": contact.name, f"contact_{number}_email": contact.email}
    return told


def _matching(matching: Matching) -> dict[str, str]:
    cap = "" if matching.cap is None else str(matching.cap)
    return {"matching": str(matching.percent) if matching.percent else "", "matching_cap": cap}


def _employer(customer: stripe.Customer) -> Employer:
    """Raises PaymentsUnavailable for a Customer whose marks somebody has taken away."""
    marks = marks_of(customer)
    try:
        return Employer(
            id=customer.id,
            company=customer.name or "",
            country=marks["country"],
            business_id=marks["business_id"],
            billing_email=customer.email or "",
            contacts=tuple(
                Contact(marks.get(f"contact_{number}_name", ""), email)
                for number in range(1, MOST_CONTACTS + 1)
                if (email := marks.get(f"contact_{number}_email", ""))
            ),
            purchase_reference=marks.get("purchase_reference", ""),
            einvoice=marks.get("einvoice", ""),
            language=marks.get("language", ""),
            goal=marks.get("goal") or None,
            matching=Matching(
                int(marks.get("matching") or 0),
                int(marks["matching_cap"]) if marks.get("matching_cap") else None,
            ),
            state=EmployerState(marks.get("state") or EmployerState.ACTIVE),
            link=str(int(marks.get("link") or 1)),
            currency=(customer.currency or "").upper(),
        )
    except (KeyError, ValueError) as error:
        raise PaymentsUnavailable from error
