"""`yhdessa signups`: who has signed up and how it stands, and the same decisions as by the link."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import requests
import stripe

from tests.giving.applicants import PARTNER, Applicant
from tests.giving.deciders import Decider, decider
from tests.giving.test_partner_approval import LONG_NAME
from yhdessa import cli
from yhdessa.model.partner_desk_words import STATES, STEPS
from yhdessa.payments.partners import PartnerState
from yhdessa.payments.yearly import Step
from yhdessa.signups import options

__all__ = ["decider"]
HOUR, DAY = 3600, 24 * 3600


def test_content_has_words_for_every_state_and_every_step() -> None:
    assert set(STATES) == set(options.STATES) == {state.value for state in PartnerState}
    assert tuple(step.value for step in Step) == STEPS


def pass_time(decider: Decider, seconds: int) -> None:
    """Let the sandbox's time jump ahead."""
    control = f"{decider.house.sandbox.settings.public_url}/_control/clock"
    assert requests.post(control, json={"advance": seconds}, timeout=8).status_code == 200


def listed(decider: Decider, *options: str) -> list[dict[str, Any]]:
    """What the command knows of each company."""
    status, told, said = decider.run(*options, "--json")
    assert (status, said) == (0, "")
    read: list[dict[str, Any]] = json.loads(told)
    return read


def test_before_anybody_has_signed_up_a_line_says_so(decider: Decider) -> None:
    assert decider.run() == (0, "No company has signed up.\n", "")
    assert decider.run("list", "--state", "paid") == (0, "None is paid.\n", "")
    assert listed(decider) == []


def test_the_table_has_a_row_a_company_and_those_who_wait_stand_first(
    applicant: Applicant, decider: Decider
) -> None:
    applicant.sign_up()
    decider.approve()
    applicant.sign_up(business_id="9000003-8", company="Toinen Oy", tier="friend")
    head, *rows = decider.run()[1].splitlines()
    assert head.split()[0] == "STATE"
    assert [row.split()[0] for row in rows] == ["pending", "approved"]
    assert rows[0].endswith("Toinen Oy")
    assert rows[1].endswith(PARTNER["company"])
    assert "9000003-8" in rows[0]
    assert len({row.index(" Oy") > 0 for row in rows}) == 1
    assert decider.run("--state", "approved") == decider.run("list", "--state", "approved")
    assert len(decider.run("--state", "approved")[1].splitlines()) == 2


def test_json_has_all_that_is_known(applicant: Applicant, decider: Decider) -> None:
    goal, tiers = next(iter(decider.house.catalogue.partners.offer.goals.items()))
    applicant.language = "sv"
    applicant.sign_up(
        goal=goal,
        tier=tiers[0],
        company="Å 🙂 Ab",
        website="example.org",
        message="Hej!\r\nVi hörs.",
        purchase_reference="PO 1",
        einvoice="003712345",
    )
    [before] = listed(decider)
    assert before == {
        "id": applicant.customer().id,
        "state": "pending",
        "company": "Å 🙂 Ab",
        "country": "FI",
        "business_id": "90000011",
        "tier": tiers[0],
        "goal": goal,
        "contact": {"name": PARTNER["contact_name"], "email": PARTNER["contact_email"]},
        "billing_email": PARTNER["billing_email"],
        "address": {"line": PARTNER["address_line"], "postal_code": "00100", "city": PARTNER["city"]},
        "language": "sv",
        "website": "https://example.org",
        "message": "Hej!\nVi hörs.",
        "purchase_reference": "PO 1",
        "einvoice": "003712345",
        "reason": "",
        "subscription": "",
        "invoice": "",
        "invoice_url": "",
        "invoice_due": None,
        "decided": None,
        "told": False,
        "live": False,
        "signed_up": before["signed_up"],
    }
    assert before["signed_up"].endswith("+00:00")
    decider.approve()
    pass_time(decider, 2 * HOUR)
    [after] = listed(decider)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {
        *("state", "subscription", "invoice", "invoice_url", "invoice_due", "decided", "told"),
    }


@pytest.mark.parametrize("which", ["id", "business id", "business id as it is not written", "VAT number"])
def test_a_company_is_known_by_its_id_at_stripe_and_by_its_business_id(
    which: str, applicant: Applicant, decider: Decider
) -> None:
    applicant.sign_up(message="Hei!")
    written = {
        "id": applicant.customer().id,
        "business id": "9000001-1",
        "business id as it is not written": " 90000011 ",
        "VAT number": "FI90000011",
    }[which]
    status, told, _ = decider.run("show", written)
    assert status == 0
    for expected in (PARTNER["company"], PARTNER["city"], "Hei!", applicant.customer().id):
        assert expected in told
    assert decider.words.leads["pending"] == told.splitlines()[0]


