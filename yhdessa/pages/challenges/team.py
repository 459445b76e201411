"""A team's page: the form with the team in it, how far it has come, and its kit."""

from __future__ import annotations

from yhdessa.forms.donation import show_donation
from yhdessa.forms.view import FormView
from yhdessa.l10n.numbers import format_number
from yhdessa.model.challenge import Challenge, Team
from yhdessa.pages.challenges.kit import team_kit
from yhdessa.pages.challenges.names import INDEX, challenge_page, team_page
from yhdessa.pages.challenges.results import found_standings, other_currencies, people
from yhdessa.pages.challenges.seasons import Season, chosen_team, season_of
from yhdessa.pages.challenges.standings import Standing
from yhdessa.pages.challenges.told import as_of, rules, season_line, sum_title, together
from yhdessa.pages.giving import donate_action, donation_offer, donation_words
from yhdessa.pages.maker import Maker, PagePlan, there
from yhdessa.pages.progress import sum_progress
from yhdessa.totals import Collected
from yhdessa.view.challenges import TeamPage
from yhdessa.view.parts import Detail, Progress
from yhdessa.view.shell import Link


def team_plan(maker: Maker, name: str, facts: Challenge, team: Team) -> PagePlan:
    """The plan of the page of a team of the challenge `name`."""
    page = team_page(maker.content, name, team)
    return maker.plan(page, _team_page(maker, name, facts, team))


def _team_page(maker: Maker, name: str, facts: Challenge, team: Team) -> TeamPage:
    words = there(maker.words.challenges)
    kind, goal = words.kind(facts.alone), maker.words.goals[facts.goal].name
    own = words.challenges[name]
    running, ended = (season_of(facts, maker.clock.today) is each for each in (Season.RUNNING, Season.ENDED))
    season, standing = season_line(maker, facts), _standing(maker, name, facts, team)
    up = maker.link(INDEX) if facts.alone else maker.link(challenge_page(name), words.all_teams)
    return TeamPage(
        over=kind.over if facts.alone else own.name,
        title=own.name if facts.alone else team.label,
        art=maker.content.goals[facts.goal].number,
        example=team.example,
        lead=kind.lead.format(team=team.label, challenge=own.name, goal=goal) if running else season,
        text=maker.texts.fill(own.text) if facts.alone else "",
        season=season if running else "",
        goal_over=words.goal,
        goal=Link(goal, maker.addresses.href(maker.language, f"goals/{facts.goal}")),
        website=Link(team.website, team.website) if team.website else None,
        so_far_title=sum_title(maker, facts),
        details=_details(maker, facts, team, standing),
        progress=_progress(maker, name, facts, team),
        note=other_currencies(maker, words.standings, [standing] if standing else []),
        form_title=kind.form_title,
        form=_form(maker, name, facts, team) if running else None,
        give_anyway=None if running else maker.link(f"goals/{facts.goal}", words.give_anyway),
        rules_title=words.standings.rules_title,
        rules=rules(maker, facts),
        kit=None if ended else team_kit(maker, name, facts, team),
        up=up,
    )


def _form(maker: Maker, name: str, facts: Challenge, team: Team) -> FormView:
    chosen, script = chosen_team(name, facts, team), maker.script("donation")
    offer, words = donation_offer(maker.content), donation_words(maker)
    return show_donation(offer, words, donate_action(maker), team=chosen, script=script)


def _standing(maker: Maker, name: str, facts: Challenge, team: Team) -> Standing | None:
    """The team's own standing; None while nothing is counted."""
    return next((each for each in found_standings(maker, name, facts) if each.team.id == team.id), None)


def _progress(maker: Maker, name: str, facts: Challenge, team: Team) -> Progress | None:
    """What the team has collected, and when that was counted; the target of a challenge is all teams' own."""
    standing = _standing(maker, name, facts, team)
    if facts.alone:
        return together(maker, name, facts)
    if standing is None or maker.counted is None:
        return Progress(notice=maker.words.interface.totals_missing)
    others = [Collected(money, 0) for money in standing.others]
    return sum_progress(maker, as_of(maker.counted, facts), None, standing.collected, others)


def _details(maker: Maker, facts: Challenge, team: Team, standing: Standing | None) -> tuple[Detail, ...]:
    """The team's place and its sum per member; how many they are even while nothing is counted."""
    words = there(maker.words.challenges).standings
    members = Detail(words.members, people(maker, words, team.members))
    if standing is None:
        return (members,)
    place = Detail(words.place, format_number(standing.place, maker.language))
    per_member = Detail(words.per_member, maker.money(standing.per_member))
    return (per_member, members) if facts.alone else (per_member, place, members)
