"""The shell of each page: title, menus, the same page in other languages, the path to it."""

from __future__ import annotations

from yhdessa.l10n.endonyms import endonym
from yhdessa.l10n.tags import language_tag
from yhdessa.model.content import Content, Words
from yhdessa.model.page import PAGES
from yhdessa.pages.addresses import NOT_FOUND, Addresses
from yhdessa.view.shell import LanguageLink, Link, Shell, Theme

#: The main menu, and the links at the foot of every page.
MENU = ("mission", "strategy", "goals/index", "partners")
FOOTER = (*MENU, "news/index", "donate", "help", "about")
#: Pages that no search engine should list and no other language announces.
UNLISTED = (NOT_FOUND, "thanks")


class Shells:
    """Makes the shells of one language."""

    def __init__(self, content: Content, language: str, addresses: Addresses, stylesheet: str) -> None:
        self.content = content
        self.language = language
        self.words: Words = content.words[language]
        self.addresses = addresses
        self.stylesheet = stylesheet
        self.interface = self.words.interface.model_dump()

    def shell(
        self,
        name: str,
        *,
        heading: str | None = None,
        title: str | None = None,
        description: str | None = None,
    ) -> Shell:
        """The shell of the page `name`; a heading of its own for what pages.yml does not name."""
        shown = heading or self.heading(name)
        organisation, facts = self.words.organisation, self.content.organisation
        listed = name not in UNLISTED
        languages = self.languages(name)
        announced = self.announced(name, languages) if listed else ()
        return Shell(
            language=self.language,
            tag=language_tag(self.language, facts.country),
            title=self.title(name, title or shown),
            heading=shown,
            description=str(description or self.description(name)),
            site_name=organisation.name,
            slogan=organisation.slogan,
            about=organisation.about,
            demonstration=(organisation.demonstration or "") if facts.demonstration else "",
            canonical=self.canonical(name) if listed else "",
            x_default=next((link.url for link in announced if link.language == self.addresses.default), ""),
            home=self.addresses.href(self.language, "index"),
            stylesheet=self.addresses.base + self.stylesheet,
            icon=f"{self.addresses.base}assets/icon.svg",
            theme=Theme(facts.brand.primary, facts.brand.accent),
            help=self.link("help", name, self.words.interface.get_help),
            donate=self.link("donate", name, self.words.interface.donate),
            navigation=tuple(self.link(page, name) for page in MENU),
            breadcrumbs=self.breadcrumbs(name, shown),
            languages=languages,
            announced=announced,
            footer=tuple(self.link(page, name) for page in FOOTER if self.addresses.has(self.language, page)),
            contact=tuple(
                Link(mail, f"mailto:{mail}") for mail in (facts.general_email, facts.partnerships_email)
            ),
            words=self.interface,
            indexed=listed,
        )

    def announced(self, name: str, languages: tuple[LanguageLink, ...]) -> tuple[LanguageLink, ...]:
        """What hreflang names: nothing for a page that is alone, or is not this language's own."""
        links = tuple(link for link in languages if self.addresses.announced(link.language, name))
        return links if len(links) > 1 and self.addresses.announced(self.language, name) else ()

    def canonical(self, name: str) -> str:
        """The absolute address of a page: the first language's, for one that waits for its translation."""
        own = self.language if self.addresses.announced(self.language, name) else self.addresses.default
        return self.addresses.url(own, name)

    def link(self, page: str, here: str, text: str | None = None) -> Link:
        """A link to `page` from the page `here`."""
        return Link(text or self.label(page), self.addresses.href(self.language, page), current=page == here)

    def label(self, name: str) -> str:
        """The short name of a page, for menus."""
        if name in PAGES:
            return str(getattr(self.words.pages, PAGES[name]).label)
        return self.heading(name)

    def heading(self, name: str) -> str:
        """The heading of a page."""
        if name in PAGES:
            return str(getattr(self.words.pages, PAGES[name]).title)
        if name in self.words.prose:
            return self.words.prose[name].title
        return self.words.goals[name.removeprefix("goals/")].name

    def title(self, name: str, heading: str) -> str:
        """The title of the document: the page, then the site."""
        site = self.words.organisation.name
        return f"{site} – {self.words.organisation.slogan}" if name == "index" else f"{heading} – {site}"

    def description(self, name: str) -> str:
        """What search engines show of a page."""
        if name in PAGES:
            return str(getattr(self.words.pages, PAGES[name]).description)
        if name in self.words.prose:
            return self.words.prose[name].description
        return self.words.goals[name.removeprefix("goals/")].summary

    def breadcrumbs(self, name: str, heading: str) -> tuple[Link, ...]:
        """The path to a page: the front page, the index above it, the page itself. None on the front page."""
        if name in ("index", NOT_FOUND):
            return ()
        folder = f"{name.partition('/')[0]}/index"
        above = ["index", *([folder] if "/" in name and name != folder else [])]
        here = Link(heading, self.addresses.href(self.language, name), current=True)
        return (*(self.link(page, name) for page in above), here)

    def languages(self, name: str) -> tuple[LanguageLink, ...]:
        """The language switch: the same page, or the front page of a language that lacks it."""
        return tuple(self._language_link(language, name) for language in self.content.languages)

    def _language_link(self, language: str, name: str) -> LanguageLink:
        page = name if self.addresses.has(language, name) and name != NOT_FOUND else "index"
        return LanguageLink(
            language=language,
            tag=language,
            name=endonym(language),
            href=self.addresses.href(language, page),
            url=self.addresses.url(language, page),
            current=language == self.language,
        )
