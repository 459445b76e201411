"""Workplace challenges: teams, days and a goal; money stands in the ledger alone."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.edits import change
from tests.model.shapes.trees import add_optional_files, cases, problems_of_case
from yhdessa.model import load_content
from yhdessa.model.challenge import Challenge, Team
from yhdessa.model.honesty.clock import Clock
from yhdessa.model.honesty.demonstration import check_demonstration

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


def test_no_field_of_a_challenge_holds_money_but_the_sum_that_it_hopes_for() -> None:
    fields = {**Challenge.model_fields, **Team.model_fields}
    assert [name for name, field in fields.items() if "Money" in str(field.annotation)] == ["target"]


def test_only_teams_that_have_agreed_are_shown(tree: Path) -> None:
    add_optional_files(tree, "finnish", "challenges")
    agreed = "{id: teachers, name: The teachers, members: 31, agreed: 2026-10-20, example: true}"
    waiting = {"replace": agreed, "with": agreed.replace("agreed: 2026-10-20, ", "")}
    change(tree, {"file": "content/facts/challenges.yml", **waiting})
    challenges = load_content(tree).challenges
    assert challenges is not None
    assert [team.id for team in challenges["long-table"].teams] == ["library", "teachers"]
    assert [team.id for team in challenges["long-table"].shown_teams()] == ["library"]


@pytest.mark.parametrize("name", BROKEN)
def test_a_wrong_challenge_is_named_by_file_line_field_and_remedy(name: str, tree: Path) -> None:
    assert problems_of_case(BROKEN[name], tree, "challenges") == BROKEN[name]["problems"]


def test_no_gifts_are_counted_in_public_for_a_team_that_is_invented(tree: Path) -> None:
    add_optional_files(tree, "finnish", "challenges")
    content, day = load_content(tree), datetime.date(2026, 11, 21)
    said = [str(problem) for problem in check_demonstration(content, Clock(day, public=True))]
    told = "example: is true, and a public site must not count gifts for a team that does not exist"
    assert [line for line in said if "challenges.yml" in line] == [
        f"content/facts/challenges.yml:{line}: long-table.teams.{index}.{told}; take the team out"
        for index, line in ((0, 7), (1, 8))
    ]
    assert not list(check_demonstration(content, Clock(day)))
