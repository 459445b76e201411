"""The way into the API: keys, versions, addresses, forms, idempotency."""

import base64
import threading
import time
from pathlib import Path
from typing import Any

import pytest
import requests
import stripe
import yaml

from yhdessa.sandbox import Sandbox, contract
from yhdessa.sandbox.contract import ENDIVE

REFUSED_FORMS = yaml.safe_load((Path(__file__).parent / "refused_forms.yml").read_text("utf-8"))
FORM = {
    "mode": "payment",
    "success_url": "https://example.org/thanks",
    "line_items[0][quantity]": "1",
    "line_items[0][price_data][currency]": "eur",
    "line_items[0][price_data][unit_amount]": "2000",
    "line_items[0][price_data][product_data][name]": "A gift",
}


def post(
    sandbox: Sandbox, form: dict[str, str] | None = None, path: str = "checkout/sessions", **headers: str
) -> Any:
    sent = {"Authorization": "Bearer sk_test_sandbox", "Connection": "close"}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    url = f"{sandbox.settings.public_url}/v1/{path}"
    return requests.post(url, data=FORM if form is None else form, headers=sent, timeout=8)


@pytest.mark.parametrize("case", REFUSED_FORMS, ids=lambda case: case["name"])
def test_a_form_that_stripes_schema_does_not_allow_is_refused(case: dict[str, Any], sandbox: Sandbox) -> None:
    form = {name: value for name, value in {**FORM, **case["form"]}.items() if value is not None}
    answer = post(sandbox, form)
    error = answer.json()["error"]
    assert answer.status_code == 400
    assert error["type"] == "invalid_request_error"
    assert (error.get("param"), error.get("code")) == (case["error"]["param"], case["error"]["code"])
    if case["error"]["message"] is not None:
        assert error["message"] == case["error"]["message"]


def test_lists_may_be_written_with_empty_brackets(sandbox: Sandbox) -> None:
    answer = post(sandbox, {**FORM, "expand[]": "line_items"})
    assert answer.json()["line_items"]["data"][0]["amount_total"] == 2000


def test_basic_authentication_with_the_key_as_user_name_is_taken(sandbox: Sandbox) -> None:
    credentials = base64.b64encode(b"sk_test_sandbox:").decode()
    assert post(sandbox, Authorization=f"Basic {credentials}").status_code == 200


@pytest.mark.parametrize("header", ["", "Bearer ", "Bearer sk_test_other", "Basic OnA=", "Digest x"])
def test_a_missing_or_wrong_key_is_answered_with_401(header: str, sandbox: Sandbox) -> None:
    answer = post(sandbox, Authorization=header)
    assert answer.status_code == 401
    assert answer.json()["error"]["type"] == "invalid_request_error"
    assert "sk_test_other" not in answer.text


def test_the_sdk_raises_its_authentication_error_for_a_wrong_key(sandbox: Sandbox, connect: Any) -> None:
    client = connect(sandbox.settings.public_url, "sk_test_of_someone_else")
    with pytest.raises(stripe.AuthenticationError, match=r"sk_test_\*{8}else"):
        client.v1.events.list()


def test_the_version_of_the_contract_and_the_one_of_the_sdk_are_taken(sandbox: Sandbox) -> None:
    for version in contract.versions():
        answer = post(sandbox, Stripe_Version=version)
        assert (answer.status_code, answer.headers["Stripe-Version"]) == (200, version)


def test_another_version_is_refused(sandbox: Sandbox) -> None:
    answer = post(sandbox, Stripe_Version="2019-01-01")
    assert answer.status_code == 400
    assert answer.json()["error"]["message"] == "Invalid Stripe API version: 2019-01-01"


def test_a_name_counts_in_the_version_in_which_it_exists(sandbox: Sandbox) -> None:
    old, new = (
        {**FORM, "payment_method_types[0]": "card"},
        {**FORM, "allowed_payment_method_types[0]": "card"},
    )
    assert post(sandbox, new, Stripe_Version=ENDIVE).status_code == 200
    assert post(sandbox, old, Stripe_Version=ENDIVE).json()["error"]["code"] == "parameter_unknown"
    assert (
        post(sandbox, new, Stripe_Version="2026-08-26.dahlia").json()["error"]["code"] == "parameter_unknown"
    )
    assert post(sandbox, old, Stripe_Version="2026-08-26.dahlia").status_code == 501


def test_every_answer_of_the_api_has_a_request_id(sandbox: Sandbox) -> None:
    ids = {post(sandbox).headers["Request-Id"], post(sandbox, {}).headers["Request-Id"]}
    assert len(ids) == 2
    assert all(each.startswith("req_") for each in ids)


def test_an_address_that_stripe_does_not_have_is_answered_with_404(sandbox: Sandbox) -> None:
    answer = post(sandbox, path="gifts")
    assert answer.status_code == 404
    assert answer.json()["error"] == {
        "type": "invalid_request_error",
        "message": "Unrecognized request URL (POST: /v1/gifts).",
    }


def test_an_operation_that_the_sandbox_does_not_speak_is_named_and_not_retried(
    sandbox: Sandbox, connect: Any
) -> None:
    client = connect(sandbox.settings.public_url, retries=2)
    endpoint = {"url": "https://example.org/hook", "enabled_events": ["invoice.paid"]}
    with pytest.raises(stripe.APIError, match="does not speak POST /v1/webhook_endpoints yet") as refused:
        client.v1.webhook_endpoints.create(params=endpoint)
    assert refused.value.http_status == 501
    assert refused.value.headers["Stripe-Should-Retry"] == "false"


