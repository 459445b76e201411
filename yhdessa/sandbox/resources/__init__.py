"""One module for each of Stripe's objects; this table says which operation each function answers."""

from collections.abc import Callable

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.resources import checkout_sessions, events, payment_intents
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.settings import Json

Handler = Callable[[Account, Call], Json]

HANDLERS: dict[str, Handler] = {
    "PostCheckoutSessions": checkout_sessions.create,
    "GetCheckoutSessions": checkout_sessions.list_,
    "GetCheckoutSessionsSession": checkout_sessions.retrieve,
    "PostCheckoutSessionsSessionExpire": checkout_sessions.expire,
    "GetCheckoutSessionsSessionLineItems": checkout_sessions.line_items,
    "GetPaymentIntents": payment_intents.list_,
    "GetPaymentIntentsIntent": payment_intents.retrieve,
    "GetEvents": events.list_,
    "GetEventsId": events.retrieve,
}
"""Operations of the contract that are not here answer 501, see ``api``."""
