"""Statements: how accessible the site is, and what becomes of personal data.

Facts are ids and days, so that nothing is claimed in one language that another does not say. What automated
tests alone can show is not called conformance. https://www.w3.org/TR/WCAG-EM/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import Field

from yhdessa.model.document import Document, Path_, dotted
from yhdessa.model.explain import nearest
from yhdessa.model.fields import Day, Email, Identifier, Line, Record, WebAddress
from yhdessa.model.problem import Problem

Conformance = Literal["full", "partial", "not-assessed"]
Basis = Literal["consent", "contract", "legal-obligation", "legitimate-interest"]


class Authority(Record):
    """Who supervises; the name is among the words."""

    website: WebAddress = Field(
        description="Its web address.", examples=["https://www.saavutettavuusvaatimukset.fi"]
    )


class Method(Record):
    """A way in which the site was evaluated."""

    by: Literal["machine", "person"] = Field(
        description="machine for automated tests, person when somebody tried it.", examples=["machine"]
    )


class Accessibility(Record):
    """How accessible the site is, and how we know."""

    standard: Line = Field(description="What the site is held against.", examples=["WCAG 2.2"])
    level: Literal["A", "AA", "AAA"] = Field(description="Its level.", examples=["AA"])
    conformance: Conformance = Field(
        description="full, partial, or not-assessed while no person has evaluated the site.",
        examples=["not-assessed"],
    )
    evaluated: Day = Field(description="The day of the last evaluation.", examples=["2026-11-22"])
    methods: dict[Identifier, Method] = Field(
        description="How it was evaluated, by id; nothing that was not done.", min_length=1
    )
    shortcomings: list[Identifier] = Field(
        default_factory=list,
        description="What is known to fall short, or has not been tried, by id.",
        examples=[["payment-page"]],
    )
    feedback_email: Email = Field(
        description="A role address for those who meet an obstacle.", examples=["info@example.org"]
    )
    authority: Authority = Field(description="Who supervises it.")


class Processor(Record):
    """Who handles personal data for us."""

    name: Line = Field(description="Its name.", examples=["Stripe Payments Europe, Limited"])
    website: WebAddress = Field(description="Its own statement.", examples=["https://stripe.com/privacy"])


class Purpose(Record):
    """What personal data is used for."""

    bases: list[Basis] = Field(
        description="The grounds in law.", examples=[["legal-obligation"]], min_length=1
    )
    processors: list[Identifier] = Field(
        default_factory=list, description="Who handles it for us, by id.", examples=[["stripe"]]
    )
    kept_years: int | None = Field(
        default=None,
        description="How many years it is kept at most; left out for what is not kept for years.",
        examples=[6],
        ge=1,
        le=100,
    )


class Privacy(Record):
    """What becomes of personal data."""

    email: Email = Field(
        description="A role address for questions and requests.", examples=["info@example.org"]
    )
    cookies: bool = Field(description="false when the site sets none.", examples=["false"])
    purposes: dict[Identifier, Purpose] = Field(
        description="What data is used for, by id, in order.", min_length=1
    )
    processors: dict[Identifier, Processor] = Field(
        default_factory=dict, description="Who handles data for us, by id."
    )
    authority: Authority = Field(description="Who supervises it.")


class Statements(Record):
    """content/facts/statements.yml"""

    accessibility: Accessibility = Field(description="The accessibility statement.")
    privacy: Privacy = Field(description="The privacy statement.")


def statement_words_needed(statements: Statements) -> dict[Path_, Iterable[str]]:
    """The ids that the words must have, by their place in the words."""
    accessibility, privacy = statements.accessibility, statements.privacy
    bases = {basis for purpose in privacy.purposes.values() for basis in purpose.bases}
    return {
        ("accessibility", "conformance"): [accessibility.conformance],
        ("accessibility", "methods"): accessibility.methods,
        ("accessibility", "shortcomings"): accessibility.shortcomings,
        ("privacy", "purposes"): privacy.purposes,
        ("privacy", "bases"): bases,
        ("privacy", "processors"): privacy.processors,
    }


def check_statements(document: Document, statements: Statements) -> Iterator[Problem]:
    """Conformance that nothing shows, items that stand twice, processors that are unknown or do nothing."""
    yield from _conformance(document, statements.accessibility)
    shortcomings = statements.accessibility.shortcomings
    for index, name in enumerate(shortcomings):
        if name in shortcomings[:index]:
            yield _problem(
                document, ("accessibility", "shortcomings", index), "stands twice", "keep one of the two"
            )
    yield from _addresses(document, statements)
    yield from _processors(document, statements.privacy)


def _addresses(document: Document, statements: Statements) -> Iterator[Problem]:
    places: dict[Path_, str] = {
        ("accessibility", "feedback_email"): statements.accessibility.feedback_email,
        ("privacy", "email"): statements.privacy.email,
    }
    for path, address in places.items():
        if "." in address.partition("@")[0]:
            remedy = f"name a role, for example `{path[-1]}: info@example.org`"
            yield _problem(document, path, "looks like a person's address", remedy)


def _processors(document: Document, privacy: Privacy) -> Iterator[Problem]:
    used: set[str] = set()
    for purpose_id, purpose in privacy.purposes.items():
        for index, name in enumerate(purpose.processors):
            used.add(name)
            if name not in privacy.processors:
                path: Path_ = ("privacy", "purposes", purpose_id, "processors", index)
                known = nearest(name, list(privacy.processors))
                yield _problem(document, path, f"unknown processor `{name}`", known)
    for name in privacy.processors:
        if name not in used:
            remedy = "name it under a purpose, or take it out"
            yield _problem(document, ("privacy", "processors", name), "has no purpose", remedy)


def _conformance(document: Document, accessibility: Accessibility) -> Iterator[Problem]:
    path: Path_ = ("accessibility", "conformance")
    conformance = accessibility.conformance
    if conformance != "not-assessed" and all(
        method.by == "machine" for method in accessibility.methods.values()
    ):
        message = f"says `{conformance}`, and no person has evaluated the site"
        yield _problem(document, path, message, "write `conformance: not-assessed`")
    elif conformance == "full" and accessibility.shortcomings:
        yield _problem(
            document, path, "says `full`, and shortcomings are known", "write `conformance: partial`"
        )
    elif conformance == "partial" and not accessibility.shortcomings:
        yield _problem(document, path, "says `partial`, and no shortcoming is named", "name it, by its id")


def _problem(document: Document, path: Path_, message: str, remedy: str = "") -> Problem:
    return Problem(document.file, document.line(path), dotted(path), message, remedy)
