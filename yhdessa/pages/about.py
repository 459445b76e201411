"""The pages about the organisation: front page, mission, strategy, help, news, and the 404 page."""

from __future__ import annotations

from yhdessa.l10n.dates import format_years
from yhdessa.l10n.foreign import ForeignText
from yhdessa.l10n.tags import language_tag
from yhdessa.model.strategy import QuoteWords
from yhdessa.pages.goals import goal_cards
from yhdessa.pages.maker import Maker
from yhdessa.view.page import (
    HelplineEntry,
    HelpPage,
    HomePage,
    MissionPage,
    NewsItem,
    NewsPage,
    NotFoundPage,
    Passage,
    Quote,
    StrategyPage,
)

NEWS_ON_HOME = 3


def home_page(maker: Maker) -> HomePage:
    """The front page: who we are, the figures, the goals, what the reader can do, the news."""
    words, fill = maker.words.home, maker.texts.fill
    together = (
        Passage(words.person_title, fill(words.person), link=maker.link("donate")),
        Passage(words.workplace_title, fill(words.workplace), link=maker.link("goals/index")),
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
        quote=_quote(maker, quote) if quote else None,
        focus_areas_title=words.focus_areas_title or "",
        focus_areas=_focus_areas(maker),
    )


def _focus_areas(maker: Maker) -> tuple[Passage, ...]:
    """The focus areas, each under its name; what is said of all of them stands first and has no name."""
    words, fill = maker.words.strategy, maker.texts.fill
    lead = (Passage("", fill(words.focus_areas_lead)),) if words.focus_areas_lead else ()
    areas = (words.focus_areas[name] for name in maker.content.strategy.focus_areas)
    return (*lead, *(Passage(area.name, fill(area.text), tuple(area.steps)) for area in areas))


def _quote(maker: Maker, quote: QuoteWords) -> Quote:
    own = language_tag(maker.language, maker.content.organisation.country)
    tag = quote.text.tag if isinstance(quote.text, ForeignText) else own
    return Quote(maker.texts.fill(quote.text), tag, quote.attribution or "", quote.example)


def help_page(maker: Maker) -> HelpPage:
    """Where somebody answers now; what is an example can be neither dialled nor taken for real."""
    lead = maker.words.pages.help.lead or ""
    return HelpPage(
        lead=maker.texts.fill(lead),
        helplines=tuple(_helpline(maker, name) for name in maker.content.helplines),
    )


def _helpline(maker: Maker, name: str) -> HelplineEntry:
    facts, words = maker.content.helplines[name], maker.words.helplines[name]
    checked, source = "", ""
    if facts.checked is not None and facts.source is not None:
        checked = maker.words.interface.checked.format(date=maker.texts.day(facts.checked))
        source = f"{maker.words.interface.source}: {maker.texts.source(maker.content.sources[facts.source])}"
    return HelplineEntry(
        name=words.name,
        number=facts.number or "",
        dial=f"tel:{facts.number.replace(' ', '')}" if facts.number else "",
        text=maker.texts.fill(words.text),
        hours=words.hours,
        checked=checked,
        source=source,
        example=facts.example,
    )


def news_page(maker: Maker) -> NewsPage:
    """The list of news, newest first."""
    return NewsPage(lead=maker.texts.fill(maker.words.pages.news.lead or ""), items=news_items(maker))


def news_items(maker: Maker) -> tuple[NewsItem, ...]:
    """The language's own news, newest first."""
    dated = [(prose.date, name, prose) for name, prose in maker.words.prose.items() if prose.date is not None]
    return tuple(
        NewsItem(
            title=prose.title,
            href=maker.addresses.href(maker.language, name),
            day=maker.texts.day(day),
            iso=day.isoformat(),
            summary=prose.description,
        )
        for day, name, prose in sorted(dated, key=lambda item: item[:2], reverse=True)
    )


def not_found_page(maker: Maker) -> NotFoundPage:
    """The page of a language for an address that does not exist."""
    lead = maker.texts.fill(maker.words.pages.not_found.lead or "")
    return NotFoundPage(
        lead=lead, links=tuple(maker.link(name) for name in ("index", "help", "goals/index", "donate"))
    )
