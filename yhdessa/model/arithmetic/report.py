"""Checks that an impact report adds up, before it is published.

Every total is compared with its parts, every printed change with before and after, every share with the
count behind it, every roll-up with the weighted mean of its parts; what rests on answers, with how many
answered. Which relations there are is declared in the facts; guides/impact-sums.md tells how the example's
were found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yhdessa.model.arithmetic.answers import Remark, remark
from yhdessa.model.arithmetic.reckoning import Reckoning, Severity
from yhdessa.model.arithmetic.rollups import reckon_rollups
from yhdessa.model.arithmetic.sums import reckon_breakdowns, reckon_changes, reckon_sums
from yhdessa.model.document import Document, Path_
from yhdessa.model.impact.references import check_impact_references
from yhdessa.model.impact.report import ImpactReport
from yhdessa.model.problem import Problem

MEND = "mend a figure, or add `discrepancy: {printed: …, computed: …, reason: …}`"


@dataclass(frozen=True)
class Finding:
    """A problem, what kind it is, and the line of the published text.

    `kind` is sum, change, share, rollup, answers, needless, missing-n, few, impossible, scale, undated or
    reference.
    """

    kind: str
    problem: Problem
    source_line: int | None = None

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.problem.severity

    def __str__(self) -> str:
        return f"{self.severity}: {self.problem}"


@dataclass(frozen=True)
class Footnote:
    """A known discrepancy, as it is published: what was printed, and what its parts make.

    `path` is that of the relation: of a sum, a row, a share or a breakdown. `id` is the figure's.
    """

    id: str
    path: Path_
    kind: str
    printed: Decimal
    computed: Decimal


def check_report(report: ImpactReport, document: Document) -> list[Finding]:
    """Everything to say of `report`, which came of `document`, in the order of its lines.

    Relations are reckoned only once every id that they name is known.
    """
    problems = check_impact_references(report, document)
    if problems:
        return [Finding("reference", problem) for problem in sorted(problems)]
    findings = [
        *(_relation(reckoning, document) for reckoning in _open(report)),
        *(_needless(reckoning, document) for reckoning in _settled(report)),
        *(_remark(said, document) for said in remark(report)),
    ]
    return sorted(findings, key=lambda finding: finding.problem)


def footnotes(report: ImpactReport) -> list[Footnote]:
    """Every discrepancy that is known and published. The ids of `report` must be sound."""
    return [
        Footnote(found.id, found.path, found.kind, found.printed, found.computed)
        for found in reckon(report)
        if found.severity and found.answered
    ]


def reckon(report: ImpactReport) -> Iterator[Reckoning]:
    """Every relation of the report, holding or not."""
    yield from reckon_sums(report)
    yield from reckon_changes(report)
    yield from reckon_breakdowns(report)
    yield from reckon_rollups(report)


def _open(report: ImpactReport) -> Iterator[Reckoning]:
    """The relations that fail, and that nobody has answered for."""
    return (found for found in reckon(report) if found.severity and not found.answered)


def _settled(report: ImpactReport) -> Iterator[Reckoning]:
    """A relation with a discrepancy, though everything holds there: it would hide the next mistake."""
    relations = list(reckon(report))
    failing = {found.path for found in relations if found.severity}
    once = {found.path: found for found in relations if found.discrepancy and found.path not in failing}
    yield from once.values()


def _relation(found: Reckoning, document: Document) -> Finding:
    severity = found.severity or "info"
    problem = Problem(document.file, document.line(found.path), found.id, found.said, MEND, severity)
    return Finding(found.kind, problem, found.source_line)


def _needless(found: Reckoning, document: Document) -> Finding:
    message, remedy = "has a discrepancy, but its figures agree", "take `discrepancy` away"
    line = document.line((*found.path, "discrepancy"))
    problem = Problem(document.file, line, found.id, message, remedy, "warning")
    return Finding("needless", problem, found.source_line)


def _remark(said: Remark, document: Document) -> Finding:
    line = document.line(said.path)
    problem = Problem(document.file, line, said.field, said.said, said.remedy, said.severity)
    return Finding(said.kind, problem, said.source_line)
