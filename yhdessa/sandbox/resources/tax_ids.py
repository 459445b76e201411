"""Tax ids of customers: create and list. In test mode none is looked up; verification stays pending."""

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.ids import new_id
from yhdessa.sandbox.listing import page
from yhdessa.sandbox.objects.customer import existing
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.rules import refusal
from yhdessa.sandbox.rules.tax_ids import is_tax_id
from yhdessa.sandbox.settings import Json
from yhdessa.sandbox.store import Store

_MOST = 5


def create(account: Account, call: Call) -> Json:
    """One more tax id of a customer."""
    customer = existing(account.store, call.arguments["customer"], "customer", status=404)
    return add(account, customer, call.params)


def list_(account: Account, call: Call) -> Json:
    """The tax ids of a customer, newest first."""
    customer = existing(account.store, call.arguments["customer"], "customer", status=404)
    return list_of(account.store, customer, call.params)


def list_of(store: Store, customer: Json, params: Json | None = None) -> Json:
    """The tax ids of a customer as a list of its own."""
    found = [each for each in store.newest_first("tax_id") if each["customer"] == customer["id"]]
    return page(found, params or {}, f"/v1/customers/{customer['id']}/tax_ids")


def add(account: Account, customer: Json, asked: Json) -> Json:
    """Give a customer a tax id; raises ``StripeError`` for a malformed or a sixth one."""
    if not is_tax_id(asked["type"], asked["value"]):
        raise refusal("tax-id-valid", type=asked["type"])
    if sum(each["customer"] == customer["id"] for each in account.store.newest_first("tax_id")) >= _MOST:
        raise refusal("tax-ids-at-most-5")
    tax_id = account.store.add(_new_tax_id(customer, asked, account.now()))
    account.record("customer.tax_id.created", tax_id)
    return tax_id


def _new_tax_id(customer: Json, asked: Json, now: int) -> Json:
    return {
        "id": new_id("txi"),
        "object": "tax_id",
        "country": asked["value"][:2] if asked["type"] == "eu_vat" else None,
        "created": now,
        "customer": customer["id"],
        "customer_account": None,
        "livemode": False,
        "owner": {"customer": customer["id"], "type": "customer"},
        "type": asked["type"],
        "value": asked["value"],
        "verification": {"status": "pending", "verified_address": None, "verified_name": None},
    }
