"""A gift's POST beside a bare one of Werkzeug's: `python -m bench.posts`, in a process and a line of JSON.

Both are WSGI applications called without a socket, in turns. The bare one reads the form and answers with a
redirect. Ours is `functions.app` as a host starts it, with its checks, limits, headers and log, and with the
call to Stripe stubbed; a third is the same down to the SDK, whose HTTP client alone is stubbed.
"""

from __future__ import annotations

import io
import json
import logging
import sys
import time
from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import stripe
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

ROUNDS = 21
POSTS = 200
FORM = b"language=fi&rhythm=once&amount=2000&other_amount=&goal=anywhere&homepage="
PAGE = "https://checkout.stripe.com/c/pay/cs_test_a1b2c3d4e5f6"
SESSION = json.dumps(
    {"id": "cs_test_a1b2c3d4e5f6", "object": "checkout.session", "url": PAGE, "livemode": False}
).encode()
NUMBERS = count()

Call = Callable[["WSGIEnvironment", "StartResponse"], Iterable[bytes]]


class Stub:
    """Stands in for Payments."""

    def create_checkout(self, _: object) -> str:
        """The payment page at once."""
        return PAGE


def bare(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """What any handler of a form does at least."""
    form = Request(environ).form
    answer = redirect(f"{PAGE}?{form['amount']}", 303, Response=Response)
    return answer(environ, start_response)


def environ() -> WSGIEnvironment:
    """What a server hands on of a browser's POST; each comes from an address of its own."""
    number = next(NUMBERS)
    return {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/api/donate",
        "SCRIPT_NAME": "",
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "127.0.0.1:8000",
        "HTTP_ORIGIN": "http://127.0.0.1:8000",
        "HTTP_SEC_FETCH_SITE": "same-origin",
        "HTTP_REFERER": "http://127.0.0.1:8000/lahjoita/",
        "HTTP_ACCEPT_LANGUAGE": "fi-FI,fi;q=0.9",
        "REMOTE_ADDR": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}",
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(FORM)),
        "wsgi.input": io.BytesIO(FORM),
        "wsgi.errors": sys.stderr,
        "wsgi.url_scheme": "http",
        "wsgi.version": (1, 0),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }


def seconds(call: Call) -> float:
    """Processor seconds of one POST, over POSTS of them; AssertionError for anything but a redirect."""
    answered: list[str] = []

    def start_response(status: str, *_: Any) -> Any:
        answered.append(status)

    asked = [environ() for _ in range(POSTS)]
    begun = time.process_time()
    for each in asked:
        list(call(each, start_response))
    spent = time.process_time() - begun
    assert answered == ["303 SEE OTHER"] * POSTS, set(answered)
    return spent / POSTS


def sdks_wire(*_: Any, **__: Any) -> tuple[bytes, int, dict[str, str]]:
    """What Stripe answers, without asking it."""
    return SESSION, 200, {"Request-Id": "req_bench"}


def main() -> None:
    """`python -m bench.posts`, in the environment of a host."""
    from functions.app import app
    from yhdessa.giving.app import GivingApp
    from yhdessa.giving.routes import GIVERS

    with Path("/dev/null").open("w", encoding="utf-8") as nowhere:
        for handler in logging.getLogger("yhdessa.giving").handlers:
            handler.setStream(nowhere)  # type: ignore[attr-defined]
        stubbed = GivingApp(app.settings, app.catalogue, Stub(), GIVERS)  # type: ignore[arg-type]
        stripe.RequestsClient.request = sdks_wire  # type: ignore[method-assign]
        calls: dict[str, Call] = {"bare": bare, "ours": stubbed, "sdk": app}
        spent: dict[str, list[float]] = {name: [] for name in calls}
        for turn in range(ROUNDS):
            for name in list(calls) if turn % 2 else list(calls)[::-1]:
                app.limits.forget()
                stubbed.limits.forget()
                spent[name].append(seconds(calls[name]))
    print(json.dumps({name: median(times) for name, times in spent.items()}))


if __name__ == "__main__":
    main()
