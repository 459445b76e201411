"""An employer signs up: one business id is one employer, and links go to the registered address alone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from tests.giving.workplaces import SIGN_UP, Office, letters
from yhdessa.mail.mailer import OutboxMailer

LANGUAGES = ("fi", "sv", "en")
WRONG = yaml.safe_load(Path(__file__).with_name("employer_sign_ups.yml").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_employer_that_signs_up_becomes_a_customer_and_is_sent_a_link_in_its_language(
    language: str, office: Office
) -> None:
    office.language = language
    goal = office.house.catalogue.offer.goals[0]
    answer = office.sign_up(goal=goal, matching="50 %", matching_cap="500", purchase_reference="PO 1")
    page = office.see(answer.text)
    assert (answer.status_code, page.said("h1")) == (200, [office.words.door.sent_title])
    customer = office.customer()
    assert (customer.name, customer.email) == (SIGN_UP["company"], SIGN_UP["billing_email"])
    assert (customer.preferred_locales, customer.address.country) == ([language], "FI")
    assert customer.metadata.to_dict() == {
        "source": "yhdessa",
        "role": "employer",
        "state": "active",
        "link": "1",
        "country": "FI",
        "business_id": "90000011",
        "language": language,
        "goal": goal,
        "matching": "50",
        "matching_cap": "50000",
        "purchase_reference": "PO 1",
        "contact_1_name": SIGN_UP["contact_name"],
        "contact_1_email": SIGN_UP["contact_email"],
    }
    [letter] = letters(office.house)
    told = office.house.catalogue.languages[language].letters["employer"]
    assert (letter.to, letter.subject, letter.language) == (SIGN_UP["contact_email"], told.subject, language)
    assert SIGN_UP["company"] in letter.text
    assert "{" not in letter.text
    assert office.see(office.visitor.get(office.link()).text).said("h1") == [office.words.door.open_title]


def test_the_language_of_the_letter_is_the_one_that_was_chosen_for_mail(office: Office) -> None:
    office.sign_up(invoice_language="sv")
    assert letters(office.house)[0].language == "sv"
    assert office.customer().preferred_locales == ["sv"]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["name"]) for row in WRONG])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_answer_brings_the_form_back_with_what_was_written_and_nothing_happens(
    row: dict[str, Any], language: str, office: Office
) -> None:
    office.language = language
    sent = {**SIGN_UP, "purchase_reference": "PO 1", **row["fields"]}
    answer = office.sign_up(**sent)
    page, spoken = office.see(answer.text), office.house.catalogue.languages[language]
    assert answer.status_code == 422
    assert page.title.startswith(spoken.error_prefix)
    assert [target.removesuffix("-0") for target, _ in page.errors] == row["wrong"]
    assert page.all("input", name="purchase_reference")[0]["value"] == "PO 1"
    assert page.all("input", name="contact_name")[0]["value"] == sent["contact_name"]
    assert "<script>" not in answer.text
    assert (office.house.witness.asked, letters(office.house)) == ([], [])


@pytest.mark.parametrize(("country", "written"), [("FI", "131052-308T"), ("SE", "811228-9874")])
def test_a_persons_number_is_refused_and_not_shown_again(country: str, written: str, office: Office) -> None:
    answer = office.sign_up(country=country, business_id=written)
    told = office.words.sign_up.business_id_personal
    assert [text for _, text in office.see(answer.text).errors] == [told]
    assert written not in answer.text


@pytest.mark.parametrize("lag", [False, True])
def test_the_same_business_id_again_is_the_same_employer_and_tells_nobody_so(
    lag: bool, office: Office
) -> None:
    """The link goes to the registered address; what the second one wrote is not taken."""
    first = office.sign_up()
    if lag:
        office.house.go_wrong(kind="search_lag", seconds=30)
    again = office.sign_up(
        business_id="FI 90000011", company="Toinen Oy", contact_email="stranger@example.org"
    )
    assert (again.status_code, again.text) == (first.status_code, first.text)
    assert office.customer().name == SIGN_UP["company"]
    assert [letter.to for letter in letters(office.house)] == [SIGN_UP["contact_email"]] * 2
    assert "stranger@example.org" not in str(office.customer())


def test_a_search_that_lags_makes_no_second_employer_when_no_key_helps_any_more(office: Office) -> None:
    """Ten minutes later the key is another one: the newest Customers are looked through."""
    office.sign_up()
    office.house.go_wrong(kind="search_lag", seconds=30)
    later = office.house.running.clock() + 700
    client = office.house.client(office.house.app(lambda: later))
    fields = {"language": "fi", "invoice_language": "fi", **SIGN_UP}
    assert client.post("/api/payroll", data=fields).status_code == 200
    assert office.customer().name == SIGN_UP["company"]


def test_two_that_sign_up_at_the_same_time_with_one_id_become_one_employer(office: Office) -> None:
    names = [f"Esimerkki {number} Oy" for number in range(4)]
    with ThreadPoolExecutor(4) as several:
        answers = list(several.map(lambda name: office.sign_up(company=name), names))
    assert {answer.status_code for answer in answers} == {200}
    assert office.customer().name in names
    assert len(letters(office.house)) == 4


def test_of_two_customers_with_one_id_the_older_is_the_employer(office: Office) -> None:
    """As after two sign-ups that no key has kept apart."""
    office.sign_up()
    older = office.customer()
    office.house.stripe.v1.customers.create(
        {"name": "Later Oy", "metadata": {**older.metadata.to_dict(), "contact_1_email": "later@example.org"}}
    )
    office.sign_up()
    assert letters(office.house)[-1].to == SIGN_UP["contact_email"]


def test_a_mailbox_is_not_flooded(office: Office) -> None:
    answers = [office.sign_up() for _ in range(8)]
    assert {answer.text for answer in answers} == {answers[0].text}
    assert len(letters(office.house)) == 6


def test_a_robot_is_told_what_is_true_for_anyone(office: Office) -> None:
    answer = office.sign_up(homepage="https://spam.example")
    assert office.see(answer.text).said("h1") == [office.words.door.sent_title]
    assert (office.house.witness.asked, letters(office.house)) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["/v1/customers/search", "/v1/customers"])
def test_when_stripe_is_down_the_page_says_so_and_a_repeat_signs_up_once(
    path: str, language: str, office: Office
) -> None:
    office.language = language
    office.house.go_wrong(kind="status", status=500, times=9, path=path)
    answer = office.sign_up()
    office.house.sandbox.account.faults.clear()
    assert (answer.status_code, office.see(answer.text).said("h1")) == (
        503,
        [office.words.door.unavailable_title],
    )
    assert office.sign_up().status_code == 200
    assert office.customer().name == SIGN_UP["company"]


def test_an_answer_that_was_lost_on_the_way_signs_up_once(office: Office) -> None:
    office.house.go_wrong(kind="drop", when="after", path="/v1/customers")
    assert office.sign_up().status_code == 200
    assert office.customer().name == SIGN_UP["company"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_when_mail_is_down_the_page_says_so_and_a_repeat_sends_the_link(
    language: str, office: Office, tmp_path: Path
) -> None:
    office.language = language
    file = tmp_path / "no-folder"
    file.write_text("")
    app = office.house.app()
    app.desk = msgspec.structs.replace(app.desk, mailer=OutboxMailer(file / "outbox"))
    fields = {"language": language, "invoice_language": language, **SIGN_UP}
    answer = office.house.client(app).post("/api/payroll", data=fields)
    assert (answer.status_code, office.see(answer.text).said("h1")) == (503, [office.words.door.mail_title])
    assert office.sign_up().status_code == 200
    assert office.customer().metadata["link"] == "1"
    assert len(letters(office.house)) == 1


def test_the_log_tells_on_nobody(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    office.sign_up()
    office.sign_up(business_id="131052-308T")
    office.enter()
    for told in (*SIGN_UP.values(), "131052", "token=", office.link()[-40:], office.visit):
        if told != SIGN_UP["goal"] and told != SIGN_UP["country"]:
            assert told not in caplog.text
