"""The hosted Checkout page, as a visitor without JavaScript meets it."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
import requests
import stripe

from yhdessa.sandbox import Sandbox
from yhdessa.sandbox.money import formatted
from yhdessa.sandbox.pages import LANGUAGES, words


class Outline(HTMLParser):
    """What the tests ask of a page: its elements with attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def see(url: str, **headers: str) -> Outline:
    answer = requests.get(url, headers=headers, timeout=8)
    assert answer.status_code == 200
    return Outline(answer.text)


@pytest.mark.parametrize(
    ("locale", "amount", "button", "notice"),
    [
        ("fi", "20,00\xa0€", "Lahjoita 20,00\xa0€", "Rahaa ei liiku"),
        ("sv", "20,00\xa0€", "Ge 20,00\xa0€", "Inga pengar flyttas"),
        ("en", "€20.00", "Donate €20.00", "No money moves"),
        ("en-GB", "€20.00", "Donate €20.00", "No money moves"),
        ("de", "€20.00", "Donate €20.00", "No money moves"),
    ],
)
def test_the_page_speaks_the_language_of_the_session(
    locale: str, amount: str, button: str, notice: str, client: stripe.StripeClient, gift: Any
) -> None:
    url = client.v1.checkout.sessions.create(params=gift(locale=locale, submit_type="donate")).url
    page = see(url, **{"Accept-Language": "fr"})
    assert page.all("html")[0]["lang"] == (locale[:2] if locale[:2] in LANGUAGES else "en")
    for part in (amount, button, notice, "Ett öppet hus"):
        assert part in page.text


@pytest.mark.parametrize("locale", [None, "auto"])
@pytest.mark.parametrize(
    ("accepted", "language"),
    [("sv-FI,sv;q=0.9", "sv"), ("fi", "fi"), ("en-US", "en"), ("fr, de", "en"), ("", "en")],
)
def test_without_a_locale_the_page_speaks_the_language_of_the_browser(
    locale: str | None, accepted: str, language: str, client: stripe.StripeClient, gift: Any
) -> None:
    url = client.v1.checkout.sessions.create(params=gift(**({"locale": locale} if locale else {}))).url
    assert see(url, **{"Accept-Language": accepted}).all("html")[0]["lang"] == language


@pytest.mark.parametrize(
    ("amount", "currency", "language", "text"),
    [
        (123456, "eur", "fi", "1\xa0234,56\xa0€"),
        (123456, "eur", "sv", "1\xa0234,56\xa0€"),
        (123456, "eur", "en", "€1,234.56"),
        (20000, "sek", "sv", "200,00\xa0kr"),
        (5, "eur", "fi", "0,05\xa0€"),
        (500, "jpy", "en", "¥500"),
    ],
)
def test_amounts_are_written_as_the_language_writes_them(
    amount: int, currency: str, language: str, text: str
) -> None:
    assert formatted(amount, currency, language) == text


@pytest.mark.parametrize("submit_type", ["auto", "pay", "donate", "book"])
def test_heading_and_button_follow_the_submit_type(
    submit_type: str, client: stripe.StripeClient, gift: Any
) -> None:
    url = client.v1.checkout.sessions.create(params=gift(locale="en", submit_type=submit_type)).url
    page = see(url)
    assert words()["en"]["checkout"]["title"][submit_type] in page.text
    assert words()["en"]["checkout"]["submit"][submit_type].format(amount="€20.00") in page.text


def test_the_three_languages_have_the_same_words() -> None:
    def shape(value: Any) -> Any:
        return {name: shape(child) for name, child in value.items()} if isinstance(value, dict) else None

    assert shape(words()["fi"]) == shape(words()["sv"]) == shape(words()["en"])
    assert set(words()) == set(LANGUAGES)


def test_custom_texts_quantities_and_the_known_address_are_shown(
    client: stripe.StripeClient, gift: Any
) -> None:
    params = gift(
        locale="en",
        customer_email="donor@example.org",
        custom_text={
            "submit": {"message": "Yours is the <third> gift."},
            "after_submit": {"message": "Thank you."},
        },
    )
    params["line_items"][0]["quantity"] = 2
    page = see(client.v1.checkout.sessions.create(params=params).url)
    assert "Yours is the <third> gift." in page.text
    assert "Thank you." in page.text
    assert "Quantity: 2" in page.text
    assert "€40.00" in page.text
    assert page.all("input")[0]["value"] == "donor@example.org"


def test_the_page_stands_on_its_own_without_scripts_styles_or_others(
    client: stripe.StripeClient, sandbox: Sandbox, gift: Any
) -> None:
    url = client.v1.checkout.sessions.create(params=gift()).url
    answer = requests.get(url, timeout=8)
    page = Outline(answer.text)
    assert not page.all("script")
    assert not page.all("style")
    assert not page.all("img")
    assert not [attributes for _, attributes in page.elements if "style" in attributes]
    [sheet] = page.all("link")
    assert sheet["href"] == f"{sandbox.settings.public_url}/style/page.css"
    style = requests.get(str(sheet["href"]), timeout=8)
    assert style.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "url(" not in style.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "form-action 'self' http://127.0.0.1:9" in answer.headers["Content-Security-Policy"]


def test_the_page_has_one_heading_a_label_for_its_field_and_a_way_back(
    client: stripe.StripeClient, gift: Any
) -> None:
    page = see(client.v1.checkout.sessions.create(params=gift()).url)
    assert len(page.all("h1")) == 1
    assert len(page.all("main")) == 1
    assert [label["for"] for label in page.all("label")] == [page.all("input")[0]["id"]]
    assert [link["href"] for link in page.all("a")] == ["http://127.0.0.1:9/give"]


