"""What is said of figures that rest on answers: how many there were, and whether a share can come of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from yhdessa.model.arithmetic.reckoning import Severity, possible_answers, rounded, written
from yhdessa.model.document import Path_
from yhdessa.model.impact.figures import (
    AnswerShare,
    BeforeAfter,
    Figure,
    FollowUp,
    Mean,
    Measure,
    Score,
    Wave,
)
from yhdessa.model.impact.index import Place, measures, places, rows
from yhdessa.model.impact.report import ImpactReport

#: Below this many answers, one person more or less moves a share by more than five per cent.
FEW = 20


@dataclass(frozen=True)
class Remark:
    """Something to say of one place of the report, beside its relations."""

    severity: Severity
    kind: str
    field: str
    path: Path_
    said: str
    remedy: str = ""
    source_line: int | None = None


def remark(report: ImpactReport) -> Iterator[Remark]:
    """Missing and small n, shares that no whole number of answers gives, means outside their scale."""
    for path, measure in measures(report):
        yield from _missing(path, measure)
        yield from _few(path, measure)
    for place in places(report):
        yield from _impossible(place)
        if isinstance(place.figure, Mean):
            yield from _outside(place, place.figure)
    if report.year is None:
        said = "the report says no year: nobody can see how old its figures are"
        remedy = "add `year: 2024`, if the source tells it"
        yield Remark("info", "undated", "year", ("source",), said, remedy)


def _missing(path: Path_, measure: Measure) -> Iterator[Remark]:
    inside = list(rows(path, measure))
    lacking = [place for place in inside if not _has_n(place, measure)]
    said, right = "does not say how many answered", "add `n: 134`, if the source tells it"
    if lacking and len(lacking) == len(inside):
        name = str(path[-1])
        yield Remark("warning", "missing-n", name, path, said, right, measure.line)
    elif lacking:
        for place in lacking:
            line = place.figure.line
            yield Remark("warning", "missing-n", place.id, place.path, said, right, line)


def _has_n(place: Place, measure: Measure) -> bool:
    return all(_n(place, measure, wave) for wave in _waves(place)) and bool(_waves(place))


def _waves(place: Place) -> tuple[Wave | None, ...]:
    if isinstance(place.figure, BeforeAfter):
        return ("before", "after")
    return ("middle", "final") if isinstance(place.figure, FollowUp) else (None,)


def _n(place: Place, measure: Measure, wave: Wave | None) -> int | None:
    """How many answered: told for the row, for the wave, or for the whole measure."""
    own = getattr(place.figure, "n", None)
    return own or (measure.n_by_wave.get(wave) if wave else None) or measure.n


def _few(path: Path_, measure: Measure) -> Iterator[Remark]:
    told = [n for n in (measure.n, *measure.n_by_wave.values()) if n is not None and n < FEW]
    if told:
        yield _small(str(path[-1]), path, min(told), measure.line)
    for place in rows(path, measure):
        own = getattr(place.figure, "n", None)
        if own is not None and own < FEW:
            yield _small(place.id, place.path, own, place.figure.line)


def _small(name: str, path: Path_, n: int, line: int | None) -> Remark:
    said = f"rests on {n} answers: each is {_tenth(Fraction(100, n))} % of them"
    return Remark("info", "few", name, path, said, source_line=line)


def _impossible(place: Place) -> Iterator[Remark]:
    if place.measure is None:
        return
    for field, percent, wave in _percents(place):
        n = _n(place, place.measure, wave)
        if n is None or possible_answers(abs(percent), n):
            continue
        own = getattr(place.figure, "n", None) is not None
        severity: Severity = "warning" if own else "info"
        remedy = "mend the figure or its n" if own else "the n of a table may be another for this question"
        path = (*place.path, field)
        name = place.id if wave is None else f"{place.id}.{field}"
        said = _beside(place.figure, percent, n)
        yield Remark(severity, "impossible", name, path, said, remedy, place.figure.line)


def _percents(place: Place) -> Iterator[tuple[str, Decimal, Wave | None]]:
    row = place.figure
    if isinstance(row, AnswerShare):
        yield "percent", Decimal(row.percent), None
    elif isinstance(row, Score):
        yield "score", Decimal(row.score), None
    elif isinstance(row, BeforeAfter) and row.unit == "percent":
        yield "before", Decimal(row.before), "before"
        yield "after", Decimal(row.after), "after"


def _beside(figure: Figure, percent: Decimal, n: int) -> str:
    """`68 % of 18 is no whole number of answers (12 make 66.7 %, 13 make 72.2 %)`, and so for a score."""
    below = int(Fraction(abs(percent)) * n / 100)
    unit = "" if isinstance(figure, Score) else " %"
    near = ", ".join(
        f"{answers} make {_tenth(Fraction(100 * answers, n))}{unit}" for answers in (below, min(n, below + 1))
    )
    told = (
        f"the score {written(percent, signed=True)}" if isinstance(figure, Score) else f"{written(percent)} %"
    )
    return f"{told} of {written(n)} is no whole number of answers ({near})"


def _tenth(number: Fraction) -> str:
    return written(rounded(number, 1))


def _outside(place: Place, row: Mean) -> Iterator[Remark]:
    if not row.low <= Decimal(row.mean) <= row.high:
        said = f"{written(Decimal(row.mean))} is outside its scale, {row.low} to {row.high}"
        yield Remark("error", "scale", place.id, place.path, said, "mend one of them", row.line)
