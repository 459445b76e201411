"""Anything may be sent to the routes of companies: no answer is a failure of ours, and nobody comes in."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import Client

from tests.giving.applicants import PARTNER
from tests.giving.innards import innards
from tests.giving.workplaces import SIGN_UP
from tests.proof import sized
from yhdessa.giving.app import GivingApp
from yhdessa.giving.every_route import EVERY
from yhdessa.giving.limits import Limits
from yhdessa.payments.gifts import Payments

FORM = "application/x-www-form-urlencoded"
NAMES = [
    *SIGN_UP,
    *sorted(PARTNER.keys() - SIGN_UP.keys()),
    "language",
    "invoice_language",
    "matching",
    "matching_cap",
    "token",
    "visit",
    "act",
    "read",
]
texts = st.text() | st.sampled_from(
    ["FI", "SE", "900000-1", "50", "500 €", "open", "renew", "{0}", "\r\n", "٣"]
)
forms = st.lists(st.tuples(st.sampled_from(NAMES) | st.text(max_size=9), texts), max_size=14)
ROUTES = ["/api/payroll", "/api/employer", "/api/remittance/confirm", "/api/partner"]


@pytest.fixture(scope="module")
def door(running_house: Any) -> Client:
    """The functions where nobody listens at Stripe's address: whoever gets as far as to ask is told so."""
    house = running_house
    payments = Payments(house.settings.stripe_secret_key, "http://127.0.0.1:9", (0.05, 0.05), 0.1)
    client: Client = house.client(
        GivingApp(house.settings, house.catalogue, payments, EVERY, limits=Limits(rates=()))
    )
    return client


def fuzzed(sample: int, everything: int) -> Any:
    examples = sized(sample, everything)
    return settings(max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@fuzzed(150, 3000)
@given(route=st.sampled_from(ROUTES), form=forms)
def test_any_form_is_answered_by_a_page_and_lets_nobody_in(
    route: str, form: list[tuple[str, str]], door: Client
) -> None:
    answer = door.post(route, data=urlencode(form, errors="surrogatepass"), content_type=FORM)
    assert answer.status_code in (200, 400, 410, 422, 503)
    assert not innards(answer.text, *(value for _, value in form))
    assert 'name="visit"' not in answer.text


@fuzzed(100, 1500)
@given(changed=st.lists(st.tuples(st.sampled_from(NAMES[:12]), texts), min_size=1, max_size=3))
def test_any_answer_beside_right_ones_is_a_form_again_or_goes_on_to_stripe(
    changed: list[tuple[str, str]], door: Client
) -> None:
    sent = {"language": "sv", "invoice_language": "sv", **SIGN_UP, **dict(changed)}
    body = urlencode(sent, errors="surrogatepass")
    answer = door.post("/api/payroll", data=body, content_type=FORM)
    assert answer.status_code in (422, 503)
    assert not innards(answer.text, *(value for _, value in changed))


@fuzzed(100, 1500)
@given(body=st.binary(max_size=300), boundary=st.sampled_from(["x", "", "a b", "ä"]))
def test_any_bytes_where_a_file_should_be_are_no_failure_of_ours(
    body: bytes, boundary: str, door: Client
) -> None:
    answer = door.post("/api/remittance", data=body, content_type=f"multipart/form-data; boundary={boundary}")
    assert answer.status_code in (400, 413, 415)
    assert not innards(answer.text)


@fuzzed(100, 1500)
@given(path=st.sampled_from(["/api/employer", "/api/pledge"]), query=forms)
def test_any_query_is_answered_by_a_page(path: str, query: list[tuple[str, str]], door: Client) -> None:
    answer = door.get(path, query_string=urlencode(query, errors="surrogatepass"))
    assert answer.status_code == 400
    assert not innards(answer.text)
