"""A gift every month, a dedication and an address for the receipt: what Stripe is told, and what is said."""

from __future__ import annotations

from typing import Any

import pytest

LANGUAGES = ("fi", "sv", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_monthly_gift_is_a_subscription_and_is_thanked_for_as_one(
    language: str, house: Any, visitor: Any, see: Any
) -> None:
    goal, spoken = house.catalogue.offer.goals[0], house.catalogue.languages[language]
    begun = visitor.donate(language=language, amount="2000", rhythm="monthly", goal=goal)
    assert begun.status_code == 303
    thanked = visitor.get(visitor.pay(begun.headers["Location"]))
    page = see(thanked.text)
    assert page.said("h1") == [spoken.monthly.paid.shell.heading]
    shown = "€20" if language == "en" else "20\xa0€"
    assert spoken.monthly.paid.page.text.format(amount=shown) in page.said("p")
    [session] = house.sessions()
    marks = {"source": "yhdessa", "kind": "monthly", "goal": goal, "language": language}
    assert session.metadata.to_dict() == marks
    assert (session.mode, session.amount_total, session.locale) == ("subscription", 2000, language)
    subscription = house.stripe.v1.subscriptions.retrieve(session.subscription)
    assert subscription.metadata.to_dict() == marks
    [item] = subscription.items.data
    assert (item.price.recurring.interval, item.price.recurring.interval_count) == ("month", 1)
    [line] = house.stripe.v1.checkout.sessions.line_items.list(session.id).data
    assert line.description == spoken.monthly.product_for_goal.format(goal=spoken.words.goals[goal])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_monthly_gift_that_a_bank_still_confirms_is_not_thanked_for_as_paid(
    language: str, house: Any, visitor: Any, see: Any
) -> None:
    begun = visitor.donate(language=language, amount="2000", rhythm="monthly")
    page = see(visitor.get(visitor.pay(begun.headers["Location"], "later_paid")).text)
    delayed = house.catalogue.languages[language].monthly.delayed
    assert page.said("h1") == [delayed.shell.heading]
    shown = "€20" if language == "en" else "20\xa0€"
    assert delayed.page.text.format(amount=shown) in page.said("p")


def test_a_form_that_names_no_rhythm_is_a_gift_made_once(house: Any, visitor: Any) -> None:
    visitor.donate(language="fi", amount="2000")
    assert [session.mode for session in house.sessions()] == ["payment"]


@pytest.mark.parametrize("rhythm", ["once", "monthly"])
def test_a_dedication_goes_to_stripe_with_the_gift_and_nowhere_else(
    rhythm: str, house: Any, visitor: Any
) -> None:
    name = "Anna\r\nBcc: <b>Esimerkki</b>"
    sent = {"dedication": "memory", "dedication_name": name}
    begun = visitor.donate(language="sv", amount="2000", rhythm=rhythm, **sent)
    assert "Anna" not in begun.headers["Location"]
    [session] = house.sessions()
    marks = session.metadata.to_dict()
    assert (marks["dedication"], marks["dedication_name"]) == ("memory", "Anna Bcc: <b>Esimerkki</b>")
    assert "Anna" not in visitor.get(visitor.pay(begun.headers["Location"])).text


def test_an_address_for_the_receipt_stands_on_the_payment_page_and_on_the_payment(
    house: Any, visitor: Any, see: Any
) -> None:
    begun = visitor.donate(language="en", amount="2000", email=" giver@example.org ")
    [session] = house.sessions()
    assert session.customer_email == "giver@example.org"
    visitor.pay(begun.headers["Location"])
    [session] = house.sessions()
    payment = house.stripe.v1.payment_intents.retrieve(session.payment_intent)
    assert payment.receipt_email == "giver@example.org"


def test_no_address_leaves_it_to_the_payment_page(house: Any, visitor: Any) -> None:
    visitor.donate(language="en", amount="2000", email="")
    assert [session.customer_email for session in house.sessions()] == [None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_answer_keeps_all_that_was_written_and_asks_stripe_for_nothing(
    language: str, house: Any, visitor: Any, see: Any
) -> None:
    sent = {"rhythm": "monthly", "amount": "other", "other_amount": "2000", "email": "anna@"}
    again = visitor.donate(language=language, dedication="honour", dedication_name="Anna", **sent)
    page, words = see(again.text), house.catalogue.languages[language].words
    assert again.status_code == 422
    assert [where for where, _ in page.errors] == ["other_amount", "email"]
    assert page.errors[1][1] == words.email_wrong
    assert (page.checked("rhythm"), page.checked("dedication")) == (["monthly"], ["honour"])
    assert [page.all("input", name=name)[0]["value"] for name in ("email", "dedication_name")] == [
        "anna@",
        "Anna",
    ]
    assert "open" in page.all("details")[0]
    assert house.witness.asked == []
