"""The client: how Stripe is asked, whoever asks. The SDK's, at one version, within a time, trying again."""

from __future__ import annotations

import math
import re
import threading
import time
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec
import stripe

from yhdessa.logs import note

#: Else the SDK keeps an id of this machine in a file, and tells Stripe how long it took to answer.
stripe.enable_telemetry = False
#: The version of Stripe's API that this was written and tried against; the SDK of another would send its own.
API_VERSION = "2026-10-28.endive"
#: Seconds to reach Stripe and to wait for its answer, for one try; how often it is tried again; and for all
#: of it, with the pauses: a visitor waits no longer, and hosts that stop a function do so after ten.
TIMEOUT = (2.0, 4.0)
RETRIES = 2
BUDGET = 8.0
#: A try that has less than this left is not begun.
SHORTEST_TRY = 1.0
CODE = re.compile("[a-z0-9_]{1,60}")

Answer = TypeVar("Answer")


class PaymentsUnavailable(Exception):
    """Stripe did not answer, or refused: the cause is chained for the log, never for the visitor."""


class PaymentsRefused(PaymentsUnavailable):
    """Stripe understood what it was asked, and refused: nothing has that id, or a state forbids it."""


class Patient(stripe.RequestsClient):
    """The SDK's HTTP client within a budget of seconds for all tries of a request, which keep its key.

    It tries again after 429 too: https://docs.stripe.com/rate-limits asks for it, the SDK leaves it to its
    users.
    """

    def __init__(self, timeout: tuple[float, float], budget: float) -> None:
        self._of_this_thread = threading.local()
        self._longest, self._budget = timeout, budget
        super().__init__(timeout=timeout)

    def request_with_retries(self, *args: Any, **more: Any) -> tuple[str, int, Mapping[str, str]]:
        """As the SDK does it, from now on by the clock."""
        self._of_this_thread.until = time.monotonic() + self._budget
        content, status, headers = super().request_with_retries(*args, **more)
        note(stripe=str(headers.get("Request-Id", "")))
        return content, status, headers

    @property
    def _timeout(self) -> tuple[float, float]:
        """Reaching Stripe and waiting for it, which follow each other, stay within what is left."""
        left = self._left()
        connect = min(self._longest[0], left / 2)
        return connect, min(self._longest[1], left - connect)

    @_timeout.setter
    def _timeout(self, _: object) -> None:
        """The SDK sets one for all requests."""

    def _left(self) -> float:
        return max(getattr(self._of_this_thread, "until", math.inf) - time.monotonic(), 0.01)

    def _should_retry(
        self,
        response: tuple[Any, int, Mapping[str, str] | None] | None,
        api_connection_error: stripe.APIConnectionError | None,
        num_retries: int,
        max_network_retries: int | None,
    ) -> bool:
        pause = min(stripe.HTTPClient.INITIAL_DELAY * 2**num_retries, stripe.HTTPClient.MAX_DELAY)
        if self._left() < pause + SHORTEST_TRY:
            return False
        if response is not None and response[1] == 429:
            advice = (response[2] or {}).get("stripe-should-retry")
            return num_retries < (max_network_retries or 0) and advice != "false"
        return bool(super()._should_retry(response, api_connection_error, num_retries, max_network_retries))


def connect(
    secret_key: str,
    api: str | None = None,
    timeout: tuple[float, float] = TIMEOUT,
    budget: float = BUDGET,
) -> stripe.StripeClient:
    """A client of one account; `api` is the address of a stand-in, None for Stripe itself.

    `timeout` and `budget` are as TIMEOUT and BUDGET.
    """
    return stripe.StripeClient(
        secret_key,
        stripe_version=API_VERSION,
        max_network_retries=RETRIES,
        http_client=Patient(timeout, budget),
        base_addresses={"api": api} if api else {},
    )


def ask(
    client: stripe.StripeClient,
    method: str,
    path: str,
    asked: Mapping[str, Any],
    answer: type[Answer],
    key: str = "",
) -> Answer:
    """What Stripe answers at `path`, below `/v1/`, read as `answer`: a Struct of the fields that are wanted.

    `asked` are the request's parameters, `key` its Idempotency-Key; without one the SDK makes one. The SDK
    sends it, without the classes that it has for every object: they are half of a cold start. Raises
    PaymentsRefused, PaymentsUnavailable.
    """
    options = {"idempotency_key": key} if key else {}
    try:
        response = client.raw_request(method, f"/v1/{path}", **asked, **options)
        return msgspec.convert(response.data, answer)
    except stripe.StripeError as error:
        raise unavailable(error) from error
    except msgspec.ValidationError as error:
        raise PaymentsUnavailable from error


def unavailable(error: stripe.StripeError) -> PaymentsUnavailable:
    """The fault as we tell it; the log gets Stripe's code and status, and none of its words."""
    code = error.code or ""
    note(
        stripe_status=error.http_status or 0,
        stripe_code=code if CODE.fullmatch(code) else "",
        stripe=error.request_id or "",
    )
    return PaymentsRefused() if isinstance(error, stripe.InvalidRequestError) else PaymentsUnavailable()


def key_refused(error: BaseException | None) -> bool:
    """Whether Stripe does not take the key, or not for what was asked."""
    while error is not None:
        if isinstance(error, stripe.AuthenticationError | stripe.PermissionError):
            return True
        error = error.__cause__
    return False
