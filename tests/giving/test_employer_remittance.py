"""A month's gifts: read, shown, and made one invoice, however often and from wherever it is asked for."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests
import yaml

from tests.giving.workplaces import GIFTS, SIGN_UP, Office, months

LANGUAGES = ("fi", "sv", "en")
MB = 1024 * 1024
FILES = yaml.safe_load(Path(__file__).with_name("employer_files.yml").read_text("utf-8"))
DAY = 24 * 3600


@pytest.fixture
def signed_up(office: Office) -> Office:
    """Somebody at a workplace that adds half of the gifts, on its page."""
    office.sign_up(matching="50", purchase_reference="PO 4500012345", einvoice="003790000011")
    office.enter()
    return office


@pytest.mark.parametrize("language", LANGUAGES)
def test_gifts_become_an_invoice_that_says_counts_and_sums_alone(language: str, office: Office) -> None:
    office.language = language
    goal = office.house.catalogue.offer.goals[0]
    office.sign_up(goal=goal, matching="50", purchase_reference="PO 45")
    office.enter()
    shown = office.remit()
    page = office.see(shown.text)
    sums = ["€22.50", "€11.25", "€33.75"] if language == "en" else ["22,50\xa0€", "11,25\xa0€", "33,75\xa0€"]
    assert page.said("dd")[:4] == ["2", *sums]
    assert office.invoices() == []
    sent = office.confirm(shown)
    assert (sent.status_code, office.said(sent)) == (200, office.words.desk.done["sent"])

    [invoice] = office.invoices()
    month = months(office.house)[0]
    assert invoice.metadata.to_dict() == {
        "source": "yhdessa",
        "kind": "payroll",
        "goal": goal,
        "month": month,
        "participants": "2",
        "gifts": "2250",
        "matching": "1125",
        "revision": "1",
        "language": language,
        "sent": "1",
    }
    assert (invoice.status, invoice.total, invoice.currency) == ("open", 3375, "eur")
    assert (invoice.collection_method, invoice.auto_advance) == ("send_invoice", False)
    days = office.house.catalogue.employers.days_until_due
    assert invoice.due_date - invoice.status_transitions.finalized_at == days * DAY
    assert sorted(line.amount for line in invoice.lines.data) == [1125, 2250]
    texts = office.words.invoice
    assert [field.to_dict() for field in invoice.custom_fields] == [
        {"name": texts.reference, "value": "PO 45"},
        {"name": texts.business_id, "value": "9000001-1"},
    ]
    assert "1001" not in str(invoice) + str(office.customer())
    listed = office.see(sent.text)
    assert sums[2] in listed.said("a")
    assert invoice.hosted_invoice_url in [link.get("href") for link in listed.all("a")]
    events = [each.type for each in office.house.stripe.v1.events.list({"limit": 100}).data]
    assert events.count("invoice.sent") == 1


def test_without_matching_there_is_one_line(office: Office) -> None:
    office.sign_up()
    office.enter()
    office.send()
    [invoice] = office.invoices()
    assert [(line.amount, "2" in line.description) for line in invoice.lines.data] == [(2250, True)]


def test_what_is_added_stays_within_its_cap(office: Office) -> None:
    office.sign_up(matching="100", matching_cap="10")
    office.enter()
    office.send()
    assert [invoice.total for invoice in office.invoices()] == [3250]


def test_pasted_lines_are_read_as_a_file_is(signed_up: Office) -> None:
    shown = signed_up.remit(b"", pasted="1001;10,00\r\n1002;12,50\r\n")
    signed_up.confirm(shown)
    assert [invoice.total for invoice in signed_up.invoices()] == [3375]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["name"]) for row in FILES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_file_with_a_problem_nothing_is_taken_and_every_problem_is_told_with_its_line(
    row: dict[str, Any], language: str, office: Office
) -> None:
    office.language = language
    office.sign_up()
    office.enter()
    answer = office.remit(row["gifts"].encode())
    page = office.see(answer.text)
    remit = office.words.remit
    _, _, table = answer.text.partition('aria-labelledby="problems"')
    told = office.see(table.partition("</table>")[0])
    lines = [remit.numbered.format(line=line) if line else remit.whole for line in row["lines"]]
    assert told.said("th")[2:] == lines
    said = office.house.catalogue.languages[language].employer.problems
    beginnings = [said[code].partition("{")[0] for code in row["codes"]]
    for cell, beginning in zip(told.said("td"), beginnings, strict=True):
        assert cell.startswith(beginning)
    assert answer.status_code == 422
    assert [target for target, _ in page.errors] == ["file"]
    assert page.all("input", name="read") == []
    assert "<script>alert" not in answer.text
    for told_of in ("131052-308T", "somebody@example.org"):
        assert told_of not in answer.text


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"month": "2099-01"}, ["month"]),
        ({"month": "2001-01"}, ["month"]),
        ({"month": "november"}, ["month"]),
        ({"gifts": b""}, ["file"]),
        ({"pasted": "1;10"}, ["file"]),
    ],
    ids=["a future month", "a month long ago", "words", "nothing", "a file and lines"],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_month_that_cannot_be_or_no_gifts_bring_the_page_back(
    fields: dict[str, Any], wrong: list[str], language: str, office: Office
) -> None:
    office.language = language
    office.sign_up()
    office.enter()
    answer = office.remit(**fields)
    assert answer.status_code == 422
    assert [target for target, _ in office.see(answer.text).errors] == wrong
    assert office.invoices() == []


def test_a_file_of_four_megabytes_is_read_and_a_larger_one_is_refused(signed_up: Office) -> None:
    line = b"%05d;1,00" + b" " * 36 + b"\n"
    lines = b"".join(line % number for number in range(4 * MB // 47))
    assert 4 * MB - 100 < len(lines) <= 4 * MB
    shown = signed_up.remit(lines)
    assert (shown.status_code, signed_up.see(shown.text).said("dd")[0][-3:]) == (200, "240")
    assert signed_up.remit(lines + b" " * 200).status_code == 422
    assert signed_up.remit(lines + b" " * 100_000).status_code == 413


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/x-www-form-urlencoded", 415),
        ("text/csv", 415),
        ("multipart/form-data", 400),
        ("multipart/form-data; boundary=x", 400),
    ],
)
def test_a_body_that_is_no_form_with_a_file_is_refused(
    kind: str, status: int, office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office.sign_up()
    asked = office.visitor.post("/api/remittance", b"viite;summa\n1;10\n", headers={"Content-Type": kind})
    assert asked.status_code == status
    assert "viite" not in caplog.text


def test_the_same_gifts_again_are_told_to_be_invoiced_and_sent_again_change_nothing(
    signed_up: Office,
) -> None:
    first = signed_up.remit()
    signed_up.confirm(first)
    [before] = signed_up.invoices()
    again = signed_up.remit()
    page = signed_up.see(again.text)
    assert page.all("input", name="read") == []
    assert any(before.number in text for text in page.said("p"))
    for _ in range(2):
        assert signed_up.confirm(first).status_code == 200
    [after] = signed_up.invoices()
    assert (after.id, after.metadata.to_dict()) == (before.id, before.metadata.to_dict())


def test_many_tabs_that_send_at_the_same_time_make_one_invoice(signed_up: Office) -> None:
    shown = [signed_up.remit() for _ in range(4)]
    with ThreadPoolExecutor(4) as tabs:
        answers = list(tabs.map(signed_up.confirm, shown))
    assert [answer.status_code for answer in answers] == [200] * 4
    [invoice] = signed_up.invoices()
    assert (invoice.status, invoice.total, len(invoice.lines.data)) == ("open", 3375, 2)


def test_two_tabs_with_other_gifts_for_one_month_make_one_invoice_and_one_is_told(signed_up: Office) -> None:
    shown = [signed_up.remit(GIFTS), signed_up.remit(b"1;5\n")]
    with ThreadPoolExecutor(2) as tabs:
        answers = list(tabs.map(signed_up.confirm, shown))
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    [refused] = [answer for answer in answers if answer.status_code == 409]
    assert signed_up.said(refused) == signed_up.words.preview.taken
    assert len(signed_up.invoices()) == 1


def test_days_later_the_months_invoice_is_found_again(signed_up: Office) -> None:
    """No key is kept so long: the customer's invoices are."""
    shown = signed_up.remit()
    signed_up.confirm(shown)
    jump = {"advance": 9 * DAY}
    url = f"{signed_up.house.sandbox.settings.public_url}/_control/clock"
    requests.post(url, json=jump, timeout=8)
    assert signed_up.confirm(shown).status_code == 200
    assert len(signed_up.invoices()) == 1


