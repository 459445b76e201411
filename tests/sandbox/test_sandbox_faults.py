"""Faults on demand, and that the official SDK's own retries meet them as they would meet Stripe's."""

import time
from typing import Any

import pytest
import requests
import stripe

from yhdessa.sandbox import Sandbox


@pytest.fixture
def fault() -> Any:
    def asked(sandbox: Sandbox, **fault: Any) -> None:
        answer = requests.post(f"{sandbox.settings.public_url}/_control/faults", json=fault, timeout=8)
        assert answer.status_code == 204, answer.text

    return asked


@pytest.mark.parametrize(
    ("status", "error", "code"),
    [
        (500, stripe.APIError, None),
        (429, stripe.RateLimitError, "rate_limit"),
        (409, stripe.APIError, "lock_timeout"),
    ],
)
def test_the_next_requests_fail_as_asked_and_the_one_after_them_does_not(
    status: int,
    error: Any,
    code: str | None,
    client: stripe.StripeClient,
    sandbox: Sandbox,
    gift: Any,
    fault: Any,
) -> None:
    fault(sandbox, kind="status", status=status, times=2)
    for _ in range(2):
        with pytest.raises(error) as refused:
            client.v1.checkout.sessions.create(params=gift())
        assert refused.value.http_status == status
        assert refused.value.json_body["error"].get("code") == code
    assert client.v1.checkout.sessions.create(params=gift()).status == "open"
    assert len(client.v1.checkout.sessions.list().data) == 1


@pytest.mark.parametrize("status", [500, 409])
def test_the_sdk_tries_again_with_one_key_and_makes_one_session(
    status: int, connect: Any, sandbox: Sandbox, gift: Any, fault: Any
) -> None:
    fault(sandbox, kind="status", status=status)
    client = connect(sandbox.settings.public_url, retries=2)
    assert client.v1.checkout.sessions.create(params=gift()).status == "open"
    assert len(client.v1.checkout.sessions.list().data) == 1


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_dropped_connection_is_tried_again_and_makes_one_session(
    when: str, connect: Any, sandbox: Sandbox, gift: Any, fault: Any
) -> None:
    fault(sandbox, kind="drop", when=when)
    client = connect(sandbox.settings.public_url, retries=2)
    session = client.v1.checkout.sessions.create(params=gift())
    assert [each.id for each in client.v1.checkout.sessions.list().data] == [session.id]


@pytest.mark.parametrize(("when", "made"), [("before", 0), ("after", 1)])
def test_a_dropped_connection_reaches_a_caller_that_does_not_try_again(
    when: str, made: int, client: stripe.StripeClient, sandbox: Sandbox, gift: Any, fault: Any
) -> None:
    fault(sandbox, kind="drop", when=when)
    with pytest.raises(stripe.APIConnectionError):
        client.v1.checkout.sessions.create(params=gift())
    assert len(client.v1.checkout.sessions.list().data) == made


def test_a_slow_answer_is_a_timeout_and_its_work_is_done_once(
    connect: Any, sandbox: Sandbox, gift: Any, fault: Any
) -> None:
    fault(sandbox, kind="sleep", seconds=0.6)
    client = connect(sandbox.settings.public_url, timeout=0.3, retries=3)
    session = client.v1.checkout.sessions.create(params=gift())
    assert [each.id for each in client.v1.checkout.sessions.list().data] == [session.id]


def test_sleepers_wake_when_the_sandbox_closes(connect: Any, sandbox: Sandbox, gift: Any, fault: Any) -> None:
    fault(sandbox, kind="sleep", seconds=30)
    with pytest.raises(stripe.APIConnectionError):
        connect(sandbox.settings.public_url, timeout=0.1).v1.checkout.sessions.create(params=gift())
    begun = time.monotonic()
    sandbox.close()
    assert time.monotonic() - begun < 1


def test_what_slept_while_everything_was_forgotten_is_not_done_afterwards(
    client: stripe.StripeClient, connect: Any, sandbox: Sandbox, gift: Any, fault: Any
) -> None:
    fault(sandbox, kind="sleep", seconds=0.5)
    with pytest.raises(stripe.APIConnectionError):
        connect(sandbox.settings.public_url, timeout=0.1).v1.checkout.sessions.create(params=gift())
    sandbox.reset()
    time.sleep(0.8)
    assert client.v1.checkout.sessions.list().data == []


