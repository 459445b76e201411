"""Prices: those that were created, and the inactive ones that Stripe makes of inline ``price_data``."""

from decimal import Decimal

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.ids import new_id
from yhdessa.sandbox.objects.product import new_product
from yhdessa.sandbox.settings import Json
from yhdessa.sandbox.store import Store


def new_price(params: Json, product_id: str, now: int, active: bool = True) -> Json:
    """A price of a product; ``unit_amount`` in minor units of ``currency``."""
    named = "unit_amount" if "unit_amount" in params else "unit_amount_decimal"
    amount = int(Decimal(params[named]))
    recurring = params.get("recurring")
    return {
        "id": new_id("price"),
        "object": "price",
        "active": params.get("active", active),
        "billing_scheme": "per_unit",
        "created": now,
        "currency": params["currency"],
        "custom_unit_amount": None,
        "livemode": False,
        "lookup_key": params.get("lookup_key"),
        "metadata": params.get("metadata", {}),
        "nickname": params.get("nickname"),
        "product": product_id,
        "recurring": _recurring(recurring) if recurring else None,
        "tax_behavior": params.get("tax_behavior", "unspecified"),
        "tiers_mode": None,
        "transform_quantity": None,
        "type": "recurring" if recurring else "one_time",
        "unit_amount": amount,
        "unit_amount_decimal": str(amount),
    }


def of_inline(account: Account, price_data: Json, param: str) -> Json:
    """The price, and the product where that is inline too, that are made for one use only.

    Raises ``StripeError`` for a product that does not exist.
    """
    if "product" in price_data:
        if account.store.find("product", price_data["product"]) is None:
            raise missing("product", price_data["product"], f"{param}[product]", status=400)
        product_id = price_data["product"]
    else:
        product = new_product(price_data["product_data"], account.now(), active=False)
        product_id = account.store.add(product)["id"]
    return account.store.add(new_price(price_data, product_id, account.now(), active=False))


def of_parameters(account: Account, asked: Json, param: str) -> Json:
    """The price of something that names a ``price`` or brings its ``price_data``."""
    if "price_data" in asked:
        return of_inline(account, asked["price_data"], f"{param}[price_data]")
    return existing(account.store, asked["price"], f"{param}[price]")


def existing(store: Store, price_id: str, param: str) -> Json:
    """The price that a parameter names; raises ``StripeError`` for an unknown one."""
    found = store.find("price", price_id)
    if found is None:
        raise missing("price", price_id, param, status=400)
    return found


def _recurring(asked: Json) -> Json:
    return {
        "interval": asked["interval"],
        "interval_count": asked.get("interval_count", 1),
        "meter": None,
        "usage_type": asked.get("usage_type", "licensed"),
    }
