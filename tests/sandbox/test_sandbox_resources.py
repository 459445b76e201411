"""Checkout Sessions, PaymentIntents and Events as the SDK sees them."""

from typing import Any

import pytest
import requests
import stripe
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from yhdessa.sandbox import Sandbox, SandboxSettings, create_sandbox


def test_a_new_session_is_open_and_unpaid_and_has_an_address_at_the_sandbox(
    client: stripe.StripeClient, sandbox: Sandbox, gift: Any, clock: Any
) -> None:
    session = client.v1.checkout.sessions.create(
        params=gift(metadata={"goal": "roof", "team": ""}, client_reference_id="g-1", submit_type="donate")
    )
    assert session.id.startswith("cs_test_")
    assert session.url == f"{sandbox.settings.public_url}/checkout/{session.id}"
    assert (session.status, session.payment_status, session.livemode) == ("open", "unpaid", False)
    assert (session.amount_total, session.currency) == (2000, "eur")
    assert session.metadata.to_dict() == {"goal": "roof"}
    assert (session.client_reference_id, session.submit_type) == ("g-1", "donate")
    assert session.created == int(clock())
    assert session.expires_at == session.created + 24 * 3600
    assert session.payment_intent is None


def test_the_methods_offered_are_those_of_the_currency_filtered_as_asked(
    client: stripe.StripeClient, gift: Any
) -> None:
    create = client.v1.checkout.sessions.create
    crowns = gift()
    crowns["line_items"][0]["price_data"]["currency"] = "sek"
    assert create(params=gift()).payment_method_types == ["card", "mobilepay", "sepa_debit"]
    assert create(params=crowns).payment_method_types == ["card", "swish"]
    assert create(params=gift(excluded_payment_method_types=["card"])).payment_method_types == [
        "mobilepay",
        "sepa_debit",
    ]
    assert create(params=gift(allowed_payment_method_types=["card"])).payment_method_types == ["card"]


def test_the_total_is_the_sum_of_unit_amounts_times_quantities(
    client: stripe.StripeClient, gift: Any
) -> None:
    params = gift()
    params["line_items"][0]["quantity"] = 3
    params["line_items"].append(
        {
            "quantity": 1,
            "price_data": {"currency": "eur", "unit_amount": 1, "product_data": {"name": "Rounding"}},
        }
    )
    assert client.v1.checkout.sessions.create(params=params).amount_total == 6001


def test_line_items_are_listed_with_their_price_and_their_product_on_request(
    client: stripe.StripeClient, gift: Any
) -> None:
    session = client.v1.checkout.sessions.create(params=gift())
    lines = client.v1.checkout.sessions.line_items.list(session.id, params={"expand": ["data.price.product"]})
    [line] = lines.data
    assert (line.description, line.quantity, line.amount_total) == ("Ett öppet hus", 1, 2000)
    assert (line.price.unit_amount, line.price.type, line.price.active) == (2000, "one_time", False)
    assert line.price.product.name == "Ett öppet hus"
    assert lines.has_more is False


def test_line_items_have_pages(client: stripe.StripeClient, gift: Any) -> None:
    session = client.v1.checkout.sessions.create(params=gift(line_items=gift()["line_items"] * 5))
    first = client.v1.checkout.sessions.line_items.list(session.id, params={"limit": 3})
    assert first.has_more
    assert len(list(first.auto_paging_iter())) == 5


def test_a_session_shows_line_items_and_payment_intent_only_when_they_are_expanded(
    client: stripe.StripeClient, gift: Any, press: Any
) -> None:
    session = client.v1.checkout.sessions.create(params=gift(expand=["line_items"]))
    assert session.line_items.data[0].amount_total == 2000
    press(session.url)
    plain = client.v1.checkout.sessions.retrieve(session.id)
    assert "line_items" not in plain
    assert plain.payment_intent.startswith("pi_")
    whole = client.v1.checkout.sessions.retrieve(session.id, params={"expand": ["payment_intent"]})
    assert (whole.payment_intent.id, whole.payment_intent.amount_received) == (plain.payment_intent, 2000)


def test_the_payment_intent_has_what_payment_intent_data_asked_for(
    client: stripe.StripeClient, gift: Any, press: Any
) -> None:
    data = {"metadata": {"goal": "roof"}, "description": "A gift", "statement_descriptor_suffix": "GIFT"}
    session = client.v1.checkout.sessions.create(params=gift(payment_intent_data=data))
    press(session.url)
    [intent] = client.v1.payment_intents.list().data
    assert intent.metadata.to_dict() == {"goal": "roof"}
    assert (intent.description, intent.statement_descriptor_suffix) == ("A gift", "GIFT")
    assert client.v1.payment_intents.retrieve(intent.id) == intent


