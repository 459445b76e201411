"""Companies: each is one Customer of Stripe's in one role, known by its business id.

A company that has two roles has two Customers: other people speak for it, and invoices go elsewhere.
"""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import stripe
from msgspec import Struct

from yhdessa.payments.client import unavailable
from yhdessa.payments.orders import SOURCE

CUSTOMER_ID = re.compile(r"cus_[A-Za-z0-9]{6,60}")
#: Search finds a new Customer a minute later, in bad times an hour; lists know it at once.
#: https://docs.stripe.com/search#data-freshness
SEARCH_LAG = 2 * 3600
MOST_RECENT = 500
#: Seconds that a derived key is the same for: long enough for whatever overlaps, and short, because Stripe
#: answers with a failure that it has kept under a key for a day.
KEY_TIME = 600


def derived_key(now: float, *parts: str) -> str:
    """An Idempotency-Key that whoever does the same thing at the same time derives too."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "|".join(("yhdessa", *parts, str(int(now // KEY_TIME))))))


class Who(Struct, frozen=True):
    """What Stripe writes on a company's invoices, and where it sends them."""

    company: str
    email: str
    language: str
    country: str
    line: str = ""
    postal_code: str = ""
    city: str = ""


class Companies:
    """The companies of one account in one role. Every method raises PaymentsUnavailable when Stripe does not
    answer.
    """

    def __init__(
        self, client: stripe.StripeClient, role: str, clock: Callable[[], float] = time.time
    ) -> None:
        self.customers, self.role, self.clock = client.v1.customers, role, clock

    def find(self, business_id: str) -> stripe.Customer | None:
        """The company of a normalised business id, if there is one."""
        ours = [each for each in self._searched(business_id=business_id) if self._is(each, business_id)]
        return _oldest(ours) if ours else self._recent(business_id)

    def get(self, customer_id: str) -> stripe.Customer | None:
        """The company of a Customer's id; None for a deleted Customer, and for one in no such role."""
        if not CUSTOMER_ID.fullmatch(customer_id):
            return None
        try:
            customer = self.customers.retrieve(customer_id)
        except stripe.InvalidRequestError:
            return None
        except stripe.StripeError as error:
            raise unavailable(error) from error
        return customer if self._is(customer) else None

    def all(self) -> list[stripe.Customer]:
        """Every company, one of each business id, in the order in which they came."""
        newest_first = {each.id: each for each in (*self._newest(), *self._searched()) if self._is(each)}
        oldest_first = list(newest_first.values())[::-1]
        oldest: dict[str, stripe.Customer] = {}
        for each in sorted(oldest_first, key=lambda customer: customer.created):
            oldest.setdefault(marks_of(each).get("business_id", each.id), each)
        return list(oldest.values())

    def create(self, who: Who, business_id: str, marks: Mapping[str, str]) -> stripe.Customer:
        """A new Customer, or the one that came to be meanwhile for the same business id.

        Two that sign up with one id at the same time become one: they derive the same key, and of two
        Customers that came to be all the same the older one is the company.
        """
        ours = {"source": SOURCE, "role": self.role, "business_id": business_id}
        told = {name: value for name, value in marks.items() if value}
        key = derived_key(self.clock(), self.role, who.country, business_id)
        try:
            return self.customers.create(_asked(who, {**told, **ours}), {"idempotency_key": key})
        except stripe.IdempotencyError as error:
            known = self._recent(business_id)
            if known is None:
                raise unavailable(error) from error
            return known
        except stripe.StripeError as error:
            raise unavailable(error) from error

    def update(
        self,
        customer_id: str,
        marks: Mapping[str, str],
        who: Who | None = None,
        on_invoices: Mapping[str, object] | None = None,
    ) -> stripe.Customer:
        """The company with other marks (an empty text takes one away), who it is, what its invoices say.

        https://docs.stripe.com/api/metadata
        """
        try:
            return self.customers.update(customer_id, _asked(who, marks, on_invoices))
        except stripe.StripeError as error:
            raise unavailable(error) from error

    def claim(self, customer_id: str, marks: Mapping[str, str], deed: str) -> stripe.Customer | None:
        """As `update`, for what one alone is to do: None for all but the first of those who do the `deed` at
        the same time, as on a double click. Each says that it is another, so that Stripe refuses their
        common key.
        """
        key = derived_key(self.clock(), self.role, customer_id, deed)
        asked = _asked(None, {**marks, "claim": uuid.uuid4().hex})
        try:
            return self.customers.update(customer_id, asked, {"idempotency_key": key})
        except stripe.IdempotencyError:
            return None
        except stripe.StripeError as error:
            raise unavailable(error) from error

    def _searched(self, **marks: str) -> list[stripe.Customer]:
        wanted = {"source": SOURCE, "role": self.role, **marks}
        query = " AND ".join(f"metadata['{name}']:'{value}'" for name, value in wanted.items())
        try:
            return list(self.customers.search({"query": query, "limit": 100}).auto_paging_iter())
        except stripe.StripeError as error:
            raise unavailable(error) from error

    def _recent(self, business_id: str) -> stripe.Customer | None:
        """The company among the newest, which a search may not know yet."""
        ours = [each for each in self._newest() if self._is(each, business_id)]
        return _oldest(ours) if ours else None

    def _newest(self) -> list[stripe.Customer]:
        since = int(self.clock()) - SEARCH_LAG
        try:
            return list(_at_most(self.customers.list({"created": {"gte": since}, "limit": 100})))
        except stripe.StripeError as error:
            raise unavailable(error) from error

    def _is(self, customer: stripe.Customer, business_id: str = "") -> bool:
        """Whether it is one of ours; a deleted Customer has nothing left but its id."""
        if getattr(customer, "deleted", False):
            return False
        marks = marks_of(customer)
        ours = (marks.get("source"), marks.get("role")) == (SOURCE, self.role)
        return ours and (not business_id or marks.get("business_id") == business_id)


def _asked(who: Who | None, marks: Mapping[str, str], on_invoices: Mapping[str, object] | None = None) -> Any:
    """What creating and updating are asked for alike, in types of Stripe's that differ."""
    asked: dict[str, object] = {"metadata": dict(marks)} if marks else {}
    if on_invoices is not None:
        asked["invoice_settings"] = dict(on_invoices)
    if who is not None:
        address = {"line1": who.line, "postal_code": who.postal_code, "city": who.city}
        asked |= {
            "name": who.company,
            "email": who.email,
            "preferred_locales": [who.language],
            "address": {**{name: text for name, text in address.items() if text}, "country": who.country},
        }
    return asked


def marks_of(customer: stripe.Customer) -> dict[str, str]:
    """What we have written on a Customer."""
    return dict(customer.metadata.to_dict()) if customer.metadata is not None else {}


def _at_most(listed: stripe.ListObject[stripe.Customer]) -> Iterator[stripe.Customer]:
    for count, each in enumerate(listed.auto_paging_iter()):
        if count >= MOST_RECENT:
            return
        yield each


def _oldest(newest_first: list[stripe.Customer]) -> stripe.Customer:
    """The first that came to be, of those of one second too: Stripe lists the newest first."""
    return min(newest_first[::-1], key=lambda customer: customer.created)
