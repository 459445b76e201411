"""Addresses: where each page of each language stands, in the words of that language.

A page is known by its name, the path of its Markdown file without `.md`: `donate`, `goals/index`,
`goals/no-loneliness`, `news/2026-11-five-local-goals`. Names are the same in every language, addresses
are not: `donate` is `lahjoita/`, `sv/donera/` and `en/donate/`.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from yhdessa.model.content import Content, Words
from yhdessa.pages.challenges.names import challenge_paths

NOT_FOUND = "404"


class Addresses:
    """The addresses of a site that is published at `site_url` (absolute, with or without a path)."""

    def __init__(self, content: Content, site_url: str) -> None:
        self.site_url = site_url.rstrip("/") + "/"
        self.base = urlsplit(self.site_url).path
        self.default = content.languages[0]
        self.languages = content.languages
        self.pending = {language: content.words[language].pending_pages for language in content.languages}
        self.paths = {
            language: dict(self._paths(content, content.words[language])) for language in content.languages
        }

    def _paths(self, content: Content, words: Words) -> Iterator[tuple[str, str]]:
        root = "" if words.language == self.default else f"{words.language}/"
        slugs = {name: page.slug for name, page in words.pages.named().items()}
        for name, slug in slugs.items():
            yield name, f"{root}404.html" if name == NOT_FOUND else f"{root}{slug}/" if slug else root
        for name, goal in words.goals.items():
            yield f"goals/{name}", f"{root}{slugs['goals/index']}/{goal.slug}/"
        for name, programme in words.programmes.items():
            yield f"programmes/{name}", f"{root}{slugs['programmes/index']}/{programme.slug}/"
        for name, section in (words.impact.sections if words.impact else {}).items():
            yield f"impact/{name}", f"{root}{slugs['impact/index']}/{section.slug}/"
        for name, path in challenge_paths(content, words, slugs.get("challenges/index")):
            yield name, root + path
        for name, prose in words.prose.items():
            folder = f"{slugs['news/index']}/" if name.startswith("news/") else ""
            yield name, f"{root}{folder}{prose.slug}/"

    def has(self, language: str, name: str) -> bool:
        """Whether the page exists in the language."""
        return name in self.paths[language]

    def announced(self, language: str, name: str) -> bool:
        """Whether the page exists in the language as that language's own, and not in another's words."""
        return self.has(language, name) and name not in self.pending[language]

    def path(self, language: str, name: str) -> str:
        """The address below the site's root, as `sv/donera/`; the front page of the first language is ``.

        Raises KeyError for a page that the language lacks.
        """
        return self.paths[language][name]

    def href(self, language: str, name: str) -> str:
        """The address on the site's own host, as `/sv/donera/`."""
        return self.base + self.path(language, name)

    def url(self, language: str, name: str) -> str:
        """The absolute address, as `https://example.org/sv/donera/`."""
        return self.site_url + self.path(language, name)

    def file(self, language: str, name: str) -> str:
        """The file below the site's folder that answers at the address."""
        path = self.path(language, name)
        return path if path.endswith(".html") else f"{path}index.html"
