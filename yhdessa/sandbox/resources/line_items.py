"""The lines of a Checkout Session, as ``GET /v1/checkout/sessions/:id/line_items`` shows them."""

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import not_spoken
from yhdessa.sandbox.ids import new_id
from yhdessa.sandbox.objects import price as prices
from yhdessa.sandbox.rules import refusal
from yhdessa.sandbox.rules.line_items import smallest_charges
from yhdessa.sandbox.settings import Json


def new_lines(account: Account, asked: list[Json]) -> list[Json]:
    """Lines with their prices; raises ``StripeError`` for a price or product that does not exist."""
    return [_line(account, line, f"line_items[{index}]") for index, line in enumerate(asked)]


def refuse_lines(lines: list[Json], mode: str) -> None:
    """Raise the error for lines whose prices, once looked up, do not go together or with the mode."""
    found = [line["price"] for line in lines]
    currencies = sorted({price["currency"] for price in found})
    if len(currencies) > 1:
        raise refusal("currency-one", listed=", ".join(currencies))
    for index, price in enumerate(found):
        if price["recurring"] and mode == "payment":
            raise refusal("price-data-recurring-not-in-payment", index=index)
    total = sum(line["amount_total"] for line in lines)
    smallest = smallest_charges()[currencies[0]]
    if total < smallest:
        raise refusal("session-total-large-enough", smallest=smallest, currency=currencies[0])
    if mode == "subscription":
        _refuse_rhythms(found)


def _refuse_rhythms(found: list[Json]) -> None:
    recurring = [price["recurring"] for price in found if price["recurring"]]
    if not recurring:
        raise refusal("session-subscription-needs-recurring")
    if len({(each["interval"], each["interval_count"]) for each in recurring}) > 1:
        raise refusal("subscription-one-interval")
    if len(recurring) < len(found):
        raise not_spoken("one-time prices in a subscription", "line_items")


def _line(account: Account, asked: Json, param: str) -> Json:
    price = prices.of_parameters(account, asked, param)
    if "price" in asked and not price["active"]:
        raise refusal("price-active", param=f"{param}[price]", price=price["id"])
    product = account.store.find_any(price["product"]) or {}
    quantity = asked.get("quantity", 1)
    amount = price["unit_amount"] * quantity
    return {
        "id": new_id("li"),
        "object": "item",
        "adjustable_quantity": None,
        "amount_discount": 0,
        "amount_subtotal": amount,
        "amount_tax": 0,
        "amount_total": amount,
        "currency": price["currency"],
        "description": product["name"],
        "metadata": asked.get("metadata", {}),
        "price": price,
        "quantity": quantity,
    }
