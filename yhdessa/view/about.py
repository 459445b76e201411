"""What the pages about the organisation say."""

from __future__ import annotations

from typing import ClassVar

from yhdessa.view.page import Page
from yhdessa.view.parts import Card, Figure, Milestone, NewsItem, Passage, Quote
from yhdessa.view.shell import Link


class HomePage(Page, frozen=True):
    """The front page."""

    kind: ClassVar[str] = "home"
    display_title: tuple[str, ...]
    lead: str
    give: Link
    goals_link: Link
    statistics_title: str
    statistics: tuple[Figure, ...]
    goals_title: str
    goals_lead: str
    goals: tuple[Card, ...]
    together_title: str
    together: tuple[Passage, ...]
    news_title: str
    news: tuple[NewsItem, ...]


class MissionPage(Page, frozen=True):
    """Mission, vision and values."""

    kind: ClassVar[str] = "mission"
    display_title: tuple[str, ...]
    lead: str
    story: tuple[str, ...]
    mission: tuple[str, ...]
    vision: tuple[str, ...]
    values_lead: str
    values: tuple[Passage, ...]
    statistics: tuple[Figure, ...]
    invitation: str
    give: Link


class StrategyPage(Page, frozen=True):
    """The strategy of a period."""

    kind: ClassVar[str] = "strategy"
    title: str
    period: str
    purpose: str
    stem: str
    goals: tuple[str, ...]
    quote: Quote | None
    focus_areas_title: str
    focus_areas: tuple[Passage, ...]
    milestones_title: str = ""
    milestones: tuple[Milestone, ...] = ()


class NotFoundPage(Page, frozen=True):
    """What stands at an address that does not exist."""

    kind: ClassVar[str] = "not_found"
    lead: str
    links: tuple[Link, ...]
