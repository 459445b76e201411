"""Subscriptions: create, retrieve, update, cancel, list, search; their items."""

from yhdessa.sandbox import metadata
from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing, not_spoken
from yhdessa.sandbox.flows import invoicing, standing, subscribing
from yhdessa.sandbox.flows.charging import card_error
from yhdessa.sandbox.listing import created_within, matches, page, stored
from yhdessa.sandbox.objects import payment_method, tax
from yhdessa.sandbox.objects import price as prices
from yhdessa.sandbox.objects.customer import existing
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.rules import refusal
from yhdessa.sandbox.search import searched
from yhdessa.sandbox.settings import Json
from yhdessa.sandbox.store import Store

_ID = "subscription_exposed_id"
_TERMS = ("collection_method", "days_until_due", "description", "metadata")
_FILTERS = ("collection_method", "customer", "customer_account", "test_clock")


def create(account: Account, call: Call) -> Json:
    """A new subscription: charged at once by the customer's method, or mailed as an invoice."""
    params = call.params
    customer = existing(account.store, params["customer"], "customer")
    with account.on_clock_of(customer):
        items = [_item(account, each, index) for index, each in enumerate(params["items"])]
        _refuse_mixed(items)
        terms = {name: params[name] for name in _TERMS if name in params}
        terms["rates"] = tax.rates(account.store, params.get("default_tax_rates") or [], "default_tax_rates")
        method = _method(account, customer, params)
        terms["default_payment_method"] = (
            method["id"] if method and "default_payment_method" in params else None
        )
        subscription = subscribing.begin(account, customer, items, terms)
        if subscription["status"] == "incomplete" and params.get("payment_behavior") != "default_incomplete":
            _charge(account, subscription, method or {}, params)
    return subscription


def retrieve(account: Account, call: Call) -> Json:
    """One subscription; raises ``StripeError`` (404) for an unknown id."""
    subscription = account.store.find("subscription", call.arguments[_ID])
    if subscription is None:
        raise missing("subscription", call.arguments[_ID], "id")
    return subscription


def update(account: Account, call: Call) -> Json:
    """Change metadata, description, method, sum, or whether it runs out at the end of its period."""
    params, subscription = call.params, retrieve(account, call)
    _refuse_ended(subscription, params)
    customer = existing(account.store, subscription["customer"], "customer")
    with account.on_clock_of(customer):
        changes = {name: params[name] or None for name in _TERMS if name in params and name != "metadata"}
        changes["metadata"] = metadata.merged(subscription["metadata"], params.get("metadata"))
        if "default_payment_method" in params:
            method = _method(account, customer, params)
            changes["default_payment_method"] = method["id"] if method else None
        if "items" in params:
            changes["items"] = _changed_items(account, subscription, params)
        changes["cancellation_details"] = {**subscription["cancellation_details"], **_details(params)}
        standing.changed(account, subscription, **changes)
        if "cancel_at_period_end" in params:
            wanted = params["cancel_at_period_end"]
            subscribing.set_cancel_at_period_end(account, subscription, wanted)
    return subscription


def cancel(account: Account, call: Call) -> Json:
    """End a subscription at once; what was paid for its period is not given back."""
    subscription = retrieve(account, call)
    if subscription["status"] in standing.ENDED:
        raise missing("subscription", subscription["id"], "id")
    if call.params.get("invoice_now") or call.params.get("prorate"):
        raise not_spoken("invoice_now and prorate", "prorate")
    details = {**subscription["cancellation_details"], **_details(call.params)}
    with account.on_clock_of(subscription):
        subscription["cancellation_details"] = details
        standing.end(account, subscription, "cancellation_requested")
    return subscription


def list_(account: Account, call: Call) -> Json:
    """Subscriptions, newest first; without ``status`` those that have not been canceled."""
    params = call.params

    def wanted(each: Json) -> bool:
        item = each["items"]["data"][0]
        return (
            matches(each, params, *_FILTERS)
            and _has_status(each, params.get("status"))
            and params.get("price") in (None, *(one["price"]["id"] for one in each["items"]["data"]))
            and all(
                created_within(item, params.get(name), item[name])
                for name in ("current_period_end", "current_period_start")
            )
        )

    return stored(account.store, "subscription", params, "/v1/subscriptions", wanted)


