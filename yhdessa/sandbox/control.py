"""``/_control``: what tests ask of the sandbox. Not part of Stripe; no key is needed.

``POST /_control/faults``          JSON of one fault, see ``faults.Fault``
``POST /_control/clock``           ``{"advance": seconds}``: everyday time jumps, renewals and due dates come
``POST /_control/disputes``        ``{"charge": id}``, with ``amount`` (minor units) and ``reason`` if wanted
``POST /_control/disputes/<id>``   ``{"verdict": "won"}`` or ``"lost"``
``POST /_control/gifts``           many paid gifts at once, see ``gifts.Order``
``POST /_control/reset``           forget everything
``GET  /_control/deliveries``      the log of webhook deliveries
"""

from collections.abc import Callable
from typing import Any, Literal, TypeVar

import msgspec
from werkzeug import Request, Response

from yhdessa.sandbox import gifts
from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import StripeError, missing, unrecognised_url
from yhdessa.sandbox.faults import parse_fault
from yhdessa.sandbox.flows import disputing
from yhdessa.sandbox.settings import Json

LONGEST_JUMP = 10 * 366 * 24 * 3600
_T = TypeVar("_T")


class Jump(msgspec.Struct, forbid_unknown_fields=True):
    """How far everyday time jumps, in seconds."""

    advance: int


class Complaint(msgspec.Struct, forbid_unknown_fields=True):
    """A charge that its payer's bank takes back."""

    charge: str
    amount: int | None = None
    reason: Literal["fraudulent", "duplicate", "general", "credit_not_processed"] = "fraudulent"


class Decision(msgspec.Struct, forbid_unknown_fields=True):
    """How a dispute ends."""

    verdict: disputing.Verdict


class Control:
    """Answers requests under ``/_control``."""

    def __init__(self, account: Account, reset: Callable[[], None]) -> None:
        self._account, self._reset = account, reset

    def answer(self, request: Request) -> Response:
        """204 or JSON when done, 400 for what cannot be."""
        match request.method, request.path.removeprefix("/_control/").split("/"):
            case "POST", ["faults"]:
                self._account.faults.add(_asked(parse_fault, request))
            case "POST", ["reset"]:
                self._reset()
            case "POST", ["clock"]:
                return self._jump(_asked(_parser(Jump), request))
            case "POST", ["disputes"]:
                return self._dispute(_asked(_parser(Complaint), request))
            case "POST", ["disputes", dispute_id]:
                return self._decide(dispute_id, _asked(_parser(Decision), request))
            case "POST", ["gifts"]:
                return _json(gifts.make(self._account, _asked(gifts.parse_order, request)))
            case "GET", ["deliveries"]:
                return _json(self._account.webhooks.log)
            case _:
                raise unrecognised_url(request.method, request.path)
        return Response(status=204)

    def _jump(self, jump: Jump) -> Response:
        if not 0 <= jump.advance <= LONGEST_JUMP:
            raise StripeError(f"Invalid request: advance must be between 0 and {LONGEST_JUMP}")
        with self._account.store.lock:
            self._account.timeline.advance(jump.advance)
            return _json({"now": self._account.now()})

    def _dispute(self, complaint: Complaint) -> Response:
        with self._account.store.lock:
            charge = self._account.store.find("charge", complaint.charge)
            if charge is None:
                raise missing("charge", complaint.charge, "charge", status=400)
            if charge["status"] != "succeeded" or charge["disputed"]:
                raise StripeError("Only a charge that has succeeded can be disputed, and only once.")
            amount = complaint.amount or charge["amount"]
            return _json(disputing.open_dispute(self._account, charge, amount, complaint.reason))

    def _decide(self, dispute_id: str, decision: Decision) -> Response:
        with self._account.store.lock:
            dispute = self._account.store.find("dispute", dispute_id)
            if dispute is None:
                raise missing("dispute", dispute_id, "dispute")
            if dispute["status"] not in disputing.OPEN:
                raise StripeError("This dispute has been decided.")
            disputing.close_dispute(self._account, dispute, decision.verdict)
            return _json(dispute)


def _parser(wanted: type[_T]) -> Callable[[bytes], _T]:
    return msgspec.json.Decoder(wanted).decode


def _asked(parse: Callable[[bytes], _T], request: Request) -> _T:
    """What the body asks for; raises ``StripeError`` (400) that says what is wrong with it."""
    try:
        return parse(request.get_data())
    except msgspec.MsgspecError as error:
        what = "fault" if request.path.endswith("/faults") else "request"
        raise StripeError(f"Invalid {what}: {error}") from error


def _json(body: Json | list[Any]) -> Response:
    return Response(msgspec.json.encode(body), content_type="application/json")
