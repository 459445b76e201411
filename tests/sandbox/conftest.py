"""A sandbox on a real loopback socket, the real SDK, and an endpoint that takes webhooks."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
import requests
import stripe
from werkzeug import Request, Response
from werkzeug.serving import WSGIRequestHandler, make_server

from yhdessa.sandbox import Sandbox, SandboxSettings, serve_sandbox

KEY = "sk_test_sandbox"


@dataclass
class Clock:
    """A clock that stands still until it is told to go on."""

    now: float = field(default_factory=time.time)

    def __call__(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Endpoint:
    """Takes webhooks: keeps bodies and signatures, answers with ``statuses`` in turn and then with 200."""

    url: str = ""
    taken: list[tuple[bytes, str]] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    before_answer: Callable[[], None] = lambda: None

    def __call__(self, environ: Any, start_response: Any) -> Any:
        request = Request(environ)
        self.taken.append((request.get_data(), request.headers["Stripe-Signature"]))
        self.before_answer()
        status = self.statuses.pop(0) if self.statuses else 200
        return Response(status=status)(environ, start_response)

    def types(self) -> list[str]:
        return [json.loads(body)["type"] for body, _ in self.taken]


class _Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.0"

    def log(self, type: str, message: str, *args: Any) -> None: ...


@contextmanager
def served(app: Any) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def serve() -> Callable[[Any], Any]:
    """Serve any WSGI application on a free port."""
    return served


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    endpoint = Endpoint()
    with served(endpoint) as url:
        endpoint.url = f"{url}/webhook"
        yield endpoint


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sandbox(clock: Clock) -> Iterator[Sandbox]:
    """Without webhooks."""
    with serve_sandbox(SandboxSettings(settlement_delay=0.05), clock=clock) as sandbox:
        yield sandbox


@pytest.fixture
def hooked(endpoint: Endpoint, clock: Clock) -> Iterator[Sandbox]:
    """With webhooks that go to ``endpoint``."""
    settings = SandboxSettings(
        webhook_url=endpoint.url, webhook_retry_delays=(0.05, 0.05), settlement_delay=0.05
    )
    with serve_sandbox(settings, clock=clock) as sandbox:
        yield sandbox


@pytest.fixture
def connect() -> Iterator[Callable[..., stripe.StripeClient]]:
    """The real SDK, pointed at a sandbox."""
    opened: list[stripe.RequestsClient] = []

    def connected(url: str, key: str = KEY, *, timeout: float = 8, retries: int = 0, **more: Any) -> Any:
        opened.append(stripe.RequestsClient(timeout=timeout))
        return stripe.StripeClient(
            key, base_addresses={"api": url}, http_client=opened[-1], max_network_retries=retries, **more
        )

    yield connected
    for client in opened:
        client.close()


@pytest.fixture
def client(sandbox: Sandbox, connect: Callable[..., stripe.StripeClient]) -> stripe.StripeClient:
    return connect(sandbox.settings.public_url)


@pytest.fixture
def hooked_client(hooked: Sandbox, connect: Callable[..., stripe.StripeClient]) -> stripe.StripeClient:
    return connect(hooked.settings.public_url)


@pytest.fixture
def browser() -> Iterator[requests.Session]:
    """Follows no redirect, keeps no connection."""
    with requests.Session() as session:
        session.headers["Connection"] = "close"
        yield session


@pytest.fixture
def gift() -> Callable[..., dict[str, Any]]:
    """The parameters of a gift of 20.00 EUR, with changes."""

    def params(**changes: Any) -> dict[str, Any]:
        product = {"name": "Ett öppet hus"}
        line = {
            "quantity": 1,
            "price_data": {"currency": "eur", "unit_amount": 2000, "product_data": product},
        }
        return {
            "mode": "payment",
            "line_items": [line],
            "success_url": "http://127.0.0.1:9/thanks?session={CHECKOUT_SESSION_ID}",
            "cancel_url": "http://127.0.0.1:9/give",
            **changes,
        }

    return params


@pytest.fixture
def press(browser: requests.Session) -> Callable[..., requests.Response]:
    """A visitor presses a button of the hosted page."""

    def pressed(url: str, outcome: str = "paid", email: str = "donor@example.org") -> requests.Response:
        return browser.post(url, data={"outcome": outcome, "email": email}, allow_redirects=False, timeout=8)

    return pressed
