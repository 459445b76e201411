"""The donation form: what an answer means, and what is shown again of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from yhdessa.forms.dedication import Dedication
from yhdessa.forms.donation import (
    LONGEST_ANSWER,
    Donation,
    DonationErrors,
    read_donation,
    show_donation,
)
from yhdessa.forms.offer import DonationOffer, DonationWords
from yhdessa.forms.view import FieldView, FormView
from yhdessa.l10n.money import Money

LANGUAGES = ("fi", "sv", "en")


def table(name: str) -> Any:
    return yaml.safe_load(Path(__file__).with_name(name).read_text("utf-8"))


WRITTEN = [
    pytest.param(row["written"], language, row[language], id=f"{row['written'][:44]!a} in {language}")
    for row in table("written_amounts.yml")
    for language in LANGUAGES
]
ANSWERS = [pytest.param(row, id=row["name"]) for row in table("answers.yml")]
MESSAGES = table("messages.yml")
FIELDS = ("rhythm", "amount", "other_amount", "goal", "email", "dedication", "dedication_name")
CHOICES = ("once", "monthly", "honour", "memory", "none", "anna@example.org", "Anna")


def messages(language: str, *names: str) -> dict[str, str]:
    """The messages by field."""
    return {MESSAGES[name]["field"]: MESSAGES[name][language] for name in names}


def gift(row: dict[str, Any], language: str) -> Donation:
    """The donation that a row of answers.yml means."""
    dedication = Dedication(**row["dedication"]) if "dedication" in row else None
    amount, goal = Money(row["cents"], "EUR"), row.get("goal")
    return Donation(amount, goal, language, row.get("monthly", False), row.get("email", ""), dedication)


def field(form: FormView, name: str) -> FieldView:
    more = form.more.fields if form.more else ()
    return next(each for each in (*form.fields, *more) if each.name == name)


def checked(form: FormView, name: str) -> list[str]:
    return [choice.value for choice in field(form, name).choices if choice.checked]


@pytest.mark.parametrize(("written", "language", "meaning"), WRITTEN)
def test_a_written_sum_is_read_to_the_cent_or_answered_with_what_is_wrong(
    written: str, language: str, meaning: int | str, offer: DonationOffer, words: dict[str, DonationWords]
) -> None:
    said = read_donation(offer, words[language], {"amount": "other", "other_amount": written})
    if isinstance(meaning, int):
        assert said == Donation(Money(meaning, "EUR"), None, language)
    else:
        assert said == DonationErrors(messages(language, meaning))


@pytest.mark.parametrize(
    ("written", "cents"), [("1.15", 115), ("19.99", 1999), ("4.35", 435), ("1,234,567.89", 123456789)]
)
def test_cents_are_exact_where_a_float_would_lose_one(
    written: str, cents: int, offer: DonationOffer, words: dict[str, DonationWords]
) -> None:
    wide = msgspec.structs.replace(offer, minimum=1, maximum=10**12)
    said = read_donation(wide, words["en"], {"other_amount": written})
    assert said == Donation(Money(cents, "EUR"), None, "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", ANSWERS)
def test_an_answer_is_held_against_the_offer(
    row: dict[str, Any], language: str, offer: DonationOffer, words: dict[str, DonationWords]
) -> None:
    said = read_donation(offer, words[language], row["answer"])
    if "gift" in row:
        assert said == gift(row["gift"], language)
    else:
        assert said == DonationErrors(messages(language, *row["messages"]))


@pytest.mark.parametrize("row", ANSWERS)
def test_errors_stand_at_fields_that_the_form_shows(
    row: dict[str, Any], offer: DonationOffer, words: dict[str, DonationWords]
) -> None:
    said = read_donation(offer, words["sv"], row["answer"])
    errors = said if isinstance(said, DonationErrors) else None
    form = show_donation(offer, words["sv"], "/api/donate", answer=row["answer"], errors=errors)
    expected = messages("sv", *row.get("messages", []))
    assert {each.name: each.error for each in form.errors} == expected
    ids = {
        "rhythm": "rhythm-0",
        "amount": "amount-0",
        "other_amount": "other_amount",
        "goal": "goal-0",
        "email": "email",
        "dedication": "dedication-0",
        "dedication_name": "dedication_name",
    }
    assert [each.anchor for each in form.errors] == [ids[name] for name in ids if name in expected]


def test_an_empty_form_offers_every_sum_and_goal_and_chooses_neither_a_sum_nor_a_goal_of_its_own(
    offer: DonationOffer, words: dict[str, DonationWords]
) -> None:
    form = show_donation(offer, words["en"], "/api/donate")
    assert [(choice.value, choice.text) for choice in field(form, "amount").choices] == [
        ("2000", "€20"),
        ("5000", "€50"),
        ("10000", "€100"),
        ("other", "Another amount"),
    ]
    assert [choice.value for choice in field(form, "goal").choices] == [
        "anywhere",
        "everyone-safe",
        "no-loneliness",
    ]
    assert (checked(form, "amount"), checked(form, "goal")) == ([], ["anywhere"])
    assert (form.action, form.hidden, form.errors) == ("/api/donate", {"language": "en"}, ())
    assert (field(form, "other_amount").unit, field(form, "other_amount").inputmode) == ("EUR", "decimal")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_field_for_another_sum_follows_its_choice_under_a_name_of_its_own(
    language: str, offer: DonationOffer, words: dict[str, DonationWords]
) -> None:
    form = show_donation(offer, words[language], "/api/donate")
    amount, written = field(form, "amount"), field(form, "other_amount")
    assert form.fields.index(written) == form.fields.index(amount) + 1
    assert [each.name for each in form.fields if each.follows] == ["other_amount"]
    assert amount.choices[-1].text == words[language].other_amount
    assert written.label == words[language].written_amount != amount.choices[-1].text


@pytest.mark.parametrize(
    ("answer", "chosen"), [(None, ["5000"]), ({}, []), ({"amount": "2000"}, ["2000"]), ({"amount": "x"}, [])]
)
def test_a_preselected_sum_is_chosen_in_an_empty_form_and_never_in_an_answer(
    answer: dict[str, str] | None, chosen: list[str], offer: DonationOffer, words: dict[str, DonationWords]
) -> None:
    preselecting = msgspec.structs.replace(offer, preselected=5000)
    form = show_donation(preselecting, words["fi"], "/api/donate", answer=answer)
    assert checked(form, "amount") == chosen


@pytest.mark.parametrize("language", LANGUAGES)
def test_sums_are_written_as_the_language_writes_them(
    language: str, offer: DonationOffer, words: dict[str, DonationWords]
) -> None:
    shown = [choice.text for choice in field(show_donation(offer, words[language], "/"), "amount").choices]
    assert shown[:3] == (["€20", "€50", "€100"] if language == "en" else ["20\xa0€", "50\xa0€", "100\xa0€"])


@pytest.mark.parametrize(
    ("answer", "sum_chosen", "sum_written", "goal_chosen"),
    [
        ({"amount": "5000", "goal": "x"}, ["5000"], "", []),
        ({"amount": "other", "other_amount": " 0 "}, ["other"], " 0 ", ["anywhere"]),
        ({"other_amount": "<b>", "goal": "no-loneliness"}, [], "<b>", ["no-loneliness"]),
        ({"amount": "7", "other_amount": "9" * 600}, [], "9" * LONGEST_ANSWER, ["anywhere"]),
    ],
)
def test_what_was_answered_is_kept_and_a_long_text_is_cut(
    answer: dict[str, str],
    sum_chosen: list[str],
    sum_written: str,
    goal_chosen: list[str],
    offer: DonationOffer,
    words: dict[str, DonationWords],
) -> None:
    form = show_donation(offer, words["fi"], "/api/donate", answer=answer)
    assert checked(form, "amount") == sum_chosen
    assert field(form, "other_amount").value == sum_written
    assert checked(form, "goal") == goal_chosen


def test_the_form_of_a_goal_sends_the_goal_and_does_not_ask_for_it(
    offer: DonationOffer, words: dict[str, DonationWords]
) -> None:
    form = show_donation(offer, words["sv"], "/api/donate", goal="no-loneliness")
    assert [each.name for each in form.fields] == ["rhythm", "amount", "other_amount"]
    assert form.more is None
    assert form.hidden == {"language": "sv", "goal": "no-loneliness"}
    sent = {**form.hidden, "amount": "2000"}
    assert read_donation(offer, words["sv"], sent) == Donation(Money(2000, "EUR"), "no-loneliness", "sv")


@pytest.mark.parametrize(
    ("answer", "rhythm"), [(None, ["once"]), ({}, ["once"]), ({"rhythm": "monthly"}, ["monthly"])]
)
def test_nobody_gives_every_month_without_choosing_it(
    answer: dict[str, str] | None, rhythm: list[str], offer: DonationOffer, words: dict[str, DonationWords]
) -> None:
    form = show_donation(offer, words["sv"], "/api/donate", answer=answer)
    assert checked(form, "rhythm") == rhythm
    assert [choice.text for choice in field(form, "rhythm").choices] == ["En gång", "Varje månad"]
    assert field(form, "rhythm").choices[1].hint.startswith("Minst 5\xa0€ och högst 1\xa0000\xa0€ i månaden.")


def test_a_form_that_offers_neither_a_rhythm_nor_a_dedication_takes_none(
    offer: DonationOffer, words: dict[str, DonationWords]
) -> None:
    plain = msgspec.structs.replace(words["en"], monthly=None, dedication=None)
    sent = {"amount": "2000", "rhythm": "monthly", "dedication": "honour", "dedication_name": "Anna"}
    assert read_donation(offer, plain, sent) == Donation(Money(2000, "EUR"), None, "en")
    form = show_donation(offer, plain, "/api/donate", answer=sent)
    assert [each.name for each in form.fields] == ["amount", "other_amount", "goal", "email"]
    assert (form.more, list(form.button_amounts)) == (None, ["once"])


@pytest.mark.parametrize(
    ("answer", "opened"),
    [
        (None, False),
        ({"dedication": "none", "dedication_name": ""}, False),
        ({"dedication": "memory"}, True),
        ({"dedication_name": "Anna"}, True),
    ],
)
def test_a_dedication_is_folded_away_until_it_is_used(
    answer: dict[str, str] | None, opened: bool, offer: DonationOffer, words: dict[str, DonationWords]
) -> None:
    more = show_donation(offer, words["fi"], "/api/donate", answer=answer).more
    assert more is not None
    assert more.opened == opened
    assert [choice.value for choice in more.fields[0].choices] == ["none", "honour", "memory"]


def test_a_hidden_goal_that_was_tampered_with_is_asked_for_in_the_form_that_comes_back(
    offer: DonationOffer, words: dict[str, DonationWords]
) -> None:
    sent = {"language": "sv", "goal": "world-peace", "amount": "2000"}
    errors = read_donation(offer, words["sv"], sent)
    assert errors == DonationErrors(messages("sv", "goal"))
    form = show_donation(offer, words["sv"], "/api/donate", answer=sent, errors=errors)
    assert [each.name for each in form.errors] == ["goal"]
    assert form.hidden == {"language": "sv"}


@settings(max_examples=300, deadline=None)
@given(
    answer=st.dictionaries(
        st.sampled_from([*FIELDS, "language", "currency"]),
        st.text() | st.sampled_from(["2000", "other", "anywhere", "20", "12,50", "1 000", "-5", *CHOICES]),
    ),
    language=st.sampled_from(LANGUAGES),
)
def test_any_answer_is_a_gift_within_the_limits_or_errors_at_known_fields(
    answer: dict[str, str], language: str, offer: DonationOffer, words: dict[str, DonationWords]
) -> None:
    said = read_donation(offer, words[language], answer)
    if isinstance(said, Donation):
        assert offer.minimum <= said.amount.minor <= offer.maximum
        assert said.amount.currency == "EUR"
        assert said.goal is None or said.goal in offer.goals
        assert said.dedication is None or said.dedication.name.isprintable()
    else:
        assert said.messages
        assert set(said.messages) <= set(FIELDS)
        form = show_donation(offer, words[language], "/", answer=answer, errors=said)
        assert {each.name for each in form.errors} == set(said.messages)
