"""Confirmations: which translations somebody has read against the source as it now stands.

For each translated text a fingerprint of the source text is kept in `content/<language>/.confirmed.json`,
from the day the translation was confirmed. The text is normalised first, so that neither reformatting nor a
lost comment makes a translation stale; a changed word does. Dates play no part.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from yhdessa.model.document import Document
from yhdessa.model.files import WORD_FOLDERS
from yhdessa.model.outline import outline_of

#: Fields that are no words.
NO_WORDS = ("id", "slug", "date", "example")
#: The texts of one language by file (`home.yml`) and path (`person_title`), and the line of each.
Texts = dict[tuple[str, str], tuple[str, int]]
#: Fingerprints of the source by file and path, as they are kept.
Confirmed = dict[str, dict[str, str]]


class State(Enum):
    """How a text stands in a language, seen from the source."""

    UNTRANSLATED = "untranslated"
    OBSOLETE = "obsolete"
    STALE = "stale"
    UNCONFIRMED = "never confirmed"


@dataclass(frozen=True)
class Waiting:
    """One text that needs a translator: where it stands, how, and where the source stands."""

    file: str
    line: int
    path: str
    state: State
    source: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.path}: {self.state.value}; {self.source}"


@dataclass(frozen=True)
class Review:
    """A language's translations: how many texts the source has, and those that are not current."""

    language: str
    texts: int
    waiting: list[Waiting]

    @property
    def percent(self) -> int:
        """Whole per cent of the source's texts that are translated and current, never rounded up to 100."""
        open_ = sum(text.state is not State.OBSOLETE for text in self.waiting)
        return 100 * (self.texts - open_) // self.texts if self.texts else 100

    def summary(self) -> str:
        """The language, its percentage, and how many texts are in each state."""
        counts = {state: sum(text.state is state for text in self.waiting) for state in State}
        told = (
            ", ".join(f"{count} {state.value}" for state, count in counts.items() if count) or "all current"
        )
        return f"{self.language}: {self.percent} % of {self.texts} texts ({told})"


def fingerprint(text: str) -> str:
    """Sixteen hex digits of a text, the same however it is wrapped, indented or composed."""
    normal = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(normal.encode()).hexdigest()[:16]


def review(documents: dict[str, Document], source: str, language: str, confirmed: Confirmed) -> Review:
    """How `language` stands against `source`, both being languages of `documents`."""
    original, translated = texts_of(documents, source), texts_of(documents, language)
    waiting = [
        Waiting(*_place(language, key, translated), state, _source_place(source, key, original))
        for key in sorted(original.keys() | translated.keys())
        if (state := _state(key, original, translated, confirmed)) is not None
    ]
    return Review(language, len(original), waiting)


def confirm(
    documents: dict[str, Document], source: str, language: str, confirmed: Confirmed, only: str
) -> Confirmed:
    """What is kept once the translations of the files that begin with `only` (all: ``) have been read."""
    original, translated = texts_of(documents, source), texts_of(documents, language)
    kept: Confirmed = {}
    for file, path in sorted(original.keys() & translated.keys()):
        known = confirmed.get(file, {}).get(path)
        mark = (
            fingerprint(original[file, path][0])
            if f"{_folder(file, language)}{file}".startswith(only)
            else known
        )
        if mark is not None:
            kept.setdefault(file, {})[path] = mark
    return kept


def load_confirmed(project: Path, language: str) -> Confirmed:
    """What was confirmed for a language; nothing, when nothing was or the file cannot be read."""
    try:
        kept = json.loads((project / "content" / language / ".confirmed.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) and all(isinstance(texts, dict) for texts in kept.values()) else {}


def save_confirmed(project: Path, language: str, confirmed: Confirmed) -> None:
    """Keep what was confirmed for a language, in an order that makes small diffs."""
    text = json.dumps(confirmed, ensure_ascii=False, indent=1, sort_keys=True)
    (project / "content" / language / ".confirmed.json").write_text(text + "\n", encoding="utf-8")


def texts_of(documents: dict[str, Document], language: str) -> Texts:
    """Every text of a language: the words of its YAML, and the Markdown of its pages."""
    return {
        (file.split("/", 2)[2], path): (text, line)
        for file, document in documents.items()
        if file.startswith((f"content/{language}/", f"docs/{language}/"))
        and not file.endswith("/pending.yml")
        for path, text, line in _texts(document)
    }


def _texts(document: Document) -> Iterator[tuple[str, str, int]]:
    for path, (real, value) in outline_of(document).items():
        if isinstance(value, str) and path[-1] not in NO_WORDS:
            yield ".".join(map(str, path)), value, document.line(real)
    if document.body.strip():
        yield "text", document.body, document.body_line


def _state(key: tuple[str, str], original: Texts, translated: Texts, confirmed: Confirmed) -> State | None:
    if key not in translated:
        return State.UNTRANSLATED
    if key not in original:
        return State.OBSOLETE
    kept = confirmed.get(key[0], {}).get(key[1])
    if kept is None:
        return State.UNCONFIRMED
    return None if kept == fingerprint(original[key][0]) else State.STALE


def _folder(file: str, language: str) -> str:
    """Pages of docs/ are Markdown files outside content's own folders of them."""
    ours = file.endswith(".yml") or file.partition("/")[0] in WORD_FOLDERS
    return f"content/{language}/" if ours else f"docs/{language}/"


def _place(language: str, key: tuple[str, str], texts: Texts) -> tuple[str, int, str]:
    file, path = key
    return f"{_folder(file, language)}{file}", texts[key][1] if key in texts else 0, path


def _source_place(source: str, key: tuple[str, str], texts: Texts) -> str:
    if key not in texts:
        return f"{source} no longer has it"
    return f"see {_folder(key[0], source)}{key[0]}:{texts[key][1]}"
