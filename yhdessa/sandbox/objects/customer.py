"""Customers, as they are made, found and deleted."""

import string

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.ids import new_id, random_text
from yhdessa.sandbox.settings import Json
from yhdessa.sandbox.store import Store

_PREFIX = string.ascii_uppercase + string.digits


def new_customer(now: int, test_clock: str | None) -> Json:
    """A customer of whom nothing is known yet."""
    return {
        "id": new_id("cus", 14),
        "object": "customer",
        "address": None,
        "balance": 0,
        "created": now,
        "currency": None,
        "customer_account": None,
        "default_source": None,
        "delinquent": False,
        "description": None,
        "email": None,
        "invoice_prefix": random_text(8, _PREFIX),
        "invoice_settings": {
            "custom_fields": None,
            "default_payment_method": None,
            "footer": None,
            "rendering_options": None,
        },
        "livemode": False,
        "metadata": {},
        "name": None,
        "next_invoice_sequence": 1,
        "phone": None,
        "preferred_locales": [],
        "shipping": None,
        "tax_exempt": "none",
        "test_clock": test_clock,
    }


def of_checkout(account: Account, session: Json, email: str) -> Json:
    """The customer that Checkout makes of whoever pays."""
    locale = session["locale"]
    known = {"email": email, "preferred_locales": [locale] if locale not in (None, "auto") else []}
    customer = account.store.add({**new_customer(account.now(), None), **known})
    account.record("customer.created", customer)
    return customer


def existing(store: Store, customer_id: str, param: str, status: int = 400) -> Json:
    """The customer that a parameter names; raises ``StripeError`` for an unknown or deleted one."""
    customer = store.find("customer", customer_id)
    if customer is None or not is_alive(store, customer):
        raise missing("customer", customer_id, param, status)
    return customer


def is_alive(store: Store, customer: Json) -> bool:
    """Whether a customer has not been deleted."""
    return not store.behind(customer["id"]).get("deleted")


def deleted(customer: Json) -> Json:
    """What is left of a deleted customer."""
    return {"id": customer["id"], "object": "customer", "deleted": True}
