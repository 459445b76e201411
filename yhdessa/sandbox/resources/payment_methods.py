"""Which payment methods the account offers: stands for what staff switch on in Stripe's Dashboard.

Currencies from https://docs.stripe.com/payments/payment-methods/payment-method-support. Swish and MobilePay
notify at once; SEPA debit is delayed.
"""

_SWITCHED_ON = {
    "eur": ["card", "mobilepay", "sepa_debit"],
    "sek": ["card", "swish"],
    "dkk": ["card", "mobilepay"],
}


def offered_methods(currency: str, allowed: list[str] | None, excluded: list[str]) -> list[str]:
    """The methods of the account for a currency, filtered as the parameters of the session ask."""
    eligible = _SWITCHED_ON.get(currency, ["card"])
    return [each for each in eligible if each not in excluded and (allowed is None or each in allowed)]
