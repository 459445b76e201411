"""Labels: where the text of a value can stand without leaving the drawing or touching another.

A drawing stretches, its texts do not, so what fits is decided for the narrowest one: as it grows wider, marks
move apart and labels only get more room. Lengths are in em.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from yhdessa.pages.charts.scale import NOUGHT, WHOLE, em, percent
from yhdessa.view.chart import Label

#: A drawing on a phone of 320 pixels, with the page's margins and its box's taken off.
NARROWEST = Decimal(13)
#: Between two labels beside each other.
GAP = Decimal("0.5")

#: How wide the letters of bold system fonts are at most, in em; elsewhere a capital's width.
WIDTHS = dict(
    chain(
        dict.fromkeys("0123456789€abcdefghijklnopqrstuvxyzåäö+−–-", Decimal("0.63")).items(),
        dict.fromkeys(" \u00a0\u202f.,:;'’|iljft()", Decimal("0.4")).items(),
        dict.fromkeys("mwMW%‰", Decimal("0.98")).items(),
    )
)
WIDEST = Decimal("0.8")


@dataclass(frozen=True)
class Spot:
    """Where a text is tied: `x` in per cent of the width and `dx` beside it; `anchor` as SVG says it."""

    x: Decimal
    anchor: str
    dx: Decimal = NOUGHT

    def span(self, width: Decimal, drawing: Decimal = NARROWEST) -> tuple[Decimal, Decimal]:
        """From where to where a text of that width reaches in a drawing of that width."""
        tied = self.x * drawing / 100 + self.dx
        start = {"start": tied, "middle": tied - width / 2, "end": tied - width}[self.anchor]
        return start, start + width

    def holds(self, width: Decimal) -> bool:
        """Whether a text of that width stays within the drawing."""
        start, end = self.span(width)
        return start >= 0 and end <= NARROWEST

    def label(self, text: str, y: Decimal, name: str = "plain") -> Label:
        """The label that says `text` here, its line at `y`."""
        return Label(text, percent(self.x), em(y), em(self.dx), self.anchor, name)


def text_width(text: str) -> Decimal:
    """How wide a text may be at most."""
    return sum((WIDTHS.get(letter, WIDEST) for letter in text), NOUGHT)


def is_short(text: str) -> bool:
    """Whether there is room for the text in the drawing at all."""
    return text_width(text) <= NARROWEST


def over(x: Decimal, width: Decimal) -> Spot:
    """Over the mark at `x`: in its middle, or from it inward near an edge, or from the edge itself."""
    edge = Spot(NOUGHT, "start") if x < WHOLE / 2 else Spot(WHOLE, "end")
    spots = (Spot(x, "middle"), Spot(x, edge.anchor))
    return next((spot for spot in spots if spot.holds(width)), edge)


def over_both(
    first: Decimal, first_width: Decimal, last: Decimal, last_width: Decimal
) -> tuple[Spot, Spot] | None:
    """Over two marks in one line; away from each other where the marks are near; None without room."""
    tied = over(first, first_width), over(last, last_width)
    if _apart(tied[0].span(first_width), tied[1].span(last_width)):
        return tied
    left, right = Spot(first, "end", -GAP / 2), Spot(last, "start", GAP / 2)
    if first > last:
        left, right = Spot(first, "start", GAP / 2), Spot(last, "end", -GAP / 2)
    return (left, right) if left.holds(first_width) and right.holds(last_width) else None


def _apart(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]) -> bool:
    return one[1] + GAP <= other[0] or other[1] + GAP <= one[0]
