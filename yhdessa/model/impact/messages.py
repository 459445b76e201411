"""Messages: the headline of each chart, with the report's own figures in it, and none typed by hand."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from yhdessa.l10n.case import CASES
from yhdessa.model.document import Document, dotted
from yhdessa.model.explain import nearest
from yhdessa.model.fields import REPORT_FIGURE
from yhdessa.model.impact.amounts import amounts
from yhdessa.model.impact.charted import charted
from yhdessa.model.impact.index import Place, index
from yhdessa.model.impact.report import ImpactReport
from yhdessa.model.impact.words import ImpactWords
from yhdessa.model.problem import Problem

Told = tuple[str, str]


def check_messages(document: Document, report: ImpactReport, words: ImpactWords) -> Iterator[Problem]:
    """Every message of no chart, and every figure in one that is unknown or has no such number."""
    known, figures = [chart.id for chart in charted(report)], index(report)
    for name, text in words.messages.items():
        path = ("messages", name)
        told = [] if name in known else [(f"is no chart of the report: `{name}`", _near(name, known))]
        for message, remedy in (*told, *_figures(text, figures)):
            yield Problem(document.file, document.line(path), dotted(path), message, remedy)


def _figures(text: str, figures: dict[str, Place]) -> Iterator[Told]:
    for match in REPORT_FIGURE.finditer(text):
        name, part, case = match[1], match[2] or "", match[3]
        if name not in figures:
            yield f"unknown figure {{{name}}}", _near(name, list(figures))
            continue
        numbers = list(amounts(figures[name].figure))
        if part not in numbers:
            yield f"unknown figure {match[0]}", _meant(name, numbers)
        elif case is not None and case not in CASES:
            yield f"unknown case `{case}`", nearest(case, list(CASES))


def _near(name: str, known: list[str]) -> str:
    """The id that was probably meant; there are too many to name them all."""
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else "it should be an id of content/facts/impact.yml"


def _meant(name: str, numbers: list[str]) -> str:
    written = [f"{{{name}.{number}}}" if number else f"{{{name}}}" for number in numbers]
    return f"write {' or '.join(written)}"


def check_section_slugs(document: Document, words: ImpactWords) -> Iterator[Problem]:
    """Every section that has the address of another."""
    first: dict[str, str] = {}
    for name, section in words.sections.items():
        if section.slug in first:
            path = ("sections", name, "slug")
            message = f"`{section.slug}` is the address of the section `{first[section.slug]}` too"
            yield Problem(document.file, document.line(path), dotted(path), message, "give it another")
        first.setdefault(section.slug, name)
