"""The words of the statements, by the ids of their facts."""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Identifier, Line, Record, Text, placeholders
from yhdessa.model.statement import Basis, Conformance


class AuthorityWords(Record):
    """Who supervises, and when to turn there."""

    title: Line = Field(description="The heading over it.", examples=["Tillsynsmyndighet"])
    name: Line = Field(description="Its name in this language.", examples=["Dataombudsmannens byrå"])
    text: Text = Field(
        description="When to turn there; {authority} stands for the name.",
        json_schema_extra=placeholders("authority"),
    )


class AccessibilityWords(Record):
    """The words of the accessibility statement; its title and lead are in pages.yml."""

    conformance_title: Line = Field(description="The heading over how accessible the site is.")
    conformance: dict[Conformance, Text] = Field(
        description="What is said of the conformance that the facts name; with {standard} and {level}.",
        json_schema_extra=placeholders("standard", "level"),
    )
    evaluated: Line = Field(
        description="The day; {date} stands for it.", json_schema_extra=placeholders("date")
    )
    methods_title: Line = Field(description="The heading over how it was evaluated.")
    methods: dict[Identifier, Text] = Field(description="How it was evaluated, by id.")
    shortcomings_title: Line = Field(description="The heading over what falls short.")
    shortcomings: dict[Identifier, Text] = Field(
        default_factory=dict, description="What falls short or has not been tried, by id."
    )
    feedback_title: Line = Field(description="The heading over how to tell us.")
    feedback: Text = Field(
        description="How to tell us; {email} stands for the address.", json_schema_extra=placeholders("email")
    )
    authority: AuthorityWords = Field(description="Who supervises it.")


class PurposeWords(Record):
    """One purpose: its name, what data it takes, how long it is kept."""

    name: Line = Field(description="Its name.", examples=["Gåvor"])
    text: Text = Field(description="Which data, from whom, and what for.")
    kept: Text = Field(
        description="How long; {years} stands for the number.", json_schema_extra=placeholders("years")
    )


class PrivacyWords(Record):
    """The words of the privacy statement; its title and lead are in pages.yml."""

    controller_title: Line = Field(description="The heading over who answers for the data.")
    controller: Text = Field(
        description="Who answers for the data; {email} stands for the address.",
        json_schema_extra=placeholders("email"),
    )
    cookies_title: Line = Field(description="The heading over cookies.")
    cookies: Text = Field(description="Which cookies the site sets, or that it sets none.")
    purposes_title: Line = Field(description="The heading over the purposes.")
    purposes: dict[Identifier, PurposeWords] = Field(description="The purposes by id.")
    basis_title: Line = Field(description="What the ground in law is called.", examples=["Rättslig grund"])
    bases: dict[Basis, Line] = Field(description="The names of the grounds in law that the facts name.")
    kept_title: Line = Field(description="What the time of keeping is called.", examples=["Sparas"])
    processor_title: Line = Field(
        description="What those who handle the data are called.", examples=["Behandlas av"]
    )
    processors_title: Line = Field(description="The heading over who handles data for us.")
    processors: dict[Identifier, Text] = Field(
        default_factory=dict, description="What each does for us, by id."
    )
    rights_title: Line = Field(description="The heading over the reader's rights.")
    rights: Text = Field(
        description="What the reader may ask for; {email} stands for the address.",
        json_schema_extra=placeholders("email"),
    )
    authority: AuthorityWords = Field(description="Who supervises it.")


class StatementsWords(Record):
    """content/<language>/statements.yml"""

    accessibility: AccessibilityWords = Field(description="The accessibility statement.")
    privacy: PrivacyWords = Field(description="The privacy statement.")
