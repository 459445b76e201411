"""The news of a language as an Atom feed. https://www.rfc-editor.org/rfc/rfc4287

A news item has a day and no hour. Feeds ask for an instant (RFC 3339): noon in UTC is that same day from
Hawaii to Sydney, while midnight where we are would be the day before for most of the world. An item's id is a
tag (RFC 4151) of the host, the day and the name of its file: it stays when the words of its address change.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from yhdessa.l10n.foreign import ForeignText
from yhdessa.pages.files import SiteFile
from yhdessa.pages.maker import Maker
from yhdessa.pages.news import dated_news
from yhdessa.pages.shell import FEED_FILE, NEWS


def feed_files(maker: Maker) -> Iterator[SiteFile]:
    """The feed of a language that has news."""
    if dated_news(maker):
        path = maker.addresses.path(maker.language, NEWS) + FEED_FILE
        yield SiteFile(path, lambda: atom_feed(maker))


def atom_feed(maker: Maker) -> str:
    """The feed: the organisation, and each news item, newest first. There has to be one."""
    addresses, words = maker.addresses, maker.words
    page = addresses.url(maker.language, NEWS)
    tag = maker.shells.tag
    news = dated_news(maker)
    lines = (
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(tag)}>',
        f"<title>{escape(maker.shells.heading(NEWS))} – {escape(words.organisation.name)}</title>",
        f"<subtitle>{escape(words.organisation.slogan)}</subtitle>",
        f"<id>{escape(page)}</id>",
        f"<updated>{_noon(news[0][0].isoformat())}</updated>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(page + FEED_FILE)}/>',
        f'<link rel="alternate" type="text/html" hreflang={quoteattr(tag)} href={quoteattr(page)}/>',
        f"<icon>{escape(addresses.site_url)}assets/icon.svg</icon>",
        f"<author><name>{escape(words.organisation.name)}</name>"
        f"<uri>{escape(addresses.url(maker.language, 'index'))}</uri></author>",
        *(_entry(maker, name, day.isoformat()) for day, name in news),
        "</feed>\n",
    )
    return "\n".join(lines)


def _entry(maker: Maker, name: str, day: str) -> str:
    """A news item; one that waits for its translation says which language it is in."""
    prose = maker.words.prose[name]
    foreign = f" xml:lang={quoteattr(prose.title.tag)}" if isinstance(prose.title, ForeignText) else ""
    url = maker.addresses.url(maker.language, name)
    return "\n".join(
        (
            f"<entry{foreign}>",
            f"<title>{escape(prose.title)}</title>",
            f"<id>{escape(_tag(maker, name, day))}</id>",
            f"<published>{_noon(day)}</published>",
            f"<updated>{_noon(day)}</updated>",
            f'<link rel="alternate" type="text/html" href={quoteattr(url)}/>',
            f'<summary type="text">{escape(prose.description)}</summary>',
            "</entry>",
        )
    )


def _tag(maker: Maker, name: str, day: str) -> str:
    host = urlsplit(maker.addresses.site_url).hostname or "localhost"
    return f"tag:{host},{day}:{maker.language}/{name}"


def _noon(day: str) -> str:
    return f"{day}T12:00:00Z"
