"""The drawings of charts.yml, and what a browser makes of them: where the texts of a row stand."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from yhdessa.pages.charts.bars import bars
from yhdessa.pages.charts.labels import NARROWEST, Spot, text_width
from yhdessa.pages.charts.means import means
from yhdessa.pages.charts.pairs import pairs
from yhdessa.pages.charts.progress import progress
from yhdessa.pages.charts.rows import PairRow, Row
from yhdessa.pages.charts.scores import scores
from yhdessa.view.chart import Drawing, DrawnRow, Label

CASES: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "charts.yml").read_text("utf-8"))
#: A phone, a tablet, a desk: the widths of a drawing in em.
WIDTHS = (NARROWEST, Decimal(25), Decimal(50))


def draw(name: str) -> Drawing:
    """The drawing of that name."""
    ((kind, told),) = CASES[name].items()
    if kind == "progress":
        return progress(_row(*told["collected"]), _row(*told["target"]))
    axis = tuple(told.get("axis", ()))
    if kind == "pairs":
        made = [
            PairRow(label, Decimal(before), Decimal(after), *texts)
            for label, before, after, *texts in told["rows"]
        ]
        return pairs(made, Decimal(told["low"]), Decimal(told["high"]), tuple(told["waves"]), axis)
    rows = [_row(*row) for row in told["rows"]]
    if kind == "scores":
        return scores(rows, axis)
    if kind == "means":
        return means(rows, told["low"], told["high"], axis)
    return bars(rows, Decimal(told["high"]) if "high" in told else None, axis)


def _row(label: str, value: str, text: str, note: str = "") -> Row:
    return Row(label, Decimal(value), text, note)


def number(written: str) -> Decimal:
    """What `12.5%` and `1.25em` say."""
    return Decimal(written.rstrip("%em"))


def span(label: Label, width: Decimal) -> tuple[Decimal, Decimal]:
    """From where to where a label reaches in a drawing of that width, in em, if its text is at its widest."""
    return Spot(number(label.x), label.anchor, number(label.dx)).span(text_width(label.text), width)


def overlapping(row: DrawnRow, width: Decimal) -> list[tuple[str, str]]:
    """The labels that touch each other: those in one line whose texts reach into one another."""
    return [
        (one.text, other.text)
        for one, other in combinations(row.labels, 2)
        if one.y == other.y
        and span(one, width)[0] < span(other, width)[1]
        and span(other, width)[0] < span(one, width)[1]
    ]
