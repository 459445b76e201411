"""The pages: what each kind of page says, ready to be laid out. No facts are looked up after this.

Texts are plain and are escaped by the template; the fields named `html` hold markup that we made.
Each kind is shown by `overrides/pages/<kind>.html`.
"""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from yhdessa.forms.view import FormView
from yhdessa.view.shell import Link


class Figure(Struct, frozen=True):
    """A figure, what it counts, and where it was published."""

    value: str
    label: str
    source: str


class Card(Struct, frozen=True):
    """A link to a page, with a word over it and a sentence under it. `mark` picks the drawing."""

    text: str
    href: str
    over: str
    summary: str
    mark: int = 0


class Passage(Struct, frozen=True):
    """A heading and a text, or a list of lines, or both."""

    title: str
    text: str = ""
    lines: tuple[str, ...] = ()
    link: Link | None = None


class PartnerName(Struct, frozen=True):
    """A partner on a wall of names; `href` and `logo` are empty when it has no web address or no logo."""

    name: str
    href: str
    example: bool
    logo: str = ""


class PartnerGroup(Struct, frozen=True):
    """The partners of one tier."""

    title: str
    partners: tuple[PartnerName, ...]


class Tier(Struct, frozen=True):
    """A partner tier: price a year, what it is, what it brings, who is in it."""

    name: str
    price: str
    kind: str
    promise: str
    benefits: tuple[str, ...]
    group: PartnerGroup


class GlobalGoal(Struct, frozen=True):
    """One of the United Nations' goals: its number and its name."""

    number: int
    name: str


class Quote(Struct, frozen=True):
    """A quotation and the language it was said in."""

    text: str
    tag: str
    attribution: str
    example: bool


class NewsItem(Struct, frozen=True):
    """A news item in a list: `day` is the date in words, `iso` for machines."""

    title: str
    href: str
    day: str
    iso: str
    summary: str


class HomePage(Struct, frozen=True):
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


class MissionPage(Struct, frozen=True):
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


class StrategyPage(Struct, frozen=True):
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


class GoalsPage(Struct, frozen=True):
    """The index of the local goals."""

    kind: ClassVar[str] = "goals"
    lead: str
    goals: tuple[Card, ...]


class GoalPage(Struct, frozen=True):
    """One local goal. `html` is the background text, already marked up."""

    kind: ClassVar[str] = "goal"
    over: str
    number: int
    name: str
    summary: str
    problem: str
    belief: str
    statistics: tuple[Figure, ...]
    background_title: str
    html: str
    activities: tuple[Passage, ...]
    wishes: tuple[Passage, ...]
    global_goals: tuple[GlobalGoal, ...]
    sdg_note: str
    actions: tuple[Passage, ...]
    partners: tuple[PartnerGroup, ...]
    become_partner: Link
    sources: tuple[str, ...]
    form_title: str
    form: FormView
    previous: Link | None
    next: Link | None


class PartnersPage(Struct, frozen=True):
    """The partner tiers and who is in them."""

    kind: ClassVar[str] = "partners"
    lead: str
    tiers: tuple[Tier, ...]
    contact: Link


class DonatePage(Struct, frozen=True):
    """The donation form and what a giver should know beside it."""

    kind: ClassVar[str] = "donate"
    lead: str
    form: FormView
    use_title: str
    use: tuple[str, ...]
    permit: str
    permit_example: str


class ThanksPage(Struct, frozen=True):
    """After the payment page: what we know of the gift, and what comes next."""

    kind: ClassVar[str] = "thanks"
    text: str
    next_title: str
    next: tuple[Link, ...]


class HelpPage(Struct, frozen=True):
    """Get help now: `dial` is a tel: address, or empty when there is nothing to dial."""

    kind: ClassVar[str] = "help"
    lead: str
    helplines: tuple[HelplineEntry, ...]


class HelplineEntry(Struct, frozen=True):
    """One helpline."""

    name: str
    number: str
    dial: str
    text: str
    hours: str
    checked: str
    source: str
    example: bool


class NewsPage(Struct, frozen=True):
    """The list of news, newest first."""

    kind: ClassVar[str] = "news"
    lead: str
    items: tuple[NewsItem, ...]


class ProsePage(Struct, frozen=True):
    """A Markdown page of `docs/`; `html` is what MkDocs made of it. `day` and `iso` for news items.

    `tag` and `notice` for a page that waits for its translation: the language of `html`, and what is said.
    """

    kind: ClassVar[str] = "prose"
    html: str
    day: str
    iso: str
    tag: str = ""
    notice: str = ""


class NotFoundPage(Struct, frozen=True):
    """What stands at an address that does not exist."""

    kind: ClassVar[str] = "not_found"
    lead: str
    links: tuple[Link, ...]


Page = (
    HomePage
    | MissionPage
    | StrategyPage
    | GoalsPage
    | GoalPage
    | PartnersPage
    | DonatePage
    | ThanksPage
    | HelpPage
    | NewsPage
    | ProsePage
    | NotFoundPage
)
