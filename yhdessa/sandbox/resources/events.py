"""Events: retrieve and list. Stripe keeps them for 30 days; the sandbox until it is reset."""

from fnmatch import fnmatchcase

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.listing import created_within, page
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.settings import Json


def retrieve(account: Account, call: Call) -> Json:
    """One event; raises ``StripeError`` (404) for an unknown id."""
    event = account.store.find("event", call.arguments["id"])
    if event is None:
        raise missing("event", call.arguments["id"], "id")
    return event


def list_(account: Account, call: Call) -> Json:
    """Events, newest first, filtered by ``type`` (may end in ``*``), ``types``, ``created`` and delivery."""
    newest_first = account.store.newest_first("event")
    return page((event for event in newest_first if _wanted(event, call.params)), call.params, "/v1/events")


def _wanted(event: Json, params: Json) -> bool:
    types = [params["type"]] if "type" in params else params.get("types", ["*"])
    return (
        any(fnmatchcase(event["type"], each) for each in types)
        and created_within(event, params.get("created"))
        and params.get("delivery_success", event["pending_webhooks"] == 0) == (event["pending_webhooks"] == 0)
    )
