"""The employer's own page: what it shows, what can be changed there, and the form for employees."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.giving.workplaces import SIGN_UP, Office, letters

LANGUAGES = ("fi", "sv", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_the_employer_how_things_stand_in_its_language(language: str, office: Office) -> None:
    office.language = language
    goal = office.house.catalogue.offer.goals[0]
    office.sign_up(goal=goal, matching="50", matching_cap="500")
    answer = office.enter()
    page, spoken = office.see(answer.text), office.house.catalogue.languages[language]
    shown = page.said("dd")
    assert page.lang == spoken.donate.tag
    assert page.said("h1") == [SIGN_UP["company"]]
    assert shown[:2] == ["9000001-1", spoken.words.goals[goal]]
    assert ("€500" if language == "en" else "500\xa0€") in shown[2]
    assert ("50%" if language == "en" else "50\xa0%") in shown[2]
    assert shown[3:] == [
        SIGN_UP["billing_email"],
        f"{SIGN_UP['contact_name']}, {SIGN_UP['contact_email']}",
    ]
    assert office.words.desk.invoices_none in page.said("p")
    tool = spoken.employer.tool
    assert tool.href in [link["href"] for link in page.all("a")]
    assert page.all("meta", name="robots", content="noindex")
    assert page.all("link", rel="canonical") == []
    assert (answer.headers["Cache-Control"], answer.headers["Referrer-Policy"]) == (
        "no-store",
        "strict-origin",
    )


ACTS = [
    pytest.param("pause", "paused", {"state": "paused"}, id="pause"),
    pytest.param("resume", "resumed", {"state": "active"}, id="resume"),
    pytest.param("leave", "left", {"state": "left"}, id="leave"),
]


@pytest.mark.parametrize(("act", "said", "marks"), ACTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_employer_pauses_goes_on_and_leaves(
    act: str, said: str, marks: dict[str, str], language: str, office: Office
) -> None:
    office.language = language
    office.sign_up()
    office.enter()
    for _ in range(2):
        answer = office.act(act)
        assert (answer.status_code, office.said(answer)) == (200, office.words.desk.done[said])
        assert office.customer().metadata.to_dict().items() >= marks.items()
    page = office.see(answer.text)
    remits = [form for form in page.all("form") if form["action"] == "/api/remittance"]
    assert bool(remits) == (act == "resume")


def test_whoever_has_left_finds_the_way_back(office: Office) -> None:
    office.sign_up()
    office.enter()
    office.act("leave")
    office.sign_up()
    page = office.see(office.enter().text)
    assert office.words.desk.leads["left"] in page.said("p")
    office.act("resume")
    assert office.customer().metadata["state"] == "active"


def test_what_the_employer_adds_is_changed_and_taken_away(office: Office) -> None:
    office.sign_up(matching="50", matching_cap="500")
    office.enter()
    office.act("matching", matching="100", matching_cap="")
    marks = office.customer().metadata.to_dict()
    assert (marks["matching"], "matching_cap" in marks) == ("100", False)
    answer = office.act("matching", matching="", matching_cap="")
    assert office.said(answer) == office.words.desk.done["matching"]
    assert "matching" not in office.customer().metadata.to_dict()
    assert office.words.desk.matching_none in office.see(answer.text).said("dd")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("act", "fields", "wrong"),
    [
        ("matching", {"matching": "1000"}, ["matching"]),
        ("matching", {"matching": "10", "matching_cap": "x"}, ["matching_cap"]),
        ("contact", {"contact_name": "", "contact_email": "x"}, ["contact_name", "contact_email"]),
    ],
)
def test_a_wrong_answer_brings_the_page_back_with_what_was_written(
    act: str, fields: dict[str, str], wrong: list[str], language: str, office: Office
) -> None:
    office.language = language
    office.sign_up()
    office.enter()
    before = office.customer().metadata.to_dict()
    answer = office.act(act, **fields)
    page = office.see(answer.text)
    assert (answer.status_code, [target for target, _ in page.errors]) == (422, wrong)
    assert page.title.startswith(office.house.catalogue.languages[language].error_prefix)
    for name, value in fields.items():
        assert page.all("input", name=name)[0]["value"] == value
    assert office.customer().metadata.to_dict() == before


def test_one_more_contact_gets_a_link_and_the_same_again_changes_nothing(office: Office) -> None:
    office.sign_up()
    office.enter()
    for _ in range(2):
        answer = office.act("contact", contact_name="Exempel Person", contact_email="second@example.org")
        assert office.said(answer) == office.words.desk.done["contact"]
        assert letters(office.house)[-1].to == "second@example.org"
    marks = office.customer().metadata.to_dict()
    assert [marks.get(f"contact_{number}_email") for number in (1, 2, 3)] == [
        SIGN_UP["contact_email"],
        "second@example.org",
        None,
    ]


def test_there_is_room_for_three_contacts(office: Office) -> None:
    office.sign_up()
    office.enter()
    for number in (2, 3, 4):
        answer = office.act("contact", contact_name=f"Nr {number}", contact_email=f"c{number}@example.org")
    assert office.said(answer) == office.words.desk.contact_full
    assert "c4@example.org" not in str(office.customer())


def test_an_act_that_is_none_changes_nothing(office: Office) -> None:
    office.sign_up()
    office.enter()
    before = office.customer().metadata.to_dict()
    assert office.act("delete").status_code == 200
    assert office.customer().metadata.to_dict() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_for_employees_opens_for_whoever_has_its_address_and_asks_stripe_for_nothing(
    language: str, office: Office, see: Any
) -> None:
    office.language = language
    goal = office.house.catalogue.offer.goals[1]
    office.sign_up(goal=goal)
    page = office.see(office.enter().text)
    [address] = [str(link["href"]) for link in page.all("a") if "/api/pledge" in str(link["href"])]
    office.house.witness.asked.clear()
    answer = office.visitor.get(address)
    form, words = see(answer.text), office.words.pledge
    assert (answer.status_code, form.said("h1")) == (200, [words.title])
    assert SIGN_UP["company"] in " ".join(form.said("p"))
    assert office.house.catalogue.languages[language].words.goals[goal] in form.said("dd")
    assert (form.all("form"), form.all("input")) == ([], [])
    assert SIGN_UP["contact_email"] not in answer.text
    assert office.house.witness.asked == []
    assert answer.headers["Referrer-Policy"] == "strict-origin"


def test_the_address_of_the_form_for_employees_opens_nothing_else(office: Office) -> None:
    office.sign_up()
    page = office.see(office.enter().text)
    [address] = [str(link["href"]) for link in page.all("a") if "/api/pledge" in str(link["href"])]
    token = urlsplit(address).query.partition("token=")[2]
    assert office.post("/api/employer", token=token, act="open").status_code == 400
    assert office.visitor.get(f"/api/employer?token={token}").status_code == 400
    assert office.visitor.get(address[:-2]).status_code == 400
    assert office.visitor.get("/api/pledge").status_code == 400


#: All that the employers' forms send. A salary is none of it.
FIELDS = {
    *("company", "country", "business_id", "contact_name", "contact_email", "billing_email", "goal"),
    *("invoice_language", "language", "matching", "matching_cap", "purchase_reference", "einvoice"),
    *("homepage", "visit", "act", "month", "file", "pasted", "read"),
}


def test_no_field_that_is_sent_may_hold_a_salary(office: Office) -> None:
    shown = [office.sign_up(company=""), office.sign_up(), office.enter(), office.remit()]
    pages = [office.see(answer.text) for answer in shown]
    names = {
        str(each["name"])
        for page in pages
        for kind in ("input", "select", "textarea")
        for each in page.all(kind)
        if "name" in each
    }
    assert names <= FIELDS
    assert {"file", "read", "company"} <= names
