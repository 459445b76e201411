"""Two worlds in which the same flows are tried: the sandbox, and with ``--stripe`` Stripe itself.

``make test-stripe`` takes the key from STRIPE_TEST_KEY. Only test keys are taken: nothing here may move
money. At Stripe the hosted Checkout page is paid by a browser, search is waited for, and test clocks take
their time.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import pytest
import requests
import stripe

from yhdessa.sandbox import SandboxSettings, serve_sandbox

NO_KEY = """There is no key: make test-stripe runs the flows against Stripe itself, with a test account.
  STRIPE_TEST_KEY=sk_test_... make test-stripe
Without a key, make test runs the same flows against the sandbox."""
LIVE_KEY = "STRIPE_TEST_KEY is not a test key (sk_test_... or rk_test_...); these tests never use a live one."
T = TypeVar("T")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The switch from the sandbox to Stripe."""
    parser.addoption(
        "--stripe", action="store_true", help="run tests/stripe against Stripe (STRIPE_TEST_KEY)"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Say at once that there is no key, or not one for tests, and fail."""
    if not config.getoption("--stripe", default=False):
        return
    key = os.environ.get("STRIPE_TEST_KEY", "")
    if not key:
        pytest.exit(NO_KEY, returncode=1)
    if not key.startswith(("sk_test_", "rk_test_")):
        pytest.exit(LIVE_KEY, returncode=1)


@dataclass
class World:
    """Where the flows are tried. ``api`` is the SDK's ``v1``."""

    client: stripe.StripeClient
    patience: float
    pay: Callable[[str, str], None]
    is_sandbox: bool

    @property
    def api(self) -> Any:
        return self.client.v1

    def eventually(self, ask: Callable[[], T], wanted: Callable[[T], bool]) -> T:
        """The answer as soon as it is as wanted; the last one when patience ends."""
        end = time.monotonic() + self.patience
        while True:
            answer = ask()
            if wanted(answer) or time.monotonic() > end:
                return answer
            time.sleep(0.02 if self.is_sandbox else 1.0)

    def advance(self, clock_id: str, moment: int) -> None:
        """Let time pass on a test clock, and wait until everything that it makes due is done."""
        clocks = self.api.test_helpers.test_clocks
        clocks.advance(clock_id, params={"frozen_time": moment})
        ready = self.eventually(lambda: clocks.retrieve(clock_id), lambda clock: clock.status == "ready")
        assert ready.status == "ready"


@pytest.fixture(scope="session")
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    """The sandbox, or Stripe if that was asked for."""
    if request.config.getoption("--stripe", default=False):
        yield from _stripe(request)
    else:
        yield from _sandbox()


def _sandbox() -> Iterator[World]:
    http = stripe.RequestsClient(timeout=8)
    with serve_sandbox(SandboxSettings(settlement_delay=0.05)) as sandbox:
        client = stripe.StripeClient(
            "sk_test_sandbox", base_addresses={"api": sandbox.settings.public_url}, http_client=http
        )
        yield World(client, 5.0, _press, is_sandbox=True)
    http.close()


def _press(url: str, email: str) -> None:
    answer = requests.post(url, {"email": email}, allow_redirects=False, timeout=8)
    assert answer.status_code == 303, answer.text


def _stripe(request: pytest.FixtureRequest) -> Iterator[World]:
    http = stripe.RequestsClient(timeout=30)
    client = stripe.StripeClient(os.environ["STRIPE_TEST_KEY"], http_client=http, max_network_retries=2)
    chromium = request.getfixturevalue("chromium")

    def pay(url: str, email: str) -> None:
        """Fill in Stripe's own page with the test card that always works."""
        page = chromium.new_page(locale="en-GB")
        page.goto(url)
        if page.locator("#email").is_editable():
            page.fill("#email", email)
        page.fill("#cardNumber", "4242424242424242")
        page.fill("#cardExpiry", "12 / 34")
        page.fill("#cardCvc", "123")
        page.fill("#billingName", "Example Giver")
        page.get_by_test_id("hosted-payment-submit-button").click()
        page.wait_for_url("https://example.org/**", timeout=60_000)
        page.close()

    yield World(client, 120.0, pay, is_sandbox=False)
    http.close()


@pytest.fixture
def unique() -> str:
    """A text that no other run has used: accounts at Stripe remember."""
    return f"run{time.time_ns()}"
