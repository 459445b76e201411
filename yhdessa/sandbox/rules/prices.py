"""Conditions of the rules for prices, wherever they stand; what each means stands in ``rules.yml``."""

from collections.abc import Iterator

from yhdessa.sandbox.rules.condition import Asked, rule
from yhdessa.sandbox.rules.line_items import smallest_charges
from yhdessa.sandbox.settings import Json

_LONGEST = {"day": 3 * 365, "week": 156, "month": 36, "year": 3}


def _described(asked: Asked) -> Iterator[tuple[str, Json]]:
    """Every description of a price in the parameters, with its place."""
    params = asked.params
    if "unit_amount" in params or "unit_amount_decimal" in params or "recurring" in params:
        yield "", params
    for name in ("price_data", "default_price_data"):
        if name in params:
            yield name, params[name]
    for name in ("line_items", "items", "lines", "add_invoice_items"):
        for index, each in enumerate(params.get(name) or ()):
            if isinstance(each, dict) and "price_data" in each:
                yield f"{name}[{index}][price_data]", each["price_data"]


def _below(place: str, name: str) -> str:
    return f"{place}[{name}]" if place else name


@rule("price-amount-one")
def _amount_one(asked: Asked) -> Iterator[Json]:
    for place, price in [("", asked.params), *_described(asked)]:
        if ("unit_amount" in price) and ("unit_amount_decimal" in price):
            yield {"param": place or "unit_amount_decimal"}


@rule("price-amount-missing")
def _amount_missing(asked: Asked) -> Iterator[Json]:
    if "unit_amount" not in asked.params and "unit_amount_decimal" not in asked.params:
        yield {}


@rule("price-product-one")
def _product_one(asked: Asked) -> Iterator[Json]:
    if ("product" in asked.params) == ("product_data" in asked.params):
        yield {}


@rule("price-amount-not-negative")
def _amount_not_negative(asked: Asked) -> Iterator[Json]:
    for place, price in _described(asked):
        if price.get("unit_amount", 0) < 0:
            yield {"param": _below(place, "unit_amount")}


@rule("price-amount-small-enough")
def _amount_small_enough(asked: Asked) -> Iterator[Json]:
    for place, price in _described(asked):
        if price.get("unit_amount", 0) > 99_999_999:
            yield {"param": _below(place, "unit_amount")}


@rule("price-currency-known")
def _currency_known(asked: Asked) -> Iterator[Json]:
    found = [(place, price.get("currency")) for place, price in _described(asked)]
    for place, currency in [("", asked.params.get("currency")), *found]:
        if currency is not None and currency not in smallest_charges():
            yield {"param": _below(place, "currency"), "currency": currency}


@rule("price-interval-at-most-3-years")
def _interval(asked: Asked) -> Iterator[Json]:
    for place, price in _described(asked):
        rhythm = price.get("recurring")
        if rhythm and not 1 <= rhythm.get("interval_count", 1) <= _LONGEST[rhythm["interval"]]:
            yield {"param": _below(place, "recurring") + "[interval_count]"}
