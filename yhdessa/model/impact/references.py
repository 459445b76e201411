"""The ids of an impact report: each names one figure, and each that is named is there and fits."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from yhdessa.model.document import Document, Path_, dotted
from yhdessa.model.impact.charted import charted
from yhdessa.model.impact.figures import AnswerShare, Count, Score
from yhdessa.model.impact.index import Place, blocks, breakdowns, index, places
from yhdessa.model.impact.report import ImpactReport
from yhdessa.model.problem import Problem


def check_impact_references(report: ImpactReport, document: Document) -> list[Problem]:
    """Every id that stands twice, leads nowhere, or to a figure that cannot stand there."""
    return [
        Problem(document.file, document.line(path), dotted(path), message, remedy)
        for path, message, remedy in (
            *_twice(report, document),
            *_anchors(report, document),
            *_unknown(report),
            *_unfit(report),
        )
    ]


Told = tuple[Path_, str, str]
Kind = type[Count] | type[Score] | type[AnswerShare] | None
KINDS: dict[Kind, str] = {Count: "a count", Score: "a score", AnswerShare: "a share", None: "a figure"}


def _twice(report: ImpactReport, document: Document) -> Iterator[Told]:
    first: dict[str, Place] = {}
    for place in places(report):
        if place.id in first:
            other = document.line(first[place.id].path)
            yield place.path, f"`{place.id}` is the id of another figure too", f"line {other} has it"
        first.setdefault(place.id, place)


def _anchors(report: ImpactReport, document: Document) -> Iterator[Told]:
    """A programme's, breakdown's or measure's id that stands twice: each has words, and a place on a page."""
    first: dict[str, Path_] = {}
    named = [(str(path[-1]), path) for path, _ in blocks(report) if path]
    for name, path in (*named, *((chart.id, chart.path) for chart in charted(report))):
        if name in first:
            other = document.line(first[name])
            yield path, f"`{name}` is the id of something else too", f"line {other} has it"
        first.setdefault(name, path)


def _unknown(report: ImpactReport) -> Iterator[Told]:
    figures = index(report)
    for path, name, kind in _named(report):
        if name not in figures or (kind and not isinstance(figures[name].figure, kind)):
            known = [one for one, place in figures.items() if kind is None or isinstance(place.figure, kind)]
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
            remedy = f"did you mean `{near[0]}`?" if near else f"it should be the id of {KINDS[kind]}"
            yield path, f"unknown figure `{name}`", remedy


def _named(report: ImpactReport) -> Iterator[tuple[Path_, str, Kind]]:
    """Every id that is named somewhere, and the kind of figure that it must be."""
    for position, relation in enumerate(report.sums):
        yield ("sums", position, "total"), relation.total, Count
        for part, name in enumerate(relation.parts):
            yield ("sums", position, "parts", part), name, Count
    for path, breakdown in breakdowns(report):
        if breakdown.of:
            yield (*path, "of"), breakdown.of, Count
        for name, share in breakdown.shares.items():
            if share.count:
                yield (*path, "shares", name, "count"), share.count, Count
    for place in places(report):
        yield from _named_by(place)
    for name, success in report.successes.items():
        if success.figure:
            yield ("successes", name, "figure"), success.figure, None


def _named_by(place: Place) -> Iterator[tuple[Path_, str, Kind]]:
    figure = place.figure
    if isinstance(figure, Count) and figure.within:
        yield (*place.path, "within"), figure.within, Count
    elif isinstance(figure, Score | AnswerShare):
        for position, name in enumerate(figure.parts):
            yield (*place.path, "parts", position), name, type(figure)


def _unfit(report: ImpactReport) -> Iterator[Told]:
    figures = index(report)
    for position, relation in enumerate(report.sums):
        for part, name in enumerate((relation.total, *relation.parts)):
            path: Path_ = ("sums", position, "parts", part - 1) if part else ("sums", position, "total")
            figure = figures[name].figure if name in figures else None
            if isinstance(figure, Count) and figure.over:
                yield path, f"`{name}` is a lower bound: it stands in no sum", "take it out of the sum"
            if name in (relation.total, *relation.parts)[:part]:
                yield path, f"`{name}` stands twice in this sum", "keep one of the two"
    for place in figures.values():
        if place.id in _below(place.id, figures, set()):
            yield (*place.path, "parts"), f"`{place.id}` is a part of itself", "take the circle out"


def _below(name: str, figures: dict[str, Place], seen: set[str]) -> set[str]:
    """The ids of the parts of `name`, and of theirs."""
    for part in getattr(figures[name].figure, "parts", []) if name in figures else []:
        if part not in seen:
            seen.add(part)
            _below(part, figures, seen)
    return seen
