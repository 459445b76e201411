"""What every maker of pages needs of one language: content, texts, addresses, shells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from yhdessa.l10n.foreign import ForeignText
from yhdessa.l10n.money import Money, format_money
from yhdessa.l10n.tags import language_tag
from yhdessa.model.content import Content, Words
from yhdessa.model.honesty.clock import Clock, clock_of
from yhdessa.model.strategy import QuoteWords
from yhdessa.pages.addresses import Addresses
from yhdessa.pages.counted import Counted
from yhdessa.pages.shell import Shells
from yhdessa.pages.texts import Texts
from yhdessa.view.page import Page
from yhdessa.view.parts import Quote
from yhdessa.view.shell import Link, Shell

Part = TypeVar("Part")


@dataclass(frozen=True)
class PagePlan:
    """One page: its name, the file it becomes, what stands around it and what it says."""

    language: str
    name: str
    file: str
    shell: Shell
    page: Page


def there(part: Part | None) -> Part:
    """A part of the content that a page is made of: model/site_pages.py lets no page be without its parts."""
    if part is None:
        raise ValueError("a page without the facts or the words that it is made of")
    return part


class Maker:
    """One language of a site in the making; `counted` is what is known of money, None when nothing is.

    `clock` says which day it is; without one it is the demonstration's day, or the real one. `icon` is the
    address of the icon of browser tabs; without one it is the file's.
    """

    def __init__(
        self,
        content: Content,
        language: str,
        addresses: Addresses,
        stylesheet: str,
        counted: Counted | None = None,
        fonts: tuple[str, ...] = (),
        scripts: Mapping[str, str] | None = None,
        clock: Clock | None = None,
        icon: str = "",
    ) -> None:
        self.content = content
        self.language = language
        self.counted = counted
        self.clock = clock or clock_of(content.organisation, None, False)
        self.addresses = addresses
        self.words: Words = content.words[language]
        self.texts = Texts(content, language)
        self.scripts = scripts or {}
        self.shells = Shells(content, language, addresses, stylesheet, fonts, icon)

    def plan(self, name: str, page: Page, shell: Shell | None = None) -> PagePlan:
        """The plan of the page `name`."""
        file = self.addresses.file(self.language, name)
        return PagePlan(self.language, name, file, shell or self.shells.shell(name), page)

    def link(self, name: str, text: str | None = None) -> Link:
        """A link to the page `name`."""
        return Link(text or self.shells.label(name), self.addresses.href(self.language, name))

    def lead(self, name: str) -> str:
        """The lead of a page that pages.yml names, its figures set in; empty where it has none."""
        words = self.words.pages.named()[name]
        return self.texts.fill(words.lead or "")

    def script(self, name: str) -> str:
        """The address of the script `name`, as `/lasting/search.<digest>.js`; empty where there is none."""
        return self.addresses.base + self.scripts[name] if name in self.scripts else ""

    def money(self, money: Money) -> str:
        """A sum as the language writes it."""
        return format_money(money, self.language)

    def quote(self, quote: QuoteWords) -> Quote:
        """A quotation, with the language it was said in: this one's, or the first one's where it waits."""
        own = language_tag(self.language, self.content.organisation.country)
        tag = quote.text.tag if isinstance(quote.text, ForeignText) else own
        return Quote(self.texts.fill(quote.text), tag, quote.attribution or "", quote.example)

    def fill_all(self, texts: list[str]) -> tuple[str, ...]:
        """Each text with its figures set in."""
        return tuple(self.texts.fill(text) for text in texts)
