"""Translations: whatever one language says, the others say too, and with the same figures.

Works on documents, not on models, so that it needs no list of fields: a key, a list item or a file that one
language has and another lacks is a problem that names the place where it stands. Items with an `id` are
compared by it, others by their place in the list; misspelt fields by the name that was meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from yhdessa.model.document import Document, Path_, dotted
from yhdessa.model.fields import REPORT_FIGURE
from yhdessa.model.outline import Outline, outline_of
from yhdessa.model.problem import Problem

Versions = dict[str, Document]


def check_translations(
    documents: dict[str, Document], languages: list[str], waiting: Mapping[str, frozenset[str]]
) -> list[Problem]:
    """Every text that one of `languages` lacks and another has, but for those that wait (`strategy.quote`).

    Files that cannot be read are left out.
    """
    problems: list[Problem] = []
    for name, versions in _by_name(documents, languages):
        problems += _missing_files(name, versions, languages)
        outlines = {language: outline_of(document) for language, document in versions.items()}
        for language in outlines:
            missing = _missing_texts(language, outlines, versions)
            problems += (problem for problem in missing if not _waits(name, problem, waiting[language]))
    return problems


def check_figures_agree(documents: dict[str, Document], languages: list[str]) -> list[Problem]:
    """Every text whose figures differ from those of the first language that has it."""
    return [
        problem
        for _, versions in _by_name(documents, languages)
        for problem in _other_figures({lang: outline_of(doc) for lang, doc in versions.items()}, versions)
    ]


def _by_name(documents: dict[str, Document], languages: list[str]) -> Iterator[tuple[str, Versions]]:
    words = [
        file
        for file in documents
        if file.startswith("content/") and _language(file) in languages and not file.endswith("/pending.yml")
    ]
    for name in sorted({_within(file) for file in words}):
        versions = {language: documents.get(f"content/{language}/{name}") for language in languages}
        yield name, {language: document for language, document in versions.items() if document is not None}


def _waits(name: str, problem: Problem, waiting: frozenset[str]) -> bool:
    return f"{name.removesuffix('.yml')}.{problem.field}" in waiting


def _language(file: str) -> str:
    return file.split("/")[1]


def _within(file: str) -> str:
    return file.split("/", 2)[2]


def _missing_files(name: str, versions: Versions, languages: list[str]) -> Iterator[Problem]:
    there = next(iter(versions.values())).file
    for language in languages:
        # Single files that no language may lack are named by the loader; folders are open-ended.
        if language not in versions and "/" in name:
            yield Problem(f"content/{language}/{name}", 0, "", "missing translation", f"{there}:1 has it")


def _missing_texts(language: str, outlines: dict[str, Outline], versions: Versions) -> Iterator[Problem]:
    own, document = outlines[language], versions[language]
    if document.unreadable:
        return
    told: list[Path_] = []
    for other, outline in outlines.items():
        for path, (there, _) in outline.items():
            if path in own or not _could_hold(own, path[:-1]) or any(path[: len(one)] == one for one in told):
                continue
            told.append(path)
            remedy = f"{versions[other].file}:{versions[other].line(there)} has it"
            yield Problem(
                document.file, _line_around(document, own, path), dotted(path), "missing translation", remedy
            )


def _could_hold(own: Outline, path: Path_) -> bool:
    """Whether what stands at `path`, if anything, has parts: a text in a list's place is another problem."""
    return path not in own or isinstance(own[path][1], dict | list | None)


def _other_figures(outlines: dict[str, Outline], versions: Versions) -> Iterator[Problem]:
    first: dict[Path_, tuple[str, set[str]]] = {}
    for language, outline in outlines.items():
        for path, (real, value) in outline.items():
            names = _figures(value)
            other, expected = first.setdefault(path, (language, names))
            if names != expected:
                document, there = versions[language], versions[other]
                said = ", ".join(sorted(f"{{{name}}}" for name in expected)) or "no figure"
                remedy = f"{there.file}:{there.line(outlines[other][path][0])} has {said}"
                message = "has other figures than its translations"
                yield Problem(document.file, document.line(real), dotted(path), message, remedy)


def _figures(value: Any) -> set[str]:
    if not isinstance(value, str) or "{" not in value:
        return set()
    return {match[0][1:-1].partition(":")[0] for match in REPORT_FIGURE.finditer(value)}


def _line_around(document: Document, own: dict[Path_, Any], path: Path_) -> int:
    """The line of the nearest text around a missing one."""
    for length in range(len(path) - 1, 0, -1):
        if path[:length] in own:
            return document.line(own[path[:length]][0])
    return 1
