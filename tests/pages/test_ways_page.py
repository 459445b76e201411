"""The other ways to give: numbers as people copy them, and a code that a bank's application reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import segno

from tests.edits import change
from tests.pages.trees import page_of, site_with
from yhdessa.pages.qr import QUIET, draw_code, transfer_text
from yhdessa.pages.ways import grouped, written_iban, written_reference
from yhdessa.view.giving import CancelledPage, DonatePage
from yhdessa.view.ways import OtherWays, QrCode, Way

#: EPC069-12: service tag, version, UTF-8, SEPA credit transfer, bank, receiver, account, no amount, no
#: purpose, reference.
EXAMPLE = "BCD\n002\n1\nSCT\nESIMFIH0\nYhdessä\nFI2112345600000785\n\n\n1234561"


def ways(tree: Path, country: str, language: str = "sv") -> OtherWays:
    page = page_of(site_with(tree, country, "ways"), language, "donate", DonatePage)
    assert page.ways is not None
    return page.ways


def code_of(way: Way) -> QrCode:
    assert way.code is not None
    return way.code


def modules(path: str, size: int) -> list[list[int]]:
    """The dark modules that a path strokes, without the quiet zone."""
    square = [[0] * size for _ in range(size)]
    for x, y, length in re.findall(r"M(\d+) (\d+)\.5h(\d+)", path):
        for place in range(int(x), int(x) + int(length)):
            square[int(y)][place] = 1
    quiet = [*square[:QUIET], *square[-QUIET:], *(row[:QUIET] + row[-QUIET:] for row in square)]
    assert not any(any(part) for part in quiet)
    return [row[QUIET:-QUIET] for row in square[QUIET:-QUIET]]


@pytest.mark.parametrize(
    ("iban", "written"),
    [
        ("FI2112345600000785", "FI21 1234 5600 0007 85"),
        ("SE4550000000058398257466", "SE45 5000 0000 0583 9825 7466"),
    ],
)
def test_an_account_number_is_written_in_fours(iban: str, written: str) -> None:
    assert written_iban(iban) == written


@pytest.mark.parametrize(
    ("reference", "country", "written"),
    [
        ("1234561", "FI", "12 34561"),
        ("12345", "FI", "12345"),
        ("1234567891", "FI", "12345 67891"),
        ("RF18539007547034", "FI", "RF18 5390 0754 7034"),
        ("1234567897", "SE", "1234567897"),
    ],
)
def test_a_reference_is_written_as_its_banks_print_it(reference: str, country: str, written: str) -> None:
    assert written_reference(reference, country) == written


def test_groups_go_on_to_the_end_of_the_number() -> None:
    assert grouped("1230000000", 3, 3, 2, 2) == "123 000 00 00"
    assert grouped("123", 4) == "123"
    assert grouped("", 4) == ""


def test_a_finn_transfers_to_an_account_or_pays_by_mobilepay(tree: Path) -> None:
    shown = ways(tree, "finnish")
    assert [way.name for way in shown.ways] == ["Transfer", "MobilePay"]
    assert [(detail.label, detail.value) for detail in shown.ways[0].details] == [
        ("Payee", "Yhdessä"),
        ("Account", "FI21 1234 5600 0007 85"),
        ("BIC", "ESIMFIH0"),
        ("Reference", "12 34561"),
    ]
    assert shown.ways[1].number == "00000"


def test_a_swede_has_swish_and_a_90_account(tree: Path) -> None:
    shown = ways(tree, "swedish")
    assert [way.name for way in shown.ways] == ["Transfer", "Swish", "90 account"]
    assert shown.ways[1].number == "123 000 00 00"
    assert [detail.value for detail in shown.ways[2].details] == ["90 00 00-1", "900-0001"]


def test_what_the_code_says_is_a_transfer_to_the_account_without_an_amount() -> None:
    assert transfer_text("Yhdessä", "FI2112345600000785", "ESIMFIH0", "1234561") == EXAMPLE


def test_nothing_stands_after_the_last_line_that_is_filled_in_and_a_name_is_one_line() -> None:
    said = transfer_text("Yhdessä\n ry", "FI2112345600000785", None, None)
    assert said == "BCD\n002\n1\nSCT\n\nYhdessä ry\nFI2112345600000785"


def test_the_drawing_is_the_code_of_that_text_with_a_quiet_zone(tree: Path) -> None:
    code = code_of(ways(tree, "finnish").ways[0])
    expected = segno.make_qr(EXAMPLE, error="m", encoding="utf-8", boost_error=False)
    assert code.size == len(expected.matrix) + 2 * QUIET
    assert modules(code.path, code.size) == [list(row) for row in expected.matrix]


def test_the_code_corrects_errors_at_level_m_and_stays_within_version_13() -> None:
    longest = transfer_text("Ä" * 70, "FI2112345600000785", "ESIMFIH0XXX", "RF" + "1" * 23)
    code = segno.make_qr(longest, error="m", encoding="utf-8", boost_error=False)
    assert code.error == "M"
    assert int(code.version) <= 13
    assert draw_code(longest)[1] == len(code.matrix) + 2 * QUIET
    with pytest.raises(segno.DataOverflowError):
        draw_code("Ä" * 400)


def test_a_code_of_the_payments_council_is_for_euros_alone(tree: Path) -> None:
    assert all(way.code is None for way in ways(tree, "swedish").ways)


def test_an_example_is_marked_with_its_code_and_said_to_be_one(tree: Path) -> None:
    shown = ways(tree, "finnish")
    assert all(way.example for way in shown.ways)
    assert code_of(shown.ways[0]).example
    assert shown.notice == "The numbers are examples."


def test_real_numbers_bring_no_notice(tree: Path) -> None:
    site_with(tree, "finnish", "ways")
    change(tree, {"file": "content/facts/organisation.yml", "replace": "true", "with": "false"})
    facts = """bank_accounts:
  - {receiver: Yhdessä, iban: FI37 1590 3000 0007 76, reference: 12 34561}
mobilepay: {number: "12345"}
"""
    change(tree, {"file": "content/facts/ways.yml", "write": facts})
    page = page_of(site_with(tree, "finnish"), "fi", "donate", DonatePage)
    assert page.ways is not None
    assert page.ways.notice == ""
    assert not code_of(page.ways.ways[0]).example


def test_an_organisation_without_other_ways_shows_none(tree: Path) -> None:
    assert page_of(site_with(tree, "finnish"), "sv", "donate", DonatePage).ways is None


def test_who_cancels_a_payment_finds_the_form_the_other_ways_and_help(tree: Path) -> None:
    page = page_of(site_with(tree, "finnish", "ways"), "sv", "cancelled", CancelledPage)
    assert page.again.href == "/yhdessa/sv/donera/"
    assert [link.href for link in page.next] == [
        "/yhdessa/sv/donera/#ways",
        "/yhdessa/sv/hjalp/",
        "/yhdessa/sv/kontakt/",
    ]
    assert page.text.startswith("Betalningen slutfördes inte")


def test_the_payment_page_leads_who_cancels_to_that_page_in_their_language(tree: Path) -> None:
    site = site_with(tree, "finnish")
    languages = site.catalogue({}).languages
    assert [spoken.cancelled_href for spoken in languages.values()] == [
        "/yhdessa/keskeytyi/",
        "/yhdessa/sv/avbruten/",
        "/yhdessa/en/cancelled/",
    ]
    page = page_of(site, "fi", "cancelled", CancelledPage)
    assert [link.href for link in page.next] == ["/yhdessa/apua/", "/yhdessa/yhteystiedot/"]
