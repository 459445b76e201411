"""Tax rates: create, retrieve, update, list."""

from yhdessa.sandbox import metadata
from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.listing import matches, stored
from yhdessa.sandbox.objects.tax import new_tax_rate
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.settings import Json

_PLAIN = ("active", "country", "description", "display_name", "jurisdiction", "state", "tax_type")


def create(account: Account, call: Call) -> Json:
    """A new rate."""
    rate = account.store.add(new_tax_rate(call.params, account.now()))
    account.record("tax_rate.created", rate)
    return rate


def retrieve(account: Account, call: Call) -> Json:
    """One rate; raises ``StripeError`` (404) for an unknown id."""
    rate = account.store.find("tax_rate", call.arguments["tax_rate"])
    if rate is None:
        raise missing("tax rate", call.arguments["tax_rate"], "tax_rate")
    return rate


def update(account: Account, call: Call) -> Json:
    """Change what may change: a percentage never does."""
    rate, params = retrieve(account, call), call.params
    changes = {name: params[name] or None for name in _PLAIN if name in params and name != "active"}
    changes["active"] = params.get("active", rate["active"])
    changes["metadata"] = metadata.merged(rate["metadata"], params.get("metadata"))
    before = {name: rate[name] for name, value in changes.items() if rate[name] != value}
    rate.update(changes)
    account.record("tax_rate.updated", rate, before)
    return rate


def list_(account: Account, call: Call) -> Json:
    """Rates, newest first."""
    return stored(
        account.store,
        "tax_rate",
        call.params,
        "/v1/tax_rates",
        lambda rate: matches(rate, call.params, "active", "inclusive"),
    )
