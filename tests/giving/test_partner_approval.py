"""Staff decide of a company by the link in their letter: once, whatever is pressed twice or goes down."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
import pytest
import requests
import yaml

from tests.giving.applicants import PARTNER, Applicant
from tests.giving.deciders import PATH, Decider, decider
from tests.giving.innards import innards
from tests.giving.workplaces import FORM, letters
from tests.site.test_vnu import command, findings
from yhdessa.mail.mailer import OutboxMailer
from yhdessa.payments.partners import PartnerState

__all__ = ["decider"]
LANGUAGES = ("fi", "sv", "en")
DAY = 24 * 3600
LINKS = yaml.safe_load(Path(__file__).with_name("partner_links.yml").read_text("utf-8"))
#: 120 signs, some of which are dear to robots.
LONG_NAME = ("<script>alert('🙂')</script> & {company} Oy " + "Å" * 120)[:120]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sign_up_is_told_to_staff_in_their_language_and_to_the_company_in_its_own(
    language: str, applicant: Applicant, decider: Decider
) -> None:
    applicant.language = language
    applicant.sign_up(message="Hei!\r\nKirjoitelkaa.", purchase_reference="PO 4500", einvoice="003712345")
    staff, company = letters(applicant.house)
    assert (staff.to, staff.language) == (applicant.house.catalogue.partners.staff, "fi")
    assert (company.to, company.language) == (PARTNER["contact_email"], language)
    assert PARTNER["company"] in staff.subject
    for told in (*PARTNER.values(), "PO 4500", "003712345", "Hei! Kirjoitelkaa."):
        assert told in staff.text or told in ("main", "anywhere", "FI"), told
    assert staff.links == [decider.house.url + decider.link()]
    assert "{" not in staff.text + company.text
    assert applicant.told.tiers["main"].name in company.text
    assert company.links == []


def test_the_link_shows_what_was_asked_and_does_nothing_yet(applicant: Applicant, decider: Decider) -> None:
    """Mail scanners open links, and press nothing."""
    applicant.sign_up(message="Hei!")
    for _ in range(2):
        answer = applicant.visitor.get(decider.link())
    page = decider.see(answer.text)
    assert (answer.status_code, page.said("h1"), page.lang) == (200, [PARTNER["company"]], "fi")
    assert page.said("dd")[-2] == "Hei!"
    assert (page.all("meta", name="robots", content="noindex") != [], len(page.all("form"))) == (True, 2)
    assert (answer.headers["Referrer-Policy"], answer.headers["Cache-Control"]) == (
        "strict-origin",
        "no-store",
    )
    held = [form["action"] for form in page.all("form")] + [str(a.get("href")) for a in page.all("a")]
    assert [address for address in held if "token" in str(address)] == []
    assert (decider.partner().state, decider.subscriptions()) == (PartnerState.PENDING, [])


@pytest.mark.parametrize("row", [pytest.param(row, id=row["name"]) for row in LINKS])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_that_is_not_good_says_so_decides_nothing_and_shows_nothing(
    row: dict[str, Any], language: str, applicant: Applicant, decider: Decider
) -> None:
    applicant.sign_up()
    good = decider.token()
    tokens = {
        "altered": f"A{good}",
        "cut": good[:-1],
        "forged": decider.token(secret="somebody-elses-secret-of-32-letters"),
        "employer": decider.token("employer"),
        "older": decider.token(link="0"),
        "nobody": decider.token(customer="cus_nobody12345"),
        "long": "a" * 5000,
        "old": decider.token(age=61 * DAY),
    }
    decider.language = language
    token = row["token"].format(**tokens)
    opened = decider.visitor.get(f"{PATH}?language={language}&token={quote(token)}")
    fields = {"language": language, "token": token, "act": "approve"}
    pressed = decider.visitor.post(PATH, fields, headers=FORM)
    for answer in (opened, pressed):
        page = decider.see(answer.text)
        assert answer.status_code == row["status"]
        assert page.said("h1") == [getattr(decider.words, f"{row['said']}_title")]
        assert PARTNER["company"] not in answer.text
    assert (decider.partner().state, decider.subscriptions()) == (PartnerState.PENDING, [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_approved_company_is_invoiced_each_year_and_welcomed_in_its_language(
    language: str, applicant: Applicant, decider: Decider
) -> None:
    applicant.language = decider.language = language
    applicant.sign_up(purchase_reference="PO 4500", einvoice="003712345")
    answer = decider.approve()
    assert (answer.status_code, decider.said(answer)) == (200, decider.words.approved)
    found, terms = decider.subscription(), decider.house.catalogue.partners
    assert (found.status, found.collection_method) == ("active", "send_invoice")
    assert found.days_until_due == terms.days_until_due
    [item] = found["items"].data
    price = terms.tiers["main"].yearly
    assert (item.price.unit_amount, item.price.currency) == (price.minor, price.currency.lower())
    assert item.price.recurring.interval == "year"
    marks = found.metadata.to_dict()
    assert marks == {"source": "yhdessa", "kind": "partner", "tier": "main", "language": language}
    [rate] = found.default_tax_rates
    assert (rate.percentage, rate.country, rate.inclusive) == (25.5, "FI", False)
    fields = {each.value for each in applicant.customer().invoice_settings.custom_fields}
    assert fields == {"PO 4500", "003712345", "9000001-1"}
    [welcome] = decider.about("partner_approved", language)
    assert (welcome["To"], welcome["Content-Language"]) == (PARTNER["contact_email"], language)
    assert PARTNER["billing_email"] in welcome.get_content()
    partner = decider.partner()
    assert (partner.state, partner.subscription, partner.told) == (PartnerState.APPROVED, found.id, True)


@pytest.mark.parametrize(
    ("changed", "percent", "tax"),
    [
        ({"tier": "friend"}, [], 0),
        ({"country": "SE", "business_id": "123456-7897", "postal_code": "11122"}, [0.0], 0),
        ({}, [25.5], 255_000),
    ],
)
def test_the_first_invoice_has_the_tax_that_content_says_and_the_fields_of_the_company(
    changed: dict[str, str], percent: list[float], tax: int, applicant: Applicant, decider: Decider
) -> None:
    """A gift has none; where the buyer settles the tax, the invoice says so."""
    applicant.sign_up(**changed)
    decider.approve()
    found = decider.subscription()
    invoice = found.latest_invoice
    assert [rate.percentage for rate in found.default_tax_rates] == percent
    assert invoice.total - invoice.subtotal == tax
    note = applicant.told.words.vat_notes["reverse-charge"]
    assert invoice.footer == (note if percent == [0.0] else None)
    assert invoice.customer_address.postal_code.replace(" ", "") == {**PARTNER, **changed}["postal_code"]


def test_approving_twice_is_approving_once(applicant: Applicant, decider: Decider) -> None:
    applicant.sign_up()
    decider.approve()
    again = decider.approve()
    assert decider.said(again).startswith(decider.words.approved_before.partition("{")[0])
    status, told, _ = decider.run("approve", decider.partner().id)
    assert (status, "Nothing was done twice" in told) == (0, True)
    assert (len(decider.subscriptions()), len(decider.about("partner_approved", "fi"))) == (1, 1)


def test_link_and_command_at_the_same_time_are_one_approval(applicant: Applicant, decider: Decider) -> None:
    applicant.sign_up()
    partner = decider.partner()
    with ThreadPoolExecutor(4) as several:
        pressed = [several.submit(decider.approve) for _ in range(3)]
        run = several.submit(decider.run, "approve", partner.id)
        assert {each.result().status_code for each in pressed} == {200}
        assert run.result()[0] == 0
    assert len(decider.subscriptions()) == 1
    assert len({each["Message-ID"] for each in decider.about("partner_approved", "fi")}) == 1
    assert decider.partner().state is PartnerState.APPROVED


def test_what_was_approved_keeps_its_price(applicant: Applicant, decider: Decider) -> None:
    applicant.sign_up()
    decider.approve()
    approved = decider.subscription()["items"].data[0].price.unit_amount
    dearer = _dearer(decider.house.catalogue)
    house = decider.house.app()
    house.desk = msgspec.structs.replace(house.desk, catalogue=dearer)
    decider.house.client(house).post(PATH, data=decider.fields("approve"))
    assert decider.subscription()["items"].data[0].price.unit_amount == approved


def _dearer(catalogue: Any) -> Any:
    written = msgspec.json.decode(catalogue.partners_json)
    for tier in written["tiers"].values():
        tier["yearly"]["minor"] *= 2
    return msgspec.structs.replace(catalogue, partners_json=msgspec.Raw(msgspec.json.encode(written)))


@pytest.mark.parametrize("reason", ["", "  \r\n ", "x" * 501])
def test_a_refusal_needs_a_reason_that_a_letter_can_hold(
    reason: str, applicant: Applicant, decider: Decider
) -> None:
    applicant.sign_up()
    answer = decider.decline(reason)
    page = decider.see(answer.text)
    assert (answer.status_code, [target for target, _ in page.errors]) == (422, ["reason"])
    assert decider.partner().state is PartnerState.PENDING
    assert len(letters(decider.house)) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_declined_company_reads_why_and_can_be_approved_later(
    language: str, applicant: Applicant, decider: Decider
) -> None:
    applicant.language = language
    applicant.sign_up()
    reason = "Vi har ingen plats <b>nu</b>.\r\nKom igen!"
    answer = decider.decline(reason)
    assert decider.said(answer) == decider.words.declined
    [letter] = decider.about("partner_declined", language)
    assert "Vi har ingen plats <b>nu</b>.\nKom igen!" in letter.get_content()
    assert escape("<b>nu</b>") in answer.text
    assert (decider.partner().state, decider.subscriptions()) == (PartnerState.DECLINED, [])
    again = decider.decline("Another reason")
    assert decider.said(again).startswith(decider.words.declined_before.partition("{")[0])
    assert decider.partner().reason == "Vi har ingen plats <b>nu</b>.\nKom igen!"
    assert decider.said(decider.approve()) == decider.words.approved
    partner = decider.partner()
    assert (partner.state, partner.reason) == (PartnerState.APPROVED, "")


def test_an_approved_company_cannot_be_declined(applicant: Applicant, decider: Decider) -> None:
    applicant.sign_up()
    decider.approve()
    answer = decider.decline()
    assert (answer.status_code, decider.said(answer)) == (409, decider.words.cannot_decline)
    status, _, said = decider.run("decline", decider.partner().id, "--reason", "No")
    assert (status, "cancel the company's subscription in Stripe" in said) == (1, True)
    assert decider.partner().state is PartnerState.APPROVED
    assert decider.about("partner_declined", "fi") == []


@pytest.mark.parametrize("act", ["approve", "decline"])
def test_when_mail_is_down_the_decision_stands_and_pressing_again_sends_the_letter(
    act: str, applicant: Applicant, decider: Decider, tmp_path: Path
) -> None:
    applicant.sign_up()
    (tmp_path / "no-folder").write_text("")
    app = decider.house.app()
    app.desk = msgspec.structs.replace(app.desk, mailer=OutboxMailer(tmp_path / "no-folder" / "outbox"))
    fields = decider.fields(act, reason="Täynnä")
    answer = decider.house.client(app).post(PATH, data=fields)
    assert (answer.status_code, decider.said(answer)) == (503, decider.words.no_letter)
    assert decider.see(answer.text).all("form")[0]["action"] == PATH
    assert decider.words.letter_again in answer.text
    again = decider.visitor.post(PATH, decider.fields(act), headers=FORM)
    assert decider.said(again) == getattr(decider.words, "approved" if act == "approve" else "declined")
    decider.visitor.post(PATH, decider.fields(act), headers=FORM)
    assert len(decider.about(f"partner_{act}d", "fi")) == 1


def test_a_declined_company_that_signs_up_again_waits_again_and_older_links_open_nothing(
    applicant: Applicant, decider: Decider
) -> None:
    applicant.sign_up(message="Eka", einvoice="003712345")
    old = decider.token()
    decider.decline()
    applicant.sign_up(company="Uusi nimi Oy", tier="friend")
    partner = decider.partner()
    assert (partner.state, partner.link, partner.reason) == (PartnerState.PENDING, "2", "")
    assert (partner.asked.company, partner.asked.tier) == ("Uusi nimi Oy", "friend")
    assert (partner.asked.message, partner.asked.einvoice, partner.told) == ("", "", False)
    assert decider.open(old).status_code == 400
    assert decider.open(decider.token(link="2")).status_code == 200


def test_a_partner_that_signs_up_again_is_told_that_it_is_one_and_nothing_else_happens(
    applicant: Applicant, decider: Decider
) -> None:
    applicant.sign_up()
    decider.approve()
    applicant.sign_up(company="Joku muu", contact_email="stranger@example.org")
    assert len(decider.letters()) == 1
    [known] = decider.about("partner_known", "fi")
    assert known["To"] == PARTNER["contact_email"]
    assert decider.partner().asked.company == PARTNER["company"]


def test_two_companies_of_one_name_are_decided_apart(applicant: Applicant, decider: Decider) -> None:
    applicant.sign_up()
    applicant.sign_up(business_id="9000003-8")
    first, second = (letter.links[0].removeprefix(decider.house.url) for letter in decider.letters())
    token = first.partition("token=")[2]
    fields = {"language": "fi", "token": token, "act": "approve"}
    assert decider.visitor.post(PATH, fields, headers=FORM).status_code == 200
    assert [each.state for each in decider.partners()] == [PartnerState.APPROVED, PartnerState.PENDING]
    assert len(decider.see(decider.visitor.get(second).text).all("form")) == 2


def test_a_long_name_with_an_emoji_and_a_script_is_a_name_everywhere(
    applicant: Applicant, decider: Decider
) -> None:
    applicant.sign_up(company=LONG_NAME)
    staff, company = letters(decider.house)
    assert LONG_NAME in staff.subject
    assert LONG_NAME in staff.text
    assert LONG_NAME in company.text
    shown = decider.visitor.get(decider.link())
    assert decider.see(shown.text).said("h1") == [LONG_NAME]
    assert "<script>alert" not in shown.text
    assert not innards(shown.text, LONG_NAME)
    decider.approve()
    [welcome] = decider.about("partner_approved", "fi")
    assert LONG_NAME in welcome.get_content()
    assert decider.subscription().status == "active"


def test_an_unknown_act_changes_nothing(applicant: Applicant, decider: Decider) -> None:
    applicant.sign_up()
    answer = decider.visitor.post(PATH, decider.fields("delete"), headers=FORM)
    assert (answer.status_code, decider.partner().state) == (200, PartnerState.PENDING)


def test_a_tier_that_content_has_no_longer_is_named_and_nothing_begins(
    applicant: Applicant, decider: Decider
) -> None:
    applicant.sign_up()
    written = msgspec.json.decode(decider.house.catalogue.partners_json)
    del written["tiers"]["main"]
    app = decider.house.app()
    raw = msgspec.Raw(msgspec.json.encode(written))
    catalogue = msgspec.structs.replace(app.desk.catalogue, partners_json=raw)
    app.desk = msgspec.structs.replace(app.desk, catalogue=catalogue)
    client = decider.house.client(app)
    answer = client.post(PATH, data=decider.fields("approve"))
    assert (answer.status_code, decider.said(answer)) == (409, decider.words.not_offered)
    assert (decider.subscriptions(), decider.partner().state) == ([], PartnerState.PENDING)


def test_whoever_has_a_link_of_another_host_or_none_is_refused_as_any_form(decider: Decider) -> None:
    elsewhere = {**FORM, "Origin": "https://elsewhere.example"}
    answer: requests.Response = decider.visitor.post(PATH, {"act": "approve"}, headers=elsewhere)
    assert answer.status_code == 403


def test_the_pages_of_staff_are_html_without_an_error(
    applicant: Applicant, decider: Decider, tmp_path: Path, project: Path
) -> None:
    checker = command(project)
    applicant.sign_up(company=LONG_NAME, message="Hei!")
    shown = {
        "asked": decider.open(),
        "wrong": decider.decline(""),
        "old": decider.open(decider.token(age=61 * DAY)),
        "declined": decider.decline(),
        "approved": decider.approve(),
    }
    for name, answer in shown.items():
        (tmp_path / f"{name}.html").write_text(answer.text, encoding="utf-8")
    assert findings(checker, folder=tmp_path) == []
