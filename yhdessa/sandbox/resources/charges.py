"""Charges and what they mean for the balance: retrieve and list."""

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.listing import matches, page, stored
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.settings import Json
from yhdessa.sandbox.store import Store

_FILTERS = ("customer", "payment_intent", "transfer_group")


def retrieve(account: Account, call: Call) -> Json:
    """One charge; raises ``StripeError`` (404) for an unknown id."""
    charge = account.store.find("charge", call.arguments["charge"])
    if charge is None:
        raise missing("charge", call.arguments["charge"], "charge")
    return charge


def list_(account: Account, call: Call) -> Json:
    """Charges, newest first."""
    return stored(
        account.store,
        "charge",
        call.params,
        "/v1/charges",
        lambda each: matches(each, call.params, *_FILTERS),
    )


def refunds_of(store: Store, charge: Json) -> Json:
    """The refunds of a charge as a list of its own."""
    found = [each for each in store.newest_first("refund") if each["charge"] == charge["id"]]
    return page(found, {}, f"/v1/charges/{charge['id']}/refunds")


def balance_transactions(account: Account, call: Call) -> Json:
    """Movements of the balance, newest first."""
    params = call.params
    return stored(
        account.store,
        "balance_transaction",
        params,
        "/v1/balance_transactions",
        lambda each: matches(each, params, "currency", "source", "type"),
    )
