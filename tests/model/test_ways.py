"""Other ways to give: numbers are held against their check digits, and what is invented is nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.edits import change
from tests.model.shapes.trees import add_optional_files, cases, problems_of, problems_of_case
from yhdessa.model import load_content
from yhdessa.model.check_digits import compact, passes_7_3_1, passes_mod_10, passes_mod_97

BROKEN = cases("ways")


def test_a_tree_does_without_other_ways(tree: Path) -> None:
    content = load_content(tree)
    assert content.ways is None
    assert content.words["sv"].ways is None


def test_an_account_is_kept_without_the_spaces_that_people_read(tree: Path) -> None:
    add_optional_files(tree, "finnish", "ways")
    ways = load_content(tree).ways
    assert ways is not None
    assert ways.bank_accounts[0].iban == "FI2112345600000785"
    assert ways.bank_accounts[0].reference == "1234561"
    assert ways.offered() == ["bank_accounts", "mobilepay"]


def test_a_swedish_organisation_has_a_90_account_and_swish(tree: Path) -> None:
    add_optional_files(tree, "swedish", "ways")
    ways = load_content(tree).ways
    assert ways is not None
    assert ways.ninety_account is not None
    assert (ways.ninety_account.plusgiro, ways.ninety_account.bankgiro) == ("9000001", "9000001")
    assert ways.offered() == ["bank_accounts", "swish", "ninety_account"]


@pytest.mark.parametrize("name", BROKEN)
def test_a_wrong_way_to_give_is_named_by_file_line_field_and_remedy(name: str, tree: Path) -> None:
    assert problems_of_case(BROKEN[name], tree, "ways") == BROKEN[name]["problems"]


def test_a_bank_of_another_country_is_a_warning(tree: Path) -> None:
    add_optional_files(tree, "finnish", "ways")
    change(tree, {"file": "content/facts/ways.yml", "replace": "ESIMFIH0", "with": "ESIMSES0"})
    assert problems_of(tree) == []
    said = [str(remark) for remark in load_content(tree).remarks if remark.file.endswith("ways.yml")]
    assert said == [
        "content/facts/ways.yml:4: bank_accounts.0.bic: is a bank's of SE, and the account is of FI"
    ]


@pytest.mark.parametrize("number", ["FI21 1234 5600 0007 85", "SE45 5000 0000 0583 9825 7466"])
def test_the_iban_registrys_examples_are_right(number: str) -> None:
    """https://www.swift.com/standards/data-standards/iban"""
    assert passes_mod_97(compact(number))


def test_the_standards_own_references_are_right() -> None:
    """Finance Finland's guide to the reference number, and the worked example of ISO 11649."""
    assert passes_7_3_1(compact("12 34561"))
    assert passes_mod_97(compact("RF18 5390 0754 7034"))
    assert not passes_7_3_1("1" * 21)


@given(st.integers(100, 10**19 - 1), st.data())
def test_one_wrong_digit_never_passes_7_3_1(base: int, data: st.DataObject) -> None:
    """Its weights have no factor in common with 10."""
    right = next(f"{base}{check}" for check in range(10) if passes_7_3_1(f"{base}{check}"))
    place = data.draw(st.integers(0, len(right) - 1))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != right[place]]))
    assert not passes_7_3_1(right[:place] + other + right[place + 1 :])


@given(st.integers(1, 10**12), st.data())
def test_one_wrong_digit_never_passes_mod_10(base: int, data: st.DataObject) -> None:
    right = next(f"{base}{check}" for check in range(10) if passes_mod_10(f"{base}{check}"))
    place = data.draw(st.integers(0, len(right) - 1))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != right[place]]))
    assert not passes_mod_10(right[:place] + other + right[place + 1 :])
