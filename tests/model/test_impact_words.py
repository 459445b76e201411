"""Words of the impact report: messages that tell its own figures, and addresses of its sections."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.model.shapes.trees import add_optional_files, cases, problems_of_case
from yhdessa.model import load_content

BROKEN = cases("impact")


def test_a_tree_does_without_a_report(tree: Path) -> None:
    assert load_content(tree).impact is None


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_report_is_named_by_file_line_field_and_remedy(name: str, tree: Path) -> None:
    assert problems_of_case(BROKEN[name], tree, "impact") == BROKEN[name]["problems"]


def test_a_report_may_do_without_messages(tree: Path) -> None:
    add_optional_files(tree, "finnish", "impact")
    for language in ("fi", "sv", "en"):
        file = tree / "content" / language / "impact.yml"
        text = file.read_text("utf-8")
        start, end = text.index("messages:"), text.index("labels:")
        file.write_text(text[:start] + text[end:], "utf-8")
    words = load_content(tree).words["sv"].impact
    assert words is not None
    assert words.messages == {}
