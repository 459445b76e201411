"""Honesty: what an editor did, the day, the public or nobody, and exactly what is said."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.edits import change
from yhdessa.model import ContentProblems, load_content

CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases.yml").read_text(encoding="utf-8")
)["cases"]
DAY = datetime.date(2026, 11, 21)


def said(tree: Path, today: datetime.date, public: bool) -> list[str]:
    try:
        problems = load_content(tree, today, public).remarks
    except ContentProblems as found:
        problems = found.problems
    return [f"{problem.severity}: {problem}" for problem in problems]


@pytest.mark.parametrize("name", CASES)
def test_what_is_not_honest_is_named_by_file_line_field_and_remedy(name: str, honest: Path) -> None:
    case = CASES[name]
    for step in case["change"]:
        change(honest, step)
    assert said(honest, case.get("today", DAY), case.get("public", False)) == case["problems"]


def test_the_table_has_cases_of_every_severity_for_both_readers() -> None:
    severities = {problem.split(":")[0] for case in CASES.values() for problem in case["problems"]}
    assert severities == {"error", "warning", "info"}
    assert {case.get("public", False) for case in CASES.values()} == {True, False}
    assert len(CASES) >= 45


def test_a_broken_reference_is_told_before_what_is_not_honest(honest: Path) -> None:
    # With a source that nobody knows, no figure can be dated.
    change(
        honest,
        {
            "file": "content/facts/statistics.yml",
            "replace": "source: helsinkimissio-mission",
            "with": "source: x",
        },
    )
    change(honest, {"file": "content/facts/organisation.yml", "append": "demonstration: true\n"})
    assert [problem.split(":")[1] for problem in said(honest, DAY, True)] == [" content/facts/statistics.yml"]
