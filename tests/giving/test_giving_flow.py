"""A gift from the form to the thank-you page, over real sockets, in every language."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

LANGUAGES = ("fi", "sv", "en")
WRITTEN = {"fi": ("12,50", "12,50\xa0€"), "sv": ("12,50 €", "12,50\xa0€"), "en": ("12.50", "€12.50")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_gift_goes_from_the_form_to_the_payment_page_and_back_to_thanks_that_name_the_sum(
    language: str, house: Any, visitor: Any, see: Any
) -> None:
    written, shown = WRITTEN[language]
    begun = visitor.donate(language=language, amount="other", other_amount=written)
    assert begun.status_code == 303
    assert begun.headers["Location"].startswith(f"{house.sandbox.settings.public_url}/checkout/cs_test_")

    thanked = visitor.get(visitor.pay(begun.headers["Location"]))
    page, paid = see(thanked.text), house.catalogue.languages[language].paid
    assert (thanked.status_code, thanked.headers["Cache-Control"]) == (200, "no-store")
    assert page.lang == house.catalogue.languages[language].donate.tag
    assert page.said("h1") == [paid.shell.heading]
    assert paid.page.text.format(amount=shown) in page.said("p")
    assert page.all("meta", name="robots", content="noindex")

    assert house.sandbox.wait_until_idle()
    assert [(each.event_type, each.attempt, each.status) for each in house.sandbox.deliveries] == [
        ("payment_intent.succeeded", 1, 200),
        ("checkout.session.completed", 1, 200),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_stripe_is_told_the_sum_the_goal_and_the_language_and_nothing_of_the_giver(
    language: str, house: Any, visitor: Any
) -> None:
    goal, spoken = house.catalogue.offer.goals[0], house.catalogue.languages[language]
    begun = visitor.donate(language=language, amount="5000", goal=goal)
    visitor.pay(begun.headers["Location"])
    [session] = house.sessions()
    marks = {"source": "yhdessa", "kind": "one-off", "goal": goal, "language": language}
    assert session.metadata.to_dict() == marks
    assert house.stripe.v1.payment_intents.retrieve(session.payment_intent).metadata.to_dict() == marks
    assert (session.mode, session.submit_type, session.locale) == ("payment", "donate", language)
    assert (session.amount_total, session.currency, session.client_reference_id) == (5000, "eur", None)
    [line] = house.stripe.v1.checkout.sessions.line_items.list(session.id).data
    assert (line.quantity, line.description) == (
        1,
        spoken.product_for_goal.format(goal=spoken.words.goals[goal]),
    )
    assert session.cancel_url == house.url + spoken.cancelled_href
    assert session.success_url == (
        f"{house.url}/api/thanks?language={language}&session={{CHECKOUT_SESSION_ID}}"
    )


def test_a_gift_without_a_goal_carries_none(house: Any, visitor: Any) -> None:
    visitor.pay(visitor.donate(language="fi", amount="2000", goal="anywhere").headers["Location"])
    [session] = house.sessions()
    marks = {"source": "yhdessa", "kind": "one-off", "language": "fi"}
    assert session.metadata.to_dict() == marks
    assert house.stripe.v1.payment_intents.retrieve(session.payment_intent).metadata.to_dict() == marks
    [line] = house.stripe.v1.checkout.sessions.line_items.list(session.id).data
    assert line.description == house.catalogue.languages["fi"].product


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_payment_page_speaks_the_language_of_the_form_and_repeats_the_sum(
    language: str, visitor: Any, see: Any
) -> None:
    begun = visitor.donate(language=language, amount="2000")
    answer = visitor.session.get(begun.headers["Location"], timeout=30)
    assert see(answer.text).lang == language
    assert ("€20.00" if language == "en" else "20,00\xa0€") in answer.text


def test_two_strangers_who_send_the_same_form_at_the_same_time_get_a_session_each(
    house: Any, visitor: Any
) -> None:
    with ThreadPoolExecutor(4) as strangers:
        begun = list(strangers.map(lambda _: visitor.donate(language="fi", amount="2000"), range(4)))
    assert [answer.status_code for answer in begun] == [303] * 4
    assert len({answer.headers["Location"] for answer in begun}) == 4
    assert len(house.sessions()) == 4
    keys = house.witness.keys()
    assert len(keys) == len(set(keys)) == 4
    assert all(len(key) == 36 for key in keys)


@pytest.mark.parametrize(
    ("fault", "statuses"),
    [
        ({"kind": "duplicate_event"}, [200, 200, 200]),
        ({"kind": "reorder_events"}, [200, 200]),
    ],
)
def test_events_that_come_twice_or_in_another_order_are_accepted(
    fault: dict[str, str], statuses: list[int], house: Any, visitor: Any
) -> None:
    begun = visitor.donate(language="en", amount="2000")
    house.go_wrong(**fault)
    visitor.pay(begun.headers["Location"])
    assert house.sandbox.wait_until_idle()
    assert [each.status for each in house.sandbox.deliveries] == statuses


@pytest.mark.parametrize(("outcome", "at_last"), [("later_paid", "paid"), ("later_failed", "unpaid")])
def test_thanks_say_that_the_bank_still_confirms_and_then_what_it_said(
    outcome: str, at_last: str, house: Any, visitor: Any, see: Any
) -> None:
    spoken = house.catalogue.languages["sv"]
    back = visitor.pay(visitor.donate(language="sv", amount="5000").headers["Location"], outcome)
    page = see(visitor.get(back).text)
    assert page.said("h1") == [spoken.delayed.shell.heading]
    assert spoken.delayed.page.text.format(amount="50\xa0€") in page.said("p")
    assert house.sandbox.wait_until_idle()
    page, told = see(visitor.get(back).text), getattr(spoken, at_last)
    assert page.said("h1") == [told.shell.heading]
    assert told.page.text.format(amount="50\xa0€") in page.said("p")


def test_a_declined_card_leaves_the_payment_page_open_and_the_gift_unpaid(
    house: Any, visitor: Any, see: Any
) -> None:
    checkout = visitor.donate(language="fi", amount="2000").headers["Location"]
    declined = visitor.session.post(checkout, {"outcome": "declined", "email": "a@example.org"}, timeout=30)
    assert declined.status_code == 402
    [session] = house.sessions()
    page = see(visitor.get(f"/api/thanks?language=fi&session={session.id}").text)
    assert page.said("h1") == [house.catalogue.languages["fi"].unpaid.shell.heading]
    back = visitor.pay(checkout)
    assert parse_qs(urlsplit(back).query) == {"language": ["fi"], "session": [session.id]}
    assert see(visitor.get(back).text).said("h1") == [house.catalogue.languages["fi"].paid.shell.heading]
