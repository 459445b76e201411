"""Statements: nothing is claimed of accessibility or of personal data that the facts do not show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.model.shapes.trees import add_optional_files, cases, problems_of_case
from yhdessa.model import load_content

BROKEN = cases("statements")


def test_a_tree_does_without_statements(tree: Path) -> None:
    assert load_content(tree).statements is None


def test_a_statement_holds_the_same_claims_in_every_language(tree: Path) -> None:
    add_optional_files(tree, "finnish", "statements")
    content = load_content(tree)
    assert content.statements is not None
    for words in content.words.values():
        assert words.statements is not None
        assert list(words.statements.accessibility.conformance) == ["not-assessed"]
        assert set(words.statements.privacy.purposes) == set(content.statements.privacy.purposes)


@pytest.mark.parametrize("name", BROKEN)
def test_a_wrong_statement_is_named_by_file_line_field_and_remedy(name: str, tree: Path) -> None:
    assert problems_of_case(BROKEN[name], tree, "statements") == BROKEN[name]["problems"]


def test_the_site_claims_no_conformance_while_no_person_has_evaluated_it(project: Path) -> None:
    statements = load_content(project).statements
    assert statements is not None
    assert {method.by for method in statements.accessibility.methods.values()} == {"machine"}
    assert statements.accessibility.conformance == "not-assessed"
    assert not statements.privacy.cookies
