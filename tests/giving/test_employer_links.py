"""The link to an employer's own page: what opens it, what does not, and where its token may be seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml

from tests.giving.workplaces import SIGN_UP, Office, letters
from yhdessa.giving.links import Links

LANGUAGES = ("fi", "sv", "en")
DAY = 24 * 3600
ROWS = yaml.safe_load(Path(__file__).with_name("employer_links.yml").read_text("utf-8"))


def token(office: Office, purpose: str = "employer", age: float = 0, secret: str = "", **facts: str) -> str:
    """A token as the functions sign them, `age` seconds old."""
    secrets = (secret,) if secret else office.house.settings.site_secrets
    links = Links(secrets, lambda: office.house.running.clock() - age)
    return links.token(purpose, {"customer": office.customer().id, "link": "1", **facts})


def tokens(office: Office) -> dict[str, str]:
    good = token(office)
    return {
        "altered": f"A{good}",
        "cut": good[:-1],
        "forged": token(office, secret="somebody-elses-secret-of-32-letters"),
        "pledge": token(office, "pledge"),
        "visit": token(office, "employer-visit"),
        "long": "a" * 5000,
        "old": token(office, age=31 * DAY),
        "future": token(office, age=-2 * DAY),
    }


@pytest.mark.parametrize("row", [pytest.param(row, id=row["name"]) for row in ROWS])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_that_is_not_good_opens_a_page_that_says_so_and_nothing_of_the_employer(
    row: dict[str, Any], language: str, office: Office
) -> None:
    office.sign_up()
    office.language = language
    sent = row["token"].format(**tokens(office))
    heading = getattr(office.words.door, f"{row['said']}_title")
    opened = office.visitor.get(f"/api/employer?language={language}&token={quote(sent)}")
    pressed = office.post("/api/employer", token=sent, act="open")
    for answer in (opened, pressed):
        page = office.see(answer.text)
        assert (answer.status_code, page.said("h1")) == (row["status"], [heading])
        assert page.all("meta", name="robots", content="noindex")
        assert SIGN_UP["company"] not in answer.text
        assert SIGN_UP["contact_email"] not in answer.text


def test_a_link_opens_nothing_by_itself_and_asks_stripe_for_nothing(office: Office) -> None:
    """Mail scanners open links before people do."""
    office.sign_up()
    office.house.witness.asked.clear()
    for _ in range(3):
        answer = office.visitor.get(office.link())
        assert (answer.status_code, SIGN_UP["company"] in answer.text) == (200, False)
    assert office.house.witness.asked == []
    assert office.see(office.enter().text).said("h1") == [SIGN_UP["company"]]


def test_no_address_but_that_of_the_link_holds_a_token_and_no_server_is_told_of_it(office: Office) -> None:
    office.sign_up()
    opened = office.visitor.get(office.link())
    page = office.see(opened.text)
    assert opened.headers.get("Referrer-Policy") == "strict-origin"
    assert opened.headers["Cache-Control"] == "no-store"
    held = [form["action"] for form in page.all("form")] + [str(a.get("href")) for a in page.all("a")]
    assert [address for address in held if "token" in address] == []
    desk = office.see(office.enter().text)
    assert {form["action"] for form in desk.all("form")} == {"/api/employer", "/api/remittance"}
    linked = [str(link.get("href")) for link in desk.all("a")]
    assert [address.partition("?")[0] for address in linked if "token=" in address] == ["/api/pledge"]


def test_an_expired_link_sends_a_new_one_to_the_registered_addresses_and_shows_none(office: Office) -> None:
    office.sign_up()
    old = token(office, age=40 * DAY)
    answer = office.post("/api/employer", token=old, act="renew")
    assert office.see(answer.text).said("h1") == [office.words.door.renewed_title]
    assert [letter.to for letter in letters(office.house)] == [SIGN_UP["contact_email"]] * 2
    assert "token" not in answer.text
    assert office.enter().status_code == 200


def test_a_visit_ends_after_hours_and_an_old_one_can_ask_for_a_new_link(office: Office) -> None:
    office.sign_up()
    office.visit = token(office, "employer-visit", age=9 * 3600)
    ended = office.act("pause")
    assert (ended.status_code, office.customer().metadata["state"]) == (410, "active")
    assert office.see(ended.text).said("h1") == [office.words.door.expired_title]
    renewed = office.post("/api/employer", token=office.hidden(ended, "token"), act="renew")
    assert office.see(renewed.text).said("h1") == [office.words.door.renewed_title]


def test_replaced_links_open_nothing_and_every_contact_gets_a_new_one(office: Office) -> None:
    office.sign_up()
    before, old_link = token(office), office.link()
    office.enter()
    old_visit = office.visit
    office.act("contact", contact_name="Exempel Person", contact_email="second@example.org")
    answer = office.act("links")
    assert office.said(answer) == office.words.desk.done["links"]
    assert office.customer().metadata["link"] == "2"
    for stale in ({"token": before}, {"visit": old_visit}, {"token": before, "act": "renew"}):
        refused = office.post("/api/employer", **{"act": "open", **stale})
        assert (refused.status_code, office.see(refused.text).said("h1")) == (
            400,
            [office.words.door.invalid_title],
        )
    assert office.visitor.get(old_link).status_code == 200, "only Stripe knows that it is revoked"
    assert [letter.to for letter in letters(office.house)[-2:]] == [
        SIGN_UP["contact_email"],
        "second@example.org",
    ]
    assert office.enter().status_code == 200


def test_a_link_to_a_customer_who_is_no_employer_or_is_gone_opens_nothing(office: Office) -> None:
    office.sign_up()
    good = token(office)
    office.house.stripe.v1.customers.delete(office.customer().id)
    assert office.post("/api/employer", token=good, act="open").status_code == 400
    donor = office.house.stripe.v1.customers.create({"email": "giver@example.org"})
    refused = office.post("/api/employer", token=token(office, customer=donor.id), act="open")
    assert (refused.status_code, "giver@" in refused.text) == (400, False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_when_stripe_is_down_the_page_says_so_in_the_visitors_language(language: str, office: Office) -> None:
    office.sign_up()
    office.language = language
    good = token(office)
    office.house.go_wrong(kind="status", status=500, times=9)
    answer = office.post("/api/employer", token=good, act="open")
    office.house.sandbox.account.faults.clear()
    assert (answer.status_code, office.see(answer.text).said("h1")) == (
        503,
        [office.words.door.unavailable_title],
    )
    assert "unknown error" not in answer.text


def test_the_log_holds_no_token(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    office.sign_up()
    good = token(office)
    office.visitor.get(office.link())
    office.enter()
    office.visitor.get(f"/api/employer?token={good}x")
    office.act("pause")
    assert "/api/employer" in caplog.text
    for secret in (good, office.visit, office.link().partition("token=")[2], "token"):
        assert secret not in caplog.text
