"""Donors: those who give every month, found by their address, and the page of Stripe's where they help
themselves. https://docs.stripe.com/customer-management
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from yhdessa.l10n.money import Money
from yhdessa.payments.client import PaymentsRefused, ask, connect
from yhdessa.payments.gifts import LOCALES
from yhdessa.payments.orders import MONTHLY, SOURCE

if TYPE_CHECKING:
    import stripe

Listable = TypeVar("Listable")

CUSTOMER_ID = re.compile("cus_[A-Za-z0-9]{8,200}")
#: As many customers of one address as are looked at: each monthly gift that is begun on the payment page is
#: a new one.
LOOKED_AT = 100
#: Seconds for reaching Stripe and for its answer, and for one request with its tries: two are asked in a row,
#: and mail is sent after them.
TIMEOUT = (1.0, 2.5)
BUDGET = 2.5
#: What a subscription is while money may be taken for it.
#: https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses
GOING_ON = ("active", "past_due", "paused", "trialing", "unpaid")


class MonthlyGift(Struct, frozen=True):
    """What is given every month, and to which goal (its id; None where it is needed most)."""

    amount: Money
    goal: str | None


class Donor(Struct, frozen=True):
    """One customer of Stripe's, the address as it is written there, and the monthly gifts that go on; one
    person may be several.
    """

    customer: str
    email: str
    gifts: tuple[MonthlyGift, ...]


class Price(Struct, frozen=True):
    """What one of it costs; None where Stripe reckons otherwise."""

    unit_amount: int | None = None


class Item(Struct, frozen=True):
    """One line of a subscription."""

    price: Price
    quantity: int | None = None


class Listed(Struct, Generic[Listable], frozen=True):
    """A list of Stripe's; what is asked for fits into one page."""

    data: list[Listable]


class Subscription(Struct, frozen=True):
    """What we read of a subscription. https://docs.stripe.com/api/subscriptions/object"""

    status: str
    currency: str
    metadata: dict[str, str]
    items: Listed[Item]


class Customer(Struct, frozen=True):
    """What we read of a customer; of one who has been deleted nothing is left but the id.

    https://docs.stripe.com/api/customers/object
    """

    id: str
    email: str | None = None
    subscriptions: Listed[Subscription] | None = None


class PortalSession(Struct, frozen=True):
    """What we read of a session of the Billing Portal."""

    url: str


class Donors:
    """Those who give monthly to one account; the arguments are `connect`'s."""

    def __init__(
        self,
        secret_key: str,
        api: str | None = None,
        timeout: tuple[float, float] = TIMEOUT,
        budget: float = BUDGET,
    ) -> None:
        self.client = connect(secret_key, api, timeout, budget)

    def find_donors(self, email: str) -> list[Donor]:
        """Those with this address who give us monthly, the newest first. Raises PaymentsUnavailable.

        Stripe compares letter by letter, so that the address is asked for as it is written and in small
        letters; as often for one that is known as for one that is not.
        https://docs.stripe.com/api/customers/list
        """
        donors: dict[str, Donor] = {}
        for written in dict.fromkeys((email, email.lower())):
            asked = {"email": written, "limit": LOOKED_AT, "expand": ["data.subscriptions"]}
            for customer in ask(self.client, "get", "customers", asked, Listed[Customer]).data:
                gifts = _gifts(customer)
                if gifts:
                    donors[customer.id] = Donor(customer.id, customer.email or email, gifts)
        return list(donors.values())

    def open_portal(self, customer: str, return_url: str, language: str) -> str | None:
        """The address of a page on which `customer` changes or ends the gifts, opened now and soon closed;
        None when no gift of theirs goes on. Raises PaymentsUnavailable.
        """
        if not CUSTOMER_ID.fullmatch(customer) or not self._gives(customer):
            return None
        asked: stripe.params.billing_portal.SessionCreateParams = {
            "customer": customer,
            "return_url": return_url,
            "locale": language if language in LOCALES else "auto",
        }
        return ask(self.client, "post", "billing_portal/sessions", asked, PortalSession).url

    def _gives(self, customer: str) -> bool:
        try:
            found = ask(self.client, "get", f"customers/{customer}", {"expand": ["subscriptions"]}, Customer)
        except PaymentsRefused:
            return False
        return bool(_gifts(found))


def _gifts(customer: Customer) -> tuple[MonthlyGift, ...]:
    """The gifts to us that go on; none of a customer who has been deleted."""
    ours = customer.subscriptions.data if customer.subscriptions is not None else ()
    return tuple(_gift(each) for each in ours if _is_ours(each))


def _is_ours(subscription: Subscription) -> bool:
    marks = subscription.metadata
    ours = marks.get("source") == SOURCE and marks.get("kind") == MONTHLY
    return ours and subscription.status in GOING_ON


def _gift(subscription: Subscription) -> MonthlyGift:
    minor = sum((each.price.unit_amount or 0) * (each.quantity or 1) for each in subscription.items.data)
    return MonthlyGift(Money(minor, subscription.currency.upper()), subscription.metadata.get("goal"))