def test_an_unknown_id_is_answered_with_404(client: stripe.StripeClient) -> None:
    for retrieve, kind in (
        (client.v1.checkout.sessions.retrieve, "checkout.session"),
        (client.v1.payment_intents.retrieve, "payment_intent"),
        (client.v1.events.retrieve, "event"),
        (client.v1.checkout.sessions.expire, "checkout.session"),
        (client.v1.checkout.sessions.line_items.list, "checkout.session"),
    ):
        with pytest.raises(stripe.InvalidRequestError, match=f"No such {kind}: 'x_1'") as refused:
            retrieve("x_1")
        assert (refused.value.http_status, refused.value.code) == (404, "resource_missing")


def test_an_id_of_another_kind_is_unknown(client: stripe.StripeClient, gift: Any) -> None:
    session = client.v1.checkout.sessions.create(params=gift())
    with pytest.raises(stripe.InvalidRequestError, match="No such payment_intent"):
        client.v1.payment_intents.retrieve(session.id)


def test_lists_are_newest_first_and_have_pages_in_both_directions(
    client: stripe.StripeClient, gift: Any
) -> None:
    made = [client.v1.checkout.sessions.create(params=gift()).id for _ in range(5)]
    list_ = client.v1.checkout.sessions.list
    first = list_(params={"limit": 2})
    assert [each.id for each in first.data] == [made[4], made[3]]
    assert first.has_more
    assert first.url == "/v1/checkout/sessions"
    last = list_(params={"limit": 2, "starting_after": made[1]})
    assert ([each.id for each in last.data], last.has_more) == ([made[0]], False)
    back = list_(params={"limit": 2, "ending_before": made[0]})
    assert ([each.id for each in back.data], back.has_more) == ([made[2], made[1]], True)
    assert [each.id for each in list_(params={"limit": 2}).auto_paging_iter()] == made[::-1]


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"limit": 0}, "Invalid limit: must be between 1 and 100"),
        ({"limit": 101}, "Invalid limit: must be between 1 and 100"),
        ({"starting_after": "a", "ending_before": "b"}, "You may only specify one of these parameters"),
        ({"starting_after": "cs_1"}, "No such object in this list: 'cs_1'"),
        ({"ending_before": "cs_1"}, "No such object in this list: 'cs_1'"),
        ({"status": "paid"}, "Invalid status: must be one of complete, expired or open"),
        ({"expand": ["data.payment_intent.customer.x.y"]}, "You cannot expand more than 4 levels"),
    ],
)
def test_a_list_that_cannot_be_is_refused(params: Any, message: str, client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.InvalidRequestError, match=message) as refused:
        client.v1.checkout.sessions.list(params=params)
    assert refused.value.http_status == 400


def test_sessions_are_filtered_by_status_time_payment_and_address(
    client: stripe.StripeClient, gift: Any, press: Any, clock: Any
) -> None:
    create, list_ = client.v1.checkout.sessions.create, client.v1.checkout.sessions.list
    paid = create(params=gift())
    press(paid.url, email="donor@example.org")
    clock.advance(60)
    expired = client.v1.checkout.sessions.expire(create(params=gift()).id)
    clock.advance(60)
    opened = create(params=gift())

    def ids(**params: Any) -> list[str]:
        return [each.id for each in list_(params=params).data]

    assert ids(status="complete") == [paid.id]
    assert ids(status="expired") == [expired.id]
    assert ids(status="open") == [opened.id]
    assert ids(created={"gt": paid.created}) == [opened.id, expired.id]
    assert ids(created={"gte": expired.created, "lt": opened.created}) == [expired.id]
    assert ids(created={"lte": paid.created}) == [paid.id]
    assert ids(created=opened.created) == [opened.id]
    assert ids(customer_details={"email": "donor@example.org"}) == [paid.id]
    assert ids(payment_intent=client.v1.checkout.sessions.retrieve(paid.id).payment_intent) == [paid.id]
    assert ids(customer="cus_1") == []


