"""Targets of goals, milestones of a strategy, and what else is checked beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.edits import change
from tests.model.shapes.trees import LANGUAGES, problems_of
from tests.view.examples import renderer
from tests.view.parsed import parse
from yhdessa.l10n.money import Money
from yhdessa.model import load_content
from yhdessa.pages.site import Site

HERE = Path(__file__).parent
WORDS = """milestones_title: On the way
milestones:
  first: {title: One, text: The first of them.}
  second:
    title: Two
    text: The second.
"""


def cases(name: str) -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = yaml.safe_load((HERE / f"{name}.yml").read_text("utf-8"))
    return loaded


GOALS, MILESTONES = cases("broken_goals"), cases("broken_milestones")


@pytest.fixture
def marked(tree: Path) -> Path:
    """The small tree with two milestones."""
    facts = "milestones:\n  first: 2027\n  second: 2029\n"
    change(tree, {"file": "content/facts/strategy.yml", "append": facts})
    for language in LANGUAGES:
        change(tree, {"file": f"content/{language}/strategy.yml", "append": WORDS})
    assert problems_of(tree) == [], "the tree is sound before it is changed"
    return tree


def strategy(tree: Path) -> Any:
    site = Site(load_content(tree), "https://example.org/", "assets/site.css")
    plan = next(plan for plan in site.plans("en") if plan.name == "strategy")
    return parse(renderer().render(plan.shell, plan.page)).one("main")


@pytest.mark.parametrize("name", GOALS)
def test_a_wrong_fact_of_a_goal_is_named_by_file_line_field_and_remedy(name: str, tree: Path) -> None:
    for step in GOALS[name]["change"]:
        change(tree, step)
    assert problems_of(tree) == GOALS[name]["problems"]


@pytest.mark.parametrize("name", MILESTONES)
def test_a_wrong_milestone_is_named_by_file_line_field_and_remedy(name: str, marked: Path) -> None:
    for step in MILESTONES[name]["change"]:
        change(marked, step)
    assert problems_of(marked) == MILESTONES[name]["problems"]


def test_a_goal_may_have_a_target_or_none(tree: Path) -> None:
    change(tree, {"file": "content/facts/goals/no-loneliness.yml", "append": "target: 25 000 EUR\n"})
    goals = load_content(tree).goals
    assert (goals["no-loneliness"].target, goals["everyone-safe"].target) == (Money(2_500_000, "EUR"), None)


@pytest.mark.parametrize(("country", "zone"), [("FI", "Europe/Helsinki"), ("SE", "Europe/Stockholm")])
def test_an_organisation_lives_in_its_countrys_time_unless_it_says_another(
    country: str, zone: str, tree: Path
) -> None:
    facts = load_content(tree).organisation
    assert facts.model_copy(update={"country": country}).zone().key == zone
    assert facts.model_copy(update={"time_zone": "Europe/Mariehamn"}).zone().key == "Europe/Mariehamn"


def test_two_milestones_may_share_a_year(marked: Path) -> None:
    change(marked, {"file": "content/facts/strategy.yml", "replace": "first: 2027", "with": "first: 2029"})
    assert problems_of(marked) == []


def test_milestones_stand_on_the_strategy_page_in_their_order(marked: Path) -> None:
    part = strategy(marked)
    (line,) = part.with_class("timeline")
    assert [heading.text for heading in line.all("h3")] == ["One", "Two"]
    assert line.text.index("2027") < line.text.index("One") < line.text.index("2029") < line.text.index("Two")
    assert "On the way" in [heading.text for heading in part.all("h2")]


def test_a_strategy_without_milestones_has_no_heading_for_them(tree: Path) -> None:
    assert not strategy(tree).with_class("timeline")
