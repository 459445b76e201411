"""What `check` found, for people, for GitHub and for programs."""

from __future__ import annotations

import json
from pathlib import PurePath

import pytest

from yhdessa.editor.report import as_github, as_json, as_text, has_errors
from yhdessa.model import Problem

ERROR = Problem("content/sv/home.yml", 7, "giv", "is not a known field", "did you mean `give`?")
WARNING = Problem("content/facts/impact.yml", 35, "recommendation", "does not say n", severity="warning")
REMARK = Problem("content/facts/impact.yml", 4, "year", "the report says no year", severity="info")


def test_people_read_a_line_each_and_a_count() -> None:
    assert as_text([ERROR, WARNING, REMARK, REMARK]).splitlines() == [
        "content/sv/home.yml:7: giv: is not a known field; did you mean `give`?",
        "warning: content/facts/impact.yml:35: recommendation: does not say n",
        "info: content/facts/impact.yml:4: year: the report says no year",
        "info: content/facts/impact.yml:4: year: the report says no year",
        "1 problem, 1 warning, 2 remarks in the content.",
    ]


def test_only_an_error_keeps_the_content_from_being_published() -> None:
    assert has_errors([WARNING, ERROR])
    assert not has_errors([WARNING, REMARK])


def test_github_gets_an_annotation_each() -> None:
    assert as_github([ERROR, WARNING, REMARK], PurePath()).splitlines() == [
        "::error file=content/sv/home.yml,line=7,title=giv::is not a known field; did you mean `give`?",
        "::warning file=content/facts/impact.yml,line=35,title=recommendation::does not say n",
        "::notice file=content/facts/impact.yml,line=4,title=year::the report says no year",
    ]


def test_a_problem_of_a_whole_file_has_no_line_and_no_title() -> None:
    missing = Problem("content/en/tiers.yml", 0, "", "is missing")
    assert as_github([missing], PurePath()) == "::error file=content/en/tiers.yml::is missing"


@pytest.mark.parametrize(
    ("problem", "written"),
    [
        (
            Problem("a.yml", 1, "", "20 % is not\r\n50%"),
            "::error file=a.yml,line=1::20 %25 is not%0D%0A50%25",
        ),
        (Problem("a.yml", 1, "", "a: b, c"), "::error file=a.yml,line=1::a: b, c"),
        (Problem("a,b:c%.yml", 1, "x,y:z", "m"), "::error file=a%2Cb%3Ac%25.yml,line=1,title=x%2Cy%3Az::m"),
        (Problem("a\n.yml", 1, "", "::error::no"), "::error file=a%0A.yml,line=1::::error::no"),
    ],
)
def test_what_would_end_an_annotation_is_escaped(problem: Problem, written: str) -> None:
    assert as_github([problem], PurePath()) == written


def test_github_finds_the_files_of_a_project_in_a_folder() -> None:
    assert as_github([REMARK], PurePath("sites/one")).startswith(
        "::notice file=sites/one/content/facts/impact.yml,"
    )
    assert as_github([REMARK], PurePath("/srv/one")).startswith("::notice file=content/facts/impact.yml,")


def test_programs_get_objects() -> None:
    assert json.loads(as_json([ERROR])) == [
        {
            "file": "content/sv/home.yml",
            "line": 7,
            "field": "giv",
            "message": "is not a known field",
            "remedy": "did you mean `give`?",
            "severity": "error",
        }
    ]
    assert json.loads(as_json([])) == []
