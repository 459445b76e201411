"""Strategies and missions: what different organisations publish fits one model, and a lack leaves no gap.

The files of shapes/ have the shapes of the seeds 000, 001 and 004; their words are our own.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.edits import change
from tests.model.shapes.trees import LANGUAGES, SHAPES, cases, problems_of
from tests.view.examples import renderer
from tests.view.parsed import Element, parse
from yhdessa.model import load_content
from yhdessa.pages.site import Site
from yhdessa.view.shell import Shell

BROKEN = cases("strategies")


@dataclass(frozen=True)
class Counts:
    """How many of each part the seed has."""

    title: int
    story: int
    mission: int
    vision: int
    values: int
    named: bool
    goals: int
    areas: int
    lines: int


#: Counted by hand in the seeds; 004's explanations of vision and mission are paragraphs of the story.
COUNTS = {
    "mission-000": Counts(4, 3, 3, 1, 4, named=False, goals=0, areas=0, lines=0),
    "strategy-001": Counts(1, 0, 0, 0, 3, named=True, goals=3, areas=6, lines=24),
    "strategy-004": Counts(2, 2, 1, 1, 3, named=False, goals=0, areas=3, lines=0),
}
every_shape = pytest.mark.parametrize("name", COUNTS)


def shape(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((SHAPES / f"{name}.yml").read_text(encoding="utf-8"))
    return loaded


def with_shape(tree: Path, name: str) -> Path:
    """The small tree with the strategy and the mission of a shape."""
    write_shape(tree, shape(name))
    return tree


def write_shape(tree: Path, loaded: dict[str, Any]) -> None:
    """Write a shape's facts, and its words in each language, whatever language they are in."""
    for file in ("mission", "strategy"):
        facts, words = (
            yaml.safe_dump(loaded[part][file], allow_unicode=True, sort_keys=False, width=1000)
            for part in ("facts", "words")
        )
        (tree / f"content/facts/{file}.yml").write_text(facts, encoding="utf-8")
        for language in LANGUAGES:
            (tree / f"content/{language}/{file}.yml").write_text(words, encoding="utf-8")


def main_part(tree: Path, name: str, page: str) -> Element:
    """What the page says, as HTML, in the language of the shape."""
    site = Site(load_content(with_shape(tree, name)), "https://example.org/", "assets/site.css")
    language = shape(name)["language"]
    plan = next(plan for plan in site.plans(language) if plan.name == page)
    assert isinstance(plan.shell, Shell)
    return parse(renderer().render(plan.shell, plan.page)).one("main")


def headings(part: Element, tag: str) -> list[str]:
    return [heading.text for heading in part.all(tag)]


def list_items(part: Element, kind: str) -> list[Element]:
    return [item for found in part.with_class(kind) for item in found.children if isinstance(item, Element)]


@every_shape
def test_a_seeds_shape_is_sound_in_the_same_models(name: str, tree: Path) -> None:
    assert problems_of(with_shape(tree, name)) == []


@every_shape
def test_a_mission_page_shows_as_many_parts_as_the_seed_has(name: str, tree: Path) -> None:
    part, counts = main_part(tree, name, "mission"), COUNTS[name]
    assert len(part.with_class("display-line")) == counts.title
    assert len(list_items(part, "story")) == counts.story + ("since" in shape(name)["words"]["mission"])
    assert len(list_items(part, "statements")) == counts.mission + counts.vision
    assert len(list_items(part, "values")) == counts.values
    assert len(headings(part, "h3")) == (counts.values if counts.named else 0)
    assert len(part.with_class("invitation")) == ("invitation" in shape(name)["words"]["mission"])


@every_shape
def test_a_strategy_page_shows_as_many_parts_as_the_seed_has(name: str, tree: Path) -> None:
    part, counts = main_part(tree, name, "strategy"), COUNTS[name]
    words = shape(name)["words"]["strategy"]
    assert len(list_items(part, "big-numbers")) == counts.goals
    assert [stem.text for stem in part.with_class("stem")] == ([words["stem"]] if "stem" in words else [])
    assert len(list_items(part, "focus-areas")) == len(headings(part, "h3")) == counts.areas
    assert len(list_items(part, "lines")) == counts.lines
    assert len(part.all("blockquote")) == ("quote" in words)
    leads = [words[key] for key in ("purpose", "focus_areas_lead") if key in words]
    assert [lead.text for lead in part.with_class("lead")] == leads


@every_shape
@pytest.mark.parametrize("page", ["mission", "strategy"])
def test_what_an_organisation_lacks_leaves_nothing_empty(name: str, page: str, tree: Path) -> None:
    part = main_part(tree, name, page)
    tags = ("section", "ul", "ol", "li", "p", "h1", "h2", "h3", "blockquote")
    assert [element.tag for element in part.all(*tags) if not element.text] == []
    bands = [band for band in part.with_class("band") if not band.text]
    assert bands == []
    titles = [heading.text for heading in part.all("h2")]
    assert len(titles) == len(set(titles)) == len(part.all("section"))


@pytest.mark.parametrize(("name", "period"), [("strategy-001", False), ("strategy-004", True)])
def test_a_strategy_without_years_says_no_period(name: str, period: bool, tree: Path) -> None:
    over = [line.text for line in main_part(tree, name, "strategy").with_class("over")]
    assert len(over) == period
    assert all("2027–2029" in line for line in over)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_strategy_is_named_by_file_line_field_and_remedy(name: str, tree: Path) -> None:
    for step in BROKEN[name]["change"]:
        change(tree, step)
    assert problems_of(tree) == BROKEN[name]["problems"]


@pytest.mark.parametrize(
    ("name", "file", "taken", "said"),
    [
        ("strategy-001", "strategy", "goals", "3: stem: has no goal that continues it"),
        (
            "strategy-001",
            "strategy",
            "focus_areas_title",
            "11: focus_areas: has no heading; add `focus_areas_title`",
        ),
        ("strategy-004", "strategy", "focus_areas", "5: focus_areas_title: has no focus area under it"),
        ("strategy-004", "strategy", "focus_areas", "6: focus_areas_lead: has no focus area under it"),
        ("mission-000", "mission", "values", "18: values_lead: has no value under it"),
        ("strategy-001", "mission", "values", "1: has neither `mission` nor `vision` nor `values`"),
    ],
)
def test_words_that_hang_loose_are_named(name: str, file: str, taken: str, said: str, tree: Path) -> None:
    loaded = shape(name)
    loaded["facts"][file].pop(taken, None)
    del loaded["words"][file][taken]
    write_shape(tree, loaded)
    problems = problems_of(tree)
    for language in LANGUAGES:
        assert f"content/{language}/{file}.yml:{said}" in problems
    assert {problem.split(":")[0] for problem in problems} == {
        f"content/{lang}/{file}.yml" for lang in LANGUAGES
    }
