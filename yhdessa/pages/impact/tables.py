"""Tables: the rows of a chart as cells, which the page shows and the CSV file holds."""

from __future__ import annotations

from collections.abc import Iterator

from yhdessa.l10n.numbers import format_number
from yhdessa.model.impact.amounts import amounts
from yhdessa.model.impact.charted import Charted
from yhdessa.model.impact.figures import BeforeAfter, Count, FollowUp, PartShare
from yhdessa.model.impact.index import Place
from yhdessa.pages.impact.people import own_n
from yhdessa.pages.impact.telling import Telling
from yhdessa.pages.impact.values import change, count, label, ratings, write
from yhdessa.view.chart import Table

#: A column: its heading, and its cell in each row.
Column = tuple[str, list[str]]


def table(telling: Telling, chart: Charted, caption: str) -> Table:
    """The figures of `chart`, a row each, under `caption`. A column that would be empty is left out."""
    names = [label(telling, place) for place in chart.rows]
    columns = [column for column in _columns(telling, chart) if any(column[1])]
    head = (telling.words.columns.row, *(heading for heading, _ in columns))
    cells = [cells for _, cells in columns]
    return Table(caption, head, tuple(zip(names, *cells, strict=True)))


def _columns(telling: Telling, chart: Charted) -> Iterator[Column]:
    yield from _numbers(telling, chart)
    figures = [place.figure for place in chart.rows]
    words = telling.words
    yield (
        words.columns.count,
        [_behind(telling, figure.count) if isinstance(figure, PartShare) else "" for figure in figures],
    )
    yield (
        words.waves.change,
        [change(telling, figure) if isinstance(figure, BeforeAfter | FollowUp) else "" for figure in figures],
    )
    yield (
        words.columns.rating,
        [ratings(telling, figure) if isinstance(figure, BeforeAfter) else "" for figure in figures],
    )
    yield words.columns.people, [_people(telling, place) for place in chart.rows]


def _numbers(telling: Telling, chart: Charted) -> Iterator[Column]:
    """A column for each number that every row has."""
    words = telling.words
    headings = {
        "changes": (words.waves.before, words.waves.after),
        "points": (words.waves.before, words.waves.after),
        "follow_ups": (words.waves.middle, words.waves.final),
        "mean_changes": (words.waves.change,),
        "means": (words.columns.mean,),
        "scores": (words.columns.score,),
    }.get(chart.kind, (words.columns.share,))
    written = [[write(telling, amount) for amount in amounts(place.figure).values()] for place in chart.rows]
    for position, heading in enumerate(headings):
        yield heading, [row[position] for row in written]


def _behind(telling: Telling, name: str | None) -> str:
    figure = telling.figures[name].figure if name else None
    return count(telling, figure) if isinstance(figure, Count) else ""


def _people(telling: Telling, place: Place) -> str:
    """How many answered, as a bare number; empty where the source does not say."""
    n = own_n(place) or (place.measure.n if place.measure else None)
    return format_number(n, telling.language) if n else ""
