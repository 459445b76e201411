"""Charts: message, caption, drawing, table, file and footnotes of each set of rows."""

from __future__ import annotations

from collections.abc import Iterator

from yhdessa.l10n.numbers import format_number
from yhdessa.model.document import Path_
from yhdessa.model.impact.charted import Charted, charted_in
from yhdessa.model.impact.figures import Count, Mean
from yhdessa.model.impact.report import Block, Breakdown
from yhdessa.pages.impact.drawings import drawing
from yhdessa.pages.impact.messages import message
from yhdessa.pages.impact.notes import Notes
from yhdessa.pages.impact.people import of_all
from yhdessa.pages.impact.tables import table
from yhdessa.pages.impact.telling import Telling
from yhdessa.pages.impact.values import APART, count_in_full
from yhdessa.view.chart import Chart, Table
from yhdessa.view.shell import Link


def charts_of(telling: Telling, page: str, path: Path_, block: Block) -> tuple[Chart, ...]:
    """The charts of the block at `path`, which stands on the page of that name."""
    return tuple(_chart(telling, page, chart) for chart in charted_in(path, block))


def tables_of(telling: Telling, path: Path_, block: Block) -> Iterator[tuple[str, Table]]:
    """The tables of the same charts, by the ids of their charts."""
    for chart in charted_in(path, block):
        yield chart.id, _table(telling, chart)


def file_of(chart: str) -> str:
    """The name of a chart's CSV file, beside its page."""
    return f"{chart}.csv"


def _chart(telling: Telling, page: str, chart: Charted) -> Chart:
    notes = Notes(telling, chart.id, dict.fromkeys((chart.name, *(place.id for place in chart.rows))))
    address = telling.maker.addresses.href(telling.language, page)
    return Chart(
        id=chart.id,
        message=message(telling, chart),
        caption=_caption(telling, chart),
        drawing=drawing(telling, chart, notes),
        table=_table(telling, chart),
        csv=Link(telling.maker.words.interface.figures_as_csv, address + file_of(chart.id)),
        notes=notes.texts,
    )


def _table(telling: Telling, chart: Charted) -> Table:
    return table(telling, chart, _caption(telling, chart))


def _caption(telling: Telling, chart: Charted) -> str:
    """What was asked or counted, of how many, in which unit."""
    words = telling.words
    names = words.breakdowns if isinstance(chart.source, Breakdown) else words.measures
    return APART.join(
        filter(
            None, (names[chart.name], of_all(telling, chart), _whole(telling, chart), _unit(telling, chart))
        )
    )


def _whole(telling: Telling, chart: Charted) -> str:
    """The whole that is broken down."""
    if not isinstance(chart.source, Breakdown) or chart.source.of is None:
        return ""
    whole = telling.figures[chart.source.of].figure
    return count_in_full(telling, whole) if isinstance(whole, Count) else ""


def _unit(telling: Telling, chart: Charted) -> str:
    """What the numbers are, where their own signs do not tell."""
    words = telling.words
    if chart.kind == "points":
        return words.points.other
    if chart.kind == "mean_changes":
        return words.mean_change
    if chart.kind == "follow_ups":
        return words.no_baseline
    return _scale(telling, chart.rows[0].figure) if chart.kind == "means" else ""


def _scale(telling: Telling, figure: object) -> str:
    if not isinstance(figure, Mean):
        return ""
    names, language = telling.words.scales[figure.scale], telling.language
    low, high = (format_number(end, language) for end in (figure.low, figure.high))
    return telling.words.scale.format(low=low, low_name=names.low, high=high, high_name=names.high)
