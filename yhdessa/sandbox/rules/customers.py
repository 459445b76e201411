"""Conditions of the rules for customers, tax and the portal; what each means stands in ``rules.yml``."""

import re
from collections.abc import Iterator

from yhdessa.sandbox.rules.checkout_sessions import is_url
from yhdessa.sandbox.rules.condition import Asked, is_email, rule
from yhdessa.sandbox.settings import Json


@rule("customer-email-valid")
def _email_valid(asked: Asked) -> Iterator[Json]:
    email = asked.params.get("email")
    if email and not is_email(email):
        yield {"email": email}


@rule("customer-invoice-prefix")
def _invoice_prefix(asked: Asked) -> Iterator[Json]:
    if not re.fullmatch(r"[A-Z0-9]{1,12}", asked.params.get("invoice_prefix", "A")):
        yield {}


@rule("custom-fields-at-most-4")
def _custom_fields(asked: Asked) -> Iterator[Json]:
    places = {
        "custom_fields": asked.params.get("custom_fields"),
        "invoice_settings[custom_fields]": asked.params.get("invoice_settings", {}).get("custom_fields"),
    }
    for param, fields in places.items():
        if len(fields or ()) > 4:
            yield {"param": param}


@rule("tax-rate-percentage")
def _percentage(asked: Asked) -> Iterator[Json]:
    if not 0 <= asked.params["percentage"] <= 100:
        yield {}


@rule("tax-rate-country")
def _country(asked: Asked) -> Iterator[Json]:
    if not re.fullmatch(r"[A-Z]{2}", asked.params.get("country", "FI")):
        yield {}


@rule("portal-customer-required")
def _portal_customer(asked: Asked) -> Iterator[Json]:
    if "customer" not in asked.params:
        yield {}


@rule("portal-return-url-valid")
def _portal_return_url(asked: Asked) -> Iterator[Json]:
    for name in ("return_url", "default_return_url"):
        if asked.params.get(name) and not is_url(asked.params[name]):
            yield {"name": name}


@rule("portal-customer-update-needs-updates")
def _portal_updates(asked: Asked) -> Iterator[Json]:
    update = asked.params.get("features", {}).get("customer_update", {})
    if update.get("enabled") and not update.get("allowed_updates"):
        yield {}


@rule("portal-subscription-update-needs-products")
def _portal_products(asked: Asked) -> Iterator[Json]:
    update = asked.params.get("features", {}).get("subscription_update", {})
    if update.get("enabled") and not (update.get("products") and update.get("default_allowed_updates")):
        yield {}
