"""Scores: Net Promoter Scores, from -100 to +100, with a line at nought."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from yhdessa.pages.charts.bars import BASE, BESIDE, THICK, bar
from yhdessa.pages.charts.labels import Spot, text_width
from yhdessa.pages.charts.rows import Row
from yhdessa.pages.charts.scale import NOUGHT, WHOLE, em, percent, place
from yhdessa.view.chart import Drawing, DrawnRow, Line

MIDDLE = WHOLE / 2


def scores(rows: Sequence[Row], axis: tuple[str, str, str]) -> Drawing:
    """A bar for each row from nought to its score; `axis` are the texts of -100, 0 and +100."""
    return Drawing(kind="scores", rows=tuple(_row(row) for row in rows), axis=axis)


def _row(row: Row) -> DrawnRow:
    end = place(row.value, -WHOLE, WHOLE)
    found = _beside(end, row.text)
    value = (bar("value" if end > MIDDLE else "below", min(MIDDLE, end), max(MIDDLE, end)),)
    return DrawnRow(
        label=row.label,
        told=row.text,
        height=em(THICK),
        note=row.note,
        value="" if found else row.text,
        footnote=row.footnote,
        bars=(bar("track", NOUGHT, WHOLE), *(value if end != MIDDLE else ())),
        lines=(Line(percent(MIDDLE), percent(MIDDLE), "0", em(THICK), "zero"),),
        labels=(found[0].label(row.text, BASE, found[1]),) if found else (),
    )


def _beside(end: Decimal, text: str) -> tuple[Spot, str] | None:
    """Beyond the end of the bar, or on it, or on the other side of nought; None without room."""
    width, length = text_width(text), abs(end - MIDDLE)
    right, left = ("start", BESIDE), ("end", -BESIDE)
    away, back = (right, left) if end >= MIDDLE else (left, right)
    beyond, across = Spot(end, *away), Spot(MIDDLE, *back)
    if beyond.holds(width):
        return beyond, "plain"
    if Spot(length, "end", -BESIDE).span(width)[0] >= BESIDE:
        return Spot(end, *back), "on-bar" if end > MIDDLE else "plain"
    return (across, "plain") if across.holds(width) else None
