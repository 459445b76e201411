"""Sums, printed changes and shares of a whole: each relation of the report, reckoned."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from yhdessa.model.arithmetic.reckoning import (
    Reckoning,
    decimals,
    remainder_choices,
    rounded,
    severity_of,
    written,
)
from yhdessa.model.document import Path_
from yhdessa.model.impact.figures import BeforeAfter, Count, PartShare
from yhdessa.model.impact.index import Place, breakdowns, index, places
from yhdessa.model.impact.report import Breakdown, ImpactReport


def reckon_sums(report: ImpactReport) -> Iterator[Reckoning]:
    """Every total beside what its parts make. The ids must be known (`impact_references`)."""
    counts = _counts(report)
    for position, relation in enumerate(report.sums):
        total = counts[relation.total]
        values = [counts[part].value for part in relation.parts]
        parts = " + ".join(written(value) for value in values)
        printed, computed = Decimal(total.value), Decimal(sum(values))
        yield Reckoning(
            id=relation.total,
            path=("sums", position),
            kind="sum",
            printed=printed,
            computed=computed,
            severity=severity_of(printed, computed),
            said=f"printed {written(printed)}, the parts make {written(computed)} ({parts})",
            discrepancy=relation.discrepancy,
            source_line=total.line,
        )


def reckon_changes(report: ImpactReport) -> Iterator[Reckoning]:
    """Every printed change beside what before and after make."""
    for place in places(report):
        if isinstance(place.figure, BeforeAfter) and place.figure.change is not None:
            yield _change(place, place.figure, Decimal(place.figure.change))


def _change(place: Place, row: BeforeAfter, size: Decimal) -> Reckoning:
    printed = size if row.direction == "up" else -size
    before, after = Decimal(row.before), Decimal(row.after)
    made = f"{written(after - before, signed=True)} ({written(before)} → {written(after)})"
    return Reckoning(
        id=place.id,
        path=place.path,
        kind="change",
        printed=printed,
        computed=after - before,
        severity=severity_of(printed, after - before),
        said=f"printed a change of {written(printed, signed=True)}, before and after make {made}",
        discrepancy=row.discrepancy,
        source_line=row.line,
    )


def reckon_breakdowns(report: ImpactReport) -> Iterator[Reckoning]:
    """The shares of every breakdown: each beside the count behind it, and together beside 100."""
    counts = _counts(report)
    for path, breakdown in breakdowns(report):
        if breakdown.whole:
            yield _hundred(path, breakdown)
        yield from _shares(path, breakdown, counts)


def _hundred(path: Path_, breakdown: Breakdown) -> Reckoning:
    percents = [Decimal(share.percent) for share in breakdown.shares.values()]
    hundred, made = Decimal(100), sum(percents, Decimal(0))
    parts = " + ".join(written(percent) for percent in percents)
    return Reckoning(
        id=str(path[-1]),
        path=path,
        kind="share",
        printed=hundred,
        computed=made,
        severity=severity_of(hundred, made),
        said=f"the shares make {written(made)} %, not 100 ({parts})",
        discrepancy=breakdown.discrepancy,
        source_line=breakdown.line,
    )


def _shares(path: Path_, breakdown: Breakdown, counts: dict[str, Count]) -> Iterator[Reckoning]:
    behind = {name: counts[share.count].value for name, share in breakdown.shares.items() if share.count}
    told = breakdown.whole and len(behind) == len(breakdown.shares)
    whole = sum(behind.values()) if told else counts[breakdown.of].value if breakdown.of else 0
    if not whole:
        return
    places_used = max(decimals(Decimal(share.percent)) for share in breakdown.shares.values())
    choices = remainder_choices(list(behind.values()), 100 * 10**places_used) if told else []
    allowed = dict(zip(behind, choices, strict=True)) if told else {}
    for name, count in behind.items():
        fitting = {Decimal(choice).scaleb(-places_used) for choice in allowed.get(name, set())}
        yield _share(
            name, (*path, "shares", name), breakdown.shares[name], Fraction(100 * count, whole), fitting
        )


def _share(name: str, path: Path_, share: PartShare, exact: Fraction, fitting: set[Decimal]) -> Reckoning:
    """Rounded alone or by the largest remainder of its breakdown: a share may be printed either way."""
    printed = Decimal(share.percent)
    alone = rounded(exact, decimals(printed))
    computed = (
        printed if printed in fitting else min(fitting, key=lambda one: abs(one - printed), default=alone)
    )
    return Reckoning(
        id=name,
        path=path,
        kind="share",
        printed=printed,
        computed=printed if printed == alone else computed,
        severity=None if printed == alone else severity_of(printed, computed),
        said=f"printed {written(printed)} %, the count behind it makes {written(computed)} %",
        discrepancy=share.discrepancy,
        source_line=share.line,
    )


def _counts(report: ImpactReport) -> dict[str, Count]:
    return {name: place.figure for name, place in index(report).items() if isinstance(place.figure, Count)}
