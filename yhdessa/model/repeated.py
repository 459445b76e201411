"""What stands twice in a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yhdessa.model.document import Document
from yhdessa.model.problem import Problem


def check_repeated(document: Document, name: str, listed: Sequence[str]) -> Iterator[Problem]:
    """Every item of the list `name` that stands there before."""
    for index, each in enumerate(listed):
        if each in listed[:index]:
            line = document.line((name, index))
            yield Problem(document.file, line, f"{name}.{index}", "stands twice", "keep one of the two")
