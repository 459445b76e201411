"""Checkout Sessions in payment mode: create, retrieve, list, expire, line items.

Subscription and setup mode, and parameters outside ``SPOKEN``, answer 501 rather than being ignored.
"""

import functools
from typing import Any

from yhdessa.sandbox.account import Account, Cause
from yhdessa.sandbox.errors import StripeError, missing, not_spoken
from yhdessa.sandbox.ids import new_session_id
from yhdessa.sandbox.listing import created_within, matches, page
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.resources.line_items import new_lines
from yhdessa.sandbox.resources.payment_methods import offered_methods
from yhdessa.sandbox.rules import refusal
from yhdessa.sandbox.settings import Json

LIFETIME = 24 * 3600
_FILTERS = ("customer", "customer_account", "payment_intent", "payment_link", "status", "subscription")
_WHOLE = None
_PRODUCT_DATA = dict.fromkeys(("name", "description", "images", "metadata", "unit_label"), _WHOLE)
_PRICE_DATA = {
    **dict.fromkeys(("currency", "product", "tax_behavior", "unit_amount", "unit_amount_decimal"), _WHOLE),
    "product_data": _PRODUCT_DATA,
}
_INTENT_DATA = ("capture_method", "description", "metadata", "receipt_email", "statement_descriptor_suffix")
_AS_THEY_ARE = (
    "allowed_payment_method_types",
    "billing_address_collection",
    "cancel_url",
    "client_reference_id",
    "currency",
    "custom_text",
    "customer",
    "customer_creation",
    "customer_email",
    "excluded_payment_method_types",
    "expand",
    "expires_at",
    "locale",
    "metadata",
    "mode",
    "origin_context",
    "submit_type",
    "success_url",
    "ui_mode",
)
SPOKEN: Json = {
    **dict.fromkeys(_AS_THEY_ARE, _WHOLE),
    "adaptive_pricing": {"enabled": _WHOLE},
    "line_items": {"price": _WHOLE, "price_data": _PRICE_DATA, "quantity": _WHOLE, "metadata": _WHOLE},
    "payment_intent_data": dict.fromkeys(_INTENT_DATA, _WHOLE),
}


def create(account: Account, call: Call) -> Json:
    """A new open session; the amounts are minor units of its one currency."""
    params, now = call.params, account.now()
    _refuse_unspoken(params)
    if "customer" in params:
        raise missing("customer", params["customer"], "customer", status=400)
    lines = new_lines(params["line_items"], account.store, now)
    session = _new_session(params, lines, account.settings.base, now)
    behind = {
        "included": {"line_items": _line_page(session["id"], lines, {})},
        "lines": lines,
        "payment_intent_data": params.get("payment_intent_data", {}),
    }
    account.store.add(session, behind)
    account.at(session["expires_at"], session["id"], functools.partial(_time_out, account, session))
    return session


def retrieve(account: Account, call: Call) -> Json:
    """One session; raises ``StripeError`` (404) for an unknown id."""
    session = account.store.find("checkout.session", call.arguments["session"])
    if session is None:
        raise missing("checkout.session", call.arguments["session"], "session")
    return session


def list_(account: Account, call: Call) -> Json:
    """Sessions, newest first, with the filters of the contract."""
    newest_first = account.store.newest_first("checkout.session")
    wanted = (session for session in newest_first if _wanted(session, call.params))
    return page(wanted, call.params, "/v1/checkout/sessions")


def expire(account: Account, call: Call) -> Json:
    """End an open session at once; raises ``StripeError`` for one that is complete or has expired."""
    session = retrieve(account, call)
    if session["status"] != "open":
        raise refusal("session-expire-only-open", status=session["status"])
    _expire(account, session, call.cause)
    return session


def line_items(account: Account, call: Call) -> Json:
    """The lines of a session, in the order in which they were given."""
    session = retrieve(account, call)
    return _line_page(session["id"], account.store.behind(session["id"])["lines"], call.params)


def _line_page(session_id: str, lines: list[Json], params: Json) -> Json:
    return page(lines, params, f"/v1/checkout/sessions/{session_id}/line_items")


def _time_out(account: Account, session: Json) -> None:
    if session["status"] == "open":
        _expire(account, session, Cause())


def _expire(account: Account, session: Json, cause: Cause) -> None:
    session.update(status="expired", url=None)
    account.record("checkout.session.expired", session, cause)


