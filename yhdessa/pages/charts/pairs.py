"""Pairs: the same thing measured twice, as two dots and the way from one to the other."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from yhdessa.pages.charts.labels import NARROWEST, is_short, over, over_both, text_width
from yhdessa.pages.charts.points import (
    ABOVE,
    BELOW,
    ONE_LINE,
    RADIUS,
    SMALL,
    SPINE,
    TWO_LINES,
    scale_line,
    tick,
)
from yhdessa.pages.charts.rows import PairRow
from yhdessa.pages.charts.scale import NOUGHT, WHOLE, em, percent, place
from yhdessa.view.chart import Arrow, Dot, Drawing, DrawnRow, Key, Label, Line

#: An arrow's head needs this much between the dots, in em.
HEAD = Decimal("0.7")


def pairs(
    rows: Sequence[PairRow],
    low: Decimal,
    high: Decimal,
    waves: tuple[str, str],
    axis: tuple[str, ...] = (),
) -> Drawing:
    """Two dots for each row on the scale from `low` to `high`: the first hollow, the last filled.

    `waves` are the names of the two times ("Alkumittaus", "Loppumittaus"), which the key and the words for
    screen readers take; `axis` the texts of the scale's ends. Rows share the scale: make a chart for each
    unit. Two times without a baseline (middle, final) are drawn the same way. Values outside the scale
    stand at its end; their texts say what they are. Raises ValueError unless `high` is above `low`.
    """
    drawn = (_row(row, place(row.before, low, high), place(row.after, low, high), waves) for row in rows)
    key = (Key("before", waves[0]), Key("after", waves[1]))
    return Drawing(kind="pairs", rows=tuple(drawn), axis=axis, key=key)


def _row(row: PairRow, first: Decimal, last: Decimal, waves: tuple[str, str]) -> DrawnRow:
    told = f"{waves[0]} {row.before_text}, {waves[1]} {row.after_text}"
    short = is_short(row.before_text) and is_short(row.after_text)
    labels, height = _labels(row, first, last) if short else ((), ONE_LINE)
    return DrawnRow(
        label=row.label,
        told=told,
        height=em(height),
        note=row.note,
        value="" if short else told,
        footnote=row.footnote,
        lines=(scale_line(), tick(NOUGHT), tick(WHOLE), _way(first, last)),
        dots=_dots(first, last),
        arrows=_arrow(first, last),
        labels=labels,
    )


def _labels(row: PairRow, first: Decimal, last: Decimal) -> tuple[tuple[Label, ...], Decimal]:
    """The two values, and how high they make the row."""
    widths = text_width(row.before_text), text_width(row.after_text)
    beside = over_both(first, widths[0], last, widths[1])
    spots = beside or (over(first, widths[0]), over(last, widths[1]))
    before = spots[0].label(row.before_text, ABOVE if beside else BELOW, "first")
    return (before, spots[1].label(row.after_text, ABOVE)), ONE_LINE if beside else TWO_LINES


def _dots(first: Decimal, last: Decimal) -> tuple[Dot, ...]:
    """The filled dot is painted last; where nothing changed it is small, within the hollow one."""
    radius, name = (SMALL, "same") if first == last else (RADIUS, "after")
    return (
        Dot(percent(first), em(SPINE), em(RADIUS), "before"),
        Dot(percent(last), em(SPINE), em(radius), name),
    )


def _way(first: Decimal, last: Decimal) -> Line:
    return Line(percent(first), percent(last), em(SPINE), em(SPINE), "change")


def _arrow(first: Decimal, last: Decimal) -> tuple[Arrow, ...]:
    """The head of an arrow before the last dot; none where the dots are too near each other."""
    if abs(last - first) * NARROWEST / 100 < 2 * RADIUS + HEAD:
        return ()
    return (Arrow(percent(last), em(SPINE), "right" if last > first else "left"),)
