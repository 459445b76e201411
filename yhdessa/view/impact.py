"""What the pages of the impact report say."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from yhdessa.view.chart import Chart
from yhdessa.view.page import Page
from yhdessa.view.parts import Card, Pager, Passage, Quote, Tallies
from yhdessa.view.shell import Link


class Programme(Struct, frozen=True):
    """A part of a section, and the parts under it; `id` and `level` are those of its heading."""

    id: str
    title: str
    level: int = 2
    chart_level: int = 3
    tallies: Tallies | None = None
    charts: tuple[Chart, ...] = ()
    quotes: tuple[Quote, ...] = ()
    programmes: tuple[Programme, ...] = ()


class ImpactPage(Page, frozen=True):
    """The report as a whole, and the way to its sections; `recommendation` says what such a score is."""

    kind: ClassVar[str] = "impact"
    lead: str
    notice: str
    tallies: Tallies | None
    charts: tuple[Chart, ...]
    recommendation: Passage | None
    successes_title: str
    successes: tuple[str, ...]
    concerns_title: str
    concerns: tuple[str, ...]
    sections_title: str
    sections: tuple[Card, ...]
    thanks_title: str
    thanks: str
    sources: tuple[str, ...]


class ImpactSectionPage(Page, frozen=True):
    """One section of the report; `charts` and `quotes` are of the section as a whole, `art` is a drawing."""

    kind: ClassVar[str] = "impact_section"
    over: str
    art: int
    lead: str
    notice: str
    tallies: Tallies | None
    charts: tuple[Chart, ...]
    contents_title: str
    contents: tuple[Link, ...]
    programmes: tuple[Programme, ...]
    quotes_title: str
    quotes: tuple[Quote, ...]
    recommendation: Passage | None
    sources: tuple[str, ...]
    pager: Pager
