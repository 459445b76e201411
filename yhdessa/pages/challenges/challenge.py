"""The page of a challenge: its teams side by side, and what they have collected."""

from __future__ import annotations

from yhdessa.model.challenge import Challenge, Team
from yhdessa.pages.challenges.names import challenge_page, team_page
from yhdessa.pages.challenges.results import (
    FILE,
    charts,
    details,
    found_standings,
    other_currencies,
    people,
    table,
)
from yhdessa.pages.challenges.seasons import Season, season_of
from yhdessa.pages.challenges.standings import Standing
from yhdessa.pages.challenges.told import rules, season_line, sum_title, together
from yhdessa.pages.maker import Maker, PagePlan, there
from yhdessa.view.challenges import ChallengePage, TeamCard
from yhdessa.view.shell import Link


def challenge_plan(maker: Maker, name: str, facts: Challenge) -> PagePlan:
    """The plan of the page of the challenge `name`."""
    return maker.plan(challenge_page(name), _challenge_page(maker, name, facts))


def _challenge_page(maker: Maker, name: str, facts: Challenge) -> ChallengePage:
    words, found = there(maker.words.challenges), found_standings(maker, name, facts)
    own, told = words.challenges[name], words.standings
    address = maker.addresses.href(maker.language, challenge_page(name))
    return ChallengePage(
        over=words.challenge.over,
        title=own.name,
        art=maker.content.goals[facts.goal].number,
        summary=maker.texts.fill(own.summary),
        season=season_line(maker, facts),
        text=maker.texts.fill(own.text),
        goal_over=words.goal,
        goal=Link(
            maker.words.goals[facts.goal].name, maker.addresses.href(maker.language, f"goals/{facts.goal}")
        ),
        so_far_title=sum_title(maker, facts),
        progress=together(maker, name, facts),
        teams_title=told.title,
        teams=tuple(_card(maker, name, facts, team, found) for team in _in_order(facts, found)),
        results_title=told.results,
        charts=charts(maker, told, found) if found else (),
        table=table(maker, told, found) if found else None,
        csv=Link(maker.words.interface.figures_as_csv, address + FILE) if found else None,
        note=other_currencies(maker, told, found),
        rules_title=told.rules_title,
        rules=rules(maker, facts),
    )


def _in_order(facts: Challenge, found: list[Standing]) -> list[Team]:
    return [each.team for each in found] or facts.shown_teams()


def _card(maker: Maker, name: str, facts: Challenge, team: Team, found: list[Standing]) -> TeamCard:
    words = there(maker.words.challenges).standings
    standing = next((each for each in found if each.team.id == team.id), None)
    running = season_of(facts, maker.clock.today) is Season.RUNNING
    link = (words.give if running else words.page).format(team=team.label)
    return TeamCard(
        name=team.label,
        example=team.example,
        members=people(maker, words, team.members),
        details=details(maker, words, standing) if standing else (),
        link=maker.link(team_page(maker.content, name, team), link),
        gives=running,
    )
