"""Folders of words: each id of the facts has a file in each language, with an address of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from yhdessa.model.content import Content, Words
from yhdessa.model.goal import LocalGoalWords
from yhdessa.model.problem import Problem
from yhdessa.model.programme import ProgrammeWords

#: Each such folder, and what one of its files is about.
ABOUT = {"goals": "goal", "programmes": "programme"}


def check_word_folders(content: Content, words: Words) -> Iterator[Problem]:
    """Files of words that are missing, have no facts or lack their text, and those that share an address."""
    for folder, noun in ABOUT.items():
        yield from _files(words.language, folder, noun, getattr(content, folder), getattr(words, folder))
        yield from _slugs(content, words.language, folder, noun, getattr(words, folder))
        yield from _texts(content, words.language, folder, getattr(words, folder))


def _files(
    language: str, folder: str, noun: str, facts: Iterable[str], told: Iterable[str]
) -> Iterator[Problem]:
    for name in sorted(set(facts) - set(told)):
        remedy = f"content/facts/{folder}/{name}.yml has its facts"
        yield Problem(
            f"content/{language}/{folder}/{name}.md", 0, "", "is missing: there is no such file", remedy
        )
    for name in sorted(set(told) - set(facts)):
        remedy = f"make content/facts/{folder}/{name}.yml, or take this file away"
        message = f"is about a {noun} that has no facts"
        yield Problem(f"content/{language}/{folder}/{name}.md", 0, "", message, remedy)


def _slugs(
    content: Content,
    language: str,
    folder: str,
    noun: str,
    told: Mapping[str, LocalGoalWords | ProgrammeWords],
) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for name, words in told.items():
        if words.slug in taken:
            document = content.document(language, folder, f"{name}.md")
            message = f"`{words.slug}` is the address of the {noun} `{taken[words.slug]}` too"
            yield Problem(document.file, document.line(("slug",)), "slug", message)
        taken.setdefault(words.slug, name)


def _texts(content: Content, language: str, folder: str, told: Iterable[str]) -> Iterator[Problem]:
    """Files without the text that the first language has below its fields."""
    for name in told:
        document = content.document(language, folder, f"{name}.md")
        source = content.document(content.languages[0], folder, f"{name}.md")
        if source.body.strip() and not document.body.strip():
            message, remedy = "missing translation of the text", f"{source.file}:{source.body_line} has it"
            yield Problem(document.file, document.body_line, "", message, remedy)
