"""The account of the collection and the notices to staff: what is wrong in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.model.shapes.trees import add_optional_files, cases, problems_of, problems_of_case
from yhdessa.model import load_content
from yhdessa.model.collection import CollectionYear

ACCOUNTS, NOTICES = cases("collection"), cases("notices")


@pytest.mark.parametrize("name", ACCOUNTS)
def test_what_is_wrong_in_an_account_is_named(name: str, tree: Path) -> None:
    assert problems_of_case(ACCOUNTS[name], tree, "collection") == ACCOUNTS[name]["problems"]


@pytest.mark.parametrize("name", NOTICES)
def test_what_is_wrong_in_the_notices_is_named(name: str, tree: Path) -> None:
    assert problems_of_case(NOTICES[name], tree, "notices") == NOTICES[name]["problems"]


def test_a_year_is_the_calendars_unless_its_days_are_written(tree: Path) -> None:
    add_optional_files(tree, "finnish", "collection")
    collection = load_content(tree).collection
    assert collection is not None
    year = collection.of(2026)
    assert year is not None
    assert [day.isoformat() for day in year.days()] == ["2026-01-01", "2026-12-31"]
    assert collection.of(2024) is None
    assert collection.ids("costs") == ["fees"]


def test_a_year_without_sums_is_a_year() -> None:
    assert CollectionYear(year=2026).costs == {}


def test_an_organisation_does_without_all_of_it(tree: Path) -> None:
    content = load_content(tree)
    assert (content.collection, content.notices, content.words["fi"].ledger) == (None, None, None)
    assert problems_of(tree) == []
