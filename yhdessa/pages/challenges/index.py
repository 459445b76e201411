"""The list of challenges, and the plans of all that is below it."""

from __future__ import annotations

from yhdessa.model.challenge import Challenge
from yhdessa.pages.challenges.challenge import challenge_plan
from yhdessa.pages.challenges.kit import poster_plan
from yhdessa.pages.challenges.names import INDEX, challenge_page, challenges_of
from yhdessa.pages.challenges.results import found_standings
from yhdessa.pages.challenges.seasons import Season, season_of
from yhdessa.pages.challenges.standings import sum_up
from yhdessa.pages.challenges.team import team_plan
from yhdessa.pages.challenges.told import season_line
from yhdessa.pages.maker import Maker, PagePlan, there
from yhdessa.view.challenges import ChallengesPage
from yhdessa.view.parts import Card, CardGroup, Passage


def challenges_page(maker: Maker) -> ChallengesPage:
    """All challenges by their season, the one that ends first before the others; and how to begin one."""
    words = there(maker.words.challenges)
    groups = (_group(maker, season) for season in Season)
    return ChallengesPage(
        lead=maker.lead(INDEX),
        groups=tuple(group for group in groups if group.cards),
        join=Passage(
            words.join_title, lines=maker.fill_all(words.join), link=maker.link("contact", words.join_link)
        ),
    )


def challenge_plans(maker: Maker) -> list[PagePlan]:
    """A plan for each challenge, each team and its poster; none for a site without challenges."""
    if maker.words.challenges is None:
        return []
    plans: list[PagePlan] = []
    for name, facts in challenges_of(maker.content).items():
        plans += [] if facts.alone else [challenge_plan(maker, name, facts)]
        for team in facts.shown_teams():
            plans += [team_plan(maker, name, facts, team), poster_plan(maker, name, facts, team)]
    return plans


def _group(maker: Maker, season: Season) -> CardGroup:
    words, today = there(maker.words.challenges), maker.clock.today
    there_are = challenges_of(maker.content)
    own = [(name, facts) for name, facts in there_are.items() if season_of(facts, today) is season]
    own.sort(key=lambda each: each[1].ends, reverse=season is Season.ENDED)
    cards = tuple(_card(maker, name, facts) for name, facts in own)
    return CardGroup(season.value, getattr(words, season.value), "", cards)


def _card(maker: Maker, name: str, facts: Challenge) -> Card:
    words = there(maker.words.challenges)
    found, progress = found_standings(maker, name, facts), ""
    if found:
        money = sum_up(found, maker.content.organisation.currency).money
        progress = maker.words.interface.card_collected.format(collected=maker.money(money))
    season = season_line(maker, facts) if season_of(facts, maker.clock.today) is not Season.ENDED else ""
    return Card(
        text=words.challenges[name].name,
        href=maker.addresses.href(maker.language, challenge_page(name)),
        over=words.kind(facts.alone).over,
        summary=" ".join(filter(None, (maker.texts.fill(words.challenges[name].summary), season))),
        mark=maker.content.goals[facts.goal].number,
        progress=progress,
    )
