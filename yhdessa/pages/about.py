"""The pages about the organisation: front page, mission, strategy, and the 404 page."""

from __future__ import annotations

from yhdessa.l10n.dates import format_years
from yhdessa.pages.cards import goal_cards
from yhdessa.pages.maker import Maker
from yhdessa.pages.news import news_items
from yhdessa.view.about import HomePage, MissionPage, NotFoundPage, StrategyPage
from yhdessa.view.parts import Milestone, Passage
from yhdessa.view.shell import Link

NEWS_ON_HOME = 3


def home_page(maker: Maker) -> HomePage:
    """The front page: who we are, the figures, the goals, what the reader can do, the news."""
    words, fill = maker.words.home, maker.texts.fill
    together = (
        Passage(words.person_title, fill(words.person), link=_first(maker, "volunteering", "donate")),
        Passage(words.workplace_title, fill(words.workplace), link=_first(maker, "act", "goals/index")),
        Passage(words.company_title, fill(words.company), link=maker.link("partners")),
    )
    return HomePage(
        display_title=tuple(words.display_title),
        lead=fill(words.lead),
        give=maker.link("donate", words.give),
        goals_link=maker.link("goals/index", words.goals_link),
        statistics_title=words.statistics_title,
        statistics=maker.texts.figures(maker.content.mission.statistics),
        goals_title=words.goals_title,
        goals_lead=fill(words.goals_lead),
        goals=goal_cards(maker),
        together_title=words.together_title,
        together=together,
        news_title=words.news_title,
        news=news_items(maker)[:NEWS_ON_HOME],
    )


def _first(maker: Maker, *pages: str) -> Link:
    """A link to the first of `pages` that the site has; every site has the last."""
    there = [name for name in pages if maker.addresses.has(maker.language, name)]
    return maker.link(there[0])


def mission_page(maker: Maker) -> MissionPage:
    """Mission, vision, values, and the invitation to join."""
    words, fill = maker.words.mission, maker.texts.fill
    values = (words.values[name] for name in maker.content.mission.values)
    since = (words.since.format(founded=maker.content.organisation.founded),) if words.since else ()
    return MissionPage(
        display_title=tuple(words.display_title),
        lead=fill(words.lead),
        story=(*maker.fill_all(words.story), *since),
        mission=tuple(words.mission),
        vision=tuple(words.vision),
        values_lead=fill(words.values_lead or ""),
        values=tuple(Passage(value.name or "", fill(value.text)) for value in values),
        statistics=maker.texts.figures(maker.content.mission.statistics),
        invitation=fill(words.invitation or ""),
        give=maker.link("donate", maker.words.interface.donate),
    )


def strategy_page(maker: Maker) -> StrategyPage:
    """The strategy: period, purpose, goals after their stem, quotation, focus areas."""
    words, facts, fill = maker.words.strategy, maker.content.strategy, maker.texts.fill
    quote, period = words.quote, ""
    if facts.first_year is not None and facts.last_year is not None:
        years = format_years(facts.first_year, facts.last_year)
        period = maker.words.interface.period.format(years=years)
    return StrategyPage(
        title=words.title,
        period=period,
        purpose=fill(words.purpose),
        stem=words.stem or "",
        goals=tuple(words.goals[name] for name in facts.goals),
        quote=maker.quote(quote) if quote else None,
        focus_areas_title=words.focus_areas_title or "",
        focus_areas=_focus_areas(maker),
        milestones_title=words.milestones_title or "",
        milestones=_milestones(maker),
    )


def _milestones(maker: Maker) -> tuple[Milestone, ...]:
    words, fill = maker.words.strategy.milestones, maker.texts.fill
    return tuple(
        Milestone(str(year), words[name].title, fill(words[name].text))
        for name, year in maker.content.strategy.milestones.items()
    )


def _focus_areas(maker: Maker) -> tuple[Passage, ...]:
    """The focus areas, each under its name; what is said of all of them stands first and has no name."""
    words, fill = maker.words.strategy, maker.texts.fill
    lead = (Passage("", fill(words.focus_areas_lead)),) if words.focus_areas_lead else ()
    areas = (words.focus_areas[name] for name in maker.content.strategy.focus_areas)
    return (*lead, *(Passage(area.name, fill(area.text), tuple(area.steps)) for area in areas))


def not_found_page(maker: Maker) -> NotFoundPage:
    """The page of a language for an address that does not exist."""
    lead = maker.texts.fill(maker.words.pages.not_found.lead or "")
    return NotFoundPage(
        lead=lead, links=tuple(maker.link(name) for name in ("index", "help", "goals/index", "donate"))
    )
