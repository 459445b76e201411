"""Images: what cannot be seen must be told. An image in a text has an alternative text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yhdessa.model.content import Content
from yhdessa.model.honesty.written import line_at, markdown_of
from yhdessa.model.problem import Problem

#: An image without a word between its brackets, in a line or by reference.
MARKDOWN = re.compile(r"(?<!\\)!\[\s*\](?:\(\s*<?(?P<file>[^\s)>]*)[^)]*\)|\[(?P<label>[^\]]*)\])")
RAW = re.compile(r"<img\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.IGNORECASE)
ALT = re.compile(r"""(?:^|[\s"'])alt(?=[\s=/]|$)""", re.IGNORECASE)
SRC = re.compile(r"""\bsrc\s*=\s*["']?([^\s"'>]*)""", re.IGNORECASE)


def check_images(content: Content) -> Iterator[Problem]:
    """Images without an alternative text; in a raw `<img>`, an empty one marks a decoration."""
    for document in content.documents.values():
        if "![" not in document.body and "<img" not in document.body.lower():
            continue
        text = markdown_of(document)
        message = "has an image without an alternative text: {}"
        for match in MARKDOWN.finditer(text):
            picture = match["file"] or match["label"] or ""
            place = f"({picture})" if match["label"] is None else f"[{picture}]"
            remedy = f"write what it shows: `![Coffee on a table]{place}`"
            line = line_at(document, match.start())
            yield Problem(document.file, line, "", message.format(picture), remedy)
        for match in RAW.finditer(text):
            if not ALT.search(match[1]):
                source = SRC.search(match[1])
                remedy = 'write what it shows: `alt="Coffee on a table"`, or `alt=""` for a mere decoration'
                line = line_at(document, match.start())
                yield Problem(
                    document.file, line, "", message.format(source[1] if source else "<img>"), remedy
                )
