"""Programmes: what a service consists of, and how somebody comes along."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pydantic import Field

from yhdessa.model.document import Document, Path_, dotted
from yhdessa.model.explain import nearest
from yhdessa.model.fields import Email, Identifier, Line, Record, Slug, Text
from yhdessa.model.problem import Problem
from yhdessa.model.service import Services
from yhdessa.model.strategy import QuoteWords


class Programme(Record):
    """content/facts/programmes/<id>.yml"""

    service: Identifier = Field(
        description="The service it belongs to, by its id in services.yml.", examples=["meeting-places"]
    )
    goals: list[Identifier] = Field(
        description="The goals it works for, by id; the first lends it its drawing.",
        examples=[["no-loneliness"]],
        min_length=1,
    )
    contact: Email | None = Field(
        default=None,
        description="A role address of its own; else the organisation's general one is shown.",
        examples=["neuvonta@example.org"],
    )


class ProgrammeWords(Record):
    """content/<language>/programmes/<id>.md; the Markdown below tells what happens there."""

    slug: Slug = Field(description="Its address in this language.", examples=["oppna-vardagsrummet"])
    name: Line = Field(description="Its name.", examples=["Öppna vardagsrummet"])
    summary: Line = Field(description="One sentence for cards and search engines.")
    audience: Text = Field(description="Who it is for.")
    when: Text = Field(description="When it happens, in words.")
    where: Text = Field(description="Where it happens, in words.")
    steps: list[Text] = Field(description="How to join, a step an item.", min_length=1)
    quote: QuoteWords | None = Field(default=None, description="Somebody's words about it.")


def check_programmes(
    document_of: Callable[[str], Document],
    services: Services | None,
    programmes: Mapping[str, Programme],
    goals: list[str],
) -> Iterator[Problem]:
    """Programmes of no known service or for no known goal, and services without programmes.

    `document_of` gives a file of content/facts by its name, as `programmes/first-shift.yml`.
    """
    order = services.order if services is not None else []
    for name, programme in programmes.items():
        document = document_of(f"programmes/{name}.yml")
        if services is None:
            remedy = "make content/facts/services.yml"
            yield _problem(document, ("service",), "there are no services that it could belong to", remedy)
        elif programme.service not in order:
            message = f"unknown service `{programme.service}`"
            yield _problem(document, ("service",), message, nearest(programme.service, order))
        for index, goal in enumerate(programme.goals):
            if goal not in goals:
                yield _problem(document, ("goals", index), f"unknown goal `{goal}`", nearest(goal, goals))
    filled = {programme.service for programme in programmes.values()}
    for index, service in enumerate(order):
        if service not in filled:
            message, remedy = f"`{service}` has no programme", "a file in content/facts/programmes names it"
            yield _problem(document_of("services.yml"), ("order", index), message, remedy)


def _problem(document: Document, path: Path_, message: str, remedy: str = "") -> Problem:
    return Problem(document.file, document.line(path), dotted(path), message, remedy)
