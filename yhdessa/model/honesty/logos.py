"""Logos: each that a partner names is there, and no picture is published that is not sound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yhdessa.model.content import Content
from yhdessa.model.logos import FOLDER, Faulty, read_logo
from yhdessa.model.problem import Problem, printable


def check_logos(content: Content, docs: Path) -> Iterator[Problem]:
    """Partners' logos that are missing or not sound; and files beside them, which would be published too."""
    named: set[Path] = set()
    for name, partner in content.partners.items():
        if partner.logo is None:
            continue
        path, shown = docs / FOLDER / partner.logo, f"docs/{FOLDER}/{partner.logo}"
        named.add(path)
        wrong = _wrong(path)
        if wrong is not None:
            line = f", line {wrong.line}:" if wrong.line else ""
            message = f"{shown}{line} {wrong.message}" if path.is_file() else f"there is no file {shown}"
            document = content.document("facts", "partners", f"{name}.yml")
            yield Problem(document.file, document.line(("logo",)), "logo", message, wrong.remedy)
    for path in sorted((docs / FOLDER).rglob("*")):
        if path.is_dir() or path.name.startswith(".") or path in named:
            continue
        wrong = _wrong(path)
        if wrong is not None:
            place = path.relative_to(docs.parent).as_posix()
            yield Problem(printable(place), wrong.line, "", wrong.message, wrong.remedy)


def _wrong(path: Path) -> Faulty | None:
    """What is wrong with the logo at `path`."""
    try:
        if not path.is_file():
            return Faulty("is not there", "put it there, or take this line away")
        read_logo(path)
    except Faulty as fault:
        return fault
    except OSError as error:
        return Faulty(f"cannot be read: {error.strerror}", "put it there anew")
    return None
