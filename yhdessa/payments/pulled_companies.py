"""What the ledger reads of companies: who they are and how they stand; no contact, no address, no message."""

from __future__ import annotations

import time
from collections.abc import Callable

import stripe

from yhdessa.payments.client import PaymentsUnavailable
from yhdessa.payments.companies import Companies, marks_of
from yhdessa.payments.employers import ROLE as EMPLOYER
from yhdessa.payments.employers import EmployerState
from yhdessa.payments.partners import ROLE as PARTNER
from yhdessa.payments.partners import Partners
from yhdessa.payments.pulled import KeyRefused, StripeAccount
from yhdessa.payments.pulled_records import Company


def pulled_companies(account: StripeAccount) -> list[Company]:
    """Every company of the account, as it is now. Raises KeyRefused and PaymentsUnavailable."""
    ahead = account.time() - time.time()

    def clock() -> float:
        return time.time() + ahead

    try:
        return [*_partners(account.client, clock), *_employers(account.client, clock)]
    except PaymentsUnavailable as error:
        if isinstance(error.__cause__, stripe.PermissionError):
            raise KeyRefused("customers and subscriptions") from error
        raise


def _partners(client: stripe.StripeClient, clock: Callable[[], float]) -> list[Company]:
    return [
        Company(
            id=each.id,
            role=PARTNER,
            name=each.asked.company,
            business_id=each.asked.business_id,
            tier=each.asked.tier,
            goal=each.asked.goal,
            language=each.asked.language,
            website=each.asked.website,
            state=each.state.value,
            subscription=each.subscription,
            at=each.at,
            live=each.live,
        )
        for each in Partners(client, clock).all()
    ]


def _employers(client: stripe.StripeClient, clock: Callable[[], float]) -> list[Company]:
    found = []
    for customer in Companies(client, EMPLOYER, clock).all():
        marks = marks_of(customer)
        found.append(
            Company(
                id=customer.id,
                role=EMPLOYER,
                name=customer.name or "",
                business_id=marks.get("business_id", ""),
                tier="",
                goal=marks.get("goal") or None,
                language=marks.get("language", ""),
                website="",
                state=marks.get("state") or EmployerState.ACTIVE.value,
                subscription="",
                at=customer.created,
                live=bool(customer.livemode),
            )
        )
    return found