def _wanted(session: Json, params: Json) -> bool:
    email = params.get("customer_details", {}).get("email")
    return (
        matches(session, params, *_FILTERS)
        and created_within(session, params.get("created"))
        and (email is None or (session["customer_details"] or {}).get("email") == email)
    )


def _refuse_unspoken(params: Json) -> None:
    mode, ui_mode = params["mode"], params.get("ui_mode", "hosted_page")
    if mode != "payment":
        raise not_spoken(f"mode={mode}", "mode")
    if ui_mode != "hosted_page":
        raise not_spoken(f"ui_mode={ui_mode}", "ui_mode")
    if params.get("customer_creation") == "always":
        raise not_spoken("customer_creation=always", "customer_creation")
    if params.get("payment_intent_data", {}).get("capture_method") == "manual":
        raise not_spoken("capture_method=manual", "payment_intent_data[capture_method]")
    _refuse_outside(params, SPOKEN, "")


def _refuse_outside(value: Any, spoken: Json | None, param: str) -> None:
    if spoken is None:
        return
    if isinstance(value, list):
        for index, each in enumerate(value):
            _refuse_outside(each, spoken, f"{param}[{index}]")
        return
    for name, child in value.items():
        path = f"{param}[{name}]" if param else name
        if name not in spoken:
            raise not_spoken(f"the parameter {path}", path)
        _refuse_outside(child, spoken[name], path)


def _new_session(params: Json, lines: list[Json], base: str, now: int) -> Json:
    session_id = new_session_id()
    total = sum(line["amount_total"] for line in lines)
    currency = lines[0]["currency"]
    return {
        **_CONSTANT,
        "id": session_id,
        "adaptive_pricing": params.get("adaptive_pricing", {"enabled": True}),
        "allowed_payment_method_types": params.get("allowed_payment_method_types"),
        "amount_subtotal": total,
        "amount_total": total,
        "billing_address_collection": params.get("billing_address_collection"),
        "cancel_url": params.get("cancel_url"),
        "client_reference_id": params.get("client_reference_id"),
        "created": now,
        "currency": currency,
        "custom_text": _custom_text(params.get("custom_text", {})),
        "customer_creation": "if_required",
        "customer_email": params.get("customer_email"),
        "expires_at": params.get("expires_at", now + LIFETIME),
        "locale": params.get("locale"),
        "metadata": {key: value for key, value in params.get("metadata", {}).items() if value != ""},
        "origin_context": params.get("origin_context"),
        "payment_method_types": _methods(currency, params),
        "submit_type": params.get("submit_type"),
        "success_url": params["success_url"],
        "url": f"{base}/checkout/{session_id}",
    }


def _methods(currency: str, params: Json) -> list[str]:
    excluded = params.get("excluded_payment_method_types", [])
    methods = offered_methods(currency, params.get("allowed_payment_method_types"), excluded)
    if not methods:
        raise StripeError("No valid payment method types for this Checkout Session.")
    return methods


def _custom_text(asked: Json) -> Json:
    places = ("after_submit", "shipping_address", "submit", "terms_of_service_acceptance")
    return {place: asked.get(place) or None for place in places}


_CONSTANT: Json = {
    "object": "checkout.session",
    "after_expiration": None,
    "allow_promotion_codes": None,
    "automatic_tax": {"enabled": False, "liability": None, "provider": None, "status": None},
    "client_secret": None,
    "collected_information": None,
    "consent": None,
    "consent_collection": None,
    "currency_conversion": None,
    "custom_fields": [],
    "customer": None,
    "customer_account": None,
    "customer_details": None,
    "discounts": [],
    "invoice": None,
    "livemode": False,
    "mode": "payment",
    "payment_intent": None,
    "payment_link": None,
    "payment_method_collection": "if_required",
    "payment_method_configuration_details": None,
    "payment_method_options": {},
    "payment_status": "unpaid",
    "permissions": None,
    "phone_number_collection": {"enabled": False},
    "recovered_from": None,
    "saved_payment_method_options": None,
    "setup_intent": None,
    "shipping_address_collection": None,
    "shipping_cost": None,
    "shipping_options": [],
    "status": "open",
    "subscription": None,
    "total_details": {"amount_discount": 0, "amount_shipping": 0, "amount_tax": 0},
    "ui_mode": "hosted_page",
    "wallet_options": None,
}
"""What is the same in every session that the sandbox makes: all that its parameters cannot ask for."""
