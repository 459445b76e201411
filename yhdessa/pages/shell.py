"""The shell of each page: title, menus, the same page in other languages, the path to it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from yhdessa.l10n.endonyms import endonym
from yhdessa.l10n.tags import language_tag
from yhdessa.model.content import Content, Words
from yhdessa.model.goal import LocalGoalWords
from yhdessa.model.impact.words import SectionWords
from yhdessa.model.page import PAGES
from yhdessa.model.programme import ProgrammeWords
from yhdessa.pages.addresses import NOT_FOUND, Addresses
from yhdessa.pages.challenges.names import FOLDER as CHALLENGES
from yhdessa.pages.challenges.names import page_description, page_heading, page_title
from yhdessa.pages.sharing import passed_on, share_links, social_card
from yhdessa.pages.structured import Described, Speaker
from yhdessa.view.shell import LanguageLink, Link, LinkGroup, Shell, Theme

#: The main menu: what there is of it.
MENU = ("goals/index", "programmes/index", "act", "partners", "impact/index", "mission")
#: The links at the foot of every page, under the interface's word for each group.
FOOTER = {
    "footer_work": ("goals/index", "programmes/index", "impact/index", "help"),
    "footer_join": (
        *("act", "donate", "monthly_donor", "volunteering"),
        *("payroll", "challenges/index", "partners"),
    ),
    "footer_about": ("mission", "strategy", "news/index", "contact"),
    "footer_site": ("about", "accessibility", "privacy"),
}
#: The page above a page, where it is not the index of its folder or the front page.
ABOVE = {
    "challenges/index": "act",
    "monthly_donor": "donate",
    "strategy": "mission",
    "volunteering": "act",
    "payroll": "act",
    "employer": "payroll",
    "payroll_tool": "payroll",
}
#: Pages that no search engine should list and no other language announces.
UNLISTED = (NOT_FOUND, "thanks", "cancelled")
#: The list of news, and the name of its feed below it.
NEWS = "news/index"
FEED_FILE = "feed.xml"


class Shells:
    """Makes the shells of one language."""

    def __init__(
        self,
        content: Content,
        language: str,
        addresses: Addresses,
        stylesheet: str,
        fonts: tuple[str, ...] = (),
        icon: str = "",
    ) -> None:
        self.content = content
        self.language = language
        self.words: Words = content.words[language]
        self.addresses = addresses
        self.stylesheet = stylesheet
        self.fonts = fonts
        self.icon = icon
        self.interface = self.words.interface.model_dump()
        self.tag = language_tag(language, content.organisation.country)
        self.speaker = Speaker(content, language, addresses)
        self.feed = self._feed()
        self._elsewhere: dict[tuple[str, ...], tuple[Link, ...]] = {}

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
        told = str(description or self.description(name))
        listed = name not in UNLISTED
        canonical = self.canonical(name) if listed else ""
        breadcrumbs = self.breadcrumbs(name, shown)
        card = social_card(self.content, self.addresses, self.language, name, shown)
        page = Described(name, canonical, shown, told, breadcrumbs, card.image)
        return Shell(
            **self.frame,
            **self._menus(name),
            **self._translations(name, listed),
            title=self.title(name, title or shown),
            heading=shown,
            description=told,
            canonical=canonical,
            breadcrumbs=breadcrumbs,
            indexed=listed,
            card=card,
            sharing=share_links(self.content, self.language, canonical, shown) if passed_on(name) else (),
            structured_html=self.speaker.describe(page) if listed else "",
        )

    @cached_property
    def frame(self) -> dict[str, Any]:
        """The parts of a shell that are the same on every page."""
        organisation, facts = self.words.organisation, self.content.organisation
        return {
            "language": self.language,
            "tag": self.tag,
            "site_name": organisation.name,
            "slogan": organisation.slogan,
            "about": organisation.about,
            "demonstration": (organisation.demonstration or "") if facts.demonstration else "",
            "home": self.addresses.href(self.language, "index"),
            "stylesheet": self.addresses.base + self.stylesheet,
            "fonts": tuple(self.addresses.base + font for font in self.fonts),
            "icon": self.icon or f"{self.addresses.base}assets/icon.svg",
            "theme": Theme(facts.brand.primary, facts.brand.accent),
            "contact": tuple(
                Link(mail, f"mailto:{mail}") for mail in (facts.general_email, facts.partnerships_email)
            ),
            "words": self.interface,
            "feed": self.feed,
        }

    def _menus(self, name: str) -> dict[str, Any]:
        """The ways to other pages, as the page `name` shows them."""
        return {
            "help": self.link("help", name, self.words.interface.get_help),
            "donate": self.link("donate", name, self.words.interface.donate),
            "search": self.link("search", name),
            "navigation": self.links(MENU, name),
            "footer": tuple(
                LinkGroup(key.replace("_", "-"), self.interface[key], self.links(pages, name))
                for key, pages in FOOTER.items()
            ),
        }

    def _translations(self, name: str, listed: bool) -> dict[str, Any]:
        """The page `name` in the other languages, and what search engines are told of them."""
        languages = self.languages(name)
        announced = self.announced(name, languages) if listed else ()
        first = (link.url for link in announced if link.language == self.addresses.default)
        return {"languages": languages, "announced": announced, "x_default": next(first, "")}

    def _feed(self) -> Link | None:
        """The feed of the news, where the language has any."""
        if not any(prose.date for prose in self.words.prose.values()):
            return None
        return Link(str(self.heading(NEWS)), self.addresses.href(self.language, NEWS) + FEED_FILE)

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

    def links(self, pages: Iterable[str], here: str) -> tuple[Link, ...]:
        """A link to each of `pages` that the language has."""
        pages = tuple(pages)
        if here in pages:
            return self._links(pages, here)
        # Most pages are in no menu: what leads to the others is the same for all of them.
        if pages not in self._elsewhere:
            self._elsewhere[pages] = self._links(pages, "")
        return self._elsewhere[pages]

    def _links(self, pages: tuple[str, ...], here: str) -> tuple[Link, ...]:
        return tuple(self.link(page, here) for page in pages if self.addresses.has(self.language, page))

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
        if name.startswith(CHALLENGES):
            return page_heading(self.content, self.words, name)
        return self.entry(name).name

    def title(self, name: str, heading: str) -> str:
        """The title of the document: the page, then the site; the front page's own names the site itself."""
        shown = page_title(self.content, self.words, name) or heading
        return heading if name == "index" else f"{shown} – {self.words.organisation.name}"

    def description(self, name: str) -> str:
        """What search engines show of a page."""
        if name in PAGES:
            return str(getattr(self.words.pages, PAGES[name]).description)
        if name in self.words.prose:
            return self.words.prose[name].description
        if name.startswith(CHALLENGES):
            return page_description(self.content, self.words, name)
        entry = self.entry(name)
        return entry.lead if isinstance(entry, SectionWords) else entry.summary

    def entry(self, name: str) -> LocalGoalWords | ProgrammeWords | SectionWords:
        """The words of the page of a goal, of a programme, or of a section of the impact report."""
        folder, _, entry = name.partition("/")
        if folder == "impact" and self.words.impact is not None:
            return self.words.impact.sections[entry]
        return self.words.programmes[entry] if folder == "programmes" else self.words.goals[entry]

    def breadcrumbs(self, name: str, heading: str) -> tuple[Link, ...]:
        """The path to a page: the front page, the index above it, the page itself. None on the front page."""
        if name in ("index", NOT_FOUND):
            return ()
        folder = f"{name.partition('/')[0]}/index"
        above = ABOVE.get(name) or (folder if "/" in name and name != folder else "index")
        here = Link(heading, self.addresses.href(self.language, name), current=True)
        # Deeper down there are pages between: the challenge of a team, the team of a poster.
        parts = name.split("/")
        between = ["/".join(parts[:end]) for end in range(2, len(parts))]
        return (*self.links(dict.fromkeys(("index", above, *between)), name), here)

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
