"""Anything may be sent: no answer is a failure of ours, and no page shows how we work."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from typing import Any
from urllib.parse import urlencode

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import Client

from tests.giving.innards import innards
from tests.proof import sized
from yhdessa.giving.app import GivingApp
from yhdessa.giving.evenly import Evenly
from yhdessa.giving.limits import Limits
from yhdessa.giving.routes import GIVERS
from yhdessa.l10n.money import Money
from yhdessa.mail.letter import Letter, message_of
from yhdessa.payments.donors import Donor, MonthlyGift
from yhdessa.payments.gifts import Gift, GiftState
from yhdessa.payments.orders import GiftOrder

NOW = 1_790_000_000
FORM = "application/x-www-form-urlencoded"

texts = (
    st.text()
    | st.text("0123456789 ,.-€\u00a0\u202f", max_size=12)
    | st.sampled_from(["2000", "other", "20", "anywhere", "fi", "sv", "en", "<script>", "{0}", "%s", "\r\n"])
)
fields = st.sampled_from(
    [
        "email",
        "amount",
        "other_amount",
        "goal",
        "language",
        "session",
        "currency",
        "success_url",
        "homepage",
        "rhythm",
    ]
)
forms = st.lists(st.tuples(fields | st.text(max_size=9), texts), max_size=8)


class Purse:
    """Stands in for Payments: notes the orders, finds a gift of 20 € for every session."""

    def __init__(self) -> None:
        self.orders: list[GiftOrder] = []

    def create_checkout(self, order: GiftOrder) -> str:
        self.orders.append(order)
        return "https://checkout.example/"

    def find_gift(self, session_id: str) -> Gift | None:
        return Gift(GiftState.PAID, Money(2000, "EUR"))


class Book:
    """Stands in for Donors: notes who was looked for, and knows everybody as one who gives."""

    def __init__(self) -> None:
        self.looked_for: list[str] = []
        self.opened: list[str] = []

    def find_donors(self, email: str) -> list[Donor]:
        self.looked_for.append(email)
        return [Donor("cus_a1b2c3d4e5f6", email, (MonthlyGift(Money(2000, "EUR"), None),))]

    def open_portal(self, customer: str, return_url: str, language: str) -> str | None:
        self.opened.append(customer)
        return "https://billing.example/"


class Pillar:
    """Stands in for mail: makes each letter a message, and keeps it."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []

    @contextmanager
    def open(self) -> Iterator[Pillar]:
        yield self

    def send(self, letter: Letter) -> None:
        self.letters.append(message_of(letter, NOW))


@pytest.fixture(scope="module")
def purse() -> Purse:
    return Purse()


@pytest.fixture(scope="module")
def book() -> Book:
    return Book()


@pytest.fixture(scope="module")
def pillar() -> Pillar:
    return Pillar()


@pytest.fixture(scope="module")
def door(running_house: Any, purse: Purse, book: Book, pillar: Pillar) -> Client:
    house, stand_ins = running_house, {"donors": book, "evenly": Evenly(moments=())}
    unlimited = Limits(rates=())
    now = float(NOW)
    app = GivingApp(house.settings, house.catalogue, purse, GIVERS, lambda: now, unlimited, **stand_ins)  # type: ignore[arg-type]
    app.desk = msgspec.structs.replace(app.desk, mailer=pillar)
    return running_house.client(app)


