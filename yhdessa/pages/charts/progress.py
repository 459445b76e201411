"""Progress: what has been collected, toward a target."""

from __future__ import annotations

from decimal import Decimal

from yhdessa.pages.charts.bars import BASE, THICK, at_end, bar
from yhdessa.pages.charts.labels import is_short, over, text_width
from yhdessa.pages.charts.rows import Row
from yhdessa.pages.charts.scale import NOUGHT, WHOLE, em, percent, place
from yhdessa.view.chart import Drawing, DrawnRow, Label, Line

#: In em: the end of the line that comes down from the bar, the text under it, and the whole.
LINE_END = Decimal("2.5")
UNDER = Decimal("3.5")
HEIGHT = Decimal(4)


def progress(collected: Row, target: Row) -> Drawing:
    """One bar of `collected` and a line at `target`; it may go beyond it.

    The labels name the sums: "Kerätty", "Tavoite". Raises ValueError unless the target is above nought.
    """
    if target.value <= 0:
        raise ValueError(f"a target is above nought, not {target.value}")
    high = max(collected.value, target.value)
    end, goal = place(collected.value, NOUGHT, high), place(target.value, NOUGHT, high)
    return Drawing(kind="progress", rows=(_row(collected, _words(target), end, goal),))


def _row(collected: Row, target: str, end: Decimal, goal: Decimal) -> DrawnRow:
    found = at_end(end, collected.text) if is_short(collected.text) else None
    value = (found[0].label(collected.text, BASE, found[1]),) if found else ()
    left_out = [] if found else [collected.text]
    return DrawnRow(
        label=collected.label,
        told=f"{_words(collected)}, {target}",
        height=em(HEIGHT),
        note=collected.note,
        value=", ".join([*left_out, *([] if is_short(target) else [target])]),
        footnote=collected.footnote,
        bars=(bar("track", NOUGHT, WHOLE), *((bar("value", NOUGHT, end),) if end else ())),
        lines=(Line(percent(goal), percent(goal), em(THICK), em(LINE_END), "goal"),),
        labels=(*value, *_target_label(target, goal)),
    )


def _target_label(target: str, goal: Decimal) -> tuple[Label, ...]:
    return (over(goal, text_width(target)).label(target, UNDER, "first"),) if is_short(target) else ()


def _words(row: Row) -> str:
    return f"{row.label} {row.text}"
