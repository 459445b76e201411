"""What a page says in the words of schema.org, for search engines and whoever else reads without eyes.

Only facts of the content, none of its own. An organisation that is invented says so in its description, since
no schema has a field for that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from yhdessa.l10n.tags import language_tag
from yhdessa.model.content import Content
from yhdessa.pages.addresses import Addresses
from yhdessa.view.shell import Link

#: What could end a script element or begin a comment in it, and the line ends of JavaScript that JSON allows.
#: https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}

Node = Mapping[str, Any]


@dataclass(frozen=True)
class Described:
    """A page: its name, its absolute address, what it is called, the path to it, the picture of it."""

    name: str
    url: str
    heading: str
    description: str
    breadcrumbs: tuple[Link, ...]
    image: str


class Speaker:
    """Describes the pages of one language of an organisation's site."""

    def __init__(self, content: Content, language: str, addresses: Addresses) -> None:
        self.content = content
        self.words = content.words[language]
        self.addresses = addresses
        self.tag = language_tag(language, content.organisation.country)
        #: What stands before the addresses of links.
        self.host = addresses.site_url.removesuffix(addresses.base)
        self.home = addresses.url(language, "index")
        # The organisation is the same one on the pages of every language.
        self.id = f"{addresses.site_url}#organisation"

    def describe(self, page: Described) -> str:
        """All that is said of `page`, as JSON that may stand in a script element."""
        return data_block(self.nodes(page))

    def nodes(self, page: Described) -> list[Node]:
        """What is said of `page`: who speaks, the path to it, and what it is, where schema.org has a word."""
        nodes: list[Node] = [self.organisation(), self.website()] if page.name == "index" else []
        if page.breadcrumbs:
            nodes.append(self.path(page.breadcrumbs))
        if page.name == "donate" or (page.name.startswith("goals/") and page.name != "goals/index"):
            nodes.append(self.donation(page))
        if (prose := self.words.prose.get(page.name)) is not None and prose.date is not None:
            nodes.append(self.article(page, prose.date.isoformat()))
        return nodes

    def organisation(self) -> Node:
        """Who we are. https://schema.org/NGO"""
        facts, words = self.content.organisation, self.words.organisation
        invented = (words.demonstration,) if facts.demonstration and words.demonstration else ()
        return {
            **self.us(),
            "slogan": words.slogan,
            "description": " ".join((*invented, words.about)),
            "logo": f"{self.addresses.site_url}assets/icon.svg",
            "foundingDate": str(facts.founded),
            "email": facts.general_email,
        }

    def us(self) -> Node:
        """The organisation as other things name it."""
        return {"@type": "NGO", "@id": self.id, "name": self.words.organisation.name, "url": self.home}

    def website(self) -> Node:
        """The site in its language. https://schema.org/WebSite"""
        return {
            "@type": "WebSite",
            "@id": f"{self.home}#website",
            "name": self.words.organisation.name,
            "url": self.home,
            "inLanguage": self.tag,
            "publisher": {"@id": self.id},
        }

    def path(self, links: Iterable[Link]) -> Node:
        """The path to a page. https://developers.google.com/search/docs/appearance/structured-data/breadcrumb"""
        items = [
            {
                "@type": "ListItem",
                "position": position,
                "name": link.text,
                "item": self.host + link.href,
            }
            for position, link in enumerate(links, 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def donation(self, page: Described) -> Node:
        """What can be done on a page with a form. https://schema.org/DonateAction"""
        return {
            "@type": "DonateAction",
            "name": self.words.interface.donate,
            "description": page.description,
            "recipient": self.us(),
            "target": {"@type": "EntryPoint", "urlTemplate": page.url, "inLanguage": self.tag},
        }

    def article(self, page: Described, published: str) -> Node:
        """A news item. https://schema.org/NewsArticle; `published` is its ISO day."""
        return {
            "@type": "NewsArticle",
            "headline": page.heading,
            "description": page.description,
            "datePublished": published,
            "inLanguage": getattr(page.heading, "tag", self.tag),
            "mainEntityOfPage": page.url,
            "image": page.image,
            "author": self.us(),
            "publisher": self.us(),
        }


def data_block(nodes: list[Node]) -> str:
    """`nodes` as one JSON-LD document in which nothing can end the element that it stands in; `` for none."""
    if not nodes:
        return ""
    # Texts of another language are texts here, without what is said of them on the page.
    written = msgspec.json.encode({"@context": "https://schema.org", "@graph": nodes}, enc_hook=str)
    return written.decode().translate(UNSAFE)
