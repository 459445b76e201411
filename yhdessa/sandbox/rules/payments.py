"""Conditions of the rules for PaymentIntents and refunds; what each means stands in ``rules.yml``."""

from collections.abc import Iterator

from yhdessa.sandbox.rules.condition import Asked, rule
from yhdessa.sandbox.rules.line_items import smallest_charges
from yhdessa.sandbox.settings import Json


@rule("payment-intent-amount-large-enough")
def _amount_large_enough(asked: Asked) -> Iterator[Json]:
    currency = asked.params["currency"]
    smallest = smallest_charges().get(currency, 0)
    if asked.params["amount"] < smallest:
        yield {"smallest": smallest, "currency": currency}


@rule("payment-intent-confirm-needs-method")
def _confirm_needs_method(asked: Asked) -> Iterator[Json]:
    if asked.params.get("confirm") and "payment_method" not in asked.params:
        yield {}


@rule("payment-intent-return-url-only-confirm")
def _return_url_only_confirm(asked: Asked) -> Iterator[Json]:
    if "return_url" in asked.params and not asked.params.get("confirm"):
        yield {}


@rule("payment-intent-return-url-needed")
def _return_url_needed(asked: Asked) -> Iterator[Json]:
    params = asked.params
    redirects = params.get("automatic_payment_methods", {}).get("allow_redirects", "always") == "always"
    answered = "return_url" in params or params.get("off_session") or "allowed_payment_method_types" in params
    if params.get("confirm") and redirects and not answered:
        yield {}


@rule("payment-intent-off-session-only-confirm")
def _off_session_only_confirm(asked: Asked) -> Iterator[Json]:
    if asked.params.get("off_session") and not asked.params.get("confirm"):
        yield {}


@rule("refund-of-one")
def _refund_of_one(asked: Asked) -> Iterator[Json]:
    if "charge" in asked.params and "payment_intent" in asked.params:
        yield {}


@rule("refund-of-something")
def _refund_of_something(asked: Asked) -> Iterator[Json]:
    if "charge" not in asked.params and "payment_intent" not in asked.params:
        yield {}


@rule("refund-amount-positive")
def _refund_positive(asked: Asked) -> Iterator[Json]:
    if asked.params.get("amount", 1) < 1:
        yield {}
