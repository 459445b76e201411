"""`yhdessa export`: the account of the collection, and the gifts for bookkeeping."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from tests.books.gifts import HELSINKI, fill, gift, gifts_of, ledger_at, moment
from tests.books.test_books_report import gift_lists
from tests.edits import change
from tests.proof import sized
from yhdessa.books.account import make_account
from yhdessa.books.account_file import account_markdown, account_table
from yhdessa.books.gift_file import gift_table
from yhdessa.books.names import Names
from yhdessa.books.spans import Span
from yhdessa.cli import main
from yhdessa.ledger.records import Gift
from yhdessa.model import Content, load_content
from yhdessa.pages.csv_file import csv_text, separator

CASES: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("accounts.yml").read_text("utf-8"))
SYNCED = moment("2026-11-21")
EVER = Span(None, None, HELSINKI)
YEAR = Span(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31), HELSINKI)


def cells(text: str, language: str) -> list[dict[str, str]]:
    file = io.StringIO(text.removeprefix("\ufeff"), newline="")
    return list(csv.DictReader(file, delimiter=separator(language)))


def minor(cell: str, digits: int = 2) -> int:
    """The minor units in a cell, as a program reads it."""
    return int(Decimal(cell.replace(",", ".")).scaleb(digits))


@pytest.mark.parametrize("name", CASES)
def test_the_account_says(name: str, books: Path) -> None:
    case = CASES[name]
    for step in case.get("change", []):
        change(books, step)
    content = load_content(books)
    names = Names(content, "fi")
    account = make_account(gifts_of(case["gifts"]), content, 2026)
    text = account_markdown(account, content, names, SYNCED).replace("\u00a0", " ")
    lines = text.splitlines()
    for line in case["lines"]:
        assert line in lines
    assert not [one for one in case.get("never", []) if one in text]


def test_the_account_names_who_collects_by_which_permit_and_when_gifts_were_counted(
    content: Content, names: Names
) -> None:
    text = account_markdown(make_account([], content, 2026), content, names, SYNCED).replace("\u00a0", " ")
    assert "| Rahankeräyksen järjestäjä | Yhdessä |" in text
    assert "| Rahankeräyslupa | RA/2026/ESIMERKKI |" in text
    assert "| Luvan voimassaolo | 1. tammikuuta 2026 – 31. joulukuuta 2030 |" in text
    assert "| Lahjoitukset laskettu | 21. marraskuuta 2026 klo 12.00 |" in text


@given(gift_lists)
@settings(max_examples=sized(50, 1000), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_accounts_sums_are_the_ledgers(content: Content, names: Names, gifts: list[Gift]) -> None:
    """The gifts within the year, counted here without the account's code."""
    first, end = moment("2026-01-01 00:00"), moment("2027-01-01 00:00")
    expected: dict[str, int] = {"EUR": 0}
    for each in gifts:
        # What went back on no known day is booked with the gift.
        rest = each.returned - sum(back.minor for back in each.returns)
        moved = [(each.paid, each.gross - rest), *((back.at, -back.minor) for back in each.returns)]
        within = [amount for at, amount in moved if first <= at < end]
        if within:
            expected[each.currency] = expected.get(each.currency, 0) + sum(within)
    account = make_account(gifts, content, 2026)
    sums = {
        one.currency: one.gifts.net + sum(left.net for left in one.left_out.values())
        for one in account.currencies
    }
    assert sums == expected
    for one in account.currencies:
        assert sum(each.net for each in one.goals.values()) == one.gifts.net
    rows = cells(csv_text(gift_table(gifts, YEAR, names), "fi"), "fi")
    listed = dict.fromkeys(expected, 0)
    for row in rows:
        digits = 0 if row["Valuutta"] == "JPY" else 2
        listed[row["Valuutta"]] += minor(row["Netto"], digits)
    assert listed == expected


