"""The report's index: the whole in figures, what went well and what did not, and the way to the sections."""

from __future__ import annotations

from yhdessa.pages.impact.charts import charts_of
from yhdessa.pages.impact.parts import recommendation, tallies_of
from yhdessa.pages.impact.telling import Telling
from yhdessa.pages.impact.values import count_in_full, told
from yhdessa.pages.maker import Maker
from yhdessa.view.impact import ImpactPage
from yhdessa.view.parts import Card

INDEX = "impact/index"


def impact_page(maker: Maker) -> ImpactPage:
    """The index of the impact report."""
    telling = Telling.of(maker)
    words, report, fill = telling.words, telling.report, maker.texts.fill
    return ImpactPage(
        lead=maker.lead(INDEX),
        notice=fill(words.notice),
        tallies=tallies_of(telling, "report", report),
        charts=charts_of(telling, INDEX, (), report),
        recommendation=recommendation(telling, report),
        successes_title=words.successes_title,
        successes=tuple(_success(telling, name) for name in report.successes),
        concerns_title=words.concerns_title,
        concerns=tuple(fill(words.concerns[name]) for name in report.concerns),
        sections_title=words.sections_title,
        sections=tuple(_card(telling, name, place) for place, name in enumerate(report.sections, start=1)),
        thanks_title=words.thanks_title,
        thanks=fill(words.thanks),
        sources=(telling.source,),
    )


def _success(telling: Telling, name: str) -> str:
    """What went well, with its figure in the sentence."""
    figure = telling.report.successes[name].figure
    text = telling.words.successes[name]
    return text.format(figure=told(telling, telling.figures[figure].figure)) if figure else text


def _card(telling: Telling, name: str, place: int) -> Card:
    """The way to a section, with the first thing it counts, unless that has a footnote."""
    section, words = telling.report.sections[name], telling.words.sections[name]
    first = next(iter(section.figures), "")
    counted = first and first not in telling.footnotes
    return Card(
        text=words.name,
        href=telling.maker.addresses.href(telling.language, f"impact/{name}"),
        over=count_in_full(telling, section.figures[first]) if counted else "",
        summary=telling.maker.texts.fill(words.lead),
        mark=place,
    )