def test_a_wrong_parameter_of_an_unspoken_operation_is_still_refused(sandbox: Sandbox) -> None:
    answer = post(sandbox, {"colour": "red"}, path="webhook_endpoints")
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "parameter_unknown")


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        (
            {"mode": "subscription", "subscription_data": {"trial_period_days": 7}},
            "subscription_data[trial_period_days]",
        ),
        ({"mode": "setup", "line_items": None}, "mode=setup"),
        ({"ui_mode": "elements", "success_url": None, "cancel_url": None}, "ui_mode=elements"),
        ({"payment_intent_data": {"capture_method": "manual"}}, "capture_method=manual"),
        (
            {"payment_intent_data": {"setup_future_usage": "off_session"}},
            "payment_intent_data[setup_future_usage]",
        ),
        ({"allow_promotion_codes": True}, "allow_promotion_codes"),
    ],
)
def test_what_stripe_can_and_the_sandbox_cannot_is_never_ignored(
    changes: dict[str, Any], what: str, client: stripe.StripeClient, gift: Any
) -> None:
    params = {name: value for name, value in gift(**changes).items() if value is not None}
    with pytest.raises(stripe.APIError) as refused:
        client.v1.checkout.sessions.create(params=params)
    assert refused.value.http_status == 501
    assert what in str(refused.value)


@pytest.mark.parametrize("header", ["Stripe_Account", "Stripe_Context"])
def test_another_account_than_the_one_of_the_key_is_not_spoken(header: str, sandbox: Sandbox) -> None:
    assert post(sandbox, **{header: "acct_1"}).status_code == 501


def test_a_body_in_json_is_refused(sandbox: Sandbox) -> None:
    answer = post(sandbox, Content_Type="application/json")
    assert answer.status_code == 400
    assert "content type" in answer.json()["error"]["message"]


def test_the_same_key_with_the_same_parameters_is_answered_with_the_same_bytes(sandbox: Sandbox) -> None:
    first, again = post(sandbox, Idempotency_Key="k1"), post(sandbox, Idempotency_Key="k1")
    assert again.content == first.content
    assert again.headers["Idempotent-Replayed"] == "true"
    assert "Idempotent-Replayed" not in first.headers
    assert first.headers["Idempotency-Key"] == "k1"


def test_two_keys_are_two_sessions(sandbox: Sandbox) -> None:
    assert (
        post(sandbox, Idempotency_Key="k1").json()["id"] != post(sandbox, Idempotency_Key="k2").json()["id"]
    )


def test_the_same_key_with_other_parameters_is_refused(client: stripe.StripeClient, gift: Any) -> None:
    create = client.v1.checkout.sessions.create
    create(params=gift(), options={"idempotency_key": "k1"})
    with pytest.raises(stripe.IdempotencyError, match="the same parameters") as refused:
        create(params=gift(locale="sv"), options={"idempotency_key": "k1"})
    assert refused.value.http_status == 400


def test_the_same_key_for_another_endpoint_is_refused(client: stripe.StripeClient, gift: Any) -> None:
    session = client.v1.checkout.sessions.create(params=gift(), options={"idempotency_key": "k1"})
    with pytest.raises(stripe.IdempotencyError, match="the same endpoint"):
        client.v1.checkout.sessions.expire(session.id, options={"idempotency_key": "k1"})


def test_a_refused_request_leaves_its_key_free(client: stripe.StripeClient, gift: Any) -> None:
    create = client.v1.checkout.sessions.create
    with pytest.raises(stripe.InvalidRequestError):
        create(params=gift(success_url="nowhere"), options={"idempotency_key": "k1"})
    assert create(params=gift(), options={"idempotency_key": "k1"}).status == "open"


def test_an_error_of_an_executed_request_is_replayed(client: stripe.StripeClient, gift: Any) -> None:
    session = client.v1.checkout.sessions.create(params=gift())
    client.v1.checkout.sessions.expire(session.id)
    for replayed in (None, "true"):
        with pytest.raises(stripe.InvalidRequestError, match="status `expired`") as refused:
            client.v1.checkout.sessions.expire(session.id, options={"idempotency_key": "k1"})
        assert refused.value.headers.get("Idempotent-Replayed") == replayed


def test_a_key_of_yesterday_is_free_again(sandbox: Sandbox, clock: Any) -> None:
    first = post(sandbox, Idempotency_Key="k1").json()["id"]
    clock.advance(24 * 3600)
    assert post(sandbox, Idempotency_Key="k1").json()["id"] != first


def test_a_key_that_is_in_use_is_answered_with_409(sandbox: Sandbox) -> None:
    requests.post(
        f"{sandbox.settings.public_url}/_control/faults", json={"kind": "sleep", "seconds": 20}, timeout=8
    ).raise_for_status()
    answers: list[Any] = []
    slow = threading.Thread(target=lambda: answers.append(post(sandbox, Idempotency_Key="k1")))
    slow.start()
    while not sandbox._api.keys._uses:
        time.sleep(0.005)
    conflict = post(sandbox, Idempotency_Key="k1")
    sandbox.account.worker.close()
    slow.join()
    assert (conflict.status_code, conflict.json()["error"]["code"]) == (409, "idempotency_key_in_use")
    assert conflict.json()["error"]["type"] == "idempotency_error"
    assert answers[0].status_code == 200
