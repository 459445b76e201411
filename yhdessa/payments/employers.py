"""Employers that give by payroll: each is one Customer of Stripe's, known by its business id.

What is said of an employer, its contacts among it, stands in the Customer alone. `link` is what revokes the
links in mail: a link that names another number opens nothing.
"""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import stripe

from yhdessa.forms.employer_offer import Contact, Matching, SignUp
from yhdessa.payments.client import PaymentsUnavailable, unavailable
from yhdessa.payments.orders import SOURCE

ROLE = "employer"
CUSTOMER_ID = re.compile(r"cus_[A-Za-z0-9]{6,60}")
MOST_CONTACTS = 3
#: Search finds a new Customer a minute later, in bad times an hour; lists know it at once.
#: https://docs.stripe.com/search#data-freshness
SEARCH_LAG = 2 * 3600
MOST_RECENT = 500
#: Seconds that a derived key is the same for: long enough for whatever overlaps, and short, because Stripe
#: answers with a failure that it has kept under a key for a day.
KEY_TIME = 600


class EmployerState(StrEnum):
    """Whether an employer remits: it may rest, and it may leave."""

    ACTIVE = "active"
    PAUSED = "paused"
    LEFT = "left"


@dataclass(frozen=True)
class Employer:
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


def derived_key(now: float, *parts: str) -> str:
    """An Idempotency-Key that whoever does the same thing at the same time derives too."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "|".join(("yhdessa", *parts, str(int(now // KEY_TIME))))))


class Employers:
    """The employers of one account. Every method raises PaymentsUnavailable when Stripe does not answer."""

    def __init__(self, client: stripe.StripeClient, clock: Callable[[], float] = time.time) -> None:
        self.customers = client.v1.customers
        self.clock = clock

    def sign_up(self, asked: SignUp) -> Employer:
        """The employer of the business id in `asked`: the one that is known, unchanged, or a new one.

        Two that sign up with one id at the same time become one: they derive the same key, and of two
        Customers that came to be all the same the older one is the employer.
        """
        known = self.find(asked.business_id)
        if known is not None:
            return known
        key = derived_key(self.clock(), ROLE, asked.country, asked.business_id)
        try:
            made = self.customers.create(_customer(asked), {"idempotency_key": key})
        except stripe.IdempotencyError as error:
            known = self._recent(asked.business_id)
            if known is None:
                raise unavailable(error) from error
            return known
        except stripe.StripeError as error:
            raise unavailable(error) from error
        return _employer(made)

    def find(self, business_id: str) -> Employer | None:
        """The employer of a normalised business id, if there is one."""
        marks = {"source": SOURCE, "role": ROLE, "business_id": business_id}
        query = " AND ".join(f"metadata['{name}']:'{value}'" for name, value in marks.items())
        try:
            found = list(self.customers.search({"query": query, "limit": 100}).data)
        except stripe.StripeError as error:
            raise unavailable(error) from error
        ours = [each for each in found if _is(each, business_id)]
        return _employer(_oldest(ours)) if ours else self._recent(business_id)

    def _recent(self, business_id: str) -> Employer | None:
        """The same among the newest, which a search may not know yet."""
        since = int(self.clock()) - SEARCH_LAG
        try:
            listed = self.customers.list({"created": {"gte": since}, "limit": 100})
            ours = [each for each in _at_most(listed) if _is(each, business_id)]
        except stripe.StripeError as error:
            raise unavailable(error) from error
        return _employer(_oldest(ours)) if ours else None

    def get(self, customer_id: str) -> Employer | None:
        """The employer of a Customer's id; None for a deleted Customer, and for one that is no employer."""
        if not CUSTOMER_ID.fullmatch(customer_id):
            return None
        try:
            customer = self.customers.retrieve(customer_id)
        except stripe.InvalidRequestError:
            return None
        except stripe.StripeError as error:
            raise unavailable(error) from error
        return _employer(customer) if _is(customer) else None

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

    def _update(self, employer: Employer, metadata: dict[str, str]) -> Employer:
        try:
            return _employer(self.customers.update(employer.id, {"metadata": metadata}))
        except stripe.StripeError as error:
            raise unavailable(error) from error


def _at_most(listed: stripe.ListObject[stripe.Customer]) -> Iterator[stripe.Customer]:
    for count, each in enumerate(listed.auto_paging_iter()):
        if count >= MOST_RECENT:
            return
        yield each


def _customer(asked: SignUp) -> stripe.params.CustomerCreateParams:
    return {
        "name": asked.company,
        "email": asked.billing_email,
        "address": {"country": asked.country},
        "preferred_locales": [asked.language],
        "metadata": {
            "source": SOURCE,
            "role": ROLE,
            "state": EmployerState.ACTIVE.value,
            "link": "1",
            "country": asked.country,
            "business_id": asked.business_id,
            "language": asked.language,
            **({"goal": asked.goal} if asked.goal else {}),
            **({"purchase_reference": asked.purchase_reference} if asked.purchase_reference else {}),
            **({"einvoice": asked.einvoice} if asked.einvoice else {}),
            **_contacts((asked.contact,)),
            **{name: value for name, value in _matching(asked.matching).items() if value},
        },
    }


def _contacts(contacts: tuple[Contact, ...]) -> dict[str, str]:
    told: dict[str, str] = {}
    for number, contact in enumerate(contacts, 1):
        told |= {f"contact_{number}_name": contact.name, f"contact_{number}_email": contact.email}
    return told


def _matching(matching: Matching) -> dict[str, str]:
    """An empty text takes a value away: https://docs.stripe.com/api/metadata"""
    cap = "" if matching.cap is None else str(matching.cap)
    return {"matching": str(matching.percent) if matching.percent else "", "matching_cap": cap}


def _marks(customer: stripe.Customer) -> dict[str, str]:
    return dict(customer.metadata.to_dict()) if customer.metadata is not None else {}


def _oldest(newest_first: list[stripe.Customer]) -> stripe.Customer:
    """The first that came to be, of those of one second too: Stripe lists the newest first."""
    return min(newest_first[::-1], key=lambda customer: customer.created)


def _is(customer: stripe.Customer, business_id: str = "") -> bool:
    """Whether it is an employer of ours; a deleted Customer has nothing left but its id."""
    if getattr(customer, "deleted", False):
        return False
    marks = _marks(customer)
    ours = (marks.get("source"), marks.get("role")) == (SOURCE, ROLE)
    return ours and (not business_id or marks.get("business_id") == business_id)


def _employer(customer: stripe.Customer) -> Employer:
    """Raises PaymentsUnavailable for a Customer whose marks somebody has taken away."""
    marks = _marks(customer)
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
