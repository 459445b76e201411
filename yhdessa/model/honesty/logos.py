"""Logos: the file is there, is the picture that its name says, and is small enough to be waited for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from yhdessa.model.content import Content
from yhdessa.model.problem import Problem

FOLDER = "assets/partners"
LARGEST = 200_000
#: The first bytes of each kind of picture. An SVG may begin with a declaration, comments and a document type.
SVG = rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]"
FIRST_BYTES = {
    ".svg": re.compile(SVG, re.DOTALL),
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
}


def check_logos(content: Content, docs: Path) -> Iterator[Problem]:
    """Partners' logos that are missing, are no picture, or are too large."""
    for name, partner in content.partners.items():
        wrong = partner.logo and _wrong(docs / FOLDER / partner.logo, f"docs/{FOLDER}/{partner.logo}")
        if wrong:
            document = content.document("facts", "partners", f"{name}.yml")
            yield Problem(document.file, document.line(("logo",)), "logo", *wrong)


def _wrong(path: Path, shown: str) -> tuple[str, str] | None:
    """What is wrong with the logo at `path`, and the remedy."""
    try:
        if not path.is_file():
            return f"there is no file {shown}", "put it there, or take this line away"
        size = path.stat().st_size
        with path.open("rb") as file:
            first = file.read(2000)
    except OSError as error:
        return f"{shown} cannot be read: {error.strerror}", "put it there anew"
    if not FIRST_BYTES[path.suffix].match(first):
        kind = path.suffix.removeprefix(".").upper()
        return f"{shown} is no {kind} picture", f"export the logo as {kind}, or name the file for what it is"
    if size > LARGEST:
        kilobytes = -(-size // 1000)
        return f"{shown} is {kilobytes} kB large", f"export it smaller: at most {LARGEST // 1000} kB"
    return None
