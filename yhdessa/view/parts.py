"""The parts of pages: what a component shows, ready to be laid out.

Texts are plain and are escaped by the template; the fields named `html` hold markup that we made.
"""

from __future__ import annotations

from msgspec import Struct

from yhdessa.view.chart import Drawing
from yhdessa.view.shell import Link


class Figure(Struct, frozen=True):
    """A figure, what it counts, and where it was published."""

    value: str
    label: str
    source: str


class Card(Struct, frozen=True):
    """A link to a page, with a word over it and a sentence under it. `mark` picks the drawing.

    `progress` is a line that tells how far a goal has come.
    """

    text: str
    href: str
    over: str
    summary: str
    mark: int = 0
    progress: str = ""


class Passage(Struct, frozen=True):
    """A heading and a text, or a list of lines, or both."""

    title: str
    text: str = ""
    lines: tuple[str, ...] = ()
    link: Link | None = None


class CardGroup(Struct, frozen=True):
    """Cards under a heading and a text; `id` is the heading's."""

    id: str
    title: str
    text: str
    cards: tuple[Card, ...]


class ActGroup(Struct, frozen=True):
    """What somebody can do; `id` is the heading's, and names the drawing."""

    id: str
    title: str
    text: str
    acts: tuple[Passage, ...]


class Task(Struct, frozen=True):
    """What a volunteer does, and how much time it takes."""

    name: str
    text: str
    time: str
    link: Link | None = None


class Run(Struct, frozen=True):
    """A piece of a text; a link where it has a `href`."""

    text: str
    href: str = ""


class Detail(Struct, frozen=True):
    """A name and what it is the name of, as a number that somebody copies; `more` where there are several."""

    label: str
    value: str
    more: tuple[str, ...] = ()


class NextSteps(Struct, frozen=True):
    """What comes after a form, step by step; `art` is the name of the drawing over it."""

    title: str
    steps: tuple[str, ...]
    art: str


class Progress(Struct, frozen=True):
    """How much has been given, toward a target or without one; `time` says when it was counted, or `notice`
    that it is not.

    `label` and `value` are the one sum that there is without a drawing: what was given, or the target.
    `iso` is the time for machines; `old` when nobody should take the sums for today's.
    """

    drawing: Drawing | None = None
    label: str = ""
    value: str = ""
    lines: tuple[str, ...] = ()
    notice: str = ""
    time: str = ""
    iso: str = ""
    old: bool = False


class Milestone(Struct, frozen=True):
    """What will be true by a time, as the end of a year."""

    when: str
    title: str
    text: str


class PartnerName(Struct, frozen=True):
    """A partner on a wall of names; `href` and `logo` are empty when it has no web address or no logo.

    `tag` is the language of the name where it is not the page's; `width` and `height` are the logo's, in
    pixels.
    """

    name: str
    href: str
    example: bool
    logo: str = ""
    tag: str = ""
    width: int = 0
    height: int = 0


class PartnerGroup(Struct, frozen=True):
    """The partners of one tier."""

    title: str
    partners: tuple[PartnerName, ...]


class Tier(Struct, frozen=True):
    """A partner tier: price a year, what it is, what it means, what it brings."""

    name: str
    price: str
    kind: str
    promise: str
    benefits: tuple[str, ...]
    asked: tuple[str, ...] = ()


class GlobalGoal(Struct, frozen=True):
    """One of the United Nations' goals: its number and its name."""

    number: int
    name: str


class Quote(Struct, frozen=True):
    """A quotation and the language it was said in; `speaker_tag` is the attribution's, where it differs.

    `translation` is the same in the page's own language, and `translated` what is said of it.
    """

    text: str
    tag: str
    attribution: str
    example: bool
    speaker_tag: str = ""
    translation: str = ""
    translated: str = ""


class NewsItem(Struct, frozen=True):
    """A news item in a list: `day` is the date in words, `iso` for machines."""

    title: str
    href: str
    day: str
    iso: str
    summary: str


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


class PageHead(Struct, frozen=True):
    """The head of a page that has no display title; `art` names its drawing."""

    title: str
    lead: str = ""
    over: str = ""
    art: str | int = ""
    link: Link | None = None


class Pager(Struct, frozen=True):
    """The way to the page before and the page after, each with what is said over its name."""

    previous: Link | None
    next: Link | None
    previous_over: str = ""
    next_over: str = ""


class Tally(Struct, frozen=True):
    """A count: the number large, what was counted, and what it is of. `footnote` leads to a note below."""

    value: str
    unit: str
    label: str = ""
    footnote: Link | None = None


class Tallies(Struct, frozen=True):
    """Counts side by side, and the footnotes under them: each note's address is `#<id>-note-<its number>`."""

    id: str
    counts: tuple[Tally, ...]
    notes: tuple[str, ...] = ()
