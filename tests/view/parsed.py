"""HTML read with the standard library: elements with their attributes, text, and what they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from yhdessa.l10n.hyphens import harden

VOID = {"meta", "link", "input", "hr", "br", "img"}


@dataclass
class Element:
    """One element."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def get(self, name: str, default: str = "") -> str:
        """An attribute, or `default`."""
        return self.attributes.get(name, default)

    @property
    def text(self) -> str:
        """All text within, with white space as a browser shows it, and without soft hyphens."""
        return harden(" ".join("".join(self._strings()).split()))

    @property
    def elements(self) -> Iterator[Element]:
        """Every element within, in the order of the document."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.elements

    @property
    def above(self) -> Iterator[Element]:
        """What it stands in, from the inside out."""
        if self.parent:
            yield self.parent
            yield from self.parent.above

    def all(self, *tags: str) -> list[Element]:
        """The elements of these tags within."""
        return [element for element in self.elements if element.tag in tags]

    def one(self, tag: str) -> Element:
        """The only element of this tag within."""
        (found,) = self.all(tag)
        return found

    def with_class(self, name: str) -> list[Element]:
        """The elements of a class within."""
        return [element for element in self.elements if name in element.get("class").split()]

    def by_id(self) -> dict[str, Element]:
        """The elements that have an id; an id that is there twice is an error."""
        found: dict[str, Element] = {}
        for element in self.elements:
            if "id" in element.attributes:
                assert element["id"] not in found, f"the id {element['id']} is there twice"
                found[element["id"]] = element
        return found

    def _strings(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._strings()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("#document", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        assert len(attrs) == len(element.attributes), f"<{tag}> has an attribute twice: {attrs}"
        self.here.children.append(element)
        if tag not in VOID:
            self.here = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.here.tag == tag, f"</{tag}> closes <{self.here.tag}>"
        assert self.here.parent is not None
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def parse(html: str) -> Element:
    """The document that `html` is. Every element that is opened must be closed."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.here is reader.root, f"<{reader.here.tag}> is never closed"
    return reader.root
