"""Contact: what people write to us about, and which role's address reads it.

The addresses stand in organisation.yml and statements.yml; a topic says which of them it goes to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from yhdessa.model.document import Document, Path_, dotted
from yhdessa.model.explain import nearest
from yhdessa.model.fields import Identifier, Line, Record, Text
from yhdessa.model.organisation import Organisation
from yhdessa.model.problem import Problem
from yhdessa.model.statement import Statements

Address = Literal["general", "partnerships", "accessibility", "privacy"]


class ContactTopic(Record):
    """One thing that people write about."""

    address: Address = Field(
        description="Which address reads it: general, partnerships, accessibility or privacy.",
        examples=["general"],
    )
    page: Line | None = Field(
        default=None, description="A page of this site that tells more, by its name.", examples=["partners"]
    )


class ContactFacts(Record):
    """content/facts/contact.yml"""

    topics: dict[Identifier, ContactTopic] = Field(
        description="What people write about, by id, in order.", min_length=1
    )


class ContactTopicWords(Record):
    """One thing that people write about."""

    title: Line = Field(description="What it is about.", examples=["För medier"])
    text: Text = Field(description="What to write, and what happens then.")


class ContactWords(Record):
    """content/<language>/contact.yml; the page's title and lead are in pages.yml"""

    topics: dict[Identifier, ContactTopicWords] = Field(description="The topics by the same ids.")
    example: Line | None = Field(
        default=None, description="What is said while the addresses are invented.", examples=["Ett exempel."]
    )


def mailbox(organisation: Organisation, statements: Statements | None, address: Address) -> str | None:
    """The mail address of a role; None for one that only a statement names, where there is none."""
    if address == "general":
        return organisation.general_email
    if address == "partnerships":
        return organisation.partnerships_email
    if statements is None:
        return None
    return statements.accessibility.feedback_email if address == "accessibility" else statements.privacy.email


def check_contact(
    document: Document, contact: ContactFacts, statements: Statements | None, pages: list[str]
) -> Iterator[Problem]:
    """Topics whose address or page there is not; `pages` are the names of those that can be linked to."""
    for name, topic in contact.topics.items():
        path: Path_ = ("topics", name)
        if statements is None and topic.address in ("accessibility", "privacy"):
            message = "is an address of content/facts/statements.yml, and there is no such file"
            yield _problem(document, (*path, "address"), message, "write `address: general`")
        if topic.page is not None and topic.page not in pages:
            yield _problem(
                document, (*path, "page"), f"unknown page `{topic.page}`", nearest(topic.page, pages)
            )


def _problem(document: Document, path: Path_, message: str, remedy: str) -> Problem:
    return Problem(document.file, document.line(path), dotted(path), message, remedy)
