"""Webhooks: signed over the exact bytes, tried again a bounded number of times, logged."""

import json
from typing import Any

import pytest
import requests
import stripe

from tests.sandbox.states import Maker
from yhdessa.sandbox import Sandbox, SandboxSettings, serve_sandbox
from yhdessa.sandbox.webhooks import signature_header


def test_a_signature_is_the_one_that_stripe_documents() -> None:
    """The digest was computed with ``printf '1700000000.{}' | openssl dgst -sha256 -hmac whsec_x``."""
    digest = "be8cb8325f2202445260a855532f967e30ad2a9394ce28da66ee02880ddcb661"
    assert signature_header(b"{}", "whsec_x", 1_700_000_000) == f"t=1700000000,v1={digest}"


def test_a_payment_is_told_in_events_that_the_sdk_verifies(
    hooked: Sandbox, hooked_client: stripe.StripeClient, endpoint: Any, gift: Any, press: Any
) -> None:
    session = hooked_client.v1.checkout.sessions.create(params=gift())
    press(session.url)
    assert hooked.wait_until_idle()
    assert endpoint.types() == ["payment_intent.succeeded", "checkout.session.completed"]
    body, signature = endpoint.taken[1]
    event = stripe.Webhook.construct_event(body, signature, "whsec_sandbox")
    assert event.data.object.id == session.id
    assert event.pending_webhooks == 1
    assert hooked_client.v1.events.retrieve(event.id).pending_webhooks == 0
    with pytest.raises(stripe.SignatureVerificationError):
        stripe.Webhook.construct_event(body.replace(b"2000", b"9000"), signature, "whsec_sandbox")
    with pytest.raises(stripe.SignatureVerificationError):
        stripe.Webhook.construct_event(body, signature, "whsec_other")


def test_the_signature_carries_the_time_of_the_attempt(
    hooked: Sandbox, hooked_client: stripe.StripeClient, endpoint: Any, gift: Any, clock: Any
) -> None:
    hooked_client.v1.checkout.sessions.expire(hooked_client.v1.checkout.sessions.create(params=gift()).id)
    assert hooked.wait_until_idle()
    assert endpoint.taken[0][1].startswith(f"t={int(clock())},v1=")


def test_an_endpoint_that_fails_is_tried_again_with_the_same_bytes(
    hooked: Sandbox, hooked_client: stripe.StripeClient, endpoint: Any, gift: Any
) -> None:
    endpoint.statuses = [500, 302]
    hooked_client.v1.checkout.sessions.expire(hooked_client.v1.checkout.sessions.create(params=gift()).id)
    assert hooked.wait_until_idle()
    assert [(each.attempt, each.status) for each in hooked.deliveries] == [(1, 500), (2, 302), (3, 200)]
    assert len({body for body, _ in endpoint.taken}) == 1
    assert hooked_client.v1.events.list(params={"delivery_success": True}).data[0].pending_webhooks == 0


def test_retries_end(
    hooked: Sandbox,
    hooked_client: stripe.StripeClient,
    endpoint: Any,
    gift: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    endpoint.statuses = [503] * 10
    hooked_client.v1.checkout.sessions.expire(hooked_client.v1.checkout.sessions.create(params=gift()).id)
    assert hooked.wait_until_idle()
    assert [each.status for each in hooked.deliveries] == [503, 503, 503]
    assert "The webhook endpoint did not take evt_" in caplog.text
    assert len(hooked_client.v1.events.list(params={"delivery_success": False}).data) == 1


def test_an_endpoint_that_is_not_there_is_logged_with_its_reason(connect: Any, gift: Any) -> None:
    settings = SandboxSettings(webhook_url="http://127.0.0.1:1/webhook", webhook_retry_delays=(0.01,))
    with serve_sandbox(settings) as sandbox:
        sessions = connect(sandbox.settings.public_url).v1.checkout.sessions
        sessions.expire(sessions.create(params=gift()).id)
        assert sandbox.wait_until_idle()
        assert [each.status for each in sandbox.deliveries] == [None, None]
        assert sandbox.deliveries[0].problem.startswith("ConnectionRefusedError")


def test_every_type_of_our_flows_is_delivered_and_signed_and_no_other(
    hooked: Sandbox, hooked_client: stripe.StripeClient, endpoint: Any, clock: Any
) -> None:
    maker = Maker(hooked_client.v1, hooked.settings.public_url, int(clock()))
    maker.subscription()
    maker.refunded()
    maker.lost_dispute()
    maker.void_invoice()
    maker.expired_session()
    maker.control("clock", advance=32 * 24 * 3600)
    assert hooked.wait_until_idle()
    types = set(endpoint.types())
    assert types >= {
        *("payment_intent.succeeded", "charge.refunded", "charge.dispute.created", "charge.dispute.closed"),
        *("customer.subscription.created", "customer.subscription.updated", "invoice.paid", "invoice.voided"),
        *("invoice.finalized", "payment_intent.canceled", "checkout.session.expired"),
    }
    assert not types & {"charge.succeeded", "payment_intent.created", "customer.created", "price.created"}
    recorded = {each["type"] for each in hooked.account.store.newest_first("event")}
    assert recorded >= {"charge.succeeded", "payment_intent.created", "customer.created"}
    for body, signature in endpoint.taken:
        stripe.Webhook.construct_event(body, signature, "whsec_sandbox")


def test_a_signature_has_the_time_on_the_wall_though_the_sandbox_is_a_year_ahead(
    hooked: Sandbox, hooked_client: stripe.StripeClient, endpoint: Any, clock: Any
) -> None:
    maker = Maker(hooked_client.v1, hooked.settings.public_url, int(clock()))
    maker.control("clock", advance=366 * 24 * 3600)
    maker.expired_session()
    assert hooked.wait_until_idle()
    assert endpoint.taken[0][1].startswith(f"t={int(clock())},v1=")


def test_an_endpoint_may_ask_the_api_while_it_takes_an_event(
    hooked: Sandbox, hooked_client: stripe.StripeClient, endpoint: Any, gift: Any, press: Any
) -> None:
    session = hooked_client.v1.checkout.sessions.create(params=gift())
    seen: list[str] = []
    endpoint.before_answer = lambda: seen.append(
        hooked_client.v1.checkout.sessions.retrieve(session.id).payment_status
    )
    press(session.url)
    assert hooked.wait_until_idle()
    assert seen == ["paid", "paid"]


def test_the_log_of_deliveries_can_be_read_over_http(
    hooked: Sandbox, hooked_client: stripe.StripeClient, gift: Any
) -> None:
    hooked_client.v1.checkout.sessions.expire(hooked_client.v1.checkout.sessions.create(params=gift()).id)
    assert hooked.wait_until_idle()
    answer = requests.get(f"{hooked.settings.public_url}/_control/deliveries", timeout=8)
    [delivery] = json.loads(answer.text)
    assert (delivery["event_type"], delivery["status"], delivery["attempt"]) == (
        "checkout.session.expired",
        200,
        1,
    )
