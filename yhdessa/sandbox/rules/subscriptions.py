"""Conditions of the rules for subscriptions; what each means stands in ``rules.yml``."""

from collections.abc import Iterator

from yhdessa.sandbox.rules.condition import Asked, rule
from yhdessa.sandbox.settings import Json

_SENT = "send_invoice"


@rule("subscription-customer-required")
def _customer_required(asked: Asked) -> Iterator[Json]:
    if "customer" not in asked.params:
        yield {}


@rule("subscription-items-required")
def _items_required(asked: Asked) -> Iterator[Json]:
    if not asked.params.get("items"):
        yield {}


@rule("subscription-items-at-most-20")
def _items_at_most_20(asked: Asked) -> Iterator[Json]:
    if len(asked.params.get("items", ())) > 20:
        yield {}


@rule("subscription-item-price-one")
def _item_price_one(asked: Asked) -> Iterator[Json]:
    for index, item in enumerate(asked.params.get("items", ())):
        if ("price" in item) == ("price_data" in item):
            yield {"index": index}


@rule("subscription-quantity-not-negative")
def _quantity(asked: Asked) -> Iterator[Json]:
    for index, item in enumerate(asked.params.get("items", ())):
        if item.get("quantity", 1) < 0:
            yield {"index": index}


@rule("subscription-days-until-due-required")
def _days_required(asked: Asked) -> Iterator[Json]:
    if asked.params.get("collection_method") == _SENT and "days_until_due" not in asked.params:
        yield {}


@rule("subscription-days-until-due-only-sent")
def _days_only_sent(asked: Asked) -> Iterator[Json]:
    if "days_until_due" in asked.params and asked.params.get("collection_method") != _SENT:
        yield {}


@rule("subscription-payment-behavior-only-charged")
def _behavior_only_charged(asked: Asked) -> Iterator[Json]:
    if asked.params.get("collection_method") == _SENT and asked.params.get("payment_behavior") in (
        "default_incomplete",
        "error_if_incomplete",
    ):
        yield {"behavior": asked.params["payment_behavior"]}
