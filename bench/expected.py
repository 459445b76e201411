"""What each builder must write, kept beside the projects: none may be quick by leaving something out."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = "expected.json"


@dataclass(frozen=True)
class Expected:
    """How many pages, 404 pages not counted, and a sentence of each goal by its language and heading."""

    pages: int
    sentences: dict[str, dict[str, str]]

    @classmethod
    def read(cls, folder: Path) -> Expected:
        """What was written beside the projects in `folder`."""
        return cls(**json.loads((folder / FILE).read_text(encoding="utf-8")))

    def write(self, folder: Path) -> None:
        """Keep it beside the projects in `folder`."""
        (folder / FILE).write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")
