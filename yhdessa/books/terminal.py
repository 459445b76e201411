"""A report on a terminal: plain text in columns, 80 wide."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from yhdessa.books.names import Names
from yhdessa.books.report import Report, Section

WIDTH = 80
#: Between two columns, and how narrow the first may become before the lines grow longer than the terminal.
GAP = "  "
NARROWEST = 16

Cells = tuple[str, ...]


def report_text(report: Report, names: Names) -> str:
    """The report as lines of at most 80 letters, unless its sums are longer than that."""
    lines = [report.title, report.period]
    for section in report.sections:
        lines += ["", section.currency, *_section(report, section, names)]
    for note in report.notes:
        lines += ["", *textwrap.wrap(note, WIDTH)]
    return "\n".join(lines)


def _section(report: Report, section: Section, names: Names) -> Iterator[str]:
    head = (report.label, *(column.head for column in report.columns))
    rows = [(label, *report.cells(figures, section.currency, names)) for label, figures in section.rows]
    last = (names.words.total, *report.cells(section.total, section.currency, names))
    widths = [max(len(row[column]) for row in (head, *rows, last)) for column in range(1, len(head))]
    room = WIDTH - sum(widths) - len(GAP) * len(widths)
    labels = max(min(room, max(len(row[0]) for row in (head, *rows, last))), NARROWEST)
    rule = "-" * (labels + sum(widths) + len(GAP) * len(widths))
    yield from _line(head, labels, widths)
    yield rule
    for row in rows:
        yield from _line(row, labels, widths)
    yield rule
    yield from _line(last, labels, widths)


def _line(cells: Cells, labels: int, widths: list[int]) -> Iterator[str]:
    """The cells of a row; a long label goes on below them."""
    first, *more = textwrap.wrap(cells[0], labels) or [""]
    figures = (cell.rjust(width) for cell, width in zip(cells[1:], widths, strict=True))
    yield GAP.join([first.ljust(labels), *figures])
    yield from more
