"""Letters: what a letter is sent for stands in it, and a site whose givers need one has it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.edits import change
from yhdessa.model import ContentProblems, load_content
from yhdessa.pages.site import Site

ROWS = yaml.safe_load(Path(__file__).with_name("broken_letters.yml").read_text("utf-8"))


def problems_of(tree: Path) -> list[str]:
    with pytest.raises(ContentProblems) as refused:
        load_content(tree)
    return [str(problem) for problem in refused.value.problems]


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_a_broken_letter_is_named_by_file_line_field_and_remedy(row: dict[str, Any], tree: Path) -> None:
    change(tree, row["edit"])
    found = problems_of(tree)
    assert [problem for problem in found if row["says"] in problem], found


@pytest.mark.parametrize("what", ["the letters", "the page"])
def test_where_gifts_are_monthly_a_giver_can_end_them(what: str, tree: Path) -> None:
    for file in sorted((tree / "content").glob("*/*.yml")):
        if what == "the letters" and file.name == "letters.yml":
            file.unlink()
        elif what == "the page" and file.name == "pages.yml":
            file.write_text(file.read_text("utf-8").partition("monthly_donor:")[0], "utf-8")
    found = problems_of(tree)
    said = "letters.yml: is missing" if what == "the letters" else "pages.yml:1: monthly_donor: is missing"
    assert len([problem for problem in found if said in problem]) == 3, found


def test_a_paragraph_of_a_letter_is_one_line_however_an_editor_has_broken_it(tree: Path) -> None:
    site = Site(load_content(tree), "https://example.org/", "assets/site.css")
    for spoken in site.catalogue({}).languages.values():
        paragraphs = spoken.letters["monthly_donor"].text.split("\n\n")
        assert len(paragraphs) > 4
        assert not any("\n" in paragraph for paragraph in paragraphs)