@pytest.mark.parametrize("written", ["cus_nobody12345", "9000007-0", "x", "", "\x1b[31mred", "12\n34"])
def test_an_id_that_nobody_has_is_named_in_one_line(
    written: str, applicant: Applicant, decider: Decider
) -> None:
    applicant.sign_up()
    for deed in (("show", written), ("approve", written), ("decline", written, "--reason", "No")):
        status, told, said = decider.run(*deed)
        assert (status, told, len(said.splitlines())) == (1, "", 1)
        assert "No company has signed up with the id" in said
        assert "\x1b" not in said
    assert decider.partner().state is PartnerState.PENDING


def test_a_company_is_approved_by_its_business_id_and_then_is_so(
    applicant: Applicant, decider: Decider
) -> None:
    applicant.language = "en"
    applicant.sign_up()
    status, told, _ = decider.run("approve", "9000001-1")
    assert (status, told.splitlines()[0].startswith(f"Approved: {PARTNER['company']}")) == (0, True)
    assert decider.partner().state is PartnerState.APPROVED
    assert len(decider.about("partner_approved", "en")) == 1
    assert decider.said(decider.approve()).startswith(decider.words.approved_before.partition("{")[0])


def test_a_company_is_declined_with_a_reason_that_its_letter_holds(
    applicant: Applicant, decider: Decider
) -> None:
    applicant.sign_up()
    partner = decider.partner()
    assert decider.run("decline", partner.id, "--reason", " \n ")[0] == 1
    assert decider.run("decline", partner.id, "--reason", "x" * 501)[0] == 1
    assert decider.partner().state is PartnerState.PENDING
    status, told, _ = decider.run("decline", partner.id, "--reason", "Täynnä")
    assert (status, told.startswith("Declined: ")) == (0, True)
    assert decider.run("decline", partner.id, "--reason", "Muu")[1].endswith("Nothing was done twice.\n")
    [letter] = decider.about("partner_declined", "fi")
    assert "Täynnä" in letter.get_content()


def test_a_paid_a_late_and_an_ended_partnership_are_told_apart(
    applicant: Applicant, decider: Decider
) -> None:
    applicant.sign_up()
    applicant.sign_up(business_id="9000003-8", company="Toinen Oy", tier="friend")
    for partner in decider.partners():
        assert decider.run("approve", partner.id)[0] == 0
    states = [each["state"] for each in listed(decider)]
    assert states == ["approved", "approved"]
    pass_time(decider, 2 * HOUR)
    first, second = decider.partners()
    assert "/invoice/" in first.invoice_url
    decider.house.stripe.v1.invoices.pay(first.invoice, {"paid_out_of_band": True})
    assert [each["state"] for each in listed(decider)] == ["paid", "approved"]
    pass_time(decider, 15 * DAY)
    assert [each["state"] for each in listed(decider)] == ["paid", "overdue"]
    decider.house.stripe.v1.subscriptions.cancel(second.subscription)
    assert [each["state"] for each in listed(decider)] == ["paid", "cancelled"]
    status, _, said = decider.run("approve", second.id)
    assert (status, "can sign up again" in said) == (1, True)
    applicant.sign_up(business_id="9000003-8", company="Toinen Oy", tier="main")
    assert [each["state"] for each in listed(decider)] == ["paid", "pending"]
    assert decider.run("approve", second.id)[0] == 0
    again = decider.partners()[1]
    assert (again.state, again.subscription != second.subscription) == (PartnerState.APPROVED, True)


def test_the_next_years_invoice_is_waited_for_again(applicant: Applicant, decider: Decider) -> None:
    applicant.sign_up()
    decider.approve()
    pass_time(decider, 2 * HOUR)
    decider.house.stripe.v1.invoices.pay(decider.partner().invoice, {"paid_out_of_band": True})
    pass_time(decider, 366 * DAY)
    assert decider.partner().state is PartnerState.APPROVED
    pass_time(decider, 15 * DAY)
    assert decider.partner().state is PartnerState.OVERDUE


