"""A subscription begins, renews and is canceled. Source: "How subscriptions work",
https://docs.stripe.com/billing/subscriptions/overview, and "Subscription invoices",
https://docs.stripe.com/billing/invoices/subscription (a renewal stays a draft for an hour).
"""

import functools

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.flows import invoicing, standing
from yhdessa.sandbox.objects import invoice as invoices
from yhdessa.sandbox.objects import subscription as subscriptions
from yhdessa.sandbox.objects.invoice_line import line_of_subscription
from yhdessa.sandbox.settings import Json

_FIRST_PAYMENT_WITHIN = 23 * 3600


def begin(account: Account, customer: Json, items: list[Json], terms: Json) -> Json:
    """A new subscription to ``items`` (each with its ``price``), with a first invoice that waits to be paid.

    With ``send_invoice`` it is active at once and the invoice is mailed; else it is incomplete until paid.
    """
    now = account.now()
    currency = items[0]["price"]["currency"]
    subscription = subscriptions.new_subscription(customer, currency, terms, now)
    made = [subscriptions.new_item(subscription, each["price"], each, now) for each in items]
    subscriptions.set_items(subscription, made)
    account.store.add(subscription)
    customer["currency"] = customer["currency"] or currency
    if subscription["collection_method"] == "send_invoice":
        subscription["status"] = "active"
    account.record("customer.subscription.created", subscription)
    invoice = _bill(account, subscription, "subscription_create")
    if subscription["status"] == "incomplete":
        invoicing.finalise(account, invoice)
        account.at(now + _FIRST_PAYMENT_WITHIN, functools.partial(_expire, account, subscription))
    _wait_for_next(account, subscription)
    return subscription


def first_invoice(account: Account, subscription: Json) -> Json:
    """The invoice that a new subscription waits for."""
    return account.store.find_any(subscription["latest_invoice"]) or {}


def set_cancel_at_period_end(account: Account, subscription: Json, wanted: bool) -> None:
    """Let a subscription run out, or let it go on after all."""
    if subscription["cancel_at_period_end"] == wanted:
        return
    reason = "cancellation_requested" if wanted else None
    standing.changed(
        account,
        subscription,
        cancel_at_period_end=wanted,
        cancel_at=subscriptions.current_end(subscription) if wanted else None,
        canceled_at=account.now() if wanted else None,
        cancellation_details={**subscription["cancellation_details"], "reason": reason},
    )


def running(account: Account, customer_id: str) -> list[Json]:
    """A customer's subscriptions that have not ended, newest first."""
    return [
        each
        for each in account.store.newest_first("subscription")
        if each["customer"] == customer_id and each["status"] not in standing.ENDED
    ]


def _wait_for_next(account: Account, subscription: Json) -> None:
    end = subscriptions.current_end(subscription)
    account.at(end, functools.partial(_turn, account, subscription, end))


def _turn(account: Account, subscription: Json, end: int) -> None:
    """A period has ended: the next one begins and is billed, unless the subscription was to run out."""
    if subscription["status"] in standing.ENDED or subscriptions.current_end(subscription) != end:
        return
    if subscription["cancel_at_period_end"]:
        standing.end(account, subscription, "cancellation_requested")
        return
    if subscription["status"] == "incomplete":
        return
    before = {"items": subscription["items"], "latest_invoice": subscription["latest_invoice"]}
    subscriptions.set_items(
        subscription, [_rolled(each, subscription) for each in subscription["items"]["data"]]
    )
    invoice = _bill(account, subscription, "subscription_cycle")
    subscription["latest_invoice"] = invoice["id"]
    account.record("customer.subscription.updated", subscription, before)
    _wait_for_next(account, subscription)


def _rolled(item: Json, subscription: Json) -> Json:
    start, anchor = item["current_period_end"], subscription["billing_cycle_anchor"]
    end = subscriptions.period_end(anchor, start, item["price"]["recurring"])
    return {**item, "current_period_start": start, "current_period_end": end}


def _bill(account: Account, subscription: Json, reason: str) -> Json:
    """The invoice of the period that has begun; a first one that is charged does not wait as a draft."""
    now, store = account.now(), account.store
    customer = store.find_any(subscription["customer"]) or {}
    details = {"metadata": subscription["metadata"], "subscription": subscription["id"]}
    first = reason == "subscription_create"
    terms = {
        "auto_advance": True,
        "billing_reason": reason,
        "collection_method": subscription["collection_method"],
        "parent": {"quote_details": None, "subscription_details": details, "type": "subscription_details"},
        "period_start": now if first else subscription["items"]["data"][0]["current_period_start"],
        "rates": subscription["default_tax_rates"],
    }
    invoice = store.add(invoices.new_invoice(customer, subscription["currency"], terms, now))
    if subscription["days_until_due"] is not None:
        store.behind(invoice["id"])["days_until_due"] = subscription["days_until_due"]
        invoice["due_date"] = now + subscription["days_until_due"] * 24 * 3600
    invoices.set_lines(store, invoice, _lines(account, subscription, invoice, customer))
    subscription["latest_invoice"] = invoice["id"]
    invoicing.announce(account, invoice)
    return invoice


def _lines(account: Account, subscription: Json, invoice: Json, customer: Json) -> list[Json]:
    lines = []
    for item in subscription["items"]["data"]:
        product = account.store.find_any(item["price"]["product"]) or {"name": ""}
        rates = item["tax_rates"] or subscription["default_tax_rates"]
        exempt = customer["tax_exempt"]
        lines.append(line_of_subscription(item, subscription, invoice["id"], product["name"], rates, exempt))
    return lines


def _expire(account: Account, subscription: Json) -> None:
    """The first invoice was not paid in time."""
    if subscription["status"] == "incomplete":
        invoice = first_invoice(account, subscription)
        subscription["status"] = "incomplete_expired"
        invoicing.void(account, invoice)
        before = {"status": "incomplete"}
        account.record("customer.subscription.updated", subscription, before)
