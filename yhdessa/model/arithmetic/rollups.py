"""Roll-ups: a score or share of several groups is the mean of theirs, weighted by how many answered.

The parts were rounded before they were printed, which moves their mean by half a unit at most, and the
roll-up was rounded once more: it fails only when both together cannot explain the difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from yhdessa.model.arithmetic.reckoning import (
    Reckoning,
    decimals,
    rounded,
    severity_of,
    weighted_mean,
    written,
)
from yhdessa.model.impact.figures import AnswerShare, Score
from yhdessa.model.impact.index import Place, index
from yhdessa.model.impact.report import ImpactReport


def reckon_rollups(report: ImpactReport) -> Iterator[Reckoning]:
    """Every roll-up beside the weighted mean of its parts, and its n beside the sum of theirs.

    The ids must be known and go round in no circle (`impact_references`). A roll-up is left out when some
    part has no n: that part is told of as lacking one.
    """
    figures = index(report)
    for place in figures.values():
        row = place.figure
        if isinstance(row, AnswerShare | Score) and row.parts:
            parts = [figures[part] for part in row.parts]
            answered = [answers(part, figures) for part in parts]
            known = [(value(part), n) for part, n in zip(parts, answered, strict=True) if n is not None]
            if len(known) == len(parts):
                yield _mean(place, row, known)
                if row.n is not None:
                    yield _people(place, row, row.n, [n for _, n in known])


def value(place: Place) -> Decimal:
    """The number of a share or score."""
    row = place.figure
    return Decimal(row.score) if isinstance(row, Score) else Decimal(getattr(row, "percent", 0))


def answers(place: Place, figures: dict[str, Place]) -> int | None:
    """How many answered: as told for the row, or for its measure, or what the n of its parts make."""
    row = place.figure
    if not isinstance(row, AnswerShare | Score):
        return None
    told = row.n or (place.measure.n if place.measure else None)
    if told or not row.parts:
        return told
    inner = [answers(figures[part], figures) for part in row.parts]
    return sum(n for n in inner if n) if all(inner) else None


def _mean(place: Place, row: AnswerShare | Score, parts: list[tuple[Decimal, int]]) -> Reckoning:
    printed, mean = value(place), weighted_mean(parts)
    coarsest = min(decimals(part) for part, _ in parts)
    tolerance = (Fraction(1, 10**coarsest) + Fraction(1, 10 ** decimals(printed))) / 2
    holds = abs(Fraction(printed) - mean) <= tolerance
    computed = rounded(mean, decimals(printed))
    signed, unit = isinstance(row, Score), "" if isinstance(row, Score) else " %"
    told = ", ".join(f"{written(part, signed=signed)}{unit} of {written(n)}" for part, n in parts)
    made = f"the parts make {written(computed, signed=signed)}{unit} ({told})"
    return Reckoning(
        id=place.id,
        path=place.path,
        kind="rollup",
        printed=printed,
        computed=printed if holds else computed,
        severity=None if holds else "warning",
        said=f"printed {written(printed, signed=signed)}{unit}, {made}",
        discrepancy=row.discrepancy,
        source_line=row.line,
    )


def _people(place: Place, row: AnswerShare | Score, n: int, parts: list[int]) -> Reckoning:
    printed, computed = Decimal(n), Decimal(sum(parts))
    told = " + ".join(written(part) for part in parts)
    return Reckoning(
        id=place.id,
        path=place.path,
        kind="answers",
        printed=printed,
        computed=computed,
        severity=severity_of(printed, computed),
        said=f"printed n = {written(printed)}, the parts make {written(computed)} ({told})",
        discrepancy=row.discrepancy,
        source_line=row.line,
    )
