"""The content tree: what is sound loads, what is broken is named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.edits import change
from yhdessa.cli import main
from yhdessa.l10n.money import Money
from yhdessa.model import ContentProblems, load_content

CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "broken_content.yml").read_text(encoding="utf-8")
)


def problems_of(tree: Path) -> list[str]:
    try:
        load_content(tree)
    except ContentProblems as problems:
        return [str(problem) for problem in problems.problems]
    return []


def test_a_sound_tree_is_held_as_typed_facts_and_words(tree: Path) -> None:
    content = load_content(tree)
    assert content.languages == ["fi", "sv", "en"]
    assert content.goals_in_order() == ["everyone-safe", "no-loneliness"]
    assert content.giving.minimum == Money(500, "EUR")
    assert content.tiers["main"].yearly == Money(1_000_000, "EUR")
    assert content.words["sv"].goals["no-loneliness"].slug == "ingen-blir-ensam"
    assert content.words["en"].prose["about"].slug == "about-this-site"
    assert content.document("fi", "goals", "no-loneliness.md").body.startswith("Yksin oleminen")


def test_the_projects_own_content_is_sound(project: Path) -> None:
    assert load_content(project).goals


@pytest.mark.parametrize("name", CASES)
def test_broken_content_is_named_by_file_line_field_and_remedy(name: str, tree: Path) -> None:
    case = CASES[name]
    for step in case["change"]:
        change(tree, step)
    assert problems_of(tree) == case["problems"]


def test_all_problems_come_in_one_run_and_in_the_order_of_their_places(tree: Path) -> None:
    change(tree, {"file": "content/sv/home.yml", "replace": "give:", "with": "giv:"})
    change(
        tree,
        {"file": "content/facts/goals/no-loneliness.yml", "replace": "number: 3", "with": "number: three"},
    )
    change(tree, {"file": "content/en/tiers.yml", "write": "main: {"})
    files = [problem.split(":")[0] for problem in problems_of(tree)]
    assert {"content/sv/home.yml", "content/facts/goals/no-loneliness.yml", "content/en/tiers.yml"} <= set(
        files
    )
    assert files == sorted(files)


def test_the_word_no_stays_a_word(tree: Path) -> None:
    file = "content/sv/interface.yml"
    text = (tree / file).read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("menu:"))
    change(tree, {"file": file, "replace": line, "with": "menu: no"})
    assert load_content(tree).words["sv"].interface.menu == "no"


def test_a_background_text_that_one_language_lacks_is_a_missing_translation(tree: Path) -> None:
    file = tree / "content/sv/goals/no-loneliness.md"
    fields = file.read_text(encoding="utf-8").split("---\n")[1]
    file.write_text(f"---\n{fields}---\n", encoding="utf-8")
    assert [problem.split(": ", 1)[1] for problem in problems_of(tree)] == [
        "missing translation of the text; content/fi/goals/no-loneliness.md:56 has it"
    ]


def test_check_says_what_is_wrong_and_fails(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(tree, {"file": "content/facts/tiers.yml", "replace": "10 000 EUR", "with": "a lot"})
    assert main(["check", "--project", str(tree)]) == 1
    said = capsys.readouterr().err
    assert said.splitlines()[-1] == "1 problem in the content."
    assert "Traceback" not in said


def test_check_says_that_sound_content_is_sound(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--project", str(tree)]) == 0
    assert capsys.readouterr().out == "The content is sound: 2 goals in fi, sv, en.\n"
