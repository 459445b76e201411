"""Payment methods: which the account offers, those that people have saved, and Stripe's test tokens.

What the account offers stands for what staff switch on in Stripe's Dashboard; currencies from
https://docs.stripe.com/payments/payment-methods/payment-method-support. Swish and MobilePay notify at once
and cannot recur; SEPA debit is delayed. Tokens such as ``pm_card_visa`` are those of
https://docs.stripe.com/testing.
"""

from typing import Literal

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.ids import new_id
from yhdessa.sandbox.settings import Json
from yhdessa.sandbox.store import Store

Behaviour = Literal["works", "fails", "disputed"]
"""What a charge of a method leads to; one that ``fails`` can be saved and is declined when it is charged."""

_SWITCHED_ON = {
    "eur": ["card", "mobilepay", "sepa_debit"],
    "sek": ["card", "swish"],
    "dkk": ["card", "mobilepay"],
}
_RECURRING = ("card", "sepa_debit")
_DETAILS: dict[str, Json] = {
    "sepa_debit": {
        "bank_code": "37040044",
        "branch_code": "",
        "country": "DE",
        "fingerprint": "sandboxDebit",
        "generated_from": None,
        "last4": "3000",
    },
    "mobilepay": {},
    "swish": {},
}
_TOKENS: dict[str, tuple[str, Behaviour]] = {
    "pm_card_visa": ("4242", "works"),
    "pm_card_chargeCustomerFail": ("0341", "fails"),
    "pm_card_createDispute": ("0259", "disputed"),
}


def offered_methods(
    currency: str, allowed: list[str] | None, excluded: list[str], recurring: bool = False
) -> list[str]:
    """The methods of the account for a currency, filtered as the parameters of the session ask."""
    switched_on = _SWITCHED_ON.get(currency, ["card"])
    eligible = [each for each in switched_on if not recurring or each in _RECURRING]
    return [each for each in eligible if each not in excluded and (allowed is None or each in allowed)]


def saved_by(store: Store, customer_id: str) -> list[Json]:
    """A customer's payment methods, newest first."""
    return [each for each in store.newest_first("payment_method") if each["customer"] == customer_id]


def default_of(store: Store, customer: Json, subscription: Json | None = None) -> Json | None:
    """The method that Stripe charges without being told which: the subscription's, else the customer's."""
    own = subscription["default_payment_method"] if subscription else None
    return store.find_any(own or customer["invoice_settings"]["default_payment_method"])


def resolved(account: Account, given: str, param: str, customer: Json | None = None) -> Json:
    """The saved method that an id means, or a new one for a test token, saved by the customer if there is
    one.

    Raises ``StripeError`` for an unknown id.
    """
    if given in _TOKENS:
        last4, behaviour = _TOKENS[given]
        return new_method(account, "card", customer, {}, behaviour, last4)
    found = account.store.find("payment_method", given)
    if found is None:
        raise missing("PaymentMethod", given, param, status=400)
    return found


def new_method(
    account: Account,
    kind: str,
    customer: Json | None,
    billing: Json,
    behaviour: Behaviour = "works",
    last4: str = "4242",
) -> Json:
    """A method of a kind (``card``, ``sepa_debit`` ...), saved by a customer unless that is None."""
    details = card_details(last4) if kind == "card" else _DETAILS[kind]
    method = {
        "id": new_id("pm"),
        "object": "payment_method",
        "allow_redisplay": "limited" if customer else "unspecified",
        "billing_details": billing_details(billing),
        "created": account.now(),
        "customer": customer["id"] if customer else None,
        "customer_account": None,
        "livemode": False,
        "metadata": {},
        "type": kind,
        kind: details,
    }
    account.store.add(method, {"behaviour": behaviour})
    if customer:
        account.record("payment_method.attached", method)
    return method


def behaviour_of(store: Store, method: Json | None) -> Behaviour:
    """What a charge of a method leads to."""
    behaviour: Behaviour = store.behind(method["id"]).get("behaviour", "works") if method else "works"
    return behaviour


def billing_details(known: Json) -> Json:
    """``email`` and ``name`` of whoever pays, the rest unknown."""
    nothing = dict.fromkeys(("address", "email", "name", "phone", "tax_id"))
    return {**nothing, "email": known.get("email"), "name": known.get("name")}


def card_details(last4: str) -> Json:
    """A Visa card of the tests that ends in these digits."""
    return {
        "brand": "visa",
        "checks": {"address_line1_check": None, "address_postal_code_check": None, "cvc_check": "pass"},
        "country": "FI",
        "display_brand": "visa",
        "exp_month": 12,
        "exp_year": 2034,
        "fingerprint": f"sandboxCard{last4}",
        "funding": "credit",
        "generated_from": None,
        "last4": last4,
        "networks": {"available": ["visa"], "preferred": None},
        "regulated_status": "unregulated",
        "three_d_secure_usage": {"supported": True},
        "wallet": None,
    }
