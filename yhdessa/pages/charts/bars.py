"""Bars: shares of a whole, shares of those who answered, counts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from yhdessa.pages.charts.labels import Spot, is_short, text_width
from yhdessa.pages.charts.rows import Row
from yhdessa.pages.charts.scale import NOUGHT, WHOLE, em, percent, place
from yhdessa.view.chart import Bar, Drawing, DrawnRow

#: In em: a bar, its corners, the line its value stands on, and between its end and its value.
THICK = Decimal("1.9")
CORNER = Decimal("0.6")
BASE = Decimal("1.3")
BESIDE = Decimal("0.6")


def bars(rows: Sequence[Row], high: Decimal | None = None, axis: tuple[str, ...] = ()) -> Drawing:
    """A bar for each row from nought to `high`: 100 for per cent. Without it, to the longest row's value.

    `axis` are the texts of the scale's ends, when they are to be shown. A value below nought or above
    `high` stands at the end of the scale; its text says what it is. Raises ValueError for a `high` that is
    not above nought.
    """
    longest = max((row.value for row in rows if row.value > 0), default=WHOLE)
    top = longest if high is None else high
    drawn = (_row(row, place(row.value, NOUGHT, top), high is not None) for row in rows)
    return Drawing(kind="bars", rows=tuple(drawn), axis=axis)


def bar(name: str, left: Decimal, right: Decimal) -> Bar:
    """A bar from one place to another."""
    return Bar(percent(left), "0", percent(right - left), em(THICK), em(CORNER), name)


def at_end(end: Decimal, text: str) -> tuple[Spot, str] | None:
    """Where the value of a bar from the left edge to `end` can stand, and its style; None without room."""
    width = text_width(text)
    outside, inside = Spot(end, "start", BESIDE), Spot(end, "end", -BESIDE)
    if outside.holds(width):
        return outside, "plain"
    return (inside, "on-bar") if inside.span(width)[0] >= BESIDE else None


def _row(row: Row, end: Decimal, whole: bool) -> DrawnRow:
    found = at_end(end, row.text) if is_short(row.text) else None
    # Of counts there is no whole, and nothing that a track could stand for.
    track = (bar("track", NOUGHT, WHOLE),) if whole else ()
    return DrawnRow(
        label=row.label,
        told=row.text,
        height=em(THICK),
        note=row.note,
        value="" if found else row.text,
        footnote=row.footnote,
        bars=(*track, *((bar("value", NOUGHT, end),) if end else ())),
        labels=(found[0].label(row.text, BASE, found[1]),) if found else (),
    )
