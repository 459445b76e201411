"""Files of a site besides its pages: tables to download, feeds, pictures. Each is made when it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class SiteFile:
    """A file at `path` below the site's root, as `vaikuttavuus/perheet/families-results.csv`.

    `make` gives what it holds; a text is written as UTF-8, its line ends as they are.
    """

    path: str
    make: Callable[[], str | bytes]

    def content(self) -> bytes:
        """What it holds, made now."""
        made = self.make()
        return made.encode() if isinstance(made, str) else made


def write_files(files: Iterable[SiteFile], folder: Path) -> None:
    """Write each of `files` below `folder`. Raises ValueError for two at one path, or one outside of it."""
    written: set[str] = set()
    root = folder.resolve()
    for file in files:
        target = (root / file.path).resolve()
        if file.path in written or not target.is_relative_to(root):
            raise ValueError(f"{file.path} is written twice, or stands outside the site")
        written.add(file.path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content())
