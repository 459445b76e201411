"""The same application as an AWS Lambda handler behind API Gateway: `functions.aws_lambda.handler`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from apig_wsgi import make_lambda_handler

from functions.app import app

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """The application's answer to whom API Gateway itself was asked by.

    Of a REST API apig-wsgi takes the first address in X-Forwarded-For, which anybody can write.
    """
    identity = environ.get("apig_wsgi.request_context", {}).get("identity", {})
    if "sourceIp" in identity:
        environ["REMOTE_ADDR"] = identity["sourceIp"]
    return app(environ, start_response)


handler = make_lambda_handler(answer)