def test_a_fault_may_wait_for_an_address(
    client: stripe.StripeClient, sandbox: Sandbox, gift: Any, fault: Any
) -> None:
    fault(sandbox, kind="status", path="/v1/events")
    assert client.v1.checkout.sessions.create(params=gift()).status == "open"
    with pytest.raises(stripe.APIError):
        client.v1.events.list()


def test_an_event_is_delivered_twice(
    hooked: Sandbox, hooked_client: stripe.StripeClient, endpoint: Any, gift: Any, press: Any, fault: Any
) -> None:
    fault(hooked, kind="duplicate_event")
    press(hooked_client.v1.checkout.sessions.create(params=gift()).url)
    assert hooked.wait_until_idle()
    assert endpoint.types() == [
        "payment_intent.succeeded",
        "payment_intent.succeeded",
        "checkout.session.completed",
    ]
    assert endpoint.taken[0][0] == endpoint.taken[1][0]


def test_two_events_are_delivered_in_the_wrong_order(
    hooked: Sandbox, hooked_client: stripe.StripeClient, endpoint: Any, gift: Any, press: Any, fault: Any
) -> None:
    fault(hooked, kind="reorder_events")
    press(hooked_client.v1.checkout.sessions.create(params=gift()).url)
    assert hooked.wait_until_idle()
    assert endpoint.types() == ["checkout.session.completed", "payment_intent.succeeded"]


def test_an_event_held_back_is_not_lost_when_no_other_follows(
    hooked: Sandbox, hooked_client: stripe.StripeClient, endpoint: Any, gift: Any, fault: Any
) -> None:
    fault(hooked, kind="reorder_events")
    hooked_client.v1.checkout.sessions.expire(hooked_client.v1.checkout.sessions.create(params=gift()).id)
    assert hooked.wait_until_idle()
    assert endpoint.types() == ["checkout.session.expired"]


def test_a_payment_is_confirmed_after_the_visitor_has_come_back(
    hooked: Sandbox, hooked_client: stripe.StripeClient, endpoint: Any, gift: Any, press: Any, fault: Any
) -> None:
    fault(hooked, kind="delay_payment", seconds=0.2)
    session = hooked_client.v1.checkout.sessions.create(params=gift())
    assert press(session.url).status_code == 303
    assert hooked_client.v1.checkout.sessions.retrieve(session.id).payment_status == "unpaid"
    assert hooked.wait_until_idle()
    assert hooked_client.v1.checkout.sessions.retrieve(session.id).payment_status == "paid"
    assert endpoint.types() == [
        "payment_intent.processing",
        "checkout.session.completed",
        "payment_intent.succeeded",
        "checkout.session.async_payment_succeeded",
    ]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('{"kind": "fire"}', "Invalid fault: Invalid enum value 'fire' - at `$.kind`"),
        ('{"kind": "status", "status": 418}', "Invalid fault: Invalid enum value 418 - at `$.status`"),
        ('{"kind": "status", "times": 0}', "Invalid fault: times must be at least 1"),
        ('{"kind": "sleep", "seconds": 31}', "Invalid fault: seconds must be between 0 and 30"),
        ('{"kind": "drop", "colour": "red"}', "Invalid fault: Object contains unknown field `colour`"),
        ("{", "Invalid fault: Input data was truncated"),
    ],
)
def test_a_fault_that_cannot_be_is_refused(body: str, message: str, sandbox: Sandbox) -> None:
    answer = requests.post(f"{sandbox.settings.public_url}/_control/faults", data=body, timeout=8)
    assert (answer.status_code, answer.json()["error"]["message"]) == (400, message)


def test_reset_forgets_everything(
    hooked: Sandbox, hooked_client: stripe.StripeClient, gift: Any, press: Any, fault: Any
) -> None:
    create = hooked_client.v1.checkout.sessions.create
    first = create(params=gift(), options={"idempotency_key": "k1"})
    press(first.url)
    assert hooked.wait_until_idle()
    fault(hooked, kind="status")
    assert requests.post(f"{hooked.settings.public_url}/_control/reset", timeout=8).status_code == 204
    assert hooked_client.v1.checkout.sessions.list().data == []
    assert hooked_client.v1.events.list().data == []
    assert hooked.deliveries == []
    assert create(params=gift(), options={"idempotency_key": "k1"}).id != first.id


def test_an_unknown_control_is_answered_with_404(sandbox: Sandbox) -> None:
    assert requests.get(f"{sandbox.settings.public_url}/_control/faults", timeout=8).status_code == 404
