"""Figures: nobody can judge one without knowing how old it is, and who has read it where."""

from __future__ import annotations

from collections.abc import Iterator

from yhdessa.model.content import Content
from yhdessa.model.problem import Problem


def check_figures(content: Content) -> Iterator[Problem]:
    """Statistics that no year can be told of, and sources with no day at all."""
    figures = content.document("facts", "statistics.yml")
    for name, statistic in content.statistics.items():
        if statistic.year is None and content.sources[statistic.source].year is None:
            message = "says no year, and its source neither: nobody can see how old it is"
            remedy = "add `year: 2024`, if the source tells it"
            yield Problem(figures.file, figures.line((name,)), name, message, remedy, "info")
    sources = content.document("facts", "sources.yml")
    for name, source in content.sources.items():
        if source.year is None and source.read is None:
            message = "has neither the year it was published nor the day it was read"
            remedy = "add `read: 2026-11-21`, or `year: 2024`"
            yield Problem(sources.file, sources.line((name,)), name, message, remedy, "warning")
