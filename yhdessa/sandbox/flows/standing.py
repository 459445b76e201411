"""How a subscription stands after its invoices, and how it ends.

Source: "How subscriptions work", https://docs.stripe.com/billing/subscriptions/overview. What happens after
the last retry stands for the account's setting in the Dashboard: the subscription is canceled.
"""

from typing import Any

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.settings import Json

ENDED = ("canceled", "incomplete_expired")


def changed(account: Account, subscription: Json, **changes: Any) -> None:
    """Change a subscription and say so, if anything is new."""
    before = {name: subscription[name] for name, value in changes.items() if subscription[name] != value}
    if before:
        subscription.update(changes)
        account.record("customer.subscription.updated", subscription, before)


def of_invoice(account: Account, invoice: Json) -> Json | None:
    """The subscription that an invoice belongs to, unless that has ended."""
    if invoice["parent"] is None:
        return None
    found = account.store.find_any(invoice["parent"]["subscription_details"]["subscription"])
    return found if found is not None and found["status"] not in ENDED else None


def after_paid(account: Account, invoice: Json) -> None:
    """A paid invoice makes its subscription active, if it is the latest one."""
    subscription = of_invoice(account, invoice)
    if subscription is not None and subscription["latest_invoice"] == invoice["id"]:
        changed(account, subscription, status="active")


def after_failed(account: Account, invoice: Json) -> None:
    """An invoice that could not be paid: a first one leaves the subscription incomplete, others past due."""
    subscription = of_invoice(account, invoice)
    if subscription is not None and subscription["status"] != "incomplete":
        changed(account, subscription, status="past_due")


def after_processing(account: Account, invoice: Json) -> None:
    """While the bank has not answered about the first invoice, the subscription counts as active."""
    after_paid(account, invoice)


def after_giving_up(account: Account, invoice: Json) -> None:
    """The last retry has failed."""
    subscription = of_invoice(account, invoice)
    if subscription is not None:
        end(account, subscription, "payment_failed")


def end(account: Account, subscription: Json, reason: str, status: str = "canceled") -> None:
    """End a subscription now; it never runs again."""
    now = account.now()
    details = {**subscription["cancellation_details"], "reason": reason}
    subscription.update(status=status, ended_at=now, cancellation_details=details)
    if status == "canceled":
        subscription["canceled_at"] = subscription["canceled_at"] or now
    account.record("customer.subscription.deleted", subscription)