@given(gift_lists)
@settings(max_examples=sized(50, 1000), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_list_of_all_time_has_a_row_a_gift_and_sums_to_the_ledger(
    names: Names, gifts: list[Gift]
) -> None:
    rows = cells(csv_text(gift_table(gifts, EVER, names), "fi"), "fi")
    assert [row["Tunnus"] for row in rows] == [each.id for each in gifts]
    for row, each in zip(rows, gifts, strict=True):
        digits = 0 if each.currency == "JPY" else 2
        assert minor(row["Saatu"], digits) == each.gross
        assert minor(row["Palautettu"], digits) == each.returned
        assert minor(row["Netto"], digits) == each.net


def test_a_row_has_the_day_of_the_organisations_own_time_and_no_name_of_anybody(names: Names) -> None:
    told = {
        "paid": "2026-03-01 00:30",
        "gross": 123450,
        "goal": "no-loneliness",
        "back": [[50, "2026-04-02"]],
    }
    text = csv_text(gift_table([gift(told)], EVER, names), "fi")
    assert text == (
        "\ufeffMaksupäivä;Tunnus;Lahjoitustapa;Kohde;Valuutta;Saatu;Palautettu;Palautuspäivä;Netto\r\n"
        "2026-03-01;pi_0;Kertalahjoitus;Kukaan ei jää yksin;EUR;1234,50;0,50;2026-04-02;1234,00\r\n"
    )


@pytest.mark.parametrize("goal", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", '=HYPERLINK("x")'])
def test_no_cell_is_run_as_a_formula(names: Names, goal: str) -> None:
    text = csv_text(gift_table([gift({"paid": "2026-03-01", "gross": 1, "goal": goal})], EVER, names), "fi")
    assert cells(text, "fi")[0]["Kohde"][0] not in "=+-@\t\r＝"


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("fi", "Keräystuotto;Kertalahjoitus;EUR;1;1234,50;0,00;1234,50;Stripe"),
        ("sv", "Insamlingsintäkter;Engångsgåva;EUR;1;1234,50;0,00;1234,50;Stripe"),
        ("en", "Money received,One-off gift,EUR,1,1234.50,0.00,1234.50,Stripe"),
    ],
)
def test_the_accounts_file_is_one_that_the_languages_spreadsheets_open(
    content: Content, language: str, row: str
) -> None:
    account = make_account([gift({"paid": "2026-03-01", "gross": 123450})], content, 2026)
    text = csv_text(account_table(account, content, Names(content, language)), language)
    assert text.startswith("\ufeff")
    assert row in text.split("\r\n")


class TestCommand:
    """The command, with a ledger in a file."""

    @pytest.fixture
    def export(self, books: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
        ledger = ledger_at(books / "ledger.sqlite", SYNCED)
        fill(ledger, gifts_of([{"paid": "2026-03-01", "gross": 5000}, {"paid": "2025-03-01", "gross": 1}]))
        ledger.close()

        def run(*options: str) -> tuple[int, str, str]:
            status = main(["export", "--project", str(books), *options])
            said = capsys.readouterr()
            return status, said.out, said.err

        return run

    def test_it_writes_each_language_and_names_the_files(
        self, export: Callable[..., tuple[int, str, str]], books: Path
    ) -> None:
        status, out, err = export("--year", "2026")
        folder = books / "var/export"
        names = [
            f"{kind}-2026.{language}.{ending}"
            for language in ("fi", "sv", "en")
            for kind, ending in (("collection", "md"), ("collection", "csv"), ("gifts", "csv"))
        ]
        assert (status, err, out.splitlines()) == (0, "", [str(folder / name) for name in names])
        assert sorted(path.name for path in folder.iterdir()) == sorted(names)
        assert len(cells((folder / "gifts-2026.fi.csv").read_text("utf-8"), "fi")) == 1

    def test_it_writes_one_language_where_it_is_told_to(
        self, export: Callable[..., tuple[int, str, str]], books: Path
    ) -> None:
        assert export("--year", "2026", "--language", "sv", "--to", str(books / "out"))[0] == 0
        assert (
            (books / "out/collection-2026.sv.md")
            .read_text("utf-8")
            .startswith("# Redovisning av penninginsamlingen 2026\n")
        )
        assert len(list((books / "out").iterdir())) == 3

    def test_a_site_without_an_account_is_told_which_file_to_write(
        self, export: Callable[..., tuple[int, str, str]], books: Path
    ) -> None:
        for file in books.glob("content/*/collection.yml"):
            file.unlink()
        status, _, err = export("--year", "2026")
        assert status == 1
        assert err.startswith("content/facts/collection.yml is missing")

    def test_a_year_that_is_none_is_said_in_a_line(self, export: Callable[..., tuple[int, str, str]]) -> None:
        assert export("--year", "last") == (1, "", "`last` is no year; write it as 2026.\n")

    def test_a_folder_that_cannot_be_made_is_said_in_a_line(
        self, export: Callable[..., tuple[int, str, str]], books: Path
    ) -> None:
        (books / "file").write_text("", "utf-8")
        status, _, err = export("--year", "2026", "--to", str(books / "file"))
        assert status == 1
        assert err.count("\n") == 1
