"""The sandbox as WSGI callable: ``/v1`` for the SDK, hosted pages for visitors, ``/_control`` for tests."""

import json
import logging
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from werkzeug import Request, Response

from yhdessa.sandbox.account import Account, open_account
from yhdessa.sandbox.api import Api, ConnectionDropped
from yhdessa.sandbox.control import Control
from yhdessa.sandbox.errors import StripeError, unrecognised_url
from yhdessa.sandbox.pages import CheckoutPage, InvoicePage, PortalPage, style
from yhdessa.sandbox.settings import Clock, SandboxSettings
from yhdessa.sandbox.webhooks import Delivery

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_log = logging.getLogger(__name__)


class Sandbox:
    """A WSGI callable, mounted anywhere: paths are read below SCRIPT_NAME, links use ``public_url``.

    Safe in a threaded server: no lock is held while a webhook is delivered, an endpoint may call back.
    """

    def __init__(self, account: Account) -> None:
        self.account = account
        self._api = Api(account)
        self._answers = {
            "/v1/": self._api.answer,
            "/checkout/": CheckoutPage(account).answer,
            "/invoice/": InvoicePage(account).answer,
            "/billing/": PortalPage(account).answer,
            "/_control/": Control(account, self.reset).answer,
        }

    @property
    def settings(self) -> SandboxSettings:
        """What the sandbox was created with."""
        return self.account.settings

    @property
    def deliveries(self) -> list[Delivery]:
        """Every attempt to deliver a webhook so far, oldest first."""
        return list(self.account.webhooks.log)

    def wait_until_idle(self, timeout: float = 10.0) -> bool:
        """Wait until no delivery, retry or settlement is under way; False after ``timeout`` seconds."""
        return self.account.worker.wait_until_idle(timeout)

    def reset(self) -> None:
        """Forget everything, as after a restart."""
        self.account.clear()
        self._api.keys.clear()

    def close(self) -> None:
        """Stop the background thread; call it when the server stops."""
        self.account.worker.close()

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        return self._respond(Request(environ))(environ, start_response)

    def _respond(self, request: Request) -> Response:
        try:
            return self._route(request)
        except ConnectionDropped:
            raise
        except StripeError as error:
            return error_response(error)
        except Exception:
            _log.exception("The Stripe sandbox failed on %s %s", request.method, request.path)
            message = "The sandbox itself failed; its log says why."
            return error_response(StripeError(message, type="api_error", status=500))

    def _route(self, request: Request) -> Response:
        if request.path == "/style/page.css":
            return style()
        for beginning, answer in self._answers.items():
            if request.path.startswith(beginning):
                return answer(request)
        raise unrecognised_url(request.method, request.path)


def error_response(error: StripeError) -> Response:
    """An error outside the API, in the same shape."""
    return Response(json.dumps(error.body()), error.status, content_type="application/json")


def create_sandbox(settings: SandboxSettings, *, clock: Clock = time.time) -> Sandbox:
    """A sandbox with an empty account; ``clock`` gives seconds since 1970."""
    return Sandbox(open_account(settings, clock))
