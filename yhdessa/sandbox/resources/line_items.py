"""The lines of a Checkout Session, as ``GET /v1/checkout/sessions/:id/line_items`` shows them."""

from yhdessa.sandbox import contract
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.ids import new_id
from yhdessa.sandbox.resources.prices import inline_price
from yhdessa.sandbox.settings import Json
from yhdessa.sandbox.store import Store


def new_lines(asked: list[Json], store: Store, now: int) -> list[Json]:
    """Lines with their inline prices; raises ``StripeError`` for a price or product that does not exist."""
    for index, line in enumerate(asked):
        _refuse_unknown_ids(line, f"line_items[{index}]")
    return [_line(line, store, now) for line in asked]


def _refuse_unknown_ids(line: Json, param: str) -> None:
    """No Price or Product can be created yet, so every id of one is unknown."""
    if "price" in line:
        raise missing("price", line["price"], f"{param}[price]", status=400)
    if "product" in line["price_data"]:
        raise missing("product", line["price_data"]["product"], f"{param}[price_data][product]", status=400)


def _line(asked: Json, store: Store, now: int) -> Json:
    price, product = inline_price(asked["price_data"], now)
    contract.check_object(store.add(product))
    store.add(price)
    amount = price["unit_amount"] * asked["quantity"]
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
        "quantity": asked["quantity"],
    }