def test_a_name_can_steer_no_terminal(applicant: Applicant, decider: Decider) -> None:
    applicant.sign_up(company=LONG_NAME)
    customer = applicant.customer()
    evil = "\x1b[2J\x9b31m\u202e\u2028Oy\r\nmain"
    decider.house.stripe.v1.customers.update(customer.id, {"name": evil})
    for told in (decider.run()[1], decider.run("show", customer.id)[1], decider.run("--json")[1]):
        assert not {"\x1b", "\x9b", "\u202e", "\u2028", "\r"} & set(told)
    assert len(decider.run()[1].splitlines()) == 2
    assert listed(decider)[0]["company"] == evil


def test_a_hundred_companies_are_listed_with_a_handful_of_requests(decider: Decider) -> None:
    customers = decider.house.stripe.v1.customers
    marks = {"source": "yhdessa", "role": "partner", "state": "pending", "link": "1", "at": "1790000000"}
    marks |= {"country": "FI", "language": "fi", "tier": "main"}
    for number in range(120):
        own = {**marks, "business_id": f"{number:08d}"}
        customers.create({"name": f"Yritys {number}", "email": "a@example.org", "metadata": own})
    decider.house.witness.asked.clear()
    names = [each.asked.company for each in decider.partners()]
    assert names == [f"Yritys {number}" for number in range(120)]
    assert len(decider.house.witness.asked) <= 5


def test_what_a_search_does_not_know_yet_is_listed_all_the_same(
    applicant: Applicant, decider: Decider
) -> None:
    applicant.sign_up()
    decider.house.go_wrong(kind="search_lag", seconds=30)
    assert len(listed(decider)) == 1


def test_when_mail_is_down_the_command_says_what_stands_and_how_the_letter_is_sent(
    applicant: Applicant, decider: Decider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant.sign_up()
    partner = decider.partner()
    (tmp_path / "no-folder").write_text("")
    monkeypatch.setenv("OUTBOX", str(tmp_path / "no-folder" / "outbox"))
    status, _, said = decider.run("approve", partner.id)
    assert (status, said.count("\n")) == (1, 1)
    assert f"yhdessa signups approve {partner.id}" in said
    monkeypatch.setenv("OUTBOX", str(decider.house.settings.outbox))
    assert "has its letter now" in decider.run("approve", partner.id)[1]
    assert "Nothing was done twice" in decider.run("approve", partner.id)[1]
    assert len(decider.about("partner_approved", "fi")) == 1


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"STRIPE_SECRET_KEY": "nonsense"}, "STRIPE_SECRET_KEY is no secret"),
        ({"STRIPE_SECRET_KEY": "sk_test_unknown"}, "Stripe refuses STRIPE_SECRET_KEY"),
        ({"STRIPE_SECRET_KEY": "", "STRIPE_API": "http://127.0.0.1:9"}, "does `make serve` run?"),
        ({"STRIPE_API": "http://127.0.0.1:9"}, "Stripe does not answer"),
        ({"SMTP_URL": "nonsense"}, "SMTP_URL is no mail server"),
    ],
)
def test_what_is_in_the_way_is_said_in_a_line(
    changed: dict[str, str], told: str, decider: Decider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stripe.HTTPClient, "INITIAL_DELAY", 0.02)
    for name, value in changed.items():
        monkeypatch.setenv(name, value)
    status, printed, said = decider.run()
    assert (status, printed, said.count("\n")) == (1, "", 1)
    assert told in said


def test_a_site_without_sign_ups_says_which_file_is_missing(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["signups", "--project", str(tree)]) == 1
    assert "content/facts/partner.yml is missing" in capsys.readouterr().err


@pytest.mark.parametrize(
    "marks",
    [
        {"state": ""},
        {"state": "paid"},
        {"at": "?", "link": "x", "decided": "-1"},
        {"tier": "", "country": ""},
    ],
)
def test_marks_that_somebody_changed_at_stripe_spoil_no_list_and_the_company_waits(
    marks: dict[str, str], applicant: Applicant, decider: Decider
) -> None:
    applicant.sign_up()
    applicant.sign_up(business_id="9000003-8", company="Toinen Oy")
    first, second = decider.partners()
    decider.house.stripe.v1.customers.update(first.id, {"metadata": marks})
    assert [each["state"] for each in listed(decider)] == ["pending", "pending"]
    assert len(decider.run()[1].splitlines()) == 3
    assert decider.run("show", first.id)[0] == 0
    assert decider.run("approve", second.id)[0] == 0
    status, _, said = decider.run("approve", first.id)
    assert (status, "no price" in said) == ((1, True) if "tier" in marks else (0, False))
