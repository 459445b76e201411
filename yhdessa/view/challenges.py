"""What the pages of workplace challenges say."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from yhdessa.forms.view import FormView
from yhdessa.view.chart import Chart, Table
from yhdessa.view.page import Page
from yhdessa.view.parts import CardGroup, Detail, Passage, Progress
from yhdessa.view.shell import Link
from yhdessa.view.ways import QrCode


class TeamCard(Struct, frozen=True):
    """A team beside the others: how many they are, its sums where there are any, and the way to its page,
    which takes gifts where it `gives`.
    """

    name: str
    example: bool
    members: str
    details: tuple[Detail, ...]
    link: Link
    gives: bool = True


class Message(Struct, frozen=True):
    """A message ready to be sent, in the language `tag`: `name` is the language's own, `url` the page that it
    leads to, `links` pass both on. `id` is its heading's.
    """

    id: str
    name: str
    tag: str
    text: str
    url: str
    links: tuple[Link, ...] = ()


class Poster(Struct, frozen=True):
    """A poster to be printed. `url` is the address as people type it, without what browsers add."""

    call: str
    team: str
    challenge: str
    goal_over: str
    goal: str
    until: str
    code: QrCode
    url: str
    site_name: str


class TeamKit(Struct, frozen=True):
    """What a team spreads the word with: its own address, messages by language, the way to a poster."""

    title: str
    text: str
    address_label: str
    url: str
    messages_title: str
    messages: tuple[Message, ...]
    poster_title: str
    poster_text: str
    poster: Link


class ChallengesPage(Page, frozen=True):
    """The list of challenges by their season, and how to begin one."""

    kind: ClassVar[str] = "challenges"
    lead: str
    groups: tuple[CardGroup, ...]
    join: Passage


class ChallengePage(Page, frozen=True):
    """One challenge: its teams side by side, and what they have collected, while that is counted.

    `season` says whether it goes on; `note` what was given in currencies that are not compared; `art` picks
    the drawing.
    """

    kind: ClassVar[str] = "challenge"
    over: str
    title: str
    art: int
    summary: str
    season: str
    text: str
    goal_over: str
    goal: Link
    so_far_title: str
    progress: Progress | None
    teams_title: str
    teams: tuple[TeamCard, ...]
    results_title: str
    charts: tuple[Chart, ...]
    table: Table | None
    csv: Link | None
    note: str
    rules_title: str
    rules: tuple[str, ...]


class TeamPage(Page, frozen=True):
    """One team: the form for its gifts, or the way to the goal where none are taken; its kit until the end.

    `season` says until when gifts count; where none do the lead says why. A workplace's own
    collection has one team, and this is its page: `text` says what it is about.
    """

    kind: ClassVar[str] = "team"
    over: str
    title: str
    art: int
    example: bool
    lead: str
    text: str
    season: str
    goal_over: str
    goal: Link
    website: Link | None
    so_far_title: str
    details: tuple[Detail, ...]
    progress: Progress | None
    note: str
    form_title: str
    form: FormView | None
    give_anyway: Link | None
    rules_title: str
    rules: tuple[str, ...]
    kit: TeamKit | None
    up: Link


class PosterPage(Page, frozen=True):
    """A team's poster and nothing else, so that it is what the printer gets."""

    kind: ClassVar[str] = "poster"
    poster: Poster
