"""Subscriptions and their items, and where their periods begin and end."""

import calendar
from datetime import UTC, datetime, timedelta

from yhdessa.sandbox.ids import new_id
from yhdessa.sandbox.settings import Json


def new_subscription(customer: Json, currency: str, terms: Json, now: int) -> Json:
    """A subscription without items, incomplete until its first invoice is paid.

    ``terms`` has what is asked of it (``metadata``, ``collection_method``, ``default_payment_method`` ...).
    """
    return {
        **_CONSTANT,
        "id": new_id("sub"),
        "billing_cycle_anchor": now,
        "billing_mode": {
            "flexible": {"proration_discounts": "included"},
            "type": "flexible",
            "updated_at": now,
        },
        "collection_method": terms.get("collection_method", "charge_automatically"),
        "created": now,
        "currency": currency,
        "customer": customer["id"],
        "days_until_due": terms.get("days_until_due"),
        "default_payment_method": terms.get("default_payment_method"),
        "default_tax_rates": terms.get("rates", []),
        "description": terms.get("description"),
        "metadata": terms.get("metadata") or {},
        "start_date": now,
        "test_clock": customer["test_clock"],
    }


def new_item(subscription: Json, price: Json, asked: Json, now: int) -> Json:
    """One recurring price of a subscription, in its first period."""
    return {
        "id": new_id("si", 14),
        "object": "subscription_item",
        "billing_thresholds": None,
        "created": now,
        "current_period_end": period_end(now, now, price["recurring"]),
        "current_period_start": now,
        "discounts": [],
        "metadata": asked.get("metadata") or {},
        "price": price,
        "quantity": asked.get("quantity", 1),
        "subscription": subscription["id"],
        "tax_rates": asked.get("rates", []),
    }


def set_items(subscription: Json, items: list[Json]) -> None:
    """Give a subscription its items."""
    url = f"/v1/subscription_items?subscription={subscription['id']}"
    subscription["items"] = {"object": "list", "data": items, "has_more": False, "url": url}


def current_end(subscription: Json) -> int:
    """When the current period of a subscription ends: all its items share one rhythm."""
    return int(subscription["items"]["data"][0]["current_period_end"])


def period_end(anchor: int, start: int, recurring: Json) -> int:
    """The end of the period that begins at ``start``; in a short month the last day stands for a later one.

    Days of the month are the anchor's: 31 January, 28 February, 31 March.
    """
    count, interval = recurring["interval_count"], recurring["interval"]
    begun = datetime.fromtimestamp(start, UTC)
    if interval in ("day", "week"):
        return int((begun + timedelta(days=count * (7 if interval == "week" else 1))).timestamp())
    months = begun.year * 12 + begun.month - 1 + count * (12 if interval == "year" else 1)
    year, month = divmod(months, 12)
    day = min(datetime.fromtimestamp(anchor, UTC).day, calendar.monthrange(year, month + 1)[1])
    return int(begun.replace(year=year, month=month + 1, day=day).timestamp())


_CONSTANT: Json = {
    "object": "subscription",
    "application": None,
    "application_fee_percent": None,
    "automatic_tax": {"disabled_reason": None, "enabled": False, "liability": None},
    "billing_cycle_anchor_config": None,
    "billing_schedules": [],
    "billing_thresholds": None,
    "cancel_at": None,
    "cancel_at_period_end": False,
    "canceled_at": None,
    "cancellation_details": {"comment": None, "feedback": None, "feedback_option": None, "reason": None},
    "customer_account": None,
    "default_source": None,
    "discounts": [],
    "ended_at": None,
    "invoice_settings": {"account_tax_ids": None, "issuer": {"type": "self"}},
    "latest_invoice": None,
    "livemode": False,
    "next_pending_invoice_item_invoice": None,
    "on_behalf_of": None,
    "pause_collection": None,
    "payment_settings": {
        "payment_method_options": None,
        "payment_method_types": None,
        "save_default_payment_method": "off",
    },
    "pending_invoice_item_interval": None,
    "pending_setup_intent": None,
    "pending_update": None,
    "schedule": None,
    "status": "incomplete",
    "transfer_data": None,
    "trial_end": None,
    "trial_settings": {"end_behavior": {"missing_payment_method": "create_invoice"}},
    "trial_start": None,
}
"""What is the same in every subscription that the sandbox makes."""
