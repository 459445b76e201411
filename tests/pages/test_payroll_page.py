"""The page of payroll giving: what a share of the pay comes to, and what tax law says of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.edits import change
from tests.pages.trees import page_of, site_with
from yhdessa.l10n.money import Money
from yhdessa.model.payroll import gift_of_pay, in_a_year
from yhdessa.view.payroll import PayrollPage

FACTS = "content/facts/payroll.yml"


def payroll(tree: Path, language: str, country: str = "finnish") -> PayrollPage:
    return page_of(site_with(tree, country, "payroll"), language, "payroll", PayrollPage)


@pytest.mark.parametrize(
    ("cents", "permille", "gift"),
    [
        (200_000, 1, 200),
        (255_550, 1, 256),  # 255.55 cents
        (250_500, 1, 251),  # 250.5: halves go up
        (250_499, 1, 250),
        (199_999, 1000, 199_999),
        (1, 1, 0),
    ],
)
def test_a_share_of_the_pay_is_exact_to_the_cent_and_halves_go_up(
    cents: int, permille: int, gift: int
) -> None:
    assert gift_of_pay(Money(cents, "EUR"), permille) == Money(gift, "EUR")


@given(st.integers(0, 10**9), st.integers(1, 1000))
def test_a_share_of_the_pay_is_never_half_a_cent_off(cents: int, permille: int) -> None:
    off = gift_of_pay(Money(cents, "SEK"), permille).minor * 1000 - cents * permille
    assert -500 < off <= 500


def test_a_year_is_twelve_of_the_sums_that_are_deducted() -> None:
    assert in_a_year(gift_of_pay(Money(255_550, "EUR"), 1)) == Money(12 * 256, "EUR")


def test_the_table_has_a_row_a_salary_and_a_gift_for_each_share(tree: Path) -> None:
    table = payroll(tree, "fi").table
    assert table.shares == ("1\u00a0‰", "5\u00a0‰")
    assert [row.salary for row in table.rows] == ["2\u00a0000\u00a0€", "2\u00a0555,50\u00a0€"]
    assert [[gift.share for gift in row.gifts] for row in table.rows] == [list(table.shares)] * 2
    assert [gift.month for gift in table.rows[1].gifts] == ["2,56\u00a0€ a month", "12,78\u00a0€ a month"]
    assert [gift.year for gift in table.rows[1].gifts] == ["30,72\u00a0€ vuodessa", "153,36\u00a0€ vuodessa"]


def test_the_table_is_written_as_the_language_writes_money(tree: Path) -> None:
    table = payroll(tree, "en").table
    assert table.shares == ("1‰", "5‰")
    assert [gift.month for gift in table.rows[1].gifts] == ["€2.56 a month", "€12.78 a month"]


def test_the_choices_are_the_sums_and_then_the_shares(tree: Path) -> None:
    assert payroll(tree, "sv").choices == (
        "10\u00a0€ a month",
        "20\u00a0€ a month",
        "1\u00a0‰ of the pay",
        "5\u00a0‰ of the pay",
    )


def test_a_tax_rule_says_of_each_sum_whether_it_is_enough(tree: Path) -> None:
    [note] = payroll(tree, "sv", "swedish").tax
    assert note.lines == ("100\u00a0kr: never.", "150\u00a0kr: never.", "200\u00a0kr: enough.")
    assert note.text == "Each gift 200\u00a0kr, a year 2\u00a0000\u00a0kr."


def test_without_a_limit_for_each_gift_a_years_sum_can_be_too_little(tree: Path) -> None:
    site_with(tree, "swedish", "payroll")
    change(tree, {"file": FACTS, "replace": "    minimum_gift: 200 SEK\n", "with": ""})
    change(tree, {"file": FACTS, "replace": "monthly: [150 SEK]", "with": "monthly: [166 SEK, 167 SEK]"})
    for language in ("fi", "sv", "en"):
        words = f"content/{language}/payroll.yml"
        change(tree, {"file": words, "replace": "Each gift {minimum_gift}, a", "with": "A"})
    [note] = page_of(site_with(tree, "finnish"), "sv", "payroll", PayrollPage).tax
    assert "166\u00a0kr: not alone." in note.lines
    assert "167\u00a0kr: enough." in note.lines


def test_a_tax_rule_is_dated_and_leads_to_its_source(tree: Path) -> None:
    [note] = payroll(tree, "en").tax
    assert note.dates == "From 1\u00a0July 2019"
    assert "".join(run.text for run in note.source).startswith("Source: Skatteverket: Skattereduktion")
    assert note.read == "Read 22\u00a0November 2026"


def test_a_tax_rule_that_ends_says_both_its_days(tree: Path) -> None:
    site_with(tree, "finnish", "payroll")
    change(
        tree,
        {
            "file": FACTS,
            "replace": "    valid_from: 2019-07-01\n",
            "with": "    valid_from: 2019-07-01\n    valid_to: 2026-12-31\n",
        },
    )
    [note] = page_of(site_with(tree, "finnish"), "en", "payroll", PayrollPage).tax
    assert note.dates == "1\u00a0July 2019\u00a0– 31\u00a0December 2026"


def test_employers_write_to_the_role_that_partners_write_to(tree: Path) -> None:
    page = payroll(tree, "fi")
    assert (page.mail.text, page.mail.href) == (
        "partnerships@example.org",
        "mailto:partnerships@example.org",
    )


def test_an_organisation_without_payroll_giving_has_no_such_page(tree: Path) -> None:
    assert "payroll" not in [plan.name for plan in site_with(tree, "finnish").plans("fi")]
