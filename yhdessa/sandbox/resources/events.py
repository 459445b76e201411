"""Events: retrieve and list. Stripe lists them for 30 days (https://docs.stripe.com/api/events/list)."""

from fnmatch import fnmatchcase

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.listing import stored
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.settings import Json

LISTED_FOR = 30 * 24 * 3600


def retrieve(account: Account, call: Call) -> Json:
    """One event; raises ``StripeError`` (404) for an unknown id."""
    event = account.store.find("event", call.arguments["id"])
    if event is None:
        raise missing("event", call.arguments["id"], "id")
    return event


def list_(account: Account, call: Call) -> Json:
    """Events, newest first, filtered by ``type`` (may end in ``*``), ``types``, ``created`` and delivery."""
    params = call.params
    types = [params["type"]] if "type" in params else params.get("types", ["*"])
    earliest = account.timeline.everyday() - LISTED_FOR

    def wanted(event: Json) -> bool:
        taken = event["pending_webhooks"] == 0
        return (
            event["created"] > earliest
            and any(fnmatchcase(event["type"], each) for each in types)
            and params.get("delivery_success", taken) == taken
        )

    return stored(account.store, "event", params, "/v1/events", wanted)