def fuzzed(sample: int, everything: int) -> Any:
    """So many examples: together 20 000 in a proof."""
    examples = sized(sample, everything)
    return settings(max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@fuzzed(300, 6000)
@given(form=forms)
def test_any_form_is_a_gift_within_the_limits_or_the_form_again(
    form: list[tuple[str, str]], door: Client, purse: Purse, running_house: Any
) -> None:
    purse.orders.clear()
    body = urlencode(form, errors="surrogatepass")
    answer = door.post("/api/donate", data=body, content_type=FORM)
    offer, site = running_house.catalogue.offer, running_house.url
    if answer.status_code == 303:
        [order] = purse.orders
        assert offer.minimum <= order.amount.minor <= offer.maximum
        assert order.amount.currency == "EUR"
        assert order.goal is None or order.goal in offer.goals
        assert order.language in running_house.catalogue.languages
        assert order.success_url.startswith(f"{site}/api/thanks?language={order.language}&")
        assert order.cancel_url.startswith(f"{site}/")
        assert answer.headers["Location"] == "https://checkout.example/"
    elif dict(reversed(form)).get("homepage"):
        assert (answer.status_code, purse.orders) == (200, [])
    else:
        assert (answer.status_code, purse.orders) == (422, [])
        assert 'class="error-summary"' in answer.text
        assert "<script>" not in answer.text


#: What looks like an address, more often than texts do.
addresses = texts | st.builds(
    "{}@{}".format,
    st.text("aä.'+\r\n <>\"%{}", max_size=6),
    st.sampled_from(["example.org", "b", "", "[::1]"]),
)


@fuzzed(200, 3000)
@given(form=forms, email=addresses)
def test_any_address_gets_the_same_answer_or_the_form_again_and_at_most_one_letter(
    form: list[tuple[str, str]], email: str, door: Client, book: Book, pillar: Pillar
) -> None:
    book.looked_for.clear()
    pillar.letters.clear()
    door.application.limits.forget()  # type: ignore[attr-defined]
    body = urlencode([("email", email), *form], errors="surrogatepass")
    answer = door.post("/api/portal", data=body, content_type=FORM)
    assert not innards(answer.text, email, *(value for _, value in form))
    assert "<script>" not in answer.text
    if answer.status_code == 422:
        assert (book.looked_for, pillar.letters) == ([], [])
        assert 'class="error-summary"' in answer.text
        return
    assert answer.status_code == 200
    if not dict(reversed(form)).get("homepage"):
        [letter] = pillar.letters
        assert letter["To"].addresses[0].addr_spec == book.looked_for[0] == email.strip(" \t\r\n")


@fuzzed(150, 2000)
@given(
    token=texts
    | st.text("aA0_-.=", max_size=60)
    | st.binary(max_size=60).map(lambda one: one.decode("latin-1")),
    query=forms,
)
def test_any_link_that_we_did_not_sign_opens_nothing(
    token: str, query: list[tuple[str, str]], door: Client, book: Book
) -> None:
    sent = urlencode([("token", token), *query], errors="surrogatepass")
    answer = door.get("/api/portal", query_string=sent)
    assert answer.status_code in (303, 400)
    if answer.status_code == 303:
        assert "billing" not in answer.headers["Location"], "an empty link leads to the form"
    assert book.opened == []
    assert not innards(answer.text)


@fuzzed(150, 2000)
@given(
    body=st.binary(max_size=400), kind=st.sampled_from([FORM, f"{FORM}; charset=utf-16", "", "text/plain"])
)
def test_any_bytes_where_a_form_should_be_are_no_failure_of_ours(
    body: bytes, kind: str, door: Client
) -> None:
    answer = door.post("/api/donate", data=body, content_type=kind)
    assert answer.status_code in (200, 303, 400, 415, 422)
    assert not innards(answer.text)


@fuzzed(150, 2000)
@given(query=forms)
def test_any_query_of_the_thank_you_page_is_answered_by_a_page(
    query: list[tuple[str, str]], door: Client
) -> None:
    answer = door.get("/api/thanks", query_string=urlencode(query, errors="surrogatepass"))
    assert answer.status_code == 200
    assert not innards(answer.text)


@fuzzed(150, 2000)
@given(
    body=st.binary(max_size=300),
    header=st.text(st.characters(max_codepoint=255, exclude_categories=["Cc"]))
    | st.builds("t={},v1={}".format, st.integers() | st.just(NOW), st.text("0123456789abcdef", max_size=70)),
)
def test_nobody_else_is_believed(body: bytes, header: str, door: Client) -> None:
    answer = door.post("/api/stripe-webhook", data=body, headers={"Stripe-Signature": header})
    assert (answer.status_code, answer.text) == (400, "bad signature\n")


@fuzzed(200, 4000)
@given(
    body=st.binary(max_size=300)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from(["id", "type", "livemode", "data"]), inner)
        ),
        max_leaves=12,
    ).map(lambda value: json.dumps(value).encode())
)
def test_any_body_that_is_rightly_signed_is_an_event_or_is_refused(body: bytes, door: Client) -> None:
    digest = hmac.new(b"whsec_sandbox", f"{NOW}.".encode() + body, hashlib.sha256).hexdigest()
    answer = door.post("/api/stripe-webhook", data=body, headers={"Stripe-Signature": f"t={NOW},v1={digest}"})
    assert (answer.status_code, answer.text) in [
        (200, "ok\n"),
        (400, "bad signature\n"),
        (400, "wrong mode\n"),
    ]


@fuzzed(100, 2000)
@given(
    method=st.sampled_from(["GET", "POST", "PUT", "HEAD", "OPTIONS", "PATCH"]),
    path=st.text(st.characters(max_codepoint=255)),
    query=st.text(st.characters(max_codepoint=255)),
)
def test_any_address_is_found_or_not(method: str, path: str, query: str, door: Client) -> None:
    changes = {"PATH_INFO": f"/api/{path}", "QUERY_STRING": query}
    answer = door.open("/", method=method, environ_overrides=changes)
    assert answer.status_code in (200, 400, 404, 405, 415)
    assert not innards(answer.text)


headers = st.dictionaries(
    st.sampled_from(
        [
            *(
                "Host",
                "Origin",
                "Referer",
                "Sec-Fetch-Site",
                "X-Request-Id",
                "X-Forwarded-For",
                "Accept-Language",
            ),
            *(
                "Content-Length",
                "Content-Type",
                "Accept",
                "Cookie",
                "Transfer-Encoding",
                "Stripe-Signature",
                "Expect",
            ),
        ]
    ),
    st.text(st.characters(max_codepoint=255, exclude_categories=["Cc"]), max_size=60)
    | st.sampled_from(
        ["null", "https://evil.example", "http://[::1", "cross-site", "sv,en;q=0.5", "-1", "*", "chunked"]
    ),
)


@fuzzed(150, 2000)
@given(headers=headers, path=st.sampled_from(["donate", "thanks", "portal", "stripe-webhook", "health", "x"]))
def test_any_headers_are_answered_and_none_begins_a_gift_by_itself(
    headers: dict[str, str], path: str, door: Client, purse: Purse
) -> None:
    """WSGI has headers as Latin-1; a server refuses what is no header at all."""
    purse.orders.clear()
    environ = {
        name.upper().replace("-", "_")
        if name.startswith("Content-")
        else f"HTTP_{name.upper().replace('-', '_')}": value
        for name, value in headers.items()
    }
    method = "POST" if path in ("donate", "stripe-webhook") else "GET"
    answer = door.open(f"/api/{path}", method=method, environ_overrides=environ)
    assert answer.status_code < 500
    assert purse.orders == []
    assert not innards(answer.text)
    assert re.fullmatch(r"[A-Za-z0-9._-]{8,64}", answer.headers["X-Request-Id"])
