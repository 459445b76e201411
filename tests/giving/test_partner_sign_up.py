"""A company signs up as a partner: one business id is one partner, and no answer tells which are known."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from tests.giving.applicants import PARTNER, Applicant
from tests.giving.innards import innards
from tests.giving.test_employer_faults import Line
from tests.giving.workplaces import SIGN_UP, Office, letters
from tests.site.test_vnu import command, findings
from yhdessa.mail.mailer import OutboxMailer

LANGUAGES = ("fi", "sv", "en")
WRONG, FAULTS = (
    yaml.safe_load(Path(__file__).with_name(f"partner_{name}.yml").read_text("utf-8"))
    for name in ("sign_ups", "faults")
)
#: More than a sign-up has steps.
MOST_STEPS = 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_company_that_signs_up_becomes_a_customer_that_waits_for_staff(
    language: str, applicant: Applicant
) -> None:
    applicant.language = language
    goal, tiers = next(iter(applicant.house.catalogue.partners.offer.goals.items()))
    answer = applicant.sign_up(
        goal=goal, tier=tiers[0], website="example.org", message="Hej!\r\nVi hörs.", purchase_reference="PO 1"
    )
    assert (answer.status_code, applicant.heading(answer)) == (200, applicant.told.words.door.sent_title)
    assert str(applicant.see(answer.text).lang).partition("-")[0] == language
    customer = applicant.customer()
    assert (customer.name, customer.email) == (PARTNER["company"], PARTNER["billing_email"])
    assert (customer.preferred_locales, customer.address.country) == ([language], "FI")
    assert (customer.address.postal_code, customer.address.city) == ("00100", PARTNER["city"])
    kept = {"role": "partner", "state": "pending", "tier": tiers[0], "goal": goal, "business_id": "90000011"}
    marks = customer.metadata.to_dict()
    assert {name: marks[name] for name in kept} == kept
    assert "Hej!\nVi hörs." in marks.values()


def test_a_company_may_support_the_work_as_a_whole(applicant: Applicant) -> None:
    whole = applicant.house.catalogue.partners.offer.whole
    assert applicant.sign_up(goal="anywhere", tier=whole[0]).status_code == 200
    assert "goal" not in applicant.customer().metadata.to_dict()


@pytest.mark.parametrize("row", [pytest.param(row, id=row["name"]) for row in WRONG])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_answer_brings_the_form_back_with_what_was_written_and_nothing_happens(
    row: dict[str, Any], language: str, applicant: Applicant
) -> None:
    applicant.language = language
    sent = {"message": "</textarea><script>alert(1)</script>", "purchase_reference": "PO 1", **row["fields"]}
    answer = applicant.sign_up(**sent)
    page, spoken = applicant.see(answer.text), applicant.house.catalogue.languages[language]
    assert answer.status_code == 422
    assert page.title.startswith(spoken.error_prefix)
    assert page.said("h1") == [applicant.told.shell.heading]
    assert [target.removesuffix("-0") for target, _ in page.errors] == row["wrong"]
    assert page.all("input", name="purchase_reference")[0]["value"] == "PO 1"
    for name in ("tier", "goal", "country", "invoice_language"):
        chosen = {**applicant.fields(), **sent}[name]
        assert page.checked(name) == ([chosen] if name not in row["wrong"] else [])
    assert "</textarea><script>" not in answer.text
    assert (applicant.house.witness.asked, letters(applicant.house)) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tier_that_a_goal_does_not_have_is_answered_by_those_that_it_has(
    language: str, applicant: Applicant
) -> None:
    applicant.language = language
    terms, told = applicant.house.catalogue.partners, applicant.told
    goal, tier = next(
        (goal, tier) for goal, tiers in terms.offer.goals.items() for tier in terms.tiers if tier not in tiers
    )
    answer = applicant.sign_up(goal=goal, tier=tier)
    [(target, message)] = applicant.see(answer.text).errors
    assert target.startswith("tier-")
    assert applicant.house.catalogue.languages[language].words.goals[goal] in message
    assert all(told.tiers[each].name in message for each in terms.offer.goals[goal])
    assert applicant.see(answer.text).checked("tier") == [tier]
    assert applicant.customers() == []


@pytest.mark.parametrize(("country", "written"), [("FI", "131052-308T"), ("SE", "811228-9874")])
def test_a_persons_number_is_refused_and_not_shown_again(
    country: str, written: str, applicant: Applicant
) -> None:
    answer = applicant.sign_up(country=country, business_id=written)
    told = applicant.told.words.sign_up.business_id_personal
    assert [text for _, text in applicant.see(answer.text).errors] == [told]
    assert written not in answer.text


def test_a_name_of_120_signs_with_an_emoji_and_a_script_is_kept_as_it_is(applicant: Applicant) -> None:
    name = ("<script>alert('🙂')</script> & {company} " + "Å" * 120)[:120]
    assert applicant.sign_up(company=name).status_code == 200
    assert applicant.customer().name == name
    again = applicant.sign_up(company=name, city="")
    assert again.status_code == 422
    assert not innards(again.text, name)
    assert applicant.see(again.text).all("input", name="company")[0]["value"] == name
    assert "<script>alert" not in again.text


def test_two_companies_of_one_name_are_two(applicant: Applicant) -> None:
    applicant.sign_up()
    assert applicant.sign_up(business_id="9000003-8").status_code == 200
    assert [each.name for each in applicant.customers()] == [PARTNER["company"]] * 2


@pytest.mark.parametrize("lag", [False, True])
def test_the_same_business_id_again_is_the_same_partner_and_tells_nobody_so(
    lag: bool, applicant: Applicant
) -> None:
    """What the second one wrote is not taken."""
    first = applicant.sign_up()
    if lag:
        applicant.house.go_wrong(kind="search_lag", seconds=30)
    again = applicant.sign_up(
        business_id="FI 90000011", company="Toinen Oy", contact_email="stranger@example.org"
    )
    assert (again.status_code, again.text) == (first.status_code, first.text)
    assert applicant.customer().name == PARTNER["company"]
    assert "stranger@example.org" not in str(applicant.customer())
    assert "stranger@example.org" not in [letter.to for letter in letters(applicant.house)]


def test_several_that_sign_up_at_the_same_time_with_one_id_become_one_partner(applicant: Applicant) -> None:
    names = [f"Esimerkki {number} Oy" for number in range(4)]
    with ThreadPoolExecutor(4) as several:
        answers = list(several.map(lambda name: applicant.sign_up(company=name), names))
    assert {answer.status_code for answer in answers} == {200}
    assert applicant.customer().name in names


def test_an_employer_may_be_a_partner_too_and_is_another_customer(
    applicant: Applicant, office: Office
) -> None:
    """Other people answer for it, at other addresses."""
    assert office.sign_up().status_code == applicant.sign_up().status_code == 200
    roles = sorted(each.metadata["role"] for each in applicant.customers())
    assert roles == ["employer", "partner"]
    assert office.sign_up(company="X").status_code == 200
    assert {each.name for each in applicant.customers()} == {PARTNER["company"], SIGN_UP["company"]}


def test_a_robot_is_told_what_is_true_for_anyone(applicant: Applicant) -> None:
    answer = applicant.sign_up(homepage="https://spam.example")
    assert applicant.heading(answer) == applicant.told.words.door.sent_title
    assert (applicant.house.witness.asked, letters(applicant.house)) == ([], [])


def test_whoever_signs_up_again_and_again_is_asked_to_wait(applicant: Applicant) -> None:
    answers = [applicant.sign_up(city="").status_code for _ in range(60)]
    assert answers[0] == 422
    assert answers[-1] == 429


@pytest.mark.parametrize("row", [pytest.param(row, id=row["name"]) for row in FAULTS])
@pytest.mark.parametrize("path", ["/v1/customers/search", "/v1/customers"])
def test_a_short_fault_of_stripes_is_waited_out(path: str, row: dict[str, Any], applicant: Applicant) -> None:
    applicant.house.go_wrong(**row["fault"], path=path)
    answer = applicant.sign_up()
    applicant.house.sandbox.account.faults.clear()
    assert (answer.status_code, applicant.customer().name) == (200, PARTNER["company"])


@pytest.mark.parametrize("arrives", [False, True], ids=["before it arrives", "after it was done"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_wherever_stripe_goes_down_the_page_says_so_and_sending_again_makes_one_partner(
    language: str, arrives: bool, applicant: Applicant, serve: Any
) -> None:
    applicant.language = language
    line = Line(applicant.house.sandbox)
    with serve(line) as url:
        app = applicant.house.app(stripe_api=url)
        client = applicant.house.client(app)
        for step in range(1, MOST_STEPS):
            applicant.house.sandbox.reset()
            app.limits.forget()
            line.count, line.dead_from, line.arrives = 0, step, arrives
            first = client.post("/api/partner", data=applicant.fields())
            reached = line.count >= step
            line.dead_from = 0
            if not reached:
                break
            assert first.status_code == 503, step
            assert applicant.heading(first) == applicant.told.words.door.unavailable_title
            again = client.post("/api/partner", data=applicant.fields())
            assert (again.status_code, applicant.customer().name) == (200, PARTNER["company"]), step
        assert step > 3, "search, list and create"


@pytest.mark.parametrize("language", LANGUAGES)
def test_when_mail_is_down_the_page_says_so_and_a_repeat_signs_up_once(
    language: str, applicant: Applicant, tmp_path: Path
) -> None:
    applicant.language = language
    file = tmp_path / "no-folder"
    file.write_text("")
    app = applicant.house.app()
    app.desk = msgspec.structs.replace(app.desk, mailer=OutboxMailer(file / "outbox"))
    answer = applicant.house.client(app).post("/api/partner", data=applicant.fields())
    assert (answer.status_code, applicant.heading(answer)) == (503, applicant.told.words.door.mail_title)
    assert applicant.sign_up().status_code == 200
    assert applicant.customer().metadata["state"] == "pending"
    assert letters(applicant.house) != []


def test_the_log_tells_on_nobody(applicant: Applicant, caplog: pytest.LogCaptureFixture) -> None:
    applicant.sign_up(message="Hemligt", einvoice="0037900000110")
    applicant.sign_up(business_id="131052-308T")
    hidden = [value for name, value in PARTNER.items() if name not in ("tier", "goal", "country")]
    for told in (*hidden, "Hemligt", "0037900000110", "131052"):
        assert told not in caplog.text


def test_the_html_checker_finds_nothing_wrong_with_what_a_company_is_shown(
    applicant: Applicant, tmp_path: Path, project: Path
) -> None:
    checker = command(project)
    shown = {"wrong": applicant.sign_up(tier="", company="", message="x" * 501), "sent": applicant.sign_up()}
    for name, answer in shown.items():
        (tmp_path / f"{name}.html").write_text(answer.text, encoding="utf-8")
    assert findings(checker, folder=tmp_path) == []
