"""Markup that no page may carry: what asks others for something, runs, or is a second main heading.

The site promises that nothing is requested from anyone before a visitor goes to pay, and needs no scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yhdessa.model.content import Content
from yhdessa.model.honesty.written import line_at, markdown_of
from yhdessa.model.problem import Problem

#: What is looked for -> what is said of it, and what to do instead.
FORBIDDEN = (
    (
        re.compile(r"<(script|iframe|object|embed|style|link|form)\b", re.IGNORECASE),
        "has markup that a page may not carry: <{}>",
        "take it out, and link to what it shows",
    ),
    (
        re.compile(r"!\[[^\]]*\]\(\s*<?((?:https?:)?//[^\s)>]*)", re.IGNORECASE),
        "shows a picture from elsewhere: {}",
        "save the picture in docs/assets/ and show it from there",
    ),
    (
        re.compile(r"""\bsrc\s*=\s*["']?((?:https?:)?//[^\s"'>]*)""", re.IGNORECASE),
        "fetches something from elsewhere: {}",
        "save it in docs/assets/ and show it from there",
    ),
    (
        re.compile(
            r"""(?:\]\(\s*<?|href\s*=\s*["']?)((?:javascript|data|vbscript):[^\s)"'>]*)""", re.IGNORECASE
        ),
        "has a link that is no address: {}",
        "link to a page, or to an address that begins with https://",
    ),
    (
        re.compile(r"^(# .*)$", re.MULTILINE),
        "has a main heading of its own: {}",
        "begin with ##: the title of the page is its main heading",
    ),
)


def check_markup(content: Content) -> Iterator[Problem]:
    """Every piece of such markup in the Markdown of goals and of docs/."""
    for document in content.documents.values():
        if not document.body:
            continue
        text = markdown_of(document)
        for pattern, message, remedy in FORBIDDEN:
            for match in pattern.finditer(text):
                line = line_at(document, match.start())
                yield Problem(document.file, line, "", message.format(match[1][:60]), remedy)
