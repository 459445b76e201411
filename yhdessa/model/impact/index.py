"""Finds things in an impact report: every block and figure with its path, and the words it needs.

A path leads to the same place in the document, and so to the line an editor can go to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yhdessa.model.document import Path_
from yhdessa.model.impact.figures import Count, Figure, Mean, Measure
from yhdessa.model.impact.report import Block, Breakdown, ImpactReport, Programme

#: The rows of a measure, in the order of a page.
ROWS = ("before_after", "follow_ups", "mean_changes", "shares", "means", "scores")


@dataclass(frozen=True)
class Place:
    """A figure, where it stands, and the measure around it (None for counts and breakdowns)."""

    id: str
    path: Path_
    figure: Figure
    measure: Measure | None = None


def blocks(report: ImpactReport) -> Iterator[tuple[Path_, Block]]:
    """The report, its sections and their programmes, in order."""
    yield (), report
    for name, section in report.sections.items():
        yield from _programmes(section, ("sections", name))


def _programmes(programme: Programme, path: Path_) -> Iterator[tuple[Path_, Block]]:
    yield path, programme
    for name, inner in programme.programmes.items():
        yield from _programmes(inner, (*path, "programmes", name))


def measures(report: ImpactReport) -> Iterator[tuple[Path_, Measure]]:
    """Every measure with its path."""
    for path, block in blocks(report):
        for name, measure in block.measures.items():
            yield (*path, "measures", name), measure


def breakdowns(report: ImpactReport) -> Iterator[tuple[Path_, Breakdown]]:
    """Every breakdown with its path."""
    for path, block in blocks(report):
        for name, breakdown in block.breakdowns.items():
            yield (*path, "breakdowns", name), breakdown


def rows(path: Path_, measure: Measure) -> Iterator[Place]:
    """Every row of the measure at `path`."""
    for kind in ROWS:
        for name, figure in getattr(measure, kind).items():
            yield Place(name, (*path, kind, name), figure, measure)


def places(report: ImpactReport) -> Iterator[Place]:
    """Every figure of the report: counts, parts of a breakdown, rows of a measure."""
    for path, block in blocks(report):
        for name, figure in block.figures.items():
            yield Place(name, (*path, "figures", name), figure)
    for path, breakdown in breakdowns(report):
        for name, share in breakdown.shares.items():
            yield Place(name, (*path, "shares", name), share)
    for path, measure in measures(report):
        yield from rows(path, measure)


def index(report: ImpactReport) -> dict[str, Place]:
    """The figures by their ids; the first of an id that stands twice."""
    found: dict[str, Place] = {}
    for place in places(report):
        found.setdefault(place.id, place)
    return found


def words_needed(report: ImpactReport) -> dict[str, list[str]]:
    """The ids that each field of `ImpactWords` must have words for, in the order they are first used."""
    needed: dict[str, dict[str, None]] = {}
    for field, name in _needed(report):
        needed.setdefault(field, {})[name] = None
    return {field: list(names) for field, names in needed.items()}


def _needed(report: ImpactReport) -> Iterator[tuple[str, str]]:
    yield from (("sections", name) for name in report.sections)
    yield from (("successes", name) for name in report.successes)
    yield from (("concerns", name) for name in report.concerns)
    for path, block in blocks(report):
        if path[-2:-1] == ("programmes",):
            yield "programmes", str(path[-1])
        yield from (("breakdowns", name) for name in block.breakdowns)
        yield from (("measures", name) for name in block.measures)
        yield from (("speakers", quote.speaker) for quote in block.quotes.values() if quote.speaker)
    for place in places(report):
        yield from _words_of(place)


def _words_of(place: Place) -> Iterator[tuple[str, str]]:
    figure = place.figure
    if isinstance(figure, Count):
        yield "units", figure.unit
        if figure.label:
            yield "labels", figure.label
        return
    yield "labels", figure.label or place.id
    if isinstance(figure, Mean):
        yield "scales", figure.scale
    for rating in getattr(figure, "ratings", {}).values():
        yield "ratings", rating
