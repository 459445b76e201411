"""Pending translations: what may wait, and is published in the first language in the meantime.

Only what a language may lack can wait: optional texts, and the Markdown pages of docs/. The page says so in
the reader's language, and search engines are not told that it is a translation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, Field

from yhdessa.l10n.foreign import ForeignText
from yhdessa.model.document import Document, dotted
from yhdessa.model.explain import nearest
from yhdessa.model.fields import Line, Record
from yhdessa.model.problem import Problem
from yhdessa.model.prose import ProseWords


class PendingWords(Record):
    """content/<language>/pending.yml"""

    texts: list[Line] = Field(
        default_factory=list,
        description="Optional texts that wait: the file and the fields, with dots.",
        examples=[["strategy.quote"]],
    )
    pages: list[Line] = Field(
        default_factory=list,
        description="Pages of docs/ that wait, by their path without .md.",
        examples=[["news/2026-11-five-local-goals"]],
    )


@dataclass(frozen=True)
class SourceWords:
    """The first language: its tag, its words by file, and its pages."""

    tag: str
    words: dict[str, Any]
    prose: dict[str, ProseWords]


def waiting_texts(documents: dict[str, Document], language: str) -> frozenset[str]:
    """The texts that pending.yml names, as far as it can be read; for the check of translations."""
    document = documents.get(f"content/{language}/pending.yml")
    texts = document.data.get("texts") if document else None
    return (
        frozenset(text for text in texts if isinstance(text, str)) if isinstance(texts, list) else frozenset()
    )


def check_pending(
    document: Document, pending: PendingWords, source: SourceWords, words: dict[str, Any]
) -> Iterator[Problem]:
    """Every name in pending.yml that leads nowhere or is translated; and, as warnings, what waits."""
    for index, name in enumerate(pending.texts):
        place = ("texts", index)
        if _value(source.words, name) is None:
            yield _problem(document, place, f"`{name}` is no text of the first language")
        elif _value(words, name) is not None:
            yield _problem(document, place, f"`{name}` is translated", "take it out of this list")
        else:
            yield _problem(document, place, f"`{name}` is published in another language", severity="warning")
    for index, name in enumerate(pending.pages):
        place = ("pages", index)
        if name not in source.prose:
            yield _problem(
                document, place, f"`{name}` is no page of docs/", nearest(name, sorted(source.prose))
            )
        elif name in words["prose"]:
            yield _problem(document, place, f"`{name}` is translated", "take it out of this list")
        else:
            yield _problem(document, place, f"`{name}` is published in another language", severity="warning")


def with_source_texts(words: dict[str, Any], pending: PendingWords, source: SourceWords) -> dict[str, Any]:
    """The words of a language, with the first language's texts where its own are pending."""
    note = words["interface"].untranslated
    filled = dict(words)
    for name in pending.texts:
        file, *path = name.split(".")
        filled[file] = _with(filled[file], path, source.words[file], source.tag, note)
    waiting = {name: _foreign(source.prose[name], source.tag, "") for name in pending.pages}
    return {**filled, "prose": {**words["prose"], **waiting}, "pending_pages": frozenset(waiting)}


def _value(words: dict[str, Any], name: str) -> Any:
    file, *path = name.split(".")
    value = words.get(file)
    for part in path:
        value = getattr(value, part, None)
    return value if path else None


def _with(record: BaseModel, path: list[str], source: BaseModel, tag: str, note: str) -> BaseModel:
    name, *rest = path
    there = getattr(source, name)
    value = _with(getattr(record, name), rest, there, tag, note) if rest else _foreign(there, tag, note)
    return record.model_copy(update={name: value})


def _foreign(value: Any, tag: str, note: str) -> Any:
    """`value` with every text in it marked as foreign; an address stays as it is."""
    if isinstance(value, str):
        return ForeignText(value, tag, note)
    if isinstance(value, list):
        return [_foreign(item, tag, note) for item in value]
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name) for name in type(value).model_fields if name != "slug"}
        return value.model_copy(update={name: _foreign(item, tag, note) for name, item in fields.items()})
    return value


def _problem(
    document: Document, place: tuple[str, int], message: str, remedy: str = "", severity: Any = "error"
) -> Problem:
    return Problem(document.file, document.line(place), dotted(place), message, remedy, severity)
