"""What is charted: every breakdown, and the rows of a measure that can stand on one scale.

A measure may ask for several charts: shares of those who answered, points and scores do not fit one axis.
Its first chart has its id; the others add what they show, as `seniors-results-points`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from yhdessa.model.document import Path_
from yhdessa.model.impact.figures import BeforeAfter, Mean, Measure
from yhdessa.model.impact.index import Place, blocks, rows
from yhdessa.model.impact.report import Block, Breakdown, ImpactReport

Kind = Literal["parts", "changes", "points", "follow_ups", "mean_changes", "shares", "means", "scores"]
#: What the id of a chart ends in that is not its measure's first.
ENDINGS: dict[str, str] = {
    "points": "points",
    "follow_ups": "follow-ups",
    "mean_changes": "mean-changes",
    "shares": "shares",
    "means": "means",
    "scores": "scores",
}


@dataclass(frozen=True)
class Charted:
    """One chart: `name` is the id of its measure or breakdown, `path` where that stands."""

    id: str
    name: str
    path: Path_
    kind: Kind
    rows: tuple[Place, ...]
    source: Measure | Breakdown


def charted(report: ImpactReport) -> Iterator[Charted]:
    """Every chart of the report, in its order."""
    for path, block in blocks(report):
        yield from charted_in(path, block)


def charted_in(path: Path_, block: Block) -> Iterator[Charted]:
    """The charts of the block at `path` alone, without the programmes under it."""
    for name, breakdown in block.breakdowns.items():
        place = (*path, "breakdowns", name)
        parts = tuple(Place(key, (*place, "shares", key), share) for key, share in breakdown.shares.items())
        yield Charted(name, name, place, "parts", parts, breakdown)
    for name, measure in block.measures.items():
        yield from _of_measure(name, (*path, "measures", name), measure)


def _of_measure(name: str, path: Path_, measure: Measure) -> Iterator[Charted]:
    ordered = sorted(rows(path, measure), key=_order)
    used: set[str] = set()
    for (kind, scale), group in groupby(ordered, key=lambda place: (_kind(place), _scale(place))):
        ending = f"-{ENDINGS[kind]}" if used else ""
        own = f"{name}{ending}" if name + ending not in used else f"{name}{ending}-{scale}"
        used.add(own)
        yield Charted(own, name, path, kind, tuple(group), measure)


def _order(place: Place) -> tuple[int, str]:
    """Rows of one kind stand together, whatever their order in the file: first changes, then these."""
    kind = _kind(place)
    return (list(ENDINGS).index(kind) + 1 if kind in ENDINGS else 0, _scale(place))


def _scale(place: Place) -> str:
    """What means must share to stand in one chart."""
    figure = place.figure
    return f"{figure.scale}-{figure.low}-{figure.high}" if isinstance(figure, Mean) else ""


def _kind(place: Place) -> Kind:
    figure = place.figure
    if isinstance(figure, BeforeAfter):
        return "changes" if figure.unit == "percent" else "points"
    kind: Kind = place.path[-2]  # type: ignore[assignment] # the field of the measure that it stands in
    return kind
