"""Workplace challenges: teams, days and a goal; money stands in the ledger alone."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.model.shapes.trees import add_optional_files, cases, problems_of_case
from yhdessa.model import load_content
from yhdessa.model.challenge import Challenge, Team

BROKEN = cases("challenges")


def test_a_tree_does_without_challenges(tree: Path) -> None:
    assert load_content(tree).challenges is None


def test_a_challenge_knows_its_goal_its_days_and_its_teams(tree: Path) -> None:
    add_optional_files(tree, "finnish", "challenges")
    challenges = load_content(tree).challenges
    assert challenges is not None
    challenge = challenges["long-table"]
    assert (challenge.goal, challenge.ends) == ("no-loneliness", datetime.date(2026, 12, 13))
    assert [(team.id, team.members) for team in challenge.teams] == [("library", 9), ("teachers", 31)]


def test_no_field_of_a_challenge_holds_money() -> None:
    annotations = [
        str(field.annotation) for kind in (Challenge, Team) for field in kind.model_fields.values()
    ]
    assert not any("Money" in annotation for annotation in annotations)


@pytest.mark.parametrize("name", BROKEN)
def test_a_wrong_challenge_is_named_by_file_line_field_and_remedy(name: str, tree: Path) -> None:
    assert problems_of_case(BROKEN[name], tree, "challenges") == BROKEN[name]["problems"]
