"""Outlines: what a document says, by paths that are the same in every language.

Items of a list that have an `id` are known by it, others by their place; misspelt fields by the name that was
meant. Translations are compared, and confirmed, by these paths.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from yhdessa.model.document import Document, Path_

Outline = dict[Path_, tuple[Path_, Any]]


def outline_of(document: Document) -> Outline:
    """Each value of a document by its path, with ids in place of indexes; with its real path.

    Drawn once a document, after its misspelt fields are known.
    """
    if document.outline is None:
        document.outline = dict(_walk(document, document.data, (), ()))
    return document.outline


def _walk(
    document: Document, value: Any, path: Path_, real: Path_
) -> Iterator[tuple[Path_, tuple[Path_, Any]]]:
    items: Iterable[tuple[str | int, str | int, Any]] = ()
    if isinstance(value, dict):
        items = ((key, key, child) for key, child in value.items())
    elif isinstance(value, list):
        items = ((_name(child, index), index, child) for index, child in enumerate(value))
    for named, key, child in items:
        there, here = (*real, key), (*path, named)
        if there in document.misnamed:
            meant = document.misnamed[there]
            if meant is None:
                continue
            here = (*path, meant[-1])
        yield here, (there, child)
        yield from _walk(document, child, here, there)


def _name(item: Any, index: int) -> str | int:
    identifier = item.get("id") if isinstance(item, dict) else None
    return identifier if isinstance(identifier, str) else index