def test_another_month_is_another_invoice(signed_up: Office) -> None:
    this, last, *_ = months(signed_up.house)
    signed_up.send(month=this)
    signed_up.send(month=last)
    assert [each.metadata["month"] for each in signed_up.invoices()] == [this, last]


def test_a_correction_cancels_the_invoice_and_makes_the_next_revision(signed_up: Office) -> None:
    signed_up.send()
    [first] = signed_up.invoices()
    shown = signed_up.remit(b"1001;40\n")
    assert any(first.number in text for text in signed_up.see(shown.text).said("p"))
    assert signed_up.invoices()[0].status == "open", "nothing happens before the button"
    corrected = signed_up.confirm(shown)
    again = signed_up.confirm(shown)
    assert (corrected.status_code, again.status_code) == (200, 200)
    assert [(each.status, each.total, each.metadata["revision"]) for each in signed_up.invoices()] == [
        ("void", 3375, "1"),
        ("open", 6000, "2"),
    ]
    third = signed_up.send(b"1001;41\n")
    assert [each.status for each in signed_up.invoices()] == ["void", "void", "open"]
    states = signed_up.see(third.text).said("span")
    assert sum(text.startswith(signed_up.words.desk.invoice_states["void"]) for text in states) == 2


def test_a_correction_that_nobody_was_shown_is_not_made(signed_up: Office) -> None:
    """What was shown before another invoice came says nothing of that one."""
    old = signed_up.remit(b"1001;40\n")
    signed_up.send()
    refused = signed_up.confirm(old)
    assert (refused.status_code, signed_up.said(refused)) == (409, signed_up.words.preview.taken)
    assert [each.total for each in signed_up.invoices()] == [3375]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paid_month_is_closed(language: str, office: Office) -> None:
    office.language = language
    office.sign_up()
    office.enter()
    shown = office.remit(b"1;7\n")
    office.send()
    corrected = office.remit(b"1;8\n")
    [invoice] = office.invoices()
    office.visitor.session.post(invoice.hosted_invoice_url, {"outcome": "paid"}, timeout=8)
    for late in (office.remit(b"1;9\n"), office.confirm(shown), office.confirm(corrected)):
        assert (late.status_code, office.said(late)) == (409, office.words.preview.closed)
    page = office.see(office.act("open").text)
    assert office.words.desk.invoice_states["paid"] in page.said("span")
    assert [(each.status, each.total) for each in office.invoices()] == [("paid", 2250)]


