"""The shell: what stands around every page's own content, in the page's language."""

from __future__ import annotations

from msgspec import Struct


class Link(Struct, frozen=True):
    """A link within the site or to elsewhere; `current` when it is the page itself."""

    text: str
    href: str
    current: bool = False


class LanguageLink(Struct, frozen=True):
    """The same page in a language: `name` is the language's own name, `url` the absolute address."""

    language: str
    tag: str
    name: str
    href: str
    url: str
    current: bool = False


class Theme(Struct, frozen=True):
    """The brand's colours, as the style sheet's tokens take them."""

    primary: str
    accent: str


class Shell(Struct, frozen=True):
    """Head, header, path and foot. `words` are the interface's words of the language.

    `canonical` and `languages[].url` are absolute; they are empty for a page that has no address of its own
    (404, a form shown again). `languages` is what the switch shows, `announced` what hreflang names.
    """

    language: str
    tag: str
    title: str
    heading: str
    description: str
    site_name: str
    slogan: str
    about: str
    demonstration: str
    canonical: str
    x_default: str
    home: str
    stylesheet: str
    icon: str
    theme: Theme
    help: Link
    donate: Link
    navigation: tuple[Link, ...]
    breadcrumbs: tuple[Link, ...]
    languages: tuple[LanguageLink, ...]
    announced: tuple[LanguageLink, ...]
    footer: tuple[Link, ...]
    contact: tuple[Link, ...]
    words: dict[str, str]
    indexed: bool = True
