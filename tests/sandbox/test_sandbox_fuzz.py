"""Whatever is sent, the sandbox answers as Stripe would: never with a failure of its own."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import Client

from yhdessa.sandbox import SandboxSettings, create_sandbox

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
