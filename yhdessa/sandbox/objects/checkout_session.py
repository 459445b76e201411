"""Checkout Sessions, as they are made."""

from yhdessa.sandbox.errors import StripeError
from yhdessa.sandbox.ids import new_session_id
from yhdessa.sandbox.objects.payment_method import offered_methods
from yhdessa.sandbox.settings import Json

LIFETIME = 24 * 3600


def new_session(params: Json, lines: list[Json], base: str, now: int) -> Json:
    """An open session about ``lines``; amounts are minor units of its one currency.

    Raises ``StripeError`` if the filters of the parameters leave no payment method.
    """
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
        "customer": params.get("customer"),
        "customer_creation": _customer_creation(params),
        "customer_email": params.get("customer_email"),
        "expires_at": params.get("expires_at", now + LIFETIME),
        "locale": params.get("locale"),
        "metadata": {key: value for key, value in params.get("metadata", {}).items() if value != ""},
        "mode": params["mode"],
        "origin_context": params.get("origin_context"),
        "payment_method_collection": "always" if params["mode"] == "subscription" else "if_required",
        "payment_method_types": _methods(currency, params),
        "submit_type": params.get("submit_type"),
        "success_url": params["success_url"],
        "url": f"{base}/checkout/{session_id}",
    }


def _customer_creation(params: Json) -> str | None:
    if "customer" in params:
        return None
    return "always" if params["mode"] == "subscription" else params.get("customer_creation", "if_required")


def _methods(currency: str, params: Json) -> list[str]:
    excluded = params.get("excluded_payment_method_types", [])
    recurring = params["mode"] == "subscription"
    methods = offered_methods(currency, params.get("allowed_payment_method_types"), excluded, recurring)
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
    "customer_account": None,
    "customer_details": None,
    "discounts": [],
    "invoice": None,
    "livemode": False,
    "payment_intent": None,
    "payment_link": None,
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
