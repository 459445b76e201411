"""Conditions of the rules for the lines of a Checkout Session; what each means stands in ``rules.yml``."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import yaml

from yhdessa.sandbox.rules.condition import Asked, rule
from yhdessa.sandbox.settings import Json


@cache
def smallest_charges() -> dict[str, int]:
    """The smallest charge in each currency, in minor units."""
    return dict(yaml.safe_load((Path(__file__).parent.parent / "currencies.yml").read_text("utf-8")))


@rule("session-line-items-required")
def _line_items_required(asked: Asked) -> Iterator[Json]:
    if asked.params["mode"] in ("payment", "subscription") and not asked.params.get("line_items"):
        yield {}


@rule("session-line-items-at-most-100")
def _line_items_at_most_100(asked: Asked) -> Iterator[Json]:
    if asked.params["mode"] == "payment" and len(asked.lines()) > 100:
        yield {}


@rule("line-price-or-price-data")
def _price_or_price_data(asked: Asked) -> Iterator[Json]:
    for index, line in enumerate(asked.lines()):
        if "price" in line and "price_data" in line:
            yield {"index": index}


@rule("line-price-missing")
def _price_missing(asked: Asked) -> Iterator[Json]:
    for index, line in enumerate(asked.lines()):
        if "price" not in line and "price_data" not in line:
            yield {"index": index}


@rule("line-quantity-required")
def _quantity_required(asked: Asked) -> Iterator[Json]:
    for index, line in enumerate(asked.lines()):
        if "quantity" not in line:
            yield {"index": index}


@rule("line-quantity-positive")
def _quantity_positive(asked: Asked) -> Iterator[Json]:
    for index, line in enumerate(asked.lines()):
        if line["quantity"] < 1:
            yield {"index": index}


@rule("price-data-product-once")
def _product_once(asked: Asked) -> Iterator[Json]:
    for index, price_data in asked.price_data():
        if "product" in price_data and "product_data" in price_data:
            yield {"index": index}


@rule("price-data-product-missing")
def _product_missing(asked: Asked) -> Iterator[Json]:
    for index, price_data in asked.price_data():
        if "product" not in price_data and "product_data" not in price_data:
            yield {"index": index}


@rule("price-data-amount-once")
def _amount_once(asked: Asked) -> Iterator[Json]:
    for index, price_data in asked.price_data():
        if "unit_amount" in price_data and "unit_amount_decimal" in price_data:
            yield {"index": index}


@rule("price-data-amount-missing")
def _amount_missing(asked: Asked) -> Iterator[Json]:
    for index, price_data in asked.price_data():
        if "unit_amount" not in price_data and "unit_amount_decimal" not in price_data:
            yield {"index": index}


@rule("price-data-amount-whole")
def _amount_whole(asked: Asked) -> Iterator[Json]:
    for index, price_data in asked.price_data():
        text = price_data.get("unit_amount_decimal", "0")
        if not re.fullmatch(r"[0-9]{1,12}(\.0{1,12})?", text):
            yield {"index": index, "text": text}


@rule("price-data-amount-not-negative")
def _amount_not_negative(asked: Asked) -> Iterator[Json]:
    for index, price_data in asked.price_data():
        if price_data.get("unit_amount", 0) < 0:
            yield {"index": index}


@rule("price-data-recurring-not-in-payment")
def _recurring_not_in_payment(asked: Asked) -> Iterator[Json]:
    for index, price_data in asked.price_data():
        if "recurring" in price_data and asked.params["mode"] == "payment":
            yield {"index": index}


@rule("currency-known")
def _currency_known(asked: Asked) -> Iterator[Json]:
    for index, price_data in asked.price_data():
        if price_data["currency"] not in smallest_charges():
            yield {"param": f"line_items[{index}][price_data][currency]", "currency": price_data["currency"]}
    if asked.params.get("currency", "eur") not in smallest_charges():
        yield {"param": "currency", "currency": asked.params["currency"]}


@rule("currency-one")
def _currency_one(asked: Asked) -> Iterator[Json]:
    used = {price_data["currency"] for _, price_data in asked.price_data()}
    used |= {asked.params["currency"]} if "currency" in asked.params else set()
    if len(used) > 1:
        yield {"listed": ", ".join(sorted(used))}


@rule("session-total-large-enough")
def _total_large_enough(asked: Asked) -> Iterator[Json]:
    """A line that names a price is reckoned by the resource, which can look the price up."""
    if any("price" in line for line in asked.lines()):
        return
    total, currency = _total(asked)
    if currency is not None and total < smallest_charges()[currency]:
        yield {"smallest": smallest_charges()[currency], "currency": currency}


@rule("session-total-small-enough")
def _total_small_enough(asked: Asked) -> Iterator[Json]:
    total, currency = _total(asked)
    if total > 99_999_999:
        yield {"currency": currency}


@rule("product-images-at-most-8")
def _images_at_most_8(asked: Asked) -> Iterator[Json]:
    for index, price_data in asked.price_data():
        if len(price_data.get("product_data", {}).get("images", ())) > 8:
            yield {"index": index}


def _total(asked: Asked) -> tuple[Decimal, str | None]:
    """The sum of the lines whose price stands in the request, and its currency, if there is any."""
    lines = [line for line in asked.lines() if "price_data" in line]
    if not lines:
        return Decimal(0), None
    total = sum((_unit_amount(line["price_data"]) * line["quantity"] for line in lines), Decimal(0))
    return total, lines[0]["price_data"]["currency"]


def _unit_amount(price_data: Json) -> Decimal:
    name = "unit_amount" if "unit_amount" in price_data else "unit_amount_decimal"
    return Decimal(price_data[name])
