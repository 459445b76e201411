"""Workplace challenges: teams that collect for a goal between two days.

No sum that was given stands here: what a team has collected comes from the ledger, and never who gave it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import Field

from yhdessa.model.document import Document, Path_, dotted
from yhdessa.model.explain import nearest
from yhdessa.model.fields import Day, Identifier, Line, Record, WebAddress
from yhdessa.model.goal import Target
from yhdessa.model.problem import Problem

#: In a smaller team the gift of a person could be guessed.
SMALLEST_TEAM = 5
#: The length of an id as totals have it (yhdessa/totals.py).
LONGEST_MARK = 60


class Team(Record):
    """A workplace, or a part of one, that takes part."""

    id: Identifier = Field(
        description="Its own among the teams of the challenge; its page's address ends with it.",
        examples=["library"],
    )
    name: Line = Field(description="The name as the team writes it.", examples=["Biblioteket Exempel"])
    place: Line | None = Field(
        default=None,
        description="What tells it from another team of the same name, as a town or a department.",
        examples=["Åbo"],
    )
    members: int = Field(description="How many they are; gifts per member are reckoned.", examples=[24], ge=1)
    agreed: Day | None = Field(
        default=None,
        description="The day it agreed to be shown in public; until then no page and no gift is its own.",
        examples=["2026-10-20"],
    )
    website: WebAddress | None = Field(
        default=None, description="Its web address.", examples=["https://example.org"]
    )
    example: bool = Field(default=False, description="true when the team is invented.", examples=["true"])

    @property
    def label(self) -> str:
        """Its name, and its place where it has one."""
        return f"{self.name} ({self.place})" if self.place else self.name


class Challenge(Record):
    """content/facts/challenges.yml, one a challenge; with one team it is a workplace's own collection."""

    goal: Identifier = Field(description="The goal it collects for, by id.", examples=["no-loneliness"])
    starts: Day = Field(description="Its first day.", examples=["2026-11-02"])
    ends: Day = Field(description="Its last day; gifts count until midnight.", examples=["2026-12-13"])
    target: Target | None = Field(
        default=None,
        description="The sum that all its teams together hope to collect, if it says one.",
        examples=["5 000 EUR"],
    )
    minimum_team: int = Field(
        default=SMALLEST_TEAM,
        description="The fewest members of a team: in a smaller one a person's gift could be guessed.",
        examples=[SMALLEST_TEAM],
        ge=SMALLEST_TEAM,
    )
    teams: Annotated[list[Team], Field(min_length=1)] = Field(
        description="The teams that take part; one alone makes it a workplace's own collection."
    )

    @property
    def alone(self) -> bool:
        """Whether it is the collection of one workplace."""
        return len(self.teams) == 1

    def shown_teams(self) -> list[Team]:
        """The teams that have agreed to be shown, in their order."""
        return [team for team in self.teams if team.agreed is not None]

    def team(self, name: str) -> Team:
        """The team with the id `name`. Raises KeyError."""
        return {team.id: team for team in self.teams}[name]


def mark_of(challenge: str, team: str) -> str:
    """What the gifts of a team are marked with, by the ids of both: a team's own id may stand in another
    challenge too.
    """
    return f"{challenge}-{team}"


def check_challenges(
    document: Document, challenges: dict[str, Challenge], goals: Iterable[str], currency: str
) -> Iterator[Problem]:
    """Goals that there are not, days the wrong way round, a target in another currency, teams that stand
    twice or are too small, marks that are too long or two teams' own.
    """
    known = list(goals)
    for name, challenge in challenges.items():
        if challenge.goal not in known:
            message = f"unknown goal `{challenge.goal}`"
            yield _problem(document, (name, "goal"), message, nearest(challenge.goal, known))
        if challenge.ends < challenge.starts:
            yield _problem(
                document, (name, "ends"), "ends before it starts", f"it starts on {challenge.starts}"
            )
        if challenge.target is not None and challenge.target.currency != currency:
            message = f"should be in {currency}, the currency of gifts"
            yield _problem(document, (name, "target"), message, "currencies are never added together")
        yield from _teams(document, name, challenge)
    yield from _marks(document, challenges)


def _teams(document: Document, name: str, challenge: Challenge) -> Iterator[Problem]:
    for index, team in enumerate(challenge.teams):
        path: Path_ = (name, "teams", index)
        earlier = challenge.teams[:index]
        if team.id in {other.id for other in earlier}:
            yield _problem(document, (*path, "id"), f"`{team.id}` is the id of another team too")
        elif team.label.casefold() in {other.label.casefold() for other in earlier}:
            message, remedy = (
                f"{team.label} is in the challenge already",
                "keep one of the two, or tell them apart with `place`",
            )
            yield _problem(document, (*path, "name"), message, remedy)
        if team.members < challenge.minimum_team:
            message = f"is fewer than the {challenge.minimum_team} of `minimum_team`"
            yield _problem(document, (*path, "members"), message, "let it join another team")


def _marks(document: Document, challenges: dict[str, Challenge]) -> Iterator[Problem]:
    first: dict[str, tuple[str, str]] = {}
    for name, challenge in challenges.items():
        for index, team in enumerate(challenge.teams):
            mark, path = mark_of(name, team.id), (name, "teams", index, "id")
            earlier = first.setdefault(mark, (name, team.id))
            if earlier != (name, team.id):
                message = f"its gifts would be marked `{mark}`, as those of `{earlier[1]}` of `{earlier[0]}`"
                yield _problem(document, path, message, "change one of the ids")
            elif len(mark) > LONGEST_MARK:
                message = f"its gifts would be marked `{mark}`, which is longer than {LONGEST_MARK} letters"
                yield _problem(document, path, message, "shorten the id of the team or of the challenge")


def _problem(document: Document, path: Path_, message: str, remedy: str = "") -> Problem:
    return Problem(document.file, document.line(path), dotted(path), message, remedy)
