"""The output of a build, read as a flat list of elements; and MkDocs run as the Makefile runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from yhdessa.l10n.hyphens import harden

SITE_URL = "https://yhdessa.example/"
#: Pictures are the same wherever they are made: all builds of the tests share the project's.
SETTINGS = {
    "NO_MKDOCS_2_WARNING": "1",
    "SITE_URL": SITE_URL,
    "SHARE_CACHE": str(Path(__file__).resolve().parent.parent / "var" / "cache" / "share"),
}


@dataclass
class Element:
    """A start tag: its name, its attributes, and, for titles, headings and scripts, the text inside it,
    without its soft hyphens.
    """

    name: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Document(HTMLParser):
    """A page of the output, as a flat list of its elements."""

    path: str
    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag in ("title", "h1", "h2", "h3", "h4", "script"):
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1].name == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += harden(data)

    def all(self, name: str, /, **attributes: str) -> list[Element]:
        return [
            element
            for element in self.elements
            if element.name == name
            and all(element.attributes.get(key) == value for key, value in attributes.items())
        ]

    def one(self, name: str, /, **attributes: str) -> Element:
        found = self.all(name, **attributes)
        assert len(found) == 1, f"{self.path} has {len(found)} {name} {attributes}"
        return found[0]

    @property
    def kind(self) -> str:
        """The kind of page, as `goal`."""
        return self.one("body").attributes["class"].removeprefix("page-")

    @property
    def ids(self) -> list[str]:
        """The ids, in order, as often as they are given."""
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]


@dataclass
class Output:
    """A built site: its folder, and its pages by their addresses, as `sv/donera/`."""

    folder: Path
    pages: dict[str, Document]

    def each_kind(self) -> Iterator[str]:
        """The addresses of a page of each kind in each language: the one with the most elements."""
        fullest: dict[tuple[str, str], str] = {}
        for address, page in self.pages.items():
            key = page.kind, page.one("html").attributes["lang"]
            if key not in fullest or len(page.elements) > len(self.pages[fullest[key]].elements):
                fullest[key] = address
        yield from fullest.values()

    def one_of_each_kind(self) -> Iterator[str]:
        """The addresses of a page of each kind, in one language after the other."""
        for turn, kind in enumerate(sorted({page.kind for page in self.pages.values()})):
            same = [address for address in self.each_kind() if self.pages[address].kind == kind]
            yield same[turn % len(same)]


def mkdocs(*arguments: str, project: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs in `project`, as the Makefile does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project,
        env={**os.environ, **SETTINGS, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def read_pages(folder: Path) -> dict[str, Document]:
    """Every page below `folder`, by its address."""
    pages = {}
    for file in sorted(folder.rglob("*.html")):
        address = file.relative_to(folder).as_posix().removesuffix("index.html")
        document = Document(address)
        document.feed(file.read_text(encoding="utf-8"))
        pages[address] = document
    return pages
