"""Products: create, retrieve, update, list, search."""

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

_PLAIN = ("active", "description", "images", "name", "statement_descriptor", "unit_label", "url")


def create(account: Account, call: Call) -> Json:
    """A new product, with its first price if ``default_price_data`` describes one."""
    params, now = call.params, account.now()
    if account.store.find_any(params.get("id")) is not None:
        raise refusal("product-id-once")
    product = account.store.add(new_product(params, now))
    if "default_price_data" in params:
        price = account.store.add(new_price(params["default_price_data"], product["id"], now))
        product["default_price"] = price["id"]
        account.record("price.created", price)
    account.record("product.created", product)
    return product


def retrieve(account: Account, call: Call) -> Json:
    """One product; raises ``StripeError`` (404) for an unknown id."""
    product = account.store.find("product", call.arguments["id"])
    if product is None:
        raise missing("product", call.arguments["id"], "id")
    return product


def update(account: Account, call: Call) -> Json:
    """Change what the parameters name."""
    product, params = retrieve(account, call), call.params
    changes = {name: params[name] for name in _PLAIN if name in params}
    changes |= {name: None for name in ("description", "unit_label", "url") if changes.get(name) == ""}
    changes["metadata"] = metadata.merged(product["metadata"], params.get("metadata"))
    before = {name: product[name] for name, value in changes.items() if product[name] != value}
    product.update(changes, updated=account.now())
    account.record("product.updated", product, before)
    return product


def list_(account: Account, call: Call) -> Json:
    """Products, newest first."""
    params = call.params

    def wanted(product: Json) -> bool:
        named = "ids" not in params or product["id"] in params["ids"]
        return named and matches(product, params, "active", "shippable", "url")

    return stored(account.store, "product", params, "/v1/products", wanted)


def search(account: Account, call: Call) -> Json:
    """Products by Stripe's query language."""
    return searched(account, "product", call.params)