def test_an_overdue_invoice_shows_as_that(signed_up: Office) -> None:
    signed_up.send()
    moved = signed_up.house.running.clock() + 20 * DAY
    app = signed_up.house.app(lambda: moved)
    client = signed_up.house.client(app)
    signed_up.sign_up()
    fields = {"language": "fi", "token": signed_up.link().partition("token=")[2], "act": "open"}
    page = signed_up.see(client.post("/api/employer", data=fields).text)
    assert signed_up.words.desk.invoice_states["overdue"] in page.said("span")


def test_who_rests_remits_nothing(signed_up: Office) -> None:
    shown = signed_up.remit()
    signed_up.act("pause")
    for refused in (signed_up.remit(), signed_up.confirm(shown)):
        assert (refused.status_code, signed_up.said(refused)) == (409, signed_up.words.desk.rests)
    assert signed_up.invoices() == []


def test_what_was_read_for_another_employer_is_not_taken(signed_up: Office, visitor: Any, see: Any) -> None:
    other = Office(signed_up.house, visitor, see, fields={**SIGN_UP, "business_id": "9000003-8"})
    other.sign_up(contact_email="other@example.org")
    other.enter()
    refused = other.confirm(signed_up.remit())
    assert (refused.status_code, other.said(refused)) == (409, other.words.preview.too_old)
    assert signed_up.invoices() == []


@pytest.mark.parametrize("change", ["altered", "none"])
def test_sums_that_are_not_as_they_were_shown_are_not_taken(change: str, signed_up: Office) -> None:
    read = signed_up.hidden(signed_up.remit(), "read")
    sent = {"altered": f"e{read}", "none": ""}[change]
    refused = signed_up.post("/api/remittance/confirm", visit=signed_up.visit, read=sent, gifts="1")
    assert (refused.status_code, signed_up.said(refused)) == (409, signed_up.words.preview.too_old)
    assert signed_up.invoices() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_customer_of_another_currency_is_told_so(language: str, office: Office) -> None:
    office.language = language
    office.sign_up()
    office.house.stripe.v1.invoice_items.create(
        {"customer": office.customer().id, "amount": 100, "currency": "sek"}
    )
    office.house.stripe.v1.invoices.create({"customer": office.customer().id, "currency": "sek"})
    office.enter()
    refused = office.send()
    assert (refused.status_code, office.said(refused)) == (409, office.words.preview.other_currency)


def test_other_invoices_of_the_customer_are_none_of_ours(signed_up: Office) -> None:
    theirs = signed_up.house.stripe.v1.invoices.create({"customer": signed_up.customer().id})
    signed_up.send()
    assert [each.id == theirs.id or each.total for each in signed_up.invoices()] == [True, 3375]
    page = signed_up.see(signed_up.act("open").text)
    assert len(page.all("span", **{"class": "invoice-state"})) == 1
