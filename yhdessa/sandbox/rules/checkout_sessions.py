"""Conditions of the rules for a Checkout Session as a whole; what each means stands in ``rules.yml``."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from yhdessa.sandbox.rules.condition import Asked, is_email, rule
from yhdessa.sandbox.settings import Json

_NOT_HOSTED = ("embedded_page", "elements")


@rule("session-mode-required")
def _mode_required(asked: Asked) -> Iterator[Json]:
    if "mode" not in asked.params:
        yield {}


@rule("session-success-url-required")
def _success_url_required(asked: Asked) -> Iterator[Json]:
    if "success_url" not in asked.params and asked.params.get("ui_mode") not in _NOT_HOSTED:
        yield {}


@rule("session-hosted-urls-only-hosted")
def _hosted_urls_only_hosted(asked: Asked) -> Iterator[Json]:
    for name in ("success_url", "cancel_url"):
        if name in asked.params and asked.params.get("ui_mode") in _NOT_HOSTED:
            yield {"name": name, "ui_mode": asked.params["ui_mode"]}


@rule("session-return-url-only-embedded")
def _return_url_only_embedded(asked: Asked) -> Iterator[Json]:
    if "return_url" in asked.params and asked.params.get("ui_mode") not in _NOT_HOSTED:
        yield {}


@rule("session-url-valid")
def _url_valid(asked: Asked) -> Iterator[Json]:
    for name in ("success_url", "cancel_url", "return_url"):
        if name in asked.params and not is_url(asked.params[name]):
            yield {"name": name}


@rule("session-customer-or-email")
def _customer_or_email(asked: Asked) -> Iterator[Json]:
    if "customer" in asked.params and "customer_email" in asked.params:
        yield {}


@rule("session-customer-or-creation")
def _customer_or_creation(asked: Asked) -> Iterator[Json]:
    if "customer" in asked.params and "customer_creation" in asked.params:
        yield {}


@rule("session-customer-creation-only-payment")
def _customer_creation_only_payment(asked: Asked) -> Iterator[Json]:
    if "customer_creation" in asked.params and asked.params["mode"] == "subscription":
        yield {}


@rule("session-customer-update-needs-customer")
def _customer_update_needs_customer(asked: Asked) -> Iterator[Json]:
    if "customer_update" in asked.params and "customer" not in asked.params:
        yield {}


@rule("email-valid")
def _email_valid(asked: Asked) -> Iterator[Json]:
    emails = {
        "customer_email": asked.params.get("customer_email"),
        "payment_intent_data[receipt_email]": asked.params.get("payment_intent_data", {}).get(
            "receipt_email"
        ),
    }
    for param, email in emails.items():
        if email is not None and not is_email(email):
            yield {"param": param, "email": email}


@rule("session-allowed-methods-alone")
def _allowed_methods_alone(asked: Asked) -> Iterator[Json]:
    for other in ("excluded_payment_method_types", "payment_method_configuration"):
        if "allowed_payment_method_types" in asked.params and other in asked.params:
            yield {"other": other}


@rule("session-submit-type-not-in-setup")
def _submit_type_not_in_setup(asked: Asked) -> Iterator[Json]:
    if "submit_type" in asked.params and asked.params["mode"] == "setup":
        yield {}


@rule("session-payment-intent-data-only-payment")
def _payment_intent_data_only_payment(asked: Asked) -> Iterator[Json]:
    if "payment_intent_data" in asked.params and asked.params["mode"] != "payment":
        yield {"mode": asked.params["mode"]}


@rule("session-subscription-data-only-subscription")
def _subscription_data_only_subscription(asked: Asked) -> Iterator[Json]:
    if "subscription_data" in asked.params and asked.params["mode"] != "subscription":
        yield {"mode": asked.params["mode"]}


@rule("session-subscription-recurring-at-most-20")
def _recurring_at_most_20(asked: Asked) -> Iterator[Json]:
    if asked.params["mode"] == "subscription" and len(asked.lines()) > 20:
        yield {}


@rule("session-payment-method-collection-only-subscription")
def _collection_only_subscription(asked: Asked) -> Iterator[Json]:
    if "payment_method_collection" in asked.params and asked.params["mode"] != "subscription":
        yield {}


@rule("session-setup-intent-data-only-setup")
def _setup_intent_data_only_setup(asked: Asked) -> Iterator[Json]:
    if "setup_intent_data" in asked.params and asked.params["mode"] != "setup":
        yield {"mode": asked.params["mode"]}


@rule("session-expires-at-too-soon")
def _expires_too_soon(asked: Asked) -> Iterator[Json]:
    if asked.params.get("expires_at", asked.now + 1800) < asked.now + 1800:
        yield {}


@rule("session-expires-at-too-late")
def _expires_too_late(asked: Asked) -> Iterator[Json]:
    if asked.params.get("expires_at", asked.now) > asked.now + 24 * 3600:
        yield {}


@rule("descriptor-suffix-characters")
def _suffix_characters(asked: Asked) -> Iterator[Json]:
    suffix = asked.params.get("payment_intent_data", {}).get("statement_descriptor_suffix", "a")
    if re.search(r"[<>\\'\"*]", suffix):
        yield {}


@rule("descriptor-suffix-letter")
def _suffix_letter(asked: Asked) -> Iterator[Json]:
    suffix = asked.params.get("payment_intent_data", {}).get("statement_descriptor_suffix", "a")
    if not re.search(r"[A-Za-z]", suffix):
        yield {}


def is_url(text: str) -> bool:
    """Whether a text is an absolute address of the web."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", text)
