"""What every maker of pages needs of one language: content, texts, addresses, shells."""

from __future__ import annotations

from dataclasses import dataclass

from yhdessa.l10n.money import Money, format_money
from yhdessa.model.content import Content, Words
from yhdessa.pages.addresses import Addresses
from yhdessa.pages.shell import Shells
from yhdessa.pages.texts import Texts
from yhdessa.view.page import Page
from yhdessa.view.shell import Link, Shell


@dataclass(frozen=True)
class PagePlan:
    """One page: its name, the file it becomes, what stands around it and what it says."""

    language: str
    name: str
    file: str
    shell: Shell
    page: Page


class Maker:
    """One language of a site in the making."""

    def __init__(self, content: Content, language: str, addresses: Addresses, stylesheet: str) -> None:
        self.content = content
        self.language = language
        self.addresses = addresses
        self.words: Words = content.words[language]
        self.texts = Texts(content, language)
        self.shells = Shells(content, language, addresses, stylesheet)

    def plan(self, name: str, page: Page, shell: Shell | None = None) -> PagePlan:
        """The plan of the page `name`."""
        file = self.addresses.file(self.language, name)
        return PagePlan(self.language, name, file, shell or self.shells.shell(name), page)

    def link(self, name: str, text: str | None = None) -> Link:
        """A link to the page `name`."""
        return Link(text or self.shells.label(name), self.addresses.href(self.language, name))

    def money(self, money: Money) -> str:
        """A sum as the language writes it."""
        return format_money(money, self.language)

    def fill_all(self, texts: list[str]) -> tuple[str, ...]:
        """Each text with its figures set in."""
        return tuple(self.texts.fill(text) for text in texts)
