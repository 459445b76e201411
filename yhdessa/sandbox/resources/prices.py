"""Prices: create, retrieve, update, list, search."""

from yhdessa.sandbox import metadata
from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.listing import matches, stored
from yhdessa.sandbox.objects.price import new_price
from yhdessa.sandbox.objects.product import new_product
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.rules import refusal
from yhdessa.sandbox.search import searched
from yhdessa.sandbox.settings import Json


def create(account: Account, call: Call) -> Json:
    """A new price of a product that exists, or of one that is created with it."""
    params, now = call.params, account.now()
    if "product_data" in params:
        product = account.store.add(new_product(params["product_data"], now))
        account.record("product.created", product)
    else:
        found = account.store.find("product", params["product"])
        if found is None:
            raise missing("product", params["product"], "product", status=400)
        product = found
    _claim_key(account, params)
    price = account.store.add(new_price(params, product["id"], now))
    account.record("price.created", price)
    return price


def retrieve(account: Account, call: Call) -> Json:
    """One price; raises ``StripeError`` (404) for an unknown id."""
    price = account.store.find("price", call.arguments["price"])
    if price is None:
        raise missing("price", call.arguments["price"], "price")
    return price


def update(account: Account, call: Call) -> Json:
    """Change what may change: a price's sum never does."""
    price, params = retrieve(account, call), call.params
    _claim_key(account, params, price)
    changes: Json = {name: params[name] for name in ("active", "lookup_key", "nickname") if name in params}
    changes["metadata"] = metadata.merged(price["metadata"], params.get("metadata"))
    before = {name: price[name] for name, value in changes.items() if price[name] != value}
    price.update(changes)
    account.record("price.updated", price, before)
    return price


def list_(account: Account, call: Call) -> Json:
    """Prices, newest first, with the filters of the contract."""
    params = call.params

    def wanted(price: Json) -> bool:
        rhythm = params.get("recurring", {})
        return (
            matches(price, params, "active", "currency", "product", "type")
            and ("lookup_keys" not in params or price["lookup_key"] in params["lookup_keys"])
            and all((price["recurring"] or {}).get(name) == value for name, value in rhythm.items())
        )

    return stored(account.store, "price", params, "/v1/prices", wanted)


def search(account: Account, call: Call) -> Json:
    """Prices by Stripe's query language."""
    return searched(account, "price", call.params)


def _claim_key(account: Account, params: Json, price: Json | None = None) -> None:
    """A lookup key means one active price; it moves only when that is asked for."""
    key = params.get("lookup_key")
    for other in account.store.newest_first("price") if key else ():
        if other["lookup_key"] == key and other is not price:
            if not params.get("transfer_lookup_key"):
                raise refusal("price-lookup-key-once", key=key, price=other["id"])
            other["lookup_key"] = None
