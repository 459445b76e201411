"""Payment methods: retrieve. They are saved by Checkout, by the portal and by Stripe's test tokens."""

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.settings import Json


def retrieve(account: Account, call: Call) -> Json:
    """One payment method; raises ``StripeError`` (404) for an unknown id."""
    found = account.store.find("payment_method", call.arguments["payment_method"])
    if found is None:
        raise missing("PaymentMethod", call.arguments["payment_method"], "payment_method")
    return found
