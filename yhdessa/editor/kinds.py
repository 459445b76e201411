"""The kinds of files that an editor writes: where they stand, and what they hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yhdessa.model.files import (
    FACT_FILES,
    FACT_FOLDERS,
    OPTIONAL_FILES,
    OPTIONAL_FOLDERS,
    OWN_FILES,
    WORD_FILES,
    WORD_FOLDERS,
)
from yhdessa.model.prose import ProseWords

LANGUAGE, ID = "<language>", "<id>"
WITHOUT = "A site may do without it: then no part of content/ has it."


@dataclass(frozen=True)
class FileKind:
    """One kind of file: `name` is that of its schema, `place` where it stands, `shape` what it holds.

    `may_lack` says, in words, who may do without it; empty when nobody may.
    """

    name: str
    place: str
    shape: Any
    may_lack: str = ""

    @property
    def is_yaml(self) -> bool:
        """Whether the whole file is YAML: no editor's YAML support reads the front matter of Markdown."""
        return self.place.endswith(".yml")

    def globs(self, languages: list[str]) -> list[str]:
        """Where such files stand, one pattern a language."""
        pattern = self.place.replace(ID, "*")
        if LANGUAGE not in pattern:
            return [pattern]
        return [pattern.replace(LANGUAGE, language) for language in languages]


def file_kinds() -> list[FileKind]:
    """Every kind of file, facts before words."""
    return [
        *(_single("facts", name, shape) for name, shape in FACT_FILES.items()),
        *(_folder("facts", name, shape, "yml") for name, shape in FACT_FOLDERS.items()),
        *(_single("words", name, shape) for name, shape in WORD_FILES.items()),
        *(_folder("words", name, shape, "md") for name, shape in WORD_FOLDERS.items()),
        FileKind("prose", f"docs/{LANGUAGE}/**/{ID}.md", ProseWords),
    ]


def languages_of(project: Path) -> list[str]:
    """The languages that have a folder in content/, in the order of the alphabet."""
    folders = (path for path in (project / "content").iterdir() if path.is_dir())
    return sorted(path.name for path in folders if path.name != "facts" and not path.name.startswith("."))


def _single(part: str, name: str, shape: Any) -> FileKind:
    may_lack = ""
    if name in OPTIONAL_FILES:
        may_lack = WITHOUT
    elif name in OWN_FILES:
        may_lack = "A language may do without it."
    return FileKind(f"{part}-{name}", f"content/{_part(part)}/{name}.yml", shape, may_lack)


def _folder(part: str, name: str, shape: Any, ending: str) -> FileKind:
    may_lack = WITHOUT if name in OPTIONAL_FOLDERS else ""
    return FileKind(f"{part}-{name}", f"content/{_part(part)}/{name}/{ID}.{ending}", shape, may_lack)


def _part(part: str) -> str:
    return "facts" if part == "facts" else LANGUAGE