def test_without_cancel_url_there_is_no_way_back(client: stripe.StripeClient, gift: Any) -> None:
    params = gift()
    del params["cancel_url"]
    assert see(client.v1.checkout.sessions.create(params=params).url).all("a") == []


def test_paying_completes_the_session_and_leads_to_success_url(
    client: stripe.StripeClient, gift: Any, press: Any
) -> None:
    session = client.v1.checkout.sessions.create(params=gift())
    answer = press(session.url)
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"http://127.0.0.1:9/thanks?session={session.id}"
    paid = client.v1.checkout.sessions.retrieve(session.id, params={"expand": ["payment_intent"]})
    assert (paid.status, paid.payment_status, paid.url) == ("complete", "paid", None)
    assert paid.customer_details.email == "donor@example.org"
    assert (paid.payment_intent.status, paid.payment_intent.amount_received) == ("succeeded", 2000)


def test_a_declined_payment_says_so_stays_on_the_page_and_can_be_tried_again(
    client: stripe.StripeClient, gift: Any, press: Any
) -> None:
    session = client.v1.checkout.sessions.create(params=gift(locale="en"))
    answer = press(session.url, outcome="declined", email="donor@example.org")
    page = Outline(answer.text)
    assert answer.status_code == 402
    assert "The bank declined the payment. Nothing was charged." in page.text
    assert re.search(r"<title>Error:", answer.text)
    assert page.all("input")[0]["value"] == "donor@example.org"
    still = client.v1.checkout.sessions.retrieve(session.id, params={"expand": ["payment_intent"]})
    assert (still.status, still.payment_status) == ("open", "unpaid")
    assert still.payment_intent.last_payment_error.decline_code == "generic_decline"
    assert press(session.url).status_code == 303
    paid = client.v1.checkout.sessions.retrieve(session.id, params={"expand": ["payment_intent"]})
    assert paid.payment_intent.id == still.payment_intent.id
    assert paid.payment_intent.last_payment_error is None


@pytest.mark.parametrize("email", ["", "donor", "donor@example", "a b@example.org", "<script>@example.org"])
def test_without_a_right_address_nothing_is_paid_and_the_page_says_why(
    email: str, client: stripe.StripeClient, gift: Any, press: Any
) -> None:
    session = client.v1.checkout.sessions.create(params=gift(locale="sv"))
    answer = press(session.url, email=email)
    assert answer.status_code == 422
    assert "Ange en e-postadress" in answer.text
    assert Outline(answer.text).all("input")[0]["value"] == email
    assert Outline(answer.text).all("input")[0]["aria-invalid"] == "true"
    assert client.v1.checkout.sessions.retrieve(session.id).status == "open"


def test_an_unknown_button_pays_nothing(client: stripe.StripeClient, gift: Any, press: Any) -> None:
    session = client.v1.checkout.sessions.create(params=gift())
    assert press(session.url, outcome="free").status_code == 422
    assert client.v1.checkout.sessions.retrieve(session.id).status == "open"


@pytest.mark.parametrize(
    ("outcome", "status", "intent_status", "event"),
    [
        ("later_paid", "paid", "succeeded", "checkout.session.async_payment_succeeded"),
        ("later_failed", "unpaid", "requires_payment_method", "checkout.session.async_payment_failed"),
    ],
)
def test_a_delayed_payment_completes_unpaid_and_is_settled_later(
    outcome: str,
    status: str,
    intent_status: str,
    event: str,
    client: stripe.StripeClient,
    sandbox: Sandbox,
    gift: Any,
    press: Any,
) -> None:
    session = client.v1.checkout.sessions.create(params=gift())
    assert press(session.url, outcome=outcome).status_code == 303
    [completed] = client.v1.events.list(params={"type": "checkout.session.completed"}).data
    assert completed.data.object.payment_status == "unpaid"
    assert sandbox.wait_until_idle(5)
    settled = client.v1.checkout.sessions.retrieve(session.id, params={"expand": ["payment_intent"]})
    assert (settled.status, settled.payment_status) == ("complete", status)
    assert settled.payment_intent.status == intent_status
    assert client.v1.events.list().data[0].type == event


def test_a_second_payment_of_a_paid_session_is_refused_with_a_clear_page(
    client: stripe.StripeClient, gift: Any, press: Any
) -> None:
    session = client.v1.checkout.sessions.create(params=gift(locale="fi"))
    press(session.url)
    again = press(session.url)
    assert again.status_code == 409
    assert "Maksu on jo suoritettu" in again.text
    assert len(client.v1.payment_intents.list().data) == 1
    assert "Sinua ei veloiteta toista kertaa." in see(session.url).text


def test_an_expired_session_cannot_be_paid_and_says_so(
    client: stripe.StripeClient, gift: Any, press: Any, clock: Any
) -> None:
    session = client.v1.checkout.sessions.create(params=gift(locale="en"))
    clock.advance(24 * 3600)
    answer = press(session.url)
    assert answer.status_code == 409
    assert "This checkout page has expired" in answer.text
    assert Outline(answer.text).all("a")[0]["href"] == "http://127.0.0.1:9/give"
    assert "Nothing was charged." in see(session.url).text


def test_an_unknown_session_is_a_clear_page_with_404(sandbox: Sandbox) -> None:
    url = f"{sandbox.settings.public_url}/checkout/cs_test_nothing"
    answer = requests.get(url, headers={"Accept-Language": "sv"}, timeout=8)
    assert answer.status_code == 404
    assert "Betalsidan finns inte" in answer.text