def test_events_are_recorded_listed_and_filtered(
    client: stripe.StripeClient, gift: Any, press: Any, clock: Any
) -> None:
    session = client.v1.checkout.sessions.create(params=gift())
    press(session.url)
    clock.advance(10)
    client.v1.checkout.sessions.expire(client.v1.checkout.sessions.create(params=gift()).id)

    def types(**params: Any) -> list[str]:
        return [each.type for each in client.v1.events.list(params=params).data]

    assert types() == [
        "checkout.session.expired",
        "checkout.session.completed",
        "payment_intent.succeeded",
        "charge.succeeded",
        "payment_intent.created",
    ]
    assert types(type="payment_intent.succeeded") == ["payment_intent.succeeded"]
    assert types(type="checkout.session.*") == ["checkout.session.expired", "checkout.session.completed"]
    assert types(types=["payment_intent.succeeded", "checkout.session.expired"]) == [
        "checkout.session.expired",
        "payment_intent.succeeded",
    ]
    assert types(created={"gte": int(clock())}) == ["checkout.session.expired"]
    assert types(delivery_success=False) == []
    [event] = client.v1.events.list(params={"type": "checkout.session.completed"}).data
    assert client.v1.events.retrieve(event.id) == event
    assert event.api_version == "2026-10-28.endive"
    assert event.data.object.payment_status == "paid"
    assert event.pending_webhooks == 0


def test_an_event_keeps_the_state_of_its_moment(client: stripe.StripeClient, gift: Any, press: Any) -> None:
    session = client.v1.checkout.sessions.create(params=gift())
    press(session.url, outcome="declined")
    press(session.url)
    [failed] = client.v1.events.list(params={"type": "payment_intent.payment_failed"}).data
    assert failed.data.object.status == "requires_payment_method"
    assert failed.data.object.last_payment_error.code == "card_declined"
    assert client.v1.payment_intents.retrieve(failed.data.object.id).status == "succeeded"


def test_an_event_names_the_request_that_caused_it(client: stripe.StripeClient, gift: Any) -> None:
    session = client.v1.checkout.sessions.create(params=gift())
    expired = client.v1.checkout.sessions.expire(session.id, options={"idempotency_key": "k1"})
    [event] = client.v1.events.list().data
    assert event.request.idempotency_key == "k1"
    assert event.request.id == expired.last_response.request_id


def test_a_session_expires_by_itself_when_its_time_has_come(
    client: stripe.StripeClient, gift: Any, clock: Any
) -> None:
    session = client.v1.checkout.sessions.create(params=gift(expires_at=int(clock()) + 1800))
    clock.advance(1799)
    assert client.v1.checkout.sessions.retrieve(session.id).status == "open"
    clock.advance(1)
    expired = client.v1.checkout.sessions.retrieve(session.id)
    assert (expired.status, expired.url, expired.payment_status) == ("expired", None, "unpaid")
    assert [event.type for event in client.v1.events.list().data] == ["checkout.session.expired"]
    clock.advance(1800)
    assert len(client.v1.events.list().data) == 1


def test_a_paid_session_does_not_expire(
    client: stripe.StripeClient, gift: Any, press: Any, clock: Any
) -> None:
    session = client.v1.checkout.sessions.create(params=gift())
    press(session.url)
    clock.advance(25 * 3600)
    assert client.v1.checkout.sessions.retrieve(session.id).status == "complete"


def test_the_sandbox_works_below_a_prefix_of_another_application(
    serve: Any, connect: Any, gift: Any, press: Any
) -> None:
    mounts: dict[str, Any] = {"/sandbox": None}
    with serve(DispatcherMiddleware(lambda *_: [], mounts)) as url:
        sandbox = create_sandbox(SandboxSettings(public_url=f"{url}/sandbox/"))
        mounts["/sandbox"] = sandbox
        client = connect(f"{url}/sandbox")
        session = client.v1.checkout.sessions.create(params=gift())
        assert session.url == f"{url}/sandbox/checkout/{session.id}"
        page = requests.get(session.url, timeout=8)
        assert f'href="{url}/sandbox/style/page.css"' in page.text
        assert press(session.url).status_code == 303
        assert client.v1.checkout.sessions.retrieve(session.id).payment_status == "paid"
        sandbox.close()


def test_an_object_that_breaks_the_contract_is_a_loud_failure_and_not_an_answer(
    client: stripe.StripeClient, sandbox: Sandbox, gift: Any, caplog: pytest.LogCaptureFixture
) -> None:
    session = client.v1.checkout.sessions.create(params=gift())
    stored = sandbox.account.store.find("checkout.session", session.id)
    assert stored is not None
    stored["payment_status"] = "perhaps"
    with pytest.raises(stripe.APIError, match="The sandbox itself failed"):
        client.v1.checkout.sessions.retrieve(session.id)
    assert "THE SANDBOX IS WRONG: its answer to GetCheckoutSessionsSession" in caplog.text


def test_an_address_outside_the_sandbox_is_answered_with_404(sandbox: Sandbox) -> None:
    answer = requests.get(f"{sandbox.settings.public_url}/nothing", timeout=8)
    assert (answer.status_code, answer.json()["error"]["type"]) == (404, "invalid_request_error")
