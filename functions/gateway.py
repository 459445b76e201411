"""A WSGI application behind AWS API Gateway."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from apig_wsgi import make_lambda_handler

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def handler_of(app: WSGIApplication) -> Callable[..., Any]:
    """The Lambda handler of `app`."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """The application's answer to whom API Gateway itself was asked by.

        Of a REST API apig-wsgi takes the first address in X-Forwarded-For, which anybody can write.
        """
        identity = environ.get("apig_wsgi.request_context", {}).get("identity", {})
        if "sourceIp" in identity:
            environ["REMOTE_ADDR"] = identity["sourceIp"]
        return app(environ, start_response)

    handler: Callable[..., Any] = make_lambda_handler(answer)
    return handler
