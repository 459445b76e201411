"""Thanks tell of a gift of ours what is true, and of anything else only what is true for anyone."""

from __future__ import annotations

from typing import Any

import pytest

LANGUAGES = ("fi", "sv", "en")
UNKNOWN = {
    "none": None,
    "empty": "",
    "the placeholder itself": "{CHECKOUT_SESSION_ID}",
    "malformed": "cs_test_",
    "a path": "../../v1/events",
    "a path behind an id": "cs_test_a1b2c3d4e5f6/expire",
    "a query behind an id": "cs_test_a1b2c3d4e5f6?expand[]=customer",
    "another object": "pi_3NqXyz2eZvKYlo2C",
    "a list": "cs_test_a1b2c3d4e5f6,cs_test_b1b2c3d4e5f6",
    "line ends": "cs_test_a1b2c3d4e5f6\r\nX: y",
    "letters of other alphabets": "cs_test_ääääääääää",
    "very long": "cs_test_" + "a" * 5000,
    "markup": "<script>alert(1)</script>",
    "unknown to Stripe": "cs_test_a1b2c3d4e5f6g7h8i9j0",
    "of the other mode": "cs_live_a1b2c3d4e5f6g7h8i9j0",
}
ASKED = ("unknown to Stripe", "of the other mode")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", UNKNOWN)
def test_a_session_that_is_none_gets_the_general_text(
    what: str, language: str, house: Any, visitor: Any, see: Any
) -> None:
    session = {} if UNKNOWN[what] is None else {"session": UNKNOWN[what]}
    answer = visitor.get("/api/thanks", params={"language": language, **session})
    page, unknown = see(answer.text), house.catalogue.languages[language].unknown
    assert answer.status_code == 200
    assert (page.said("h1"), page.lang) == ([unknown.shell.heading], unknown.shell.tag)
    assert unknown.page.text in page.said("p")
    assert "<script" not in answer.text
    assert [path for _, path, _ in house.witness.asked] == (
        [f"/v1/checkout/sessions/{UNKNOWN[what]}"] if what in ASKED else []
    )


@pytest.mark.parametrize(
    "metadata",
    [
        {},
        {"source": "yhdessa"},
        {"source": "yhdessa", "kind": "payroll"},
        {"source": "Yhdessa", "kind": "one-off"},
        {"kind": "one-off"},
        {"goal": "no-loneliness"},
    ],
)
def test_a_session_that_is_no_gift_of_ours_gets_the_general_text(
    metadata: dict[str, str], house: Any, visitor: Any, see: Any
) -> None:
    """The account may take other payments: a stranger with an id learns neither the sum nor the payer."""
    session = house.stripe.v1.checkout.sessions.create(
        {
            "mode": "payment",
            "line_items": [
                {
                    "quantity": 1,
                    "price_data": {
                        "currency": "eur",
                        "unit_amount": 98765,
                        "product_data": {"name": "Invoice"},
                    },
                }
            ],
            "customer_email": "payer@example.org",
            "metadata": metadata,
            "success_url": f"{house.url}/elsewhere",
        }
    )
    visitor.pay(session.url)
    answer = visitor.get(f"/api/thanks?language=en&session={session.id}")
    unknown = house.catalogue.languages["en"].unknown
    assert answer.status_code == 200
    assert unknown.page.text in see(answer.text).said("p")
    for secret in ("987", "payer@", "Invoice"):
        assert secret not in answer.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("expired", [False, True])
def test_a_gift_that_is_not_paid_is_not_thanked_for(
    expired: bool, language: str, house: Any, visitor: Any, see: Any
) -> None:
    visitor.donate(language=language, amount="2000")
    [session] = house.sessions()
    if expired:
        house.stripe.v1.checkout.sessions.expire(session.id)
    answer = visitor.get(f"/api/thanks?language={language}&session={session.id}")
    page, unpaid = see(answer.text), house.catalogue.languages[language].unpaid
    assert (answer.status_code, page.said("h1")) == (200, [unpaid.shell.heading])
    assert unpaid.page.text in page.said("p")


def test_thanks_hold_no_personal_data_and_have_no_effect(house: Any, visitor: Any) -> None:
    back = visitor.pay(visitor.donate(language="en", amount="2000").headers["Location"])
    assert house.sandbox.wait_until_idle()
    events = len(house.stripe.v1.events.list().data)
    answers = [visitor.get(back) for _ in range(2)]
    assert answers[0].text == answers[1].text
    assert "giver@example.org" not in answers[0].text
    assert "Set-Cookie" not in answers[0].headers
    assert len(house.stripe.v1.events.list().data) == events
    assert {method for method, path, _ in house.witness.asked if "/sessions/" in path} == {"GET"}


def test_thanks_can_be_read_in_another_language_than_the_gift(house: Any, visitor: Any, see: Any) -> None:
    back = visitor.pay(visitor.donate(language="en", other_amount="1,000.50").headers["Location"])
    page = see(visitor.get(back.replace("language=en", "language=fi")).text)
    paid = house.catalogue.languages["fi"].paid.page.text.format(amount="1\xa0000,50\xa0€")
    assert paid in page.said("p")
