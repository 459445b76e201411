"""``/v1``: a request's way from the key in its header to the JSON of its answer."""

import json
import logging
from dataclasses import dataclass

from werkzeug import Request, Response
from werkzeug.http import http_date

from yhdessa.sandbox import contract, resources, rules
from yhdessa.sandbox.account import Account, Cause
from yhdessa.sandbox.contract import Operation
from yhdessa.sandbox.errors import ContractBroken, StripeError, not_spoken, unrecognised_url
from yhdessa.sandbox.expand import expanded
from yhdessa.sandbox.faults import Fault, injected
from yhdessa.sandbox.form import decode
from yhdessa.sandbox.idempotency import Answer, Fingerprint, IdempotencyKeys
from yhdessa.sandbox.ids import new_id
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.settings import Json
from yhdessa.sandbox.spoken import refuse_unspoken

_log = logging.getLogger(__name__)


class ConnectionDropped(ConnectionAbortedError):
    """Ends the request without an answer: Werkzeug's WSGI server and the standard library's just hang up."""


@dataclass(frozen=True)
class _Caller:
    """Who asks, and in the names of which version."""

    key: str
    version: str


class Api:
    """Answers requests under ``/v1``; holds the idempotency keys, everything else is the account's."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.keys = IdempotencyKeys()

    def answer(self, request: Request) -> Response:
        """The response to one request; raises ``ConnectionDropped`` when that fault was asked for."""
        request_id, fault = new_id("req", 14), self.account.faults.for_request(request.path)
        try:
            _go_wrong_before(fault)
            caller = self._caller(request)
            response = self._guarded(request, caller, request_id, fault)
        except StripeError as error:
            response = _response(_failed(error), error.headers)
        if fault is not None and fault.kind == "drop":
            raise ConnectionDropped
        response.headers["Request-Id"] = request_id
        response.headers["Stripe-Version"] = request.headers.get("Stripe-Version", contract.ENDIVE)
        # By the sandbox's own clock, so that nobody takes what it made ahead of time for the future.
        response.headers["Date"] = http_date(self.account.timeline.everyday())
        return response

    def _caller(self, request: Request) -> _Caller:
        key = _api_key(request)
        if key not in self.account.settings.secret_keys:
            raise StripeError(f"Invalid API Key provided: {_masked(key)}", status=401)
        for header in ("Stripe-Account", "Stripe-Context"):
            if header in request.headers:
                raise not_spoken(f"the header {header}")
        version = request.headers.get("Stripe-Version", contract.ENDIVE)
        if version not in contract.versions():
            raise StripeError(f"Invalid Stripe API version: {version}")
        return _Caller(key, version)

    def _guarded(self, request: Request, caller: _Caller, request_id: str, fault: Fault | None) -> Response:
        """Execute once for each Idempotency-Key; the key counts for POST only, as reading changes nothing."""
        key = request.headers.get("Idempotency-Key")
        cause = Cause(request_id, key)
        if request.method != "POST" or not key:
            return _response(self._execute(request, caller, cause, fault)[0])
        rules.check_idempotency_key(key)
        scope, fingerprint = (caller.key, key), _fingerprint(request)
        kept = self.keys.begin(scope, fingerprint, int(self.account.clock()))
        if kept is not None:
            return _response(kept, {"Idempotency-Key": key, "Idempotent-Replayed": "true"})
        answer: Answer | None = None
        try:
            result, executed = self._execute(request, caller, cause, fault)
            answer = result if executed else None
        finally:
            self.keys.finish(scope, answer)
        return _response(result, {"Idempotency-Key": key})

    def _execute(
        self, request: Request, caller: _Caller, cause: Cause, fault: Fault | None
    ) -> tuple[Answer, bool]:
        """The answer, and whether execution had begun, so that the answer has to be kept."""
        if fault is not None and fault.kind == "sleep" and not self.account.worker.sleep(fault.seconds):
            # The account was emptied meanwhile, as by a restart: nothing old may be done in the new one.
            raise ConnectionDropped
        operation, arguments = _operation(request)
        params = _params(request, operation, caller.version)
        with self.account.store.lock:
            self.account.catch_up()
            contract.check_request(operation, caller.version, params)
            rules.check(operation.id, params, self.account.timeline.everyday())
            if operation.id not in resources.HANDLERS:
                raise not_spoken(f"{operation.method} {operation.path}")
            refuse_unspoken(operation.id, params)
            try:
                with self.account.caused_by(cause), self.account.store.undone_when_refused():
                    return self._answer(operation, Call(arguments, params)), True
            except StripeError as error:
                if error.status == 501:
                    raise
                return _failed(error), True

    def _answer(self, operation: Operation, call: Call) -> Answer:
        body = resources.HANDLERS[operation.id](self.account, call)
        try:
            contract.check_response(operation, body)
        except ContractBroken:
            _log.exception("THE SANDBOX IS WRONG: its answer to %s breaks Stripe's contract", operation.id)
            raise
        paths = call.params.get("expand", [])
        return Answer(200, _dumped(expanded(body, paths, self.account.store, resources.INCLUDED)))


def _go_wrong_before(fault: Fault | None) -> None:
    if fault is not None and fault.kind == "status":
        raise injected(fault.status)
    if fault is not None and fault.kind == "drop" and fault.when == "before":
        raise ConnectionDropped


def _api_key(request: Request) -> str:
    """The key as Bearer token or as the user name of Basic authentication; both are Stripe's."""
    given = request.authorization
    key = (given.token or given.username) if given is not None else None
    if not key:
        message = "You did not provide an API key. Send it in the Authorization header (Bearer or Basic)."
        raise StripeError(message, status=401, headers={"WWW-Authenticate": 'Bearer realm="Stripe"'})
    return str(key)


def _masked(key: str) -> str:
    return f"{key[:8]}{'*' * 8}{key[-4:]}" if len(key) > 16 else "*" * len(key)


def _operation(request: Request) -> tuple[Operation, dict[str, str]]:
    found = contract.find_operation(request.method, request.path)
    if found is None:
        raise unrecognised_url(request.method, request.path)
    return found


def _params(request: Request, operation: Operation, version: str) -> Json:
    return decode(_pairs(request), contract.request_schema(operation, version))


def _pairs(request: Request) -> list[tuple[str, str]]:
    if request.method == "GET" or (request.method == "DELETE" and not request.content_length):
        return list(request.args.items(multi=True))
    if request.mimetype not in ("application/x-www-form-urlencoded", "") and request.content_length:
        raise contract.not_a_form()
    return list(request.form.items(multi=True))


def _fingerprint(request: Request) -> Fingerprint:
    return Fingerprint(request.path, tuple(sorted(_pairs(request))))


def _dumped(body: Json) -> bytes:
    return json.dumps(body, indent=2).encode()


def _failed(error: StripeError) -> Answer:
    return Answer(error.status, _dumped(error.body()))


def _response(answer: Answer, headers: dict[str, str] | None = None) -> Response:
    return Response(answer.body, answer.status, headers, content_type="application/json")
