"""The steps of guides/editing.md, read from its text and followed on a tree."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: What the guide tells to do, in the words that it uses for it; a fenced block follows all but a copy.
STEP = re.compile(
    r"Make `(?P<make>[^`]+)`:\n\n```\w*\n(?P<text>.*?)^```"
    r"|In `(?P<change>[^`]+)`, change:\n\n```\w*\n(?P<fields>.*?)^```"
    r"|[Cc]opy\s+`(?P<source>[^`]+)`\s+to\s+`(?P<target>[^`]+)`"
    r"|`make check` (?:now )?tells[^\n]*:\n\n```\n(?P<said>.*?)^```",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Step:
    """One thing to do, or (`says`) what `make check` says by then."""

    does: str
    file: str
    text: str


def sections(guide: str) -> dict[str, str]:
    """The text of each section by its heading."""
    parts = re.split(r"^## (.+)\n", guide, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def steps(section: str) -> Iterator[Step]:
    """What a section tells to do, in order."""
    for match in STEP.finditer(section):
        if match["make"]:
            yield Step("make", match["make"], match["text"])
        elif match["change"]:
            yield Step("change", match["change"], match["fields"])
        elif match["source"]:
            yield Step("copy", match["source"], match["target"])
        else:
            yield Step("says", "", match["said"])


def follow(step: Step, tree: Path) -> None:
    """Do one step on the tree."""
    path = tree / step.file
    if step.does == "make":
        assert not path.exists()
        path.write_text(step.text, encoding="utf-8")
    elif step.does == "copy":
        copy = shutil.copytree if path.is_dir() else shutil.copy
        copy(path, tree / step.text)
    elif step.does == "change":
        text = path.read_text(encoding="utf-8")
        for name, field in fields(step.text):
            text, count = re.subn(
                rf"^{re.escape(name)}:.*\n(?:[ ].*\n)*", lambda _, new=field: new, text, flags=re.MULTILINE
            )
            assert count == 1, f"{step.file} has no field {name}"
        path.write_text(text, encoding="utf-8")


def fields(block: str) -> Iterator[tuple[str, str]]:
    """The fields at the beginning of a line, each with the lines that belong to it."""
    for match in re.finditer(r"^([\w-]+):.*\n(?:[ ].*\n)*", block, re.MULTILINE):
        yield match[1], match[0]
