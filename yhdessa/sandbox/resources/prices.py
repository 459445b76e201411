"""The inactive Price and Product that Stripe makes of inline ``price_data``, for one session only."""

from decimal import Decimal

from yhdessa.sandbox.ids import new_id
from yhdessa.sandbox.settings import Json


def inline_price(price_data: Json, now: int) -> tuple[Json, Json]:
    """A one-time Price and its Product; ``unit_amount`` in minor units of ``currency``."""
    product = _product(price_data["product_data"], now)
    named = "unit_amount" if "unit_amount" in price_data else "unit_amount_decimal"
    amount = int(Decimal(price_data[named]))
    price = {
        "id": new_id("price"),
        "object": "price",
        "active": False,
        "billing_scheme": "per_unit",
        "created": now,
        "currency": price_data["currency"],
        "custom_unit_amount": None,
        "livemode": False,
        "lookup_key": None,
        "metadata": {},
        "nickname": None,
        "product": product["id"],
        "recurring": None,
        "tax_behavior": price_data.get("tax_behavior", "unspecified"),
        "tiers_mode": None,
        "transform_quantity": None,
        "type": "one_time",
        "unit_amount": amount,
        "unit_amount_decimal": str(amount),
    }
    return price, product


def _product(data: Json, now: int) -> Json:
    return {
        "id": new_id("prod", 14),
        "object": "product",
        "active": False,
        "created": now,
        "default_price": None,
        "description": data.get("description"),
        "images": data.get("images", []),
        "livemode": False,
        "marketing_features": [],
        "metadata": data.get("metadata", {}),
        "name": data["name"],
        "package_dimensions": None,
        "shippable": None,
        "statement_descriptor": None,
        "tax_code": None,
        "tax_details": None,
        "type": "service",
        "unit_label": data.get("unit_label"),
        "updated": now,
        "url": None,
    }
