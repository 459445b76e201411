"""Plurals in words: a text that counts has one form for each plural of its language."""

from __future__ import annotations

from collections.abc import Iterator

from yhdessa.l10n.plural import NotPlural, check_plural, plural_categories
from yhdessa.model.document import Document
from yhdessa.model.interface import InterfaceWords
from yhdessa.model.problem import Problem

#: The words of the interface that a count is set into.
COUNTING = ("gifts_counted", "search_found")


def check_plurals(document: Document, words: InterfaceWords, language: str) -> Iterator[Problem]:
    """Every counting text of the interface that has too few forms, or too many."""
    for name in COUNTING:
        try:
            check_plural(getattr(words, name), language)
        except NotPlural:
            categories = plural_categories(language)
            message = f"should have {len(categories)} forms, with a | between"
            remedy = f"for {', '.join(categories)}, in this order"
            yield Problem(document.file, document.line((name,)), name, message, remedy)
