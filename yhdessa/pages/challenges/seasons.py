"""Seasons: whether a challenge is to come, goes on or has ended, and what the form may offer of it."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from yhdessa.forms.team import ChallengeOffer, ChosenTeam, TeamWords
from yhdessa.model.challenge import Challenge, Team, mark_of
from yhdessa.model.content import Content
from yhdessa.pages.challenges.names import challenges_of
from yhdessa.pages.maker import Maker

NOON = 12


class Season(enum.Enum):
    """Where a challenge stands on a day; the values name the list's headings."""

    RUNNING = "running"
    COMING = "coming"
    ENDED = "ended"


def season_of(challenge: Challenge, today: datetime.date) -> Season:
    """Where the challenge stands today; its last day is a day of it."""
    if today < challenge.starts:
        return Season.COMING
    return Season.RUNNING if today <= challenge.ends else Season.ENDED


def challenge_offers(content: Content) -> Mapping[str, ChallengeOffer]:
    """What the functions look up: from when until when, in the organisation's own time, and every mark."""
    zone = content.organisation.zone()
    return {
        name: ChallengeOffer(
            goal=facts.goal,
            opens=_begin(facts.starts, zone),
            closes=_begin(facts.ends + datetime.timedelta(days=1), zone),
            teams={team.id: mark_of(name, team.id) for team in facts.shown_teams()},
        )
        for name, facts in challenges_of(content).items()
    }


def stopped_clock(maker: Maker) -> int | None:
    """The moment at which a demonstration's day stands, so that a form in its pages is taken; else None."""
    clock = maker.clock
    if clock.public or not clock.demonstration:
        return None
    return _begin(clock.today, maker.content.organisation.zone(), NOON)


def chosen_team(challenge: str, facts: Challenge, team: Team) -> ChosenTeam:
    """The team as its page's form sends it."""
    return ChosenTeam(challenge, team.id, facts.goal, mark_of(challenge, team.id))


def team_words(maker: Maker) -> TeamWords | None:
    """How the form asks for a team; None for a site without challenges."""
    words = maker.words.challenges
    if words is None:
        return None
    there, form = challenges_of(maker.content), words.form
    return TeamWords(
        question=form.question,
        none=form.none,
        none_hint=form.none_hint,
        product=form.product,
        unknown_challenge=form.unknown_challenge,
        unknown_team=form.unknown_team,
        once=form.once,
        names={name: {team.id: team.label for team in facts.shown_teams()} for name, facts in there.items()},
        not_begun={
            name: form.not_begun.format(day=maker.texts.day(facts.starts)) for name, facts in there.items()
        },
        ended={name: form.ended.format(day=maker.texts.day(facts.ends)) for name, facts in there.items()},
    )


def _begin(day: datetime.date, zone: ZoneInfo, hour: int = 0) -> int:
    """The Unix time at which `hour` of the day begins in `zone`."""
    return int(datetime.datetime.combine(day, datetime.time(hour), zone).timestamp())
