"""Whatever is sent, the sandbox answers as Stripe would: never with a failure of its own."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import stripe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import Client

from tests.proof import sized
from tests.sandbox.states import Maker, state
from yhdessa.sandbox import Sandbox, SandboxSettings, contract, create_sandbox, resources, serve_sandbox
from yhdessa.sandbox.contract import Operation

BASE = {
    "mode": "payment",
    "success_url": "https://example.org/thanks",
    "line_items[0][quantity]": "1",
    "line_items[0][price_data][currency]": "eur",
    "line_items[0][price_data][unit_amount]": "2000",
    "line_items[0][price_data][product_data][name]": "A gift",
}
NAMES = st.one_of(
    st.sampled_from(
        [
            *BASE,
            *(
                "ui_mode",
                "return_url",
                "cancel_url",
                "customer",
                "customer_email",
                "locale",
                "currency",
                "expand[]",
            ),
            *(
                "metadata",
                "metadata[a]",
                "metadata[a][b]",
                "metadata[]",
                "line_items",
                "line_items[]",
                "expires_at",
            ),
            *(
                "line_items[x]",
                "line_items[1][price]",
                "line_items[0][price_data]",
                "line_items[0][metadata][k]",
            ),
            *(
                "line_items[0][price_data][unit_amount_decimal]",
                "line_items[0][price_data][recurring][interval]",
            ),
            *(
                "custom_text[submit]",
                "custom_text[submit][message]",
                "payment_intent_data[metadata][k]",
                "discounts",
            ),
            *(
                "payment_intent_data[statement_descriptor_suffix]",
                "allowed_payment_method_types[]",
                "expand[0][1]",
            ),
            *("customer_update[name]", "subscription_data[trial_end]", "branding_settings[border_style]"),
        ]
    ),
    st.text(max_size=12),
)
VALUES = st.one_of(
    st.sampled_from(
        ["", "0", "-1", "1", "99999999999", "1e3", "NaN", "true", "subscription", "setup", "elements"]
    ),
    st.sampled_from(
        ["EUR", "sek", "https://[", "http://a b", "a@b.c", "line_items.data.price", "\x00", "x" * 6000]
    ),
    st.text(max_size=30),
)
CLIENT = Client(create_sandbox(SandboxSettings()))
KEY = {"Authorization": "Bearer sk_test_sandbox"}


def answered(response: Any) -> None:
    assert response.status_code in (200, 400, 404, 501), response.text
    if response.status_code != 200:
        assert response.json["error"]["message"]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(NAMES, VALUES, max_size=4), st.sets(st.sampled_from(sorted(BASE)), max_size=2))
def test_any_form_is_answered_and_never_breaks_the_sandbox(
    changes: dict[str, str], left_out: set[str]
) -> None:
    form = {name: value for name, value in {**BASE, **changes}.items() if name not in left_out}
    answered(CLIENT.post("/v1/checkout/sessions", data=form, headers=KEY))


def parameters(schema: Any, depth: int = 0) -> list[str]:
    """Names of a schema as a form writes them: ``items[0][price]``."""
    for branch in schema.get("anyOf", ()):
        if branch.get("type") in ("object", "array"):
            return parameters(branch, depth)
    if schema.get("type") == "array":
        return [f"[0]{below}" for below in parameters(schema["items"], depth + 1)]
    if depth > 2 or not schema.get("properties"):
        return [""]
    return [
        f"[{name}]{below}"
        for name, child in schema["properties"].items()
        for below in parameters(child, depth + 1)
    ]


def named(operation: Operation) -> list[str]:
    """What a request of an operation may be asked with."""
    found = parameters(contract.request_schema(operation, contract.ENDIVE))
    return [re.sub(r"^\[(\w+)\]", r"\1", name) for name in found if name]


SPOKEN = [each for each in contract.operations() if each.id in resources.HANDLERS]
KINDS = (
    *(
        "charge",
        "checkout.session",
        "customer",
        "dispute",
        "event",
        "invoice",
        "invoiceitem",
        "payment_intent",
    ),
    *("payment_method", "price", "product", "refund", "subscription", "tax_rate", "test_helpers.test_clock"),
)
PARAMETERS = {each.id: named(each) for each in SPOKEN}


KNOWN = st.builds(lambda kind, place: f"${kind} {place}", st.sampled_from(KINDS), st.integers(0, 5))
"""Stands for the id of one of the newest objects of a kind, looked up when the request is made."""


@st.composite
def requests_of_any_operation(draw: st.DrawFn) -> tuple[Operation, str, dict[str, str]]:
    """An operation, an address of it with ids that may exist, and parameters that are often its own."""
    operation = draw(st.sampled_from(SPOKEN))
    path = re.sub(r"{\w+}", lambda _: draw(KNOWN), operation.path)
    names = st.sampled_from(PARAMETERS[operation.id] or ["expand[0]"])
    form = draw(st.dictionaries(st.one_of(names, names, NAMES), st.one_of(VALUES, KNOWN), max_size=5))
    return operation, path, form


@pytest.fixture(scope="module")
def lived() -> Iterator[Sandbox]:
    """A sandbox in which there is something of each kind."""
    http = stripe.RequestsClient(timeout=8)
    with serve_sandbox() as sandbox:
        client = stripe.StripeClient(
            "sk_test_sandbox", base_addresses={"api": sandbox.settings.public_url}, http_client=http
        )
        maker = Maker(client.v1, sandbox.settings.public_url, sandbox.account.now())
        for name in (
            "subscription",
            "disputed",
            "refunded",
            "draft_invoice",
            "open_invoice",
            "clock_with_monthly",
        ):
            state(maker, name)
        maker.five_tax_ids()
        maker.complete_session()
        yield sandbox
    http.close()


@settings(max_examples=sized(400, 20_000), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(requests_of_any_operation())
def test_any_request_of_any_operation_is_answered_and_never_breaks_the_sandbox(
    lived: Sandbox, asked: tuple[Operation, str, dict[str, str]]
) -> None:
    def known(text: str) -> str:
        return re.sub(r"\$([\w.]+) ([0-5])", lambda match: newest(lived, match[1], int(match[2])), text)

    operation, path, form = asked
    filled = {name: known(value) for name, value in form.items()}
    sent = {"query_string": filled} if operation.method in ("GET", "DELETE") else {"data": filled}
    answer = Client(lived).open(known(path), method=operation.method, headers=KEY, **sent)
    assert answer.status_code in (200, 400, 402, 404, 501), answer.text


def newest(sandbox: Sandbox, kind: str, place: int) -> str:
    """The id of one of the newest objects of a kind."""
    found = [each["id"] for each, _ in zip(sandbox.account.store.newest_first(kind), range(6), strict=False)]
    return str(found[place % len(found)]) if found else "x_1"


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(["checkout/sessions", "events", "payment_intents", "customers", "events/e", "x"]),
    st.dictionaries(
        st.one_of(
            st.sampled_from(
                [
                    "limit",
                    "created",
                    "created[gt]",
                    "status",
                    "type",
                    "types[]",
                    "expand[]",
                    "delivery_success",
                ]
            ),
            st.text(max_size=8),
        ),
        VALUES,
        max_size=3,
    ),
)
def test_any_query_is_answered_and_never_breaks_the_sandbox(path: str, query: dict[str, str]) -> None:
    answered(CLIENT.get(f"/v1/{path}", query_string=query, headers=KEY))
