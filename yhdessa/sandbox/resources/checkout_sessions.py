"""Checkout Sessions in payment and subscription mode: create, retrieve, update, list, expire, line items."""

import functools

from yhdessa.sandbox import metadata
from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing, not_spoken
from yhdessa.sandbox.listing import matches, page, stored
from yhdessa.sandbox.objects import customer as customers
from yhdessa.sandbox.objects.checkout_session import new_session
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.resources.line_items import new_lines, refuse_lines
from yhdessa.sandbox.rules import refusal
from yhdessa.sandbox.settings import Json
from yhdessa.sandbox.store import Store

_FILTERS = ("customer", "customer_account", "payment_intent", "payment_link", "status", "subscription")
_HIDDEN_BY_DEFAULT = ("payment_intent_data", "subscription_data")


def create(account: Account, call: Call) -> Json:
    """A new open session; the amounts are minor units of its one currency."""
    params = call.params
    _refuse_unspoken_values(params)
    if "customer" in params:
        customers.existing(account.store, params["customer"], "customer")
    lines = new_lines(account, params["line_items"])
    refuse_lines(lines, params["mode"])
    session = new_session(params, lines, account.settings.base, account.now())
    account.store.add(
        session, {"lines": lines, **{name: params.get(name, {}) for name in _HIDDEN_BY_DEFAULT}}
    )
    account.at(session["expires_at"], functools.partial(_time_out, account, session))
    return session


def retrieve(account: Account, call: Call) -> Json:
    """One session; raises ``StripeError`` (404) for an unknown id."""
    session = account.store.find("checkout.session", call.arguments["session"])
    if session is None:
        raise missing("checkout.session", call.arguments["session"], "session")
    return session


def update(account: Account, call: Call) -> Json:
    """Change the metadata of a session."""
    session = retrieve(account, call)
    session["metadata"] = metadata.merged(session["metadata"], call.params.get("metadata"))
    return session


def list_(account: Account, call: Call) -> Json:
    """Sessions, newest first, with the filters of the contract."""
    email = call.params.get("customer_details", {}).get("email")

    def wanted(session: Json) -> bool:
        seen = (session["customer_details"] or {}).get("email")
        return matches(session, call.params, *_FILTERS) and email in (None, seen)

    return stored(account.store, "checkout.session", call.params, "/v1/checkout/sessions", wanted)


def expire(account: Account, call: Call) -> Json:
    """End an open session at once; raises ``StripeError`` for one that is complete or has expired."""
    session = retrieve(account, call)
    if session["status"] != "open":
        raise refusal("session-expire-only-open", status=session["status"])
    _expire(account, session)
    return session


def line_items(account: Account, call: Call) -> Json:
    """The lines of a session, in the order in which they were given."""
    return lines_of(account.store, retrieve(account, call), call.params)


def lines_of(store: Store, session: Json, params: Json | None = None) -> Json:
    """The lines of a session as a list of its own."""
    lines = store.behind(session["id"]).get("lines", [])
    return page(lines, params or {}, f"/v1/checkout/sessions/{session['id']}/line_items")


def _time_out(account: Account, session: Json) -> None:
    if session["status"] == "open":
        _expire(account, session)


def _expire(account: Account, session: Json) -> None:
    session.update(status="expired", url=None)
    account.record("checkout.session.expired", session)


def _refuse_unspoken_values(params: Json) -> None:
    mode, ui_mode = params["mode"], params.get("ui_mode", "hosted_page")
    if mode == "setup":
        raise not_spoken(f"mode={mode}", "mode")
    if ui_mode != "hosted_page":
        raise not_spoken(f"ui_mode={ui_mode}", "ui_mode")
    if params.get("payment_intent_data", {}).get("capture_method") == "manual":
        raise not_spoken("capture_method=manual", "payment_intent_data[capture_method]")
