"""Points on a line: what drawings of dots share. Lengths are in em."""

from __future__ import annotations

from decimal import Decimal

from yhdessa.pages.charts.scale import em, percent
from yhdessa.view.chart import Line

#: A dot, and a small one within a hollow one.
RADIUS = Decimal("0.55")
SMALL = Decimal("0.28")
#: The lines that labels stand on, and the dots between them.
ABOVE = Decimal(1)
SPINE = Decimal(2)
BELOW = Decimal("3.65")
#: How high a row is with labels above its dots, and with labels below them too.
ONE_LINE = Decimal("2.75")
TWO_LINES = Decimal(4)
TICK = Decimal("0.3")


def scale_line() -> Line:
    """The scale, from end to end."""
    return Line("0%", "100%", em(SPINE), em(SPINE), "scale")


def tick(x: Decimal) -> Line:
    """A place on the scale."""
    return Line(percent(x), percent(x), em(SPINE - TICK), em(SPINE + TICK), "tick")
