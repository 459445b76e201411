"""The report of workplace challenges: what each team has collected, and per member.

A team is told of by itself when the site may show it; what others have collected stands in one row, since in
a small team a person's gift could be guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from yhdessa.books.names import Names
from yhdessa.books.report import Column, Report, ends_of, sections_of
from yhdessa.books.spans import Span
from yhdessa.books.sums import Sums, count
from yhdessa.l10n.money import Money
from yhdessa.ledger.records import Gift
from yhdessa.model.challenge import mark_of
from yhdessa.model.content import Content
from yhdessa.pages.challenges.standings import per_member


class Team(NamedTuple):
    """A team that the site shows: what it is called, and how many they are."""

    challenge: str
    name: str
    members: int


class TeamSums(NamedTuple):
    """How many gifts, what they came to in minor units, and by how many members: 0 for more than one team."""

    gifts: int
    net: int
    members: int

    def plus(self, *more: int) -> TeamSums:
        """These and more, of no one team."""
        gifts, net, _ = more
        return TeamSums(self.gifts + gifts, self.net + net, 0)


def team_report(gifts: Iterable[Gift], span: Span, names: Names, synced: int | None, now: int) -> Report:
    """What the teams have collected within `span`, in the order of content."""
    words, own = names.words.companies, names.content.organisation.currency
    teams = shown_teams(names.content)
    found = count(
        (gift for gift in gifts if gift.team), span, lambda gift, _: gift.team if gift.team in teams else None
    )

    def told(mark: str | None, sums: Sums) -> TeamSums:
        return TeamSums(sums.gifts, sums.net, teams[mark].members if mark else 0)

    def label(mark: str | None) -> str:
        return names.team(teams[mark].challenge, teams[mark].name) if mark else words.others

    sections = sections_of(
        {currency: {mark: told(mark, rows[mark]) for mark in rows} for currency, rows in found.items()},
        own,
        lambda marks: [mark for mark in (*teams, None) if mark in marks],
        label,
    )
    columns = (
        Column(names.words.gifts, lambda told: told.gifts, money=False),
        Column(names.words.net, lambda told: told.net),
        Column(words.each, _each),
    )
    notes = (words.teams, *ends_of(names, sections, span, synced, now))
    return Report(words.challenges, names.span(span), words.team, sections, columns, columns[1], notes)


def shown_teams(content: Content) -> dict[str, Team]:
    """The teams that have agreed to be shown and are not too small, by the mark of their gifts."""
    return dict(_teams(content))


def _teams(content: Content) -> Iterator[tuple[str, Team]]:
    for name, challenge in (content.challenges or {}).items():
        for team in challenge.shown_teams():
            if team.members >= challenge.minimum_team:
                yield mark_of(name, team.id), Team(name, team.label, team.members)


def _each(told: TeamSums) -> int | None:
    """What comes on each member, to the nearest minor unit."""
    return per_member(Money(told.net, "EUR"), told.members).minor if told.members else None
