"""Programmes, acts and volunteering: a site may do without them, and where it has them they hold together."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edits import change
from tests.model.shapes.trees import add_optional_files, cases, problems_of
from yhdessa.model import load_content

BROKEN = cases("programmes")
FILES = ("services", "act", "volunteering")


@pytest.fixture
def joined(tree: Path) -> Path:
    """The small tree with services, acts and volunteering."""
    add_optional_files(tree, "finnish", *FILES)
    return tree


def test_a_tree_does_without_programmes_acts_and_volunteering(tree: Path) -> None:
    content = load_content(tree)
    assert (content.services, content.act, content.volunteering) == (None, None, None)
    assert content.programmes == {}
    assert {len(words.programmes) for words in content.words.values()} == {0}


def test_each_of_them_stands_without_the_others(tree: Path) -> None:
    add_optional_files(tree, "finnish", "services")
    assert problems_of(tree) == []


def test_a_programme_knows_its_service_its_goals_and_its_own_address(joined: Path) -> None:
    content = load_content(joined)
    assert content.services is not None
    assert content.services.order == ["meeting-places", "company"]
    line = content.programmes["evening-line"]
    assert (line.service, line.goals, line.contact) == (
        "company",
        ["everyone-safe", "no-loneliness"],
        "line@example.org",
    )
    assert content.programmes["living-room"].contact is None


def test_a_programmes_words_are_fields_and_a_text(joined: Path) -> None:
    words = load_content(joined).words["sv"].programmes["living-room"]
    assert (words.slug, words.steps) == ("living-room", ["Come in.", "Sit down."])
    assert words.quote is not None
    assert words.quote.example


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_named_by_file_line_field_and_remedy(name: str, joined: Path) -> None:
    assert problems_of(joined) == [], "the tree is sound before it is changed"
    for step in BROKEN[name]["change"]:
        change(joined, step)
    assert problems_of(joined) == BROKEN[name]["problems"]
