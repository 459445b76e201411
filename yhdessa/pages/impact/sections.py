"""The sections of the report: what was counted and measured there, programme by programme."""

from __future__ import annotations

from yhdessa.model.impact.report import Programme
from yhdessa.pages.impact.charts import charts_of
from yhdessa.pages.impact.index import INDEX
from yhdessa.pages.impact.parts import programmes_of, quotes_of, recommendation, tallies_of
from yhdessa.pages.impact.telling import Telling
from yhdessa.pages.maker import Maker, PagePlan
from yhdessa.view.impact import ImpactSectionPage
from yhdessa.view.impact import Programme as Shown
from yhdessa.view.parts import Pager
from yhdessa.view.shell import Link


def section_plans(maker: Maker) -> list[PagePlan]:
    """A plan for each section; none for a site without a report."""
    if maker.content.impact is None:
        return []
    telling = Telling.of(maker)
    return [
        maker.plan(f"impact/{name}", _section_page(telling, name, section))
        for name, section in telling.report.sections.items()
    ]


def _section_page(telling: Telling, name: str, section: Programme) -> ImpactSectionPage:
    words, fill, page = telling.words, telling.maker.texts.fill, f"impact/{name}"
    path = ("sections", name)
    programmes = programmes_of(telling, page, path, section)
    return ImpactSectionPage(
        over=telling.maker.shells.label(INDEX),
        art=list(telling.report.sections).index(name) + 1,
        lead=fill(words.sections[name].lead),
        notice=fill(words.notice),
        tallies=tallies_of(telling, name, section),
        charts=charts_of(telling, page, path, section),
        contents_title=words.contents,
        contents=_contents(programmes),
        programmes=programmes,
        quotes_title=words.quotes_title,
        quotes=quotes_of(telling, section),
        recommendation=recommendation(telling, section),
        sources=(telling.source,),
        pager=_pager(telling, name),
    )


def _contents(programmes: tuple[Shown, ...]) -> tuple[Link, ...]:
    """The way to each programme of a section; one alone needs no list."""
    links = tuple(Link(programme.title, f"#{programme.id}") for programme in programmes)
    return links if len(links) > 1 else ()


def _pager(telling: Telling, name: str) -> Pager:
    order, words = list(telling.report.sections), telling.words
    place = order.index(name)
    before, after = order[:place][-1:], order[place + 1 :][:1]
    return Pager(
        previous=telling.maker.link(f"impact/{before[0]}") if before else None,
        next=telling.maker.link(f"impact/{after[0]}") if after else None,
        previous_over=words.previous_section,
        next_over=words.next_section,
    )
