"""Payroll giving: sums and shares that are offered, and what tax law says of them, dated and sourced."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.edits import change
from tests.model.shapes.trees import add_optional_files, cases, problems_of_case
from yhdessa.l10n.money import Money
from yhdessa.model import load_content
from yhdessa.model.honesty.clock import Clock
from yhdessa.model.honesty.tax import check_tax
from yhdessa.model.payroll import Payroll, TaxCredit, credit_on, standing, told_sums

BROKEN = cases("payroll")


def payroll_of(tree: Path, country: str) -> Payroll:
    add_optional_files(tree, country, "payroll")
    payroll = load_content(tree).payroll
    assert payroll is not None
    return payroll


def swedish_credit(payroll: Payroll) -> TaxCredit:
    credit = credit_on(payroll, "SE", datetime.date(2026, 11, 22))
    assert credit is not None
    return credit


def test_a_tree_does_without_payroll_giving(tree: Path) -> None:
    assert load_content(tree).payroll is None


@pytest.mark.parametrize(
    ("kronor", "expected"),
    [(100, "never"), (199, "never"), (200, "enough"), (500, "enough")],
)
def test_whether_a_sum_is_enough_in_sweden_is_reckoned(kronor: int, expected: str, tree: Path) -> None:
    credit = swedish_credit(payroll_of(tree, "finnish"))
    assert standing(credit, Money(kronor * 100, "SEK")) == expected


def test_a_years_sum_below_its_limit_is_too_little_alone(tree: Path) -> None:
    """Had Sweden no limit for each gift, 166 kr a month would still make 1 992 kr a year."""
    credit = swedish_credit(payroll_of(tree, "finnish")).model_copy(update={"minimum_gift": None})
    assert standing(credit, Money(16_600, "SEK")) == "too_little"
    assert standing(credit, Money(16_700, "SEK")) == "enough"


def test_euros_are_never_held_against_a_limit_in_kronor(tree: Path) -> None:
    with pytest.raises(ValueError, match="never reckoned together"):
        standing(swedish_credit(payroll_of(tree, "finnish")), Money(10_000, "EUR"))


def test_the_sums_told_of_are_the_rules_own_and_those_offered_in_its_currency(tree: Path) -> None:
    payroll = payroll_of(tree, "swedish")
    told = told_sums(payroll, swedish_credit(payroll))
    assert told == [Money(10_000, "SEK"), Money(15_000, "SEK"), Money(20_000, "SEK")]


def test_sums_offered_in_euros_are_not_told_of_beside_kronor(tree: Path) -> None:
    payroll = payroll_of(tree, "finnish")
    assert told_sums(payroll, swedish_credit(payroll)) == [Money(10_000, "SEK")]


@pytest.mark.parametrize(
    ("country", "day", "known"),
    [("SE", "2019-07-01", True), ("SE", "2019-06-30", False), ("FI", "2026-11-22", False)],
)
def test_a_rule_holds_on_its_days_and_in_its_country(country: str, day: str, known: bool, tree: Path) -> None:
    credit = credit_on(payroll_of(tree, "finnish"), country, datetime.date.fromisoformat(day))
    assert (credit is not None) == known


@pytest.mark.parametrize("name", BROKEN)
def test_wrong_payroll_facts_are_named_by_file_line_field_and_remedy(name: str, tree: Path) -> None:
    assert problems_of_case(BROKEN[name], tree, "payroll") == BROKEN[name]["problems"]


@pytest.mark.parametrize(
    ("public", "day", "severities"),
    [
        (False, "2026-12-31", []),
        (False, "2027-01-01", ["warning"]),
        (True, "2026-12-31", []),
        (True, "2027-01-01", ["error"]),
    ],
)
def test_a_tax_rule_that_has_ended_is_kept_from_the_public(
    public: bool, day: str, severities: list[str], tree: Path
) -> None:
    add_optional_files(tree, "finnish", "payroll")
    begins = "    valid_from: 2019-07-01\n"
    ends = f"{begins}    valid_to: 2026-12-31\n"
    change(tree, {"file": "content/facts/payroll.yml", "replace": begins, "with": ends})
    content = load_content(tree)
    clock = Clock(datetime.date.fromisoformat(day), public)
    found = list(check_tax(content, clock))
    assert [problem.severity for problem in found] == severities
    assert all(problem.field == "tax.sweden.valid_to" and problem.line == 10 for problem in found)


def test_the_sites_own_words_type_no_figure(project: Path) -> None:
    """Limits and sums stand in the facts alone."""
    for language in ("fi", "sv", "en"):
        text = (project / f"content/{language}/payroll.yml").read_text(encoding="utf-8")
        assert not any(letter.isdigit() for letter in text)
