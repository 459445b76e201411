"""What the reader can do: as a person, at a workplace, as a company."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from yhdessa.model.document import Document, Path_, dotted
from yhdessa.model.explain import nearest
from yhdessa.model.fields import Identifier, Line, Record, Text
from yhdessa.model.page import PAGES
from yhdessa.model.problem import Problem

#: Who acts, in the order of the page.
ACTORS = ("person", "workplace", "company")


class Act(Record):
    """Something concrete that somebody can do."""

    id: Identifier = Field(description="The id of its words.", examples=["say-hello"])
    page: Line | None = Field(
        default=None,
        description="The page of ours that leads on, by its name.",
        examples=["volunteering"],
    )


Acts = Annotated[list[Act], Field(min_length=1)]


class ActFacts(Record):
    """content/facts/act.yml"""

    person: Acts = Field(description="What a person can do, in order.")
    workplace: Acts = Field(description="What a workplace can do, in order.")
    company: Acts = Field(description="What a company can do, in order.")

    def acts_of(self, actor: str) -> list[Act]:
        """The acts of one of ACTORS."""
        acts: list[Act] = getattr(self, actor)
        return acts


class OneActWords(Record):
    """One act."""

    title: Line = Field(description="What to do, in a few words.", examples=["Säg hej i trappan"])
    text: Text = Field(description="How, in a sentence or two.")
    link: Line | None = Field(
        default=None, description="The text of the link, where the page's own name does not fit."
    )


class ActorWords(Record):
    """One of those who can act."""

    title: Line = Field(description="The heading.", examples=["Du själv"])
    text: Text = Field(description="A paragraph under it.")
    acts: dict[Identifier, OneActWords] = Field(description="The acts by id.")


class ActWords(Record):
    """content/<language>/act.yml"""

    person: ActorWords = Field(description="For a person.")
    workplace: ActorWords = Field(description="For a workplace.")
    company: ActorWords = Field(description="For a company.")

    def words_of(self, actor: str) -> ActorWords:
        """The words for one of ACTORS."""
        words: ActorWords = getattr(self, actor)
        return words


def check_act(document: Document, facts: ActFacts, pages: list[str]) -> Iterator[Problem]:
    """Acts that stand twice, and links to pages that the site lacks; `pages` names those it has."""
    for actor in ACTORS:
        acts = facts.acts_of(actor)
        for index, act in enumerate(acts):
            path: Path_ = (actor, index)
            if act.id in {other.id for other in acts[:index]}:
                yield _problem(document, (*path, "id"), f"`{act.id}` is the id of another act too")
            if act.page is not None and act.page not in pages:
                message = f"the site has no page `{act.page}` to lead to"
                # A name that other sites have is no slip of the pen: what looks like it would be no help.
                other = "name another, or leave `page` out"
                remedy = other if act.page in PAGES else nearest(act.page, pages)
                yield _problem(document, (*path, "page"), message, remedy)


def _problem(document: Document, path: Path_, message: str, remedy: str = "") -> Problem:
    return Problem(document.file, document.line(path), dotted(path), message, remedy)
