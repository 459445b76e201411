"""The script reads files in the browser as `yhdessa.payroll` does, and reckons as it does."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Error, Page, Route

from tests.payroll.files import Case, cases_of, currency_of, file_of, problem
from tests.payroll.workbooks import workbook, zipped
from yhdessa.l10n.money import Money
from yhdessa.payroll.problems import PAY_CODES
from yhdessa.payroll.remittance import Remittance, read_remittance
from yhdessa.payroll.rules import browser_rules
from yhdessa.payroll.shares import gift_of_pay, matching

pytestmark = pytest.mark.browser

REMITTANCES, PAYROLLS, WORKBOOKS = (cases_of(name) for name in ("remittances", "payrolls", "workbooks"))
#: A host that does not exist: all that is asked of it is answered from here.
HOST = "http://script.invalid/"
READ = """async ([name, data, rules]) => {
  const script = await import("/remittance.js");
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const read = script[name](bytes, JSON.parse(rules));
  if (read.problems) return read;
  const gifts = read.gifts.map(({ reference, minor }) => [reference, Number(minor)]);
  const file = script.remittanceOf(read.gifts, ["viite", "summa"], 2, ",");
  return { gifts, total: Number(read.total), file };
}"""
SHEET = """async ([data, rules]) => {
  const [script, { readWorkbook }] = [await import("/remittance.js"), await import("/workbook.js")];
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const told = JSON.parse(rules);
  const read = script.readPayroll(await readWorkbook(bytes, told.mostLines), told);
  if (read.problems) return read;
  return { gifts: read.gifts.map(({ reference, minor }) => [reference, Number(minor)]) };
}"""
DECIMALS = """async (texts) => {
  const { decimalOf } = await import("/workbook.js");
  return texts.map(decimalOf);
}"""
RECKON = """async ([work, pairs]) => {
  const script = await import("/remittance.js");
  return pairs.map(([minor, share]) => String(script[work](BigInt(minor), BigInt(share))));
}"""


@pytest.fixture(scope="module")
def page(chromium: Browser, project: Path) -> Iterator[Page]:
    """An empty page that can import the scripts, and nothing else."""
    opened = chromium.new_page()

    def answer(route: Route) -> None:
        file = project / "overrides/assets/scripts" / urlsplit(route.request.url).path.lstrip("/")
        if file.suffix == ".js":
            route.fulfill(body=file.read_text(encoding="utf-8"), content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><title>Script</title>", content_type="text/html")

    opened.route(HOST + "**", answer)
    opened.goto(HOST)
    yield opened
    opened.close()


def read_by_script(page: Page, case: Case, name: str) -> Any:
    """What the script's function `name` makes of a case's file."""
    data, rules = base64.b64encode(file_of(case)).decode(), browser_rules(currency_of(case))
    return page.evaluate(READ, [name, data, json.dumps(rules)])


def compare(read: Any, case: Case) -> None:
    if "problems" in case:
        told = [(one["line"], one["code"], one["read"], one["other"]) for one in read["problems"]]
        assert told == [problem(*one) for one in case["problems"]]
        assert read["more"] == 0
    elif "gifts" in case:
        assert read["gifts"] == [[str(reference), minor] for reference, minor in case["gifts"]]
    else:
        assert (len(read["gifts"]), read["total"]) == (case["participants"], case["total"])


@pytest.mark.parametrize("name", REMITTANCES)
def test_each_remittance_has_the_same_outcome_in_the_browser(name: str, page: Page) -> None:
    compare(read_by_script(page, REMITTANCES[name], "readRemittance"), REMITTANCES[name])


@pytest.mark.parametrize("name", PAYROLLS)
def test_each_payroll_file_has_its_outcome(name: str, page: Page) -> None:
    compare(read_by_script(page, PAYROLLS[name], "readPayroll"), PAYROLLS[name])


def test_every_code_of_payroll_files_has_a_case() -> None:
    assert set(PAY_CODES) <= {str(one[1]) for case in PAYROLLS.values() for one in case.get("problems", [])}


@pytest.mark.parametrize("name", [name for name, case in PAYROLLS.items() if "gifts" in case])
def test_the_file_that_the_tool_saves_is_a_remittance(name: str, page: Page) -> None:
    case = PAYROLLS[name]
    saved = read_by_script(page, case, "readPayroll")["file"]
    read = read_remittance(saved.encode(), currency_of(case))
    assert isinstance(read, Remittance), read
    assert [list(gift) for gift in read.gifts] == [[str(one), minor] for one, minor in case["gifts"]]


def test_problems_are_told_up_to_the_same_number(page: Page) -> None:
    case = {"file": "A1;x\n" * 60}
    here = read_remittance(file_of(case), "EUR")
    there = read_by_script(page, case, "readRemittance")
    assert (len(there["problems"]), there["more"]) == (len(here.problems), here.more)


def test_the_script_reckons_to_the_same_cent(page: Page) -> None:
    pairs = [
        (minor, share) for minor in (1, 49, 50, 250_499, 250_500, 255_550, 10**17 + 1) for share in (1, 7)
    ]
    asked = [[str(minor), share] for minor, share in pairs]
    gifts = [str(gift_of_pay(Money(minor, "EUR"), share).minor) for minor, share in pairs]
    added = [str(matching(Money(minor, "EUR"), share).minor) for minor, share in pairs]
    assert page.evaluate(RECKON, ["shareOf", asked]) == gifts
    assert page.evaluate(RECKON, ["matchingOf", asked]) == added


def read_workbook(page: Page, data: bytes) -> Any:
    """What the scripts make of a workbook's bytes."""
    return page.evaluate(SHEET, [base64.b64encode(data).decode(), json.dumps(browser_rules("EUR"))])


@pytest.mark.parametrize("name", WORKBOOKS)
def test_each_workbook_has_its_outcome(name: str, page: Page) -> None:
    case = WORKBOOKS[name]
    parts = {key: case[key] for key in ("sheet", "shared", "hidden", "stored") if key in case}
    compare(read_workbook(page, workbook(**parts)), case)


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04",
        b"PK\x03\x04" + b"x" * 70_000,
        workbook("")[:-40],
        workbook("")[:200] + b"\0" * 50 + workbook("")[250:],
        zipped({"word/document.xml": "<document/>"}),
        workbook("<row><c></row>"),
    ],
    ids=["a stump", "no zip", "cut short", "overwritten", "a document", "broken XML"],
)
def test_what_is_no_workbook_is_not_taken_for_one(data: bytes, page: Page) -> None:
    with pytest.raises(Error):
        read_workbook(page, data)


def test_a_workbook_that_swells_is_given_up(page: Page) -> None:
    """Seventy kilobytes that unpack into seventy megabytes."""
    swollen = workbook(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"0" * 70_000_000}</t></is></c></row>')
    with pytest.raises(Error, match="too large"):
        read_workbook(page, swollen)


def test_numbers_of_a_workbook_are_what_somebody_typed(page: Page) -> None:
    typed = [f"{cents // 100}.{cents % 100:02d}".rstrip("0").rstrip(".") for cents in range(1, 100_000, 7)]
    kept = [f"{float(text):.17g}" for text in typed]
    assert page.evaluate(DECIMALS, kept) == typed
    assert page.evaluate(
        DECIMALS, ["1E+3", "5.0000000000000001E-3", "-12.5", "0", "0.0", "1e999999", "x"]
    ) == [
        "1000",
        "0.005",
        "-12.5",
        "0",
        "0",
        "1e999999",
        "x",
    ]
