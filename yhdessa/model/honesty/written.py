"""What is written: every text of every file with the place it stands at, and Markdown without its code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from yhdessa.model.document import Document, Path_, dotted

#: What Markdown shows as it stands, or not at all: fenced blocks, code in a line, comments.
VERBATIM = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[`~]*[ \t]*$"
    r"|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
    r"|<!--.*?-->",
    re.DOTALL | re.MULTILINE,
)


class Text(NamedTuple):
    """The text of a field, or a whole Markdown, which has no path."""

    document: Document
    path: Path_
    text: str

    @property
    def field(self) -> str:
        """The field as an editor reads it; empty for Markdown."""
        return dotted(self.path)

    def line(self, position: int = 0) -> int:
        """The line of the field, or of the character at `position` of a Markdown."""
        return self.document.line(self.path) if self.path else line_at(self.document, position)

    def is_example(self) -> bool:
        """Whether something around the text says `example: true`."""
        value: Any = self.document.data
        for part in self.path:
            if isinstance(value, dict) and value.get("example") is True:
                return True
            value = value[part]
        return False


def texts_of(documents: Iterable[Document]) -> list[Text]:
    """Every text of the documents: the values of their fields, and their Markdown."""
    return [
        Text(document, path, text)
        for document in documents
        for path, text in (*_values(document.data, ()), ((), document.body))
    ]


def _values(value: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    inside: Iterable[tuple[str | int, Any]] = value.items() if isinstance(value, dict) else enumerate(value)
    for key, child in inside:
        if isinstance(child, str):
            yield (*path, key), child
        elif isinstance(child, dict | list):
            yield from _values(child, (*path, key))


def markdown_of(document: Document) -> str:
    """The Markdown of a document with blanks for its code and comments: every place stays where it is."""
    if "`" not in document.body and "~~~" not in document.body and "<!--" not in document.body:
        return document.body
    return VERBATIM.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), document.body)


def line_at(document: Document, position: int) -> int:
    """The line of the character at `position` of a document's Markdown."""
    return document.body_line + document.body.count("\n", 0, position)
