"""The page of payroll giving: what a share of the pay comes to, and what tax law says of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.edits import change
from tests.pages.trees import SITE_URL, page_of, site_with
from yhdessa.l10n.money import Money, format_money
from yhdessa.model import load_content
from yhdessa.pages.payroll_script import money_pattern, problem_words
from yhdessa.pages.site import Site
from yhdessa.payroll.problems import FILE_CODES, LINE_CODES, PAY_CODES
from yhdessa.view.payroll import PayrollPage, PayrollToolPage

FACTS = "content/facts/payroll.yml"


def site_with_facts(tree: Path) -> Site:
    """The site of a tree whose files are there already, and changed since."""
    return Site(load_content(tree), SITE_URL, "assets/site.css")


def payroll(tree: Path, language: str, country: str = "finnish") -> PayrollPage:
    return page_of(site_with(tree, country, "payroll"), language, "payroll", PayrollPage)


def test_the_table_has_a_row_a_salary_and_a_gift_for_each_share(tree: Path) -> None:
    table = payroll(tree, "fi").table
    assert table.shares == ("1\u00a0‰", "5\u00a0‰")
    assert [row.salary for row in table.rows] == ["2\u00a0000\u00a0€", "2\u00a0555,50\u00a0€"]
    assert [[gift.share for gift in row.gifts] for row in table.rows] == [list(table.shares)] * 2
    assert [gift.month for gift in table.rows[1].gifts] == ["2,56\u00a0€ a month", "12,78\u00a0€ a month"]
    assert [gift.year for gift in table.rows[1].gifts] == ["30,72\u00a0€ vuodessa", "153,36\u00a0€ vuodessa"]
    assert [gift.matched for gift in table.rows[1].gifts] == [
        "61,44\u00a0€ matched",
        "306,72\u00a0€ matched",
    ]
    assert table.matching == "The employer adds 100\u00a0%."


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


def test_the_table_reckons_with_what_the_facts_say_that_an_employer_adds(tree: Path) -> None:
    site_with(tree, "finnish", "payroll")
    change(tree, {"file": FACTS, "replace": "matching: 100", "with": "matching: 50"})
    table = page_of(site_with_facts(tree), "fi", "payroll", PayrollPage).table
    assert [gift.matched for gift in table.rows[0].gifts] == ["36\u00a0€ matched", "180\u00a0€ matched"]


def test_the_calculator_offers_what_the_page_offers_shares_first(tree: Path) -> None:
    calculator = payroll(tree, "fi").calculator
    assert [choice.value for choice in calculator.choices] == [
        "permille:1",
        "permille:5",
        "sum:1000",
        "sum:2000",
    ]
    assert calculator.choices[1].text == "5\u00a0‰ of the pay"
    assert json.loads(calculator.rules)["matching"] == 100


def tool(tree: Path, language: str) -> PayrollToolPage:
    return page_of(site_with(tree, "finnish", "payroll"), language, "payroll_tool", PayrollToolPage)


def test_the_tool_has_words_for_every_problem_that_a_file_can_have(project: Path) -> None:
    content = load_content(project)
    for maker in Site(content, "https://example.org/", "assets/site.css").makers.values():
        assert maker.words.payroll is not None
        said = problem_words(maker, maker.words.payroll)
        assert set(said) == {*FILE_CODES, *LINE_CODES, *PAY_CODES}
        assert not any("{limit}" in text for text in said.values())


def test_the_tool_says_its_limits_as_the_language_does(tree: Path) -> None:
    page = tool(tree, "fi")
    assert page.tool.hint == "At most 4 megabytes."
    problems = json.loads(page.tool.words)["problems"]
    assert problems["too_many_lines"] == "too_many_lines 100\u00a0000"
    assert problems["too_much"] == "too_much 999\u00a0999,99\u00a0€"


def test_the_example_of_a_file_is_made_of_the_facts(tree: Path) -> None:
    page = tool(tree, "sv")
    assert page.example.rows == (
        ("A-101", "2000", "1\u00a0‰"),
        ("A-102", "", "10"),
        ("A-103", "2555.50", "5\u00a0‰"),
    )
    assert page.without.text == "Use =ROUND(B2*C2/1000;2)."


def test_a_heading_that_no_reader_would_know_is_left_out_of_the_file(tree: Path) -> None:
    assert json.loads(tool(tree, "fi").tool.words)["heading"] == ["Reference", "Amount"]
    for language in ("fi", "sv", "en"):
        file = f"content/{language}/payroll.yml"
        change(tree, {"file": file, "replace": "  amount: Amount", "with": "  amount: Betrag"})
    page = page_of(site_with_facts(tree), "fi", "payroll_tool", PayrollToolPage)
    assert json.loads(page.tool.words)["heading"] == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("currency", ["EUR", "SEK"])
def test_the_pattern_of_sums_is_that_of_the_language(language: str, currency: str) -> None:
    pattern = money_pattern(currency, language)
    told = "{before}1{group}234{mark}56{after}".format(**pattern)
    assert told == format_money(Money(123_456, currency), language)


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
