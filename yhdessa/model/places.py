"""Places in texts: every `{name}` is a figure, or one of the places that its field declares."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from yhdessa.l10n.case import CASES
from yhdessa.model.content import Content, Words
from yhdessa.model.document import Document, Path_, dotted
from yhdessa.model.explain import nearest
from yhdessa.model.fields import FIGURE
from yhdessa.model.impact.words import ImpactWords
from yhdessa.model.problem import Problem

#: Texts whose figures are those of the impact report: impact/messages.py checks them.
ELSEWHERE = {(ImpactWords, "messages")}


def check_places(content: Content, words: Words) -> Iterator[Problem]:
    """Every `{name}` in a text is a figure, or one of the places that its field declares."""
    for document, record, root in _records(content, words):
        for path, text, declared in _texts(record, root):
            for match in FIGURE.finditer(text):
                known = declared or list(content.statistics)
                name, case = match[1], match[2]
                if name not in known:
                    yield Problem(
                        document.file,
                        document.line(path),
                        dotted(path),
                        f"unknown figure {{{name}}}",
                        nearest(name, known),
                    )
                elif case is not None and case not in CASES:
                    yield Problem(
                        document.file,
                        document.line(path),
                        dotted(path),
                        f"unknown case `{case}`",
                        nearest(case, list(CASES)),
                    )


def _records(content: Content, words: Words) -> Iterator[tuple[Document, Any, Path_]]:
    for name in ("organisation", "interface", "pages", "home", "mission", "strategy", "giving"):
        yield content.document(words.language, f"{name}.yml"), getattr(words, name), ()
    for name in (
        "monthly",
        "dedication",
        "impact",
        "ways",
        "payroll",
        "challenges",
        "employer",
        "partner",
        "statements",
        "contact",
        "services",
        "act",
        "volunteering",
        "collection",
        "notices",
        "ledger",
        "letters",
    ):
        if getattr(words, name) is not None:
            yield content.document(words.language, f"{name}.yml"), getattr(words, name), ()
    for name in ("statistics", "tiers", "helplines"):
        for key, record in (getattr(words, name) or {}).items():
            yield content.document(words.language, f"{name}.yml"), record, (key,)
    for key, goal in words.goals.items():
        if key in content.goals:
            yield content.document(words.language, "goals", f"{key}.md"), goal, ()
    for key, programme in words.programmes.items():
        yield content.document(words.language, "programmes", f"{key}.md"), programme, ()


def _texts(
    value: Any, path: Path_, declared: list[str] | None = None
) -> Iterator[tuple[Path_, str, list[str]]]:
    if isinstance(value, str):
        if "{" in value:
            yield path, value, declared or []
    elif isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            if (type(value), name) in ELSEWHERE:
                continue
            extra = info.json_schema_extra
            places = extra.get("placeholders") if isinstance(extra, dict) else None
            names = [str(place) for place in places] if isinstance(places, list) else None
            yield from _texts(getattr(value, name), (*path, name), names)
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _texts(child, (*path, key), declared)
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _texts(child, (*path, index), declared)
