"""The sitemap and robots.txt: each page that is listed, with the same page in the other languages."""

from __future__ import annotations

from html import escape

from yhdessa.pages.addresses import Addresses
from yhdessa.pages.shell import UNLISTED


def sitemap(addresses: Addresses) -> str:
    """The XML sitemap, with alternates and x-default as hreflang's own rules ask.

    https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
    """
    entries = "".join(
        _entry(addresses, language, name)
        for language in addresses.languages
        for name in addresses.paths[language]
        if name not in UNLISTED and addresses.announced(language, name)
    )
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {spaces}>\n{entries}</urlset>\n'


def robots(addresses: Addresses) -> str:
    """robots.txt: everything may be read but the functions, and the sitemap is here."""
    return f"User-agent: *\nDisallow: {addresses.base}api/\nSitemap: {addresses.site_url}sitemap.xml\n"


def _entry(addresses: Addresses, language: str, name: str) -> str:
    versions = {
        other: addresses.url(other, name) for other in addresses.languages if addresses.announced(other, name)
    }
    links = [(other, url) for other, url in versions.items() if len(versions) > 1]
    if links and addresses.default in versions:
        links.append(("x-default", versions[addresses.default]))
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(url)}"/>\n' for tag, url in links
    )
    return f"<url><loc>{escape(addresses.url(language, name))}</loc>\n{alternates}</url>\n"
