"""Means: of answers on a scale whose ends have names."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from yhdessa.pages.charts.labels import is_short, over, text_width
from yhdessa.pages.charts.points import ABOVE, ONE_LINE, RADIUS, SPINE, scale_line, tick
from yhdessa.pages.charts.rows import Row
from yhdessa.pages.charts.scale import em, percent, place
from yhdessa.view.chart import Dot, Drawing, DrawnRow

#: A scale of more answers has ticks at its ends alone.
MOST_TICKS = 11


def means(rows: Sequence[Row], low: int, high: int, axis: tuple[str, str]) -> Drawing:
    """A dot for each row on the scale from `low` to `high`, with a tick at each answer.

    `axis` are the texts of the ends, with what they mean: "1 huono", "5 erinomainen". Raises ValueError
    unless `high` is above `low`.
    """
    answers = range(low, high + 1) if high - low < MOST_TICKS else (low, high)
    ends = Decimal(low), Decimal(high)
    ticks = tuple(place(Decimal(answer), *ends) for answer in answers)
    drawn = (_row(row, place(row.value, *ends), ticks) for row in rows)
    return Drawing(kind="means", rows=tuple(drawn), axis=axis)


def _row(row: Row, x: Decimal, ticks: tuple[Decimal, ...]) -> DrawnRow:
    short = is_short(row.text)
    return DrawnRow(
        label=row.label,
        told=row.text,
        height=em(ONE_LINE),
        note=row.note,
        value="" if short else row.text,
        footnote=row.footnote,
        lines=(scale_line(), *(tick(each) for each in ticks)),
        dots=(Dot(percent(x), em(SPINE), em(RADIUS), "mean"),),
        labels=(over(x, text_width(row.text)).label(row.text, ABOVE),) if short else (),
    )
