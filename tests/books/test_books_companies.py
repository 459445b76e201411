"""`yhdessa report` of companies and their teams: rows, sums that are the ledger's, files and pictures."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.books.gifts import bill, fill, gift, ledger_at, moment
from tests.books.test_books_report import EVER, span_of
from tests.edits import change
from tests.model.shapes.trees import add_optional_files
from tests.proof import sized
from yhdessa.books.companies import Told, employer_report, partner_report
from yhdessa.books.names import Names
from yhdessa.books.report import Report, report_table
from yhdessa.books.spans import Span
from yhdessa.books.teams import team_report
from yhdessa.books.terminal import WIDTH, report_text
from yhdessa.cli import main
from yhdessa.ledger.records import Bill, Company, Gift
from yhdessa.model import Content, load_content
from yhdessa.pages.csv_file import csv_text

CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("companies.yml").read_text("utf-8")
)
NOW = moment("2026-11-21")
AGREED = "agreed: 2026-10-20, "
SHY = f"{{id: teachers, name: The teachers, members: 31, {AGREED}example: true}}"


def company(name: str, tier: str, state: str, role: str = "partner") -> Company:
    return Company(name, role, f"Yritys {name}", name, tier, None, "fi", "", state, f"sub_{name}", 1, False)


def companies_of(case: dict[str, Any]) -> list[Company]:
    partners = [company(*told) for told in case.get("partners", [])]
    return partners + [company(name, "", state, "employer") for name, state in case.get("employers", [])]


def bill_of(told: dict[str, Any]) -> Bill:
    due = moment(str(told.get("due", "2026-11-30")))
    amount, usual = told["amount"], {"kind": "payroll", "company": None, "month": None, "currency": "EUR"}
    more = {"untaxed": amount, "status": "open", "made": due - 14 * 24 * 3600}
    return Bill(**{**usual, **more, **told, "due": due})


def gifts_of(case: dict[str, Any]) -> list[Gift]:
    gifts = [(each, gift(each, number)) for number, each in enumerate(case.get("gifts", []))]
    return [structs.replace(made, team=told.get("team")) for told, made in gifts]


def report_of(told: Told, by: str, span: Span, names: Names) -> Report:
    if by == "challenge":
        return team_report(told.gifts, span, names, told.synced, told.now)
    return (partner_report if by == "partner" else employer_report)(told, span, names)


@pytest.fixture
def with_teams(books: Path) -> Content:
    """The small tree with a challenge of two teams, one of which has not agreed to be shown."""
    add_optional_files(books, "finnish", "challenges")
    change(books, {"file": "content/facts/challenges.yml", "replace": SHY, "with": SHY.replace(AGREED, "")})
    return load_content(books)


@pytest.mark.parametrize("name", CASES)
def test_the_rows_are(name: str, with_teams: Content) -> None:
    case = CASES[name]
    bills = [bill_of(each) for each in case.get("bills", [])]
    told = Told(gifts_of(case), bills, companies_of(case), NOW, NOW)
    report = report_of(told, case["by"], span_of(case), Names(with_teams, "fi"))
    assert [
        [section.currency, label, *(column.of(figures) for column in report.columns)]
        for section in report.sections
        for label, figures in section.rows
    ] == case["rows"]
    assert case.get("note", report.notes[0]) == report.notes[0]
    assert ("Tältä ajalta ei ole lahjoituksia." in report.notes) == (not case["rows"])


KINDS = st.sampled_from(["one-off", "payroll", "partner"])
invoices = st.lists(
    st.tuples(
        KINDS,
        st.sampled_from(["cus_0", "cus_1", "cus_2", None]),
        st.sampled_from(["open", "paid", "void", "uncollectible"]),
        st.sampled_from(["EUR", "SEK", "JPY"]),
        st.integers(1, 10_000_000),
        st.sampled_from(["2026-09", "2026-10", None]),
        st.sampled_from([None, "long-table-library", "long-table-teachers", "gone"]),
    ),
    max_size=25,
)
states = st.lists(st.tuples(st.sampled_from(["main", "gold"]), st.sampled_from(["paid", "cancelled", "new"])))


@given(invoices, states)
@settings(max_examples=sized(60, 2000), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_all_rows_together_are_the_ledger_to_the_cent(
    with_teams: Content, made: list[Any], stand: list[Any]
) -> None:
    names, bills, gifts = Names(with_teams, "fi"), [], []
    for number, (kind, whose, status, currency, minor, month, team) in enumerate(made):
        name = f"in_{number}"
        if kind != "one-off":
            left = 0 if status == "paid" else minor
            amounts = {"amount": left, "untaxed": left, "due": NOW, "made": NOW}
            bills.append(
                Bill(
                    id=name,
                    kind=kind,
                    company=whose,
                    month=month,
                    currency=currency,
                    status=status,
                    **amounts,
                )
            )
        if status == "paid" or kind == "one-off":
            told = {"id": name, "kind": kind, "paid": "2026-03-01", "gross": minor, "currency": currency}
            gifts.append(structs.replace(gift(told), team=team))
    companies = [company(f"cus_{number}", *told) for number, told in enumerate(stand)]
    told = Told(gifts, bills, companies, NOW, NOW)

    def sums(of: Any) -> dict[str, int]:
        found: dict[str, int] = {}
        for each in of:
            found[each.currency] = found.get(each.currency, 0) + each.gross
        return found

    for by, kind in (("partner", "partner"), ("employer", "payroll")):
        report = report_of(told, by, EVER, names)
        paid = next(column for column in report.columns if column.head == "Maksettu")
        totals = {section.currency: paid.of(section.total) for section in report.sections}
        expected = sums(each for each in gifts if each.kind == kind)
        assert {currency: sum_ for currency, sum_ in totals.items() if sum_} == expected
    report = report_of(told, "challenge", EVER, names)
    assert {section.currency: report.drawn.of(section.total) for section in report.sections} == sums(
        each for each in gifts if each.team
    )
    many = partner_report(told, EVER, names)
    assert sum(many.columns[0].of(section.total) or 0 for section in many.sections) == len(companies)


def test_an_invoice_is_late_as_of_the_last_sync_since_nobody_knows_what_was_paid_later(names: Names) -> None:
    bills = [bill_of({"id": "in_a", "amount": 500, "month": "2026-10", "due": "2026-11-20"})]
    for synced, late in ((moment("2026-11-19"), 0), (moment("2026-11-21"), 500)):
        report = employer_report(Told([], bills, [], synced, moment("2026-12-24")), EVER, names)
        assert report.columns[-1].of(report.sections[0].total) == late


def test_lines_stay_within_80_letters_and_names_cannot_write_on_the_terminal(names: Names) -> None:
    companies = [company("cus_a", "\x1b[2J" + "very-" * 20, "overdue")]
    bills = [
        bill_of({"id": "in_a", "kind": "partner", "company": "cus_a", "amount": 99_999_999_999}),
        bill_of({"id": "in_b", "kind": "payroll", "month": "2026-10", "amount": 99_999_999}),
    ]
    told = Told([], bills, companies, NOW, NOW)
    for by in ("partner", "employer"):
        text = report_text(report_of(told, by, EVER, names), names)
        assert max(map(len, text.splitlines())) <= WIDTH
        assert all(letter.isprintable() or letter in "\n\u00a0" for letter in text)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("by", ["partner", "employer", "challenge"])
def test_the_command_writes_text_rows_and_a_picture_in_each_language(
    by: str, language: str, with_teams: Content, books: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = ledger_at(books / "ledger.sqlite", NOW)
    given = {"id": "in_a", "kind": "partner", "paid": "2026-11-03", "gross": 90_000}
    fill(ledger, [gift(given), gift({"id": "in_b", "kind": "payroll", "paid": "2026-11-04", "gross": 4_200})])
    bill(ledger, "in_a", 0, NOW, kind="partner", company="cus_a", status="paid")
    bill(ledger, "in_b", 0, NOW, month="2026-10", status="paid")
    with ledger.writing() as connection:
        connection.exec_driver_sql("UPDATE gifts SET team = 'long-table-library'")
    ledger.keep_companies([company("cus_a", "main", "paid"), company("cus_e", "", "active", "employer")])
    ledger.close()
    capsys.readouterr()
    options = ["--by", by, "--csv", str(books / "r.csv"), "--svg", str(books / "r.svg")]
    assert main(["report", "--project", str(books), "--language", language, *options]) == 0
    names = Names(with_teams, language)
    words = names.words.companies
    said = capsys.readouterr().out
    title = {"partner": words.partners, "employer": words.employers, "challenge": words.challenges}[by]
    assert said.splitlines()[0] == title
    text = (books / "r.csv").read_text("utf-8").removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter="," if language == "en" else ";"))
    amount = {"partner": 90_000, "employer": 4_200, "challenge": 94_200}[by]
    assert len(rows) == 2
    assert names.amount(amount, "EUR") in rows[1]
    drawn = ElementTree.fromstring((books / "r.svg").read_text("utf-8"))
    said_there = [each.text for each in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert names.money(amount, "EUR") in said_there


def test_no_cell_is_run_as_a_formula(names: Names) -> None:
    told = Told([], [], [company("cus_a", "=1+1", "paid")], NOW, NOW)
    rows = csv_text(report_table(partner_report(told, EVER, names), names), "fi").splitlines()
    assert rows[1].startswith("'=1+1")
