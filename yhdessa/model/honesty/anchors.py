"""Anchors: a link to a place on a page (`mission.md#values`) leads to a place that is there.

MkDocs checks links between pages of docs/, and the build dead links in the texts of goals. Left for here are
links to places on pages that content makes, whose places are those of their templates, and links from goals.
"""

from __future__ import annotations

import importlib
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from yhdessa.model.content import Content
from yhdessa.model.document import Document
from yhdessa.model.explain import nearest
from yhdessa.model.honesty.written import line_at, markdown_of
from yhdessa.model.problem import Problem

#: The places that the templates in overrides/pages give each page of content; a test holds them together.
PLACES = {
    "index": ("figures", "goals", "news", "together"),
    "mission": ("mission", "values", "vision"),
    "strategy": ("focus-areas", "milestones", "strategy-goals"),
    "goals/index": (),
    "partners": ("options", "partners", "sign-up", "sign-up-title", "tiers"),
    "donate": ("use", "ways", "ways-title"),
    "payroll": ("begin", "choices", "table", "tool"),
    "payroll_tool": ("columns", "own", "run", "without"),
    "accessibility": ("authority", "conformance", "feedback", "methods", "shortcomings"),
    "privacy": ("authority", "controller", "cookies", "processors", "purposes", "rights"),
    "contact": (),
    "help": (),
    "news/index": (),
    "act": ("company", "person", "workplace"),
    "volunteering": ("asks", "contact", "gets", "questions", "steps", "tasks"),
}
GOAL_PLACES = (
    "actions",
    "activities",
    "background",
    "belief",
    "give",
    "give-title",
    "global-goals",
    "partners",
    "problem",
    "programmes",
    "sources",
    "wishes",
)
PROGRAMME_PLACES = ("about", "goals", "others", "steps", "support")
#: The target of a link in a line, or of a reference.
TARGET = re.compile(r"\]\(\s*<?([^\s)>]*#[^\s)>]*)|^ {0,3}\[[^\]]+\]:\s*<?([^\s>]*#[^\s>]*)", re.MULTILINE)
#: mkdocs.yml's, and those that MkDocs adds.
EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "smarty")


def check_anchors(content: Content) -> Iterator[Problem]:
    """Links to places that the page does not have, as far as nobody else finds them."""
    for document in content.documents.values():
        if "#" not in document.body:
            continue
        text = markdown_of(document)
        for match in TARGET.finditer(text):
            target = match[1] or match[2]
            known = _places(content, document, target)
            place = unquote(urlsplit(target).fragment)
            if known is not None and place and place not in known:
                line = line_at(document, match.start(1 if match[1] else 2))
                message = f"has a link to a place that its page does not have: {target}"
                yield Problem(document.file, line, "", message, nearest(place, known))


def anchors_of(markdown: str) -> list[str]:
    """The ids in the page that MkDocs makes of `markdown`, in order."""
    # Imported here: hardly any goal links to a place, and each import is waited for.
    page = importlib.import_module("markdown").markdown(markdown, extensions=list(EXTENSIONS))
    return re.findall(r"""<[a-z][^>]*?\s(?:id|name)\s*=\s*["']([^"']+)["']""", page)


def _places(content: Content, document: Document, target: str) -> list[str] | None:
    """The places of the page that `target` leads to; None when others check it, or there is no such page."""
    folder, language, file = document.file.split("/", 2)
    parts = urlsplit(target)
    own = file.removesuffix(".md")
    if parts.scheme or parts.netloc or not (parts.path.endswith(".md") or not parts.path):
        return None
    page = posixpath.normpath(posixpath.join(posixpath.dirname(own), unquote(parts.path)))
    page = page.removesuffix(".md") if parts.path else own
    words = content.words[language]
    if page in words.prose:
        return None if folder == "docs" else anchors_of(_prose(content, language, page))
    if page.startswith("goals/") and page.removeprefix("goals/") in words.goals:
        return list(GOAL_PLACES)
    if page.startswith("programmes/") and page.removeprefix("programmes/") in words.programmes:
        return list(PROGRAMME_PLACES)
    if page == "programmes/index" and content.services is not None:
        return [f"service-{name}" for name in content.services.order]
    return list(PLACES[page]) if page in PLACES else None


def _prose(content: Content, language: str, page: str) -> str:
    """The Markdown of a page of docs/; where it is not translated, the first language's."""
    there = content.documents.get(f"docs/{language}/{page}.md")
    return (there or content.documents[f"docs/{content.languages[0]}/{page}.md"]).body
