"""Conditions of the rules for invoices and invoice items; what each means stands in ``rules.yml``."""

from collections.abc import Iterator

from yhdessa.sandbox.rules.condition import Asked, rule
from yhdessa.sandbox.settings import Json

_SENT = "send_invoice"
_WAYS = ("amount", "price_data", "pricing")


@rule("invoice-customer-required")
def _customer_required(asked: Asked) -> Iterator[Json]:
    if "customer" not in asked.params and "from_invoice" not in asked.params:
        yield {}


@rule("invoice-due-only-sent")
def _due_only_sent(asked: Asked) -> Iterator[Json]:
    for name in ("days_until_due", "due_date"):
        given = name in asked.params and "from_invoice" not in asked.params
        if given and asked.params.get("collection_method", "charge_automatically") != _SENT:
            yield {"name": name}


@rule("invoice-due-one")
def _due_one(asked: Asked) -> Iterator[Json]:
    if "days_until_due" in asked.params and "due_date" in asked.params:
        yield {}


@rule("invoice-due-required")
def _due_required(asked: Asked) -> Iterator[Json]:
    due = asked.params.keys() & {"days_until_due", "due_date", "from_invoice"}
    if asked.params.get("collection_method") == _SENT and not due:
        yield {}


@rule("invoice-due-in-future")
def _due_in_future(asked: Asked) -> Iterator[Json]:
    if asked.params.get("due_date", asked.now) < asked.now:
        yield {}


@rule("invoice-revision-takes-customer")
def _revision_customer(asked: Asked) -> Iterator[Json]:
    for name in ("customer", "currency", "pending_invoice_items_behavior"):
        if "from_invoice" in asked.params and name in asked.params:
            yield {"name": name}


@rule("invoice-item-one-price")
def _item_one_price(asked: Asked) -> Iterator[Json]:
    if sum(name in asked.params for name in _WAYS) > 1:
        yield {}


@rule("invoice-item-price-missing")
def _item_price_missing(asked: Asked) -> Iterator[Json]:
    if not any(name in asked.params for name in _WAYS):
        yield {}


@rule("invoice-item-amount-without-quantity")
def _item_amount(asked: Asked) -> Iterator[Json]:
    if "amount" in asked.params and "quantity" in asked.params:
        yield {}


@rule("invoice-item-quantity-not-negative")
def _item_quantity(asked: Asked) -> Iterator[Json]:
    if asked.params.get("quantity", 1) < 0:
        yield {}


@rule("invoice-lines-at-most-250")
def _lines_at_most_250(asked: Asked) -> Iterator[Json]:
    if len(asked.params["lines"]) > 250:
        yield {}


@rule("invoice-line-one-price")
def _line_one_price(asked: Asked) -> Iterator[Json]:
    for index, line in enumerate(asked.params["lines"]):
        if sum(name in line for name in (*_WAYS, "invoice_item")) != 1:
            yield {"index": index}


@rule("invoice-pay-one-way")
def _pay_one_way(asked: Asked) -> Iterator[Json]:
    if asked.params.get("paid_out_of_band") and "payment_method" in asked.params:
        yield {}
