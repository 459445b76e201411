"""Workplace challenges: teams that collect for a goal between two days.

No sum stands here: what a team has given comes from the ledger, and never who gave it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import Field

from yhdessa.model.document import Document, Path_, dotted
from yhdessa.model.explain import nearest
from yhdessa.model.fields import Day, Identifier, Line, Record, Text, WebAddress
from yhdessa.model.problem import Problem


class Team(Record):
    """A workplace, or a part of one, that takes part."""

    id: Identifier = Field(description="What its gifts are marked with.", examples=["library"])
    name: Line = Field(description="The name as the team writes it.", examples=["Biblioteket Exempel"])
    members: int = Field(description="How many they are; gifts per member are reckoned.", examples=[24], ge=1)
    website: WebAddress | None = Field(
        default=None, description="Its web address.", examples=["https://example.org"]
    )
    example: bool = Field(default=False, description="true when the team is invented.", examples=["true"])


class Challenge(Record):
    """content/facts/challenges.yml, one a challenge."""

    goal: Identifier = Field(description="The goal it collects for, by id.", examples=["no-loneliness"])
    starts: Day = Field(description="Its first day.", examples=["2026-11-02"])
    ends: Day = Field(description="Its last day.", examples=["2026-12-13"])
    minimum_team: int = Field(
        description="The fewest members of a team: in a smaller one a person's gift could be guessed.",
        examples=[5],
        ge=3,
    )
    teams: list[Team] = Field(description="The teams that take part.")


class ChallengeWords(Record):
    """content/<language>/challenges.yml, one a challenge."""

    name: Line = Field(description="Its name.", examples=["Långbordet"])
    text: Text = Field(description="What it is about, and how to join.")


def check_challenges(
    document: Document, challenges: dict[str, Challenge], goals: Iterable[str]
) -> Iterator[Problem]:
    """Goals that there are not, days the wrong way round, teams that stand twice or are too small."""
    known = list(goals)
    for name, challenge in challenges.items():
        if challenge.goal not in known:
            message = f"unknown goal `{challenge.goal}`"
            yield _problem(document, (name, "goal"), message, nearest(challenge.goal, known))
        if challenge.ends < challenge.starts:
            yield _problem(
                document, (name, "ends"), "ends before it starts", f"it starts on {challenge.starts}"
            )
        yield from _teams(document, name, challenge)


def _teams(document: Document, name: str, challenge: Challenge) -> Iterator[Problem]:
    for index, team in enumerate(challenge.teams):
        path: Path_ = (name, "teams", index)
        earlier = challenge.teams[:index]
        if team.id in {other.id for other in earlier}:
            yield _problem(document, (*path, "id"), f"`{team.id}` is the id of another team too")
        elif team.name.casefold() in {other.name.casefold() for other in earlier}:
            yield _problem(
                document, (*path, "name"), f"{team.name} is in the challenge already", "keep one of the two"
            )
        if team.members < challenge.minimum_team:
            message = f"is fewer than the {challenge.minimum_team} of `minimum_team`"
            yield _problem(document, (*path, "members"), message, "let it join another team")


def _problem(document: Document, path: Path_, message: str, remedy: str = "") -> Problem:
    return Problem(document.file, document.line(path), dotted(path), message, remedy)
