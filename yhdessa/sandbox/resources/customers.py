"""Customers: create, retrieve, update, list by e-mail address, search, delete; their payment methods."""

from yhdessa.sandbox import metadata
from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.flows import standing, subscribing
from yhdessa.sandbox.listing import matches, page, stored
from yhdessa.sandbox.objects import payment_method as methods
from yhdessa.sandbox.objects.customer import deleted, existing, is_alive, new_customer
from yhdessa.sandbox.resources import tax_ids, test_clocks
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.rules import refusal
from yhdessa.sandbox.search import searched
from yhdessa.sandbox.settings import Json

_NEVER_NULL = ("business_name", "individual_name")
_PLAIN = ("address", "description", "email", "name", "phone", *_NEVER_NULL)
_WITH_DEFAULT = {
    "preferred_locales": [],
    "tax_exempt": "none",
    "invoice_prefix": "",
    "next_invoice_sequence": 1,
}
_ADDRESS = ("city", "country", "line1", "line2", "postal_code", "state")


def create(account: Account, call: Call) -> Json:
    """A new customer, with a payment method and tax ids if the parameters name them."""
    params = call.params
    clock = test_clocks.named(account, params.get("test_clock"))
    with account.on_clock_of({"test_clock": clock}):
        customer = account.store.add(new_customer(account.now(), clock))
        customer.update(_changes(customer, params))
        _take_methods(account, customer, params)
        for each in params.get("tax_id_data", []):
            tax_ids.add(account, customer, each)
        account.record("customer.created", customer)
    return customer


def update(account: Account, call: Call) -> Json:
    """Change what the parameters name; an empty text takes a value away where Stripe allows it."""
    customer = existing(account.store, call.arguments["customer"], "id", status=404)
    changes = _changes(customer, call.params)
    before = {name: customer.get(name) for name in changes if customer.get(name) != changes[name]}
    _take_methods(account, customer, call.params)
    customer.update({**changes, "invoice_settings": {**changes["invoice_settings"], **_default(customer)}})
    for name in _NEVER_NULL:
        if customer.get(name, "") is None:
            del customer[name]
    account.record("customer.updated", customer, before)
    return customer


def retrieve(account: Account, call: Call) -> Json:
    """One customer, also a deleted one; raises ``StripeError`` (404) for an unknown id."""
    customer = account.store.find("customer", call.arguments["customer"])
    if customer is None:
        raise missing("customer", call.arguments["customer"], "id")
    return customer if is_alive(account.store, customer) else deleted(customer)


def list_(account: Account, call: Call) -> Json:
    """Customers, newest first; ``email`` is compared letter by letter, as Stripe does."""

    def wanted(customer: Json) -> bool:
        return is_alive(account.store, customer) and matches(customer, call.params, "email", "test_clock")

    return stored(account.store, "customer", call.params, "/v1/customers", wanted)


def search(account: Account, call: Call) -> Json:
    """Customers by Stripe's query language."""
    return searched(account, "customer", call.params, lambda each: is_alive(account.store, each))


def delete(account: Account, call: Call) -> Json:
    """Delete for good: subscriptions end at once, and only the id can still be read."""
    customer = existing(account.store, call.arguments["customer"], "id", status=404)
    for each in subscribing.running(account, customer["id"]):
        standing.end(account, each, "cancellation_requested")
    account.store.behind(customer["id"])["deleted"] = True
    account.record("customer.deleted", customer)
    return deleted(customer)


def payment_methods(account: Account, call: Call) -> Json:
    """The methods that a customer has saved, newest first."""
    customer = existing(account.store, call.arguments["customer"], "customer", status=404)
    kind = call.params.get("type")
    saved = [each for each in methods.saved_by(account.store, customer["id"]) if kind in (None, each["type"])]
    return page(saved, call.params, f"/v1/customers/{customer['id']}/payment_methods")


def _changes(customer: Json, params: Json) -> Json:
    """The fields that the parameters set, as the object has them."""
    found: Json = {name: params[name] or None for name in _PLAIN if name in params}
    found |= {name: params[name] or empty for name, empty in _WITH_DEFAULT.items() if name in params}
    if found.get("address"):
        found["address"] = {name: found["address"].get(name) for name in _ADDRESS}
    asked = params.get("invoice_settings", {})
    settings = {name: value or None for name, value in asked.items() if name != "default_payment_method"}
    found["invoice_settings"] = {**customer["invoice_settings"], **settings}
    return {**found, "metadata": metadata.merged(customer["metadata"], params.get("metadata"))}


def _default(customer: Json) -> Json:
    return {"default_payment_method": customer["invoice_settings"]["default_payment_method"]}


def _take_methods(account: Account, customer: Json, params: Json) -> None:
    given = params.get("payment_method")
    taken = methods.resolved(account, given, "payment_method", customer) if given else None
    default = params.get("invoice_settings", {}).get("default_payment_method")
    if default is None:
        return
    if taken is None or default != given:
        taken = account.store.find("payment_method", default)
    if taken is None or taken["customer"] != customer["id"]:
        raise refusal("customer-default-method-attached", method=default)
    customer["invoice_settings"] = {**customer["invoice_settings"], "default_payment_method": taken["id"]}
