"""Drawings: the rows of a chart on the scale of their kind."""

from __future__ import annotations

from decimal import Decimal

from yhdessa.l10n.numbers import format_number
from yhdessa.l10n.percent import format_percent
from yhdessa.model.impact.amounts import amounts
from yhdessa.model.impact.charted import Charted
from yhdessa.model.impact.figures import BeforeAfter, Count, FollowUp, Mean, PartShare
from yhdessa.model.impact.index import Place
from yhdessa.model.impact.words import ScaleWords
from yhdessa.pages.charts.bars import bars
from yhdessa.pages.charts.means import means
from yhdessa.pages.charts.pairs import pairs
from yhdessa.pages.charts.rows import PairRow, Row
from yhdessa.pages.charts.scale import round_up
from yhdessa.pages.charts.scores import scores
from yhdessa.pages.impact.notes import Notes
from yhdessa.pages.impact.people import of_row
from yhdessa.pages.impact.telling import Telling
from yhdessa.pages.impact.values import APART, change, count_in_full, label, ratings, write
from yhdessa.view.chart import Drawing

NOUGHT, HUNDRED = Decimal(0), Decimal(100)


def drawing(telling: Telling, chart: Charted, notes: Notes) -> Drawing:
    """The rows of `chart`, drawn; `notes` are its footnotes."""
    if chart.kind in ("changes", "points", "follow_ups"):
        return _pairs(telling, chart, notes)
    rows = [_row(telling, chart, place, notes) for place in chart.rows]
    if chart.kind == "scores":
        low, middle, high = (
            format_number(end, telling.language, signed=True) for end in (-HUNDRED, NOUGHT, HUNDRED)
        )
        return scores(rows, (low, middle, high))
    if chart.kind == "means":
        return _means(telling, chart, rows)
    # Average changes are not shares of people: their longest bar says no more than its number.
    if chart.kind == "mean_changes":
        return bars(rows)
    return bars(rows, HUNDRED, _percents(telling))


def _row(telling: Telling, chart: Charted, place: Place, notes: Notes) -> Row:
    (amount,) = amounts(place.figure).values()
    return Row(
        label=label(telling, place),
        value=Decimal(amount.digits),
        text=write(telling, amount),
        note=APART.join(filter(None, (_behind(telling, place), of_row(telling, chart, place)))),
        footnote=notes.link(place.id),
    )


def _behind(telling: Telling, place: Place) -> str:
    """The count behind a part of a whole."""
    figure = place.figure
    if not isinstance(figure, PartShare) or figure.count is None:
        return ""
    behind = telling.figures[figure.count].figure
    return count_in_full(telling, behind) if isinstance(behind, Count) else ""


def _pairs(telling: Telling, chart: Charted, notes: Notes) -> Drawing:
    waves = telling.words.waves
    first, last = (waves.middle, waves.final) if chart.kind == "follow_ups" else (waves.before, waves.after)
    rows = [_pair(telling, chart, place, notes) for place in chart.rows]
    if chart.kind == "points":
        # The source does not say where the instrument ends: no point should seem near to its end.
        high = round_up(2 * max(max(row.before, row.after) for row in rows))
        return pairs(rows, NOUGHT, high, (first, last))
    return pairs(rows, NOUGHT, HUNDRED, (first, last), _percents(telling))


def _pair(telling: Telling, chart: Charted, place: Place, notes: Notes) -> PairRow:
    before, after, *_ = amounts(place.figure).values()
    return PairRow(
        label=label(telling, place),
        before=Decimal(before.digits),
        after=Decimal(after.digits),
        before_text=write(telling, before),
        after_text=write(telling, after),
        note=APART.join(filter(None, _beside(telling, chart, place))),
        footnote=notes.link(place.id),
    )


def _beside(telling: Telling, chart: Charted, place: Place) -> tuple[str, ...]:
    """What is said beside two measurements: the change, whether less is better, the points in words, n."""
    figure, words = place.figure, telling.words
    if isinstance(figure, FollowUp):
        return change(telling, figure), words.fall_is_good if figure.lower_is_better else ""
    if not isinstance(figure, BeforeAfter):
        return ()
    better = words.lower_is_better if figure.lower_is_better else ""
    return change(telling, figure), better, ratings(telling, figure), of_row(telling, chart, place)


def _means(telling: Telling, chart: Charted, rows: list[Row]) -> Drawing:
    scale = next(place.figure for place in chart.rows if isinstance(place.figure, Mean))
    names: ScaleWords = telling.words.scales[scale.scale]
    ends = (
        f"{format_number(number, telling.language)} {name}"
        for number, name in ((scale.low, names.low), (scale.high, names.high))
    )
    low, high = ends
    return means(rows, scale.low, scale.high, (low, high))


def _percents(telling: Telling) -> tuple[str, str]:
    return format_percent(0, telling.language), format_percent(100, telling.language)
