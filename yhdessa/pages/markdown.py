"""Markdown of content: CommonMark by the C library, with links to pages by their names.

The pages of docs/ are MkDocs' own; this is for the texts under front matter in content/, as a goal's is.
Python-Markdown took a fifth of a vanilla build; cmark takes none that can be measured.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import cmarkgfm

from yhdessa.model.content import Content
from yhdessa.model.document import Document
from yhdessa.model.files import WORD_FOLDERS
from yhdessa.model.problem import Problem
from yhdessa.pages.addresses import Addresses

#: cmark writes links in one form only, and leaves raw HTML out.
LINK = re.compile(r'(<(?:a href|img src)=")([^"]*)"')


def render_markdown(
    document: Document, addresses: Addresses, language: str, name: str
) -> tuple[str, list[Problem]]:
    """The HTML of a document's Markdown, for the page `name`, and its links that lead nowhere."""
    problems: list[Problem] = []

    def address(match: re.Match[str]) -> str:
        target = html.unescape(match[2])
        resolved = resolve_link(target, addresses, language, name)
        if resolved is None:
            problems.append(_dead_link(document, target))
            return match[0]
        return f'{match[1]}{html.escape(resolved)}"'

    return LINK.sub(address, cmarkgfm.markdown_to_html(document.body)), problems


def resolve_link(target: str, addresses: Addresses, language: str, name: str) -> str | None:
    """Where a link `target`, written on the page `name`, leads; None when it leads nowhere."""
    parts = urlsplit(target)
    if parts.scheme in ("https", "http", "mailto", "tel"):
        return target
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return target if parts.fragment else None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
    page, ending = posixpath.splitext(path)
    if ending != ".md" or not addresses.has(language, page):
        return None
    return addresses.href(language, page) + (f"#{parts.fragment}" if parts.fragment else "")


def dead_links(content: Content) -> list[Problem]:
    """Every link in the texts of goals and programmes that leads nowhere, in every language."""
    addresses = Addresses(content, "/")
    return [
        problem
        for language, words in content.words.items()
        for folder in WORD_FOLDERS
        for name in getattr(words, folder)
        for problem in render_markdown(
            content.document(language, folder, f"{name}.md"), addresses, language, f"{folder}/{name}"
        )[1]
    ]


def _dead_link(document: Document, target: str) -> Problem:
    lines: Iterator[int] = (
        document.body_line + index
        for index, line in enumerate(document.body.splitlines())
        if f"({target}" in line
    )
    remedy = "link to a page of this language by its file, for example `[...](no-loneliness.md)`"
    return Problem(document.file, next(lines, document.body_line), "", f"has a dead link: {target}", remedy)
