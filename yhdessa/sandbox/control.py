"""``/_control``: what tests ask of the sandbox. Not part of Stripe; no key is needed.

``POST /_control/faults``     JSON of one fault, see ``faults.Fault``
``POST /_control/reset``      forget everything
``GET  /_control/deliveries`` the log of webhook deliveries
"""

from collections.abc import Callable

import msgspec
from werkzeug import Request, Response

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import StripeError, unrecognised_url
from yhdessa.sandbox.faults import parse_fault


class Control:
    """Answers requests under ``/_control``."""

    def __init__(self, account: Account, reset: Callable[[], None]) -> None:
        self._account, self._reset = account, reset

    def answer(self, request: Request) -> Response:
        """204 when done, 400 for a fault that cannot be."""
        match request.method, request.path:
            case "POST", "/_control/faults":
                self._add_fault(request)
            case "POST", "/_control/reset":
                self._reset()
            case "GET", "/_control/deliveries":
                log = msgspec.json.encode(self._account.webhooks.log)
                return Response(log, content_type="application/json")
            case _:
                raise unrecognised_url(request.method, request.path)
        return Response(status=204)

    def _add_fault(self, request: Request) -> None:
        try:
            self._account.faults.add(parse_fault(request.get_data()))
        except msgspec.MsgspecError as error:
            raise StripeError(f"Invalid fault: {error}") from error
