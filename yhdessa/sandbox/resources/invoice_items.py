"""Invoice items: create, retrieve, update, list, delete; they wait for an invoice or stand on a draft."""

from yhdessa.sandbox import metadata
from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.listing import matches, stored
from yhdessa.sandbox.objects import invoice as invoices
from yhdessa.sandbox.objects import invoice_line as lines
from yhdessa.sandbox.objects import price as prices
from yhdessa.sandbox.objects import tax
from yhdessa.sandbox.objects.customer import existing
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.rules import refusal
from yhdessa.sandbox.settings import Json


def create(account: Account, call: Call) -> Json:
    """A new item for a draft, or for the customer's next invoice."""
    params = call.params
    invoice = _draft_named(account, params["invoice"]) if "invoice" in params else None
    given = params.get("customer") or (invoice or {}).get("customer")
    if given is None:
        raise refusal("invoice-item-for-somebody")
    customer = existing(account.store, given, "customer")
    if invoice is not None and invoice["customer"] != customer["id"]:
        raise refusal("invoice-item-of-customer")
    with account.on_clock_of(customer):
        item = add(account, customer, invoice, params)
        if invoice is not None:
            reckon(account, invoice)
    return item


def retrieve(account: Account, call: Call) -> Json:
    """One item; raises ``StripeError`` (404) for an unknown id."""
    item = account.store.find("invoiceitem", call.arguments["invoiceitem"])
    if item is None:
        raise missing("invoiceitem", call.arguments["invoiceitem"], "invoiceitem")
    return item


def update(account: Account, call: Call) -> Json:
    """Change an item that no final invoice has yet."""
    item, params = retrieve(account, call), call.params
    invoice = _refuse_final(account, item)
    if "tax_rates" in params:
        item["tax_rates"] = tax.rates(account.store, params["tax_rates"] or [], "tax_rates")
    item["metadata"] = metadata.merged(item["metadata"], params.get("metadata"))
    item["description"] = params.get("description", item["description"])
    if "amount" in params:
        item.update(amount=params["amount"], net_amount=params["amount"], quantity=1, quantity_decimal="1")
    if invoice is not None:
        reckon(account, invoice)
    return item


def delete(account: Account, call: Call) -> Json:
    """Delete an item that no final invoice has yet."""
    item = retrieve(account, call)
    invoice = _refuse_final(account, item)
    account.store.remove(item)
    if invoice is not None:
        reckon(account, invoice)
    return {"id": item["id"], "object": "invoiceitem", "deleted": True}


def list_(account: Account, call: Call) -> Json:
    """Items, newest first; ``pending`` for those that wait for an invoice."""
    params = call.params

    def wanted(item: Json) -> bool:
        pending = params.get("pending")
        return matches(item, params, "customer", "customer_account", "invoice") and pending in (
            None,
            item["invoice"] is None,
        )

    return stored(account.store, "invoiceitem", params, "/v1/invoiceitems", wanted)


def add(account: Account, customer: Json, invoice: Json | None, asked: Json) -> Json:
    """An item as the parameters describe it, on a draft if there is one; the caller reckons that anew."""
    price, quantity = _priced(account, customer, invoice, asked)
    if invoice is not None and price["currency"] != invoice["currency"]:
        raise refusal("invoice-one-currency", known=invoice["currency"], currency=price["currency"])
    product = account.store.find_any(price["product"]) or {}
    rates = tax.rates(account.store, asked.get("tax_rates") or [], "tax_rates")
    told = {**asked, "description": asked.get("description", product.get("name")), "rates": rates}
    item = lines.new_item(customer, invoice, price, quantity, told, account.now())
    account.store.add(item)
    account.record("invoiceitem.created", item)
    return item


def waiting(account: Account, item_id: str, invoice: Json, param: str) -> Json:
    """An item that waits for an invoice and can stand on this draft; raises ``StripeError`` for others."""
    item = account.store.find("invoiceitem", item_id)
    if item is None:
        raise missing("invoiceitem", item_id, param, status=400)
    if item["invoice"] is not None:
        raise refusal("invoice-line-waiting-item", param=param)
    if item["customer"] != invoice["customer"]:
        raise refusal("invoice-item-of-customer")
    if item["currency"] != invoice["currency"]:
        raise refusal("invoice-one-currency", known=invoice["currency"], currency=item["currency"])
    return item


def take_pending(account: Account, customer: Json, invoice: Json) -> None:
    """Put the items that wait for a customer's next invoice on it."""
    for item in account.store.newest_first("invoiceitem"):
        same = item["customer"] == customer["id"] and item["currency"] == invoice["currency"]
        if same and item["invoice"] is None:
            item["invoice"] = invoice["id"]
    reckon(account, invoice)


def copy(account: Account, customer: Json, original: Json, invoice: Json) -> None:
    """The items of an invoice once more, for its revision."""
    found = [each for each in account.store.newest_first("invoiceitem") if each["invoice"] == original["id"]]
    for item in reversed(found):
        price = account.store.find_any(item["pricing"]["price_details"]["price"]) or {}
        told = {name: item[name] for name in ("description", "metadata", "period")}
        again = lines.new_item(
            customer, invoice, price, item["quantity"], {**told, "rates": item["tax_rates"]}, account.now()
        )
        account.store.add(again)
    reckon(account, invoice)


def reckon(account: Account, invoice: Json) -> None:
    """The lines of a draft from its items, newest first, before those of its subscription."""
    customer = account.store.find_any(invoice["customer"]) or {}
    items = [each for each in account.store.newest_first("invoiceitem") if each["invoice"] == invoice["id"]]
    of_subscription = [
        line
        for line in invoices.lines_of(account.store, invoice)
        if line["parent"]["type"] == "subscription_item_details"
    ]
    made = [
        lines.line_of_item(
            item, invoice["id"], item["tax_rates"] or invoice["default_tax_rates"], customer["tax_exempt"]
        )
        for item in items
    ]
    invoices.set_lines(account.store, invoice, [*made, *of_subscription])


def _priced(account: Account, customer: Json, invoice: Json | None, asked: Json) -> tuple[Json, int]:
    """The price of an item and how many times it is meant; a bare ``amount`` is a price of its own."""
    if "pricing" in asked:
        return prices.existing(account.store, asked["pricing"].get("price", ""), "pricing[price]"), asked.get(
            "quantity", 1
        )
    if "price_data" in asked:
        return prices.of_inline(account, asked["price_data"], "price_data"), asked.get("quantity", 1)
    currency = asked.get("currency") or (invoice or {}).get("currency") or customer["currency"]
    if currency is None:
        raise refusal("invoice-item-currency")
    named = {"name": asked.get("description") or "Invoice item"}
    data = {"currency": currency, "unit_amount": asked["amount"], "product_data": named}
    return prices.of_inline(account, data, ""), 1


def _draft_named(account: Account, invoice_id: str) -> Json:
    invoice = account.store.find("invoice", invoice_id)
    if invoice is None:
        raise missing("invoice", invoice_id, "invoice", status=400)
    if invoice["status"] != "draft":
        raise refusal("invoice-item-only-draft", status=invoice["status"])
    return invoice


def _refuse_final(account: Account, item: Json) -> Json | None:
    invoice = account.store.find_any(item["invoice"])
    if invoice is not None and invoice["status"] != "draft":
        raise refusal("invoice-item-final-fixed")
    return invoice