def list_of(store: Store, customer: Json) -> Json:
    """The subscriptions of a customer that have not been canceled, newest first: what expanding shows."""
    url = f"/v1/customers/{customer['id']}/subscriptions"
    theirs = [each for each in store.newest_first("subscription") if each["customer"] == customer["id"]]
    return page([each for each in theirs if each["status"] != "canceled"], {}, url)


def search(account: Account, call: Call) -> Json:
    """Subscriptions by Stripe's query language."""
    return searched(account, "subscription", call.params)


def items(account: Account, call: Call) -> Json:
    """The items of a subscription."""
    given = call.params["subscription"]
    subscription = account.store.find("subscription", given)
    if subscription is None:
        raise missing("subscription", given, "subscription", status=400)
    return page(subscription["items"]["data"], call.params, "/v1/subscription_items")


def _has_status(subscription: Json, asked: str | None) -> bool:
    seen = subscription["status"]
    if asked is None:
        return bool(seen != "canceled")
    return asked == "all" or bool(seen in standing.ENDED if asked == "ended" else seen == asked)


def _item(account: Account, asked: Json, index: int) -> Json:
    param = f"items[{index}]"
    price = prices.of_parameters(account, asked, param)
    if "price" in asked and not price["active"]:
        raise refusal("price-active", param=f"{param}[price]", price=price["id"])
    if not price["recurring"]:
        raise refusal("subscription-price-recurring", index=index)
    rates = tax.rates(account.store, asked.get("tax_rates") or [], f"{param}[tax_rates]")
    return {**asked, "price": price, "rates": rates}


def _refuse_mixed(items: list[Json]) -> None:
    found = [item["price"] for item in items]
    if len({price["currency"] for price in found}) > 1:
        raise refusal("subscription-one-currency")
    if len({(price["recurring"]["interval"], price["recurring"]["interval_count"]) for price in found}) > 1:
        raise refusal("subscription-one-interval")


def _method(account: Account, customer: Json, params: Json) -> Json | None:
    """The method that is to be charged; raises ``StripeError`` where one is needed and there is none."""
    given = params.get("default_payment_method")
    if given:
        method = account.store.find("payment_method", given)
        if method is None or method["customer"] != customer["id"]:
            raise refusal("customer-default-method-attached", method=given)
        return method
    method = payment_method.default_of(account.store, customer)
    charged = params.get("collection_method", "charge_automatically") == "charge_automatically"
    if (
        method is None
        and charged
        and params.get("payment_behavior") != "default_incomplete"
        and "items" in params
    ):
        raise refusal("subscription-needs-method")
    return method


def _charge(account: Account, subscription: Json, method: Json, params: Json) -> None:
    invoice = subscribing.first_invoice(account, subscription)
    if invoice["status"] != "open" or invoicing.collect(account, invoice, method) != "declined":
        return
    if params.get("payment_behavior") == "error_if_incomplete":
        standing.end(account, subscription, "payment_failed", "incomplete_expired")
        raise card_error()


def _refuse_ended(subscription: Json, params: Json) -> None:
    if subscription["status"] in standing.ENDED and params.keys() - {
        "metadata",
        "cancellation_details",
        "expand",
    }:
        raise refusal("subscription-ended-fixed", status=subscription["status"])


def _changed_items(account: Account, subscription: Json, params: Json) -> Json:
    """The items with another price or quantity; the current period is not reckoned anew."""
    if params.get("proration_behavior") != "none":
        raise not_spoken("a change of items without proration_behavior=none", "proration_behavior")
    known = {item["id"]: item for item in subscription["items"]["data"]}
    for index, asked in enumerate(params["items"]):
        if asked.get("id") not in known:
            raise missing("subscription item", asked.get("id", ""), f"items[{index}][id]", status=400)
        old = known[asked["id"]]
        price = (
            _item(account, asked, index)["price"] if asked.keys() & {"price", "price_data"} else old["price"]
        )
        known[asked["id"]] = {**old, "price": price, "quantity": asked.get("quantity", old["quantity"])}
    _refuse_mixed(list(known.values()))
    return {**subscription["items"], "data": list(known.values())}


def _details(params: Json) -> Json:
    return {name: value or None for name, value in params.get("cancellation_details", {}).items()}
