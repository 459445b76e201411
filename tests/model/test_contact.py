"""Contact: topics lead to roles' addresses that there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edits import change
from tests.model.shapes.trees import add_optional_files, cases, problems_of, problems_of_case
from yhdessa.model import load_content
from yhdessa.model.contact import mailbox

BROKEN = cases("contact")


def test_a_tree_does_without_topics(tree: Path) -> None:
    assert load_content(tree).contact is None


@pytest.mark.parametrize("name", BROKEN)
def test_wrong_topics_are_named_by_file_line_field_and_remedy(name: str, tree: Path) -> None:
    assert problems_of_case(BROKEN[name], tree, "contact") == BROKEN[name]["problems"]


def test_a_topic_leads_to_no_page_that_only_a_payment_ends_at(tree: Path) -> None:
    add_optional_files(tree, "finnish", "contact")
    change(tree, {"file": "content/facts/contact.yml", "replace": "partners}", "with": "cancelled}"})
    [said] = problems_of(tree)
    assert said.startswith("content/facts/contact.yml:3: topics.companies.page: unknown page `cancelled`")


def test_an_address_is_the_organisations_or_a_statements(tree: Path) -> None:
    add_optional_files(tree, "finnish", "statements")
    content = load_content(tree)
    organisation, statements = content.organisation, content.statements
    assert statements is not None
    assert mailbox(organisation, statements, "general") == organisation.general_email
    assert mailbox(organisation, statements, "partnerships") == organisation.partnerships_email
    assert mailbox(organisation, statements, "accessibility") == statements.accessibility.feedback_email
    assert mailbox(organisation, statements, "privacy") == statements.privacy.email
    assert mailbox(organisation, None, "privacy") is None
