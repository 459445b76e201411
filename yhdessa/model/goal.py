"""Local goals: what a place sets out to reach together."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from yhdessa.l10n.money import Money
from yhdessa.model.fields import Identifier, Line, Record, Slug, Sum, Text


def _above_zero(target: Money) -> Money:
    if target.minor == 0:
        raise ValueError("should be above zero")
    return target


Target = Annotated[Sum, AfterValidator(_above_zero)]


class LocalGoal(Record):
    """content/facts/goals/<id>.yml"""

    number: int = Field(description="Its number among the goals.", examples=[3], ge=1, le=9999)
    sdgs: list[Annotated[int, Field(ge=1, le=17)]] = Field(
        description="The United Nations' goals it serves, by number.", examples=[[3, 10, 17]]
    )
    tiers: list[Identifier] = Field(
        description="The partner tiers it offers, in order; their ids are in tiers.yml.",
        examples=[["main", "partner"]],
    )
    statistics: list[Identifier] = Field(
        default_factory=list,
        description="Figures shown on the page, from statistics.yml.",
        examples=[["isolated-75"]],
    )
    target: Target | None = Field(
        default=None,
        description="The sum it hopes to collect in all, if it says one; the page shows how far it has come.",
        examples=["25 000 EUR"],
    )


class Activity(Record):
    """Something that is done, or that should be done more."""

    id: Identifier = Field(description="The same in every language.", examples=["life-stories"])
    title: Line = Field(description="Its name.", examples=["Livsberättargrupper"])
    text: Text = Field(description="What happens there.")


def _unlike(activities: list[Activity]) -> list[Activity]:
    names = [activity.id for activity in activities]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ValueError(f"has the id `{twice}` twice")
    return activities


Activities = Annotated[list[Activity], AfterValidator(_unlike), Field(min_length=1)]


class Actions(Record):
    """What the reader can do about it."""

    person: list[Text] = Field(description="What a person can do.", min_length=1)
    workplace: list[Text] = Field(description="What a workplace can do.", min_length=1)
    company: list[Text] = Field(description="What a company can do.", min_length=1)


class LocalGoalWords(Record):
    """content/<language>/goals/<id>.md; the Markdown below is the background."""

    slug: Slug = Field(description="Its address in this language.", examples=["ingen-ensamhet"])
    name: Line = Field(description="Its name, as a slogan.", examples=["Ingen är ensam"])
    summary: Line = Field(description="One sentence for cards and search engines.")
    problem: Text = Field(description="What is wrong today.")
    belief: Text = Field(description="What we believe in.")
    background_title: Line = Field(description="The heading over the background text.", examples=["Ensamhet"])
    activities: Activities = Field(description="What we do today.")
    wishes: Activities = Field(description="What we want to do more of.")
    sdg_note: Text = Field(description="How it serves the United Nations' goals.")
    actions: Actions = Field(description="What a person, a workplace and a company can do.")
