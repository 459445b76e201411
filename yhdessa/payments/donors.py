"""Donors: those who give every month, found by their address, and the page of Stripe's where they help
themselves. https://docs.stripe.com/customer-management
"""

from __future__ import annotations

import re

import stripe
from msgspec import Struct

from yhdessa.l10n.money import Money
from yhdessa.payments.client import connect, unavailable
from yhdessa.payments.gifts import LOCALES
from yhdessa.payments.orders import MONTHLY, SOURCE

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
            for customer in self._customers(written):
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
        try:
            return str(self.client.v1.billing_portal.sessions.create(asked).url)
        except stripe.StripeError as error:
            raise unavailable(error) from error

    def _customers(self, email: str) -> list[stripe.Customer]:
        try:
            asked = {"email": email, "limit": LOOKED_AT, "expand": ["data.subscriptions"]}
            return list(self.client.v1.customers.list(asked).data)  # type: ignore[arg-type]
        except stripe.StripeError as error:
            raise unavailable(error) from error

    def _gives(self, customer: str) -> bool:
        try:
            found = self.client.v1.customers.retrieve(customer, {"expand": ["subscriptions"]})
        except stripe.InvalidRequestError:
            return False
        except stripe.StripeError as error:
            raise unavailable(error) from error
        return bool(_gifts(found))


def _gifts(customer: stripe.Customer) -> tuple[MonthlyGift, ...]:
    """The gifts to us that go on; none of a customer who has been deleted."""
    if getattr(customer, "deleted", False) or customer.subscriptions is None:
        return ()
    ours = (each for each in customer.subscriptions.data if _is_ours(each))
    return tuple(_gift(subscription) for subscription in ours)


def _is_ours(subscription: stripe.Subscription) -> bool:
    marks = subscription.metadata.to_dict()
    ours = marks.get("source") == SOURCE and marks.get("kind") == MONTHLY
    return ours and subscription.status in GOING_ON


def _gift(subscription: stripe.Subscription) -> MonthlyGift:
    items = subscription["items"].data
    minor = sum((item.price.unit_amount or 0) * (item.quantity or 1) for item in items)
    goal = subscription.metadata.to_dict().get("goal")
    return MonthlyGift(Money(minor, subscription.currency.upper()), goal)
