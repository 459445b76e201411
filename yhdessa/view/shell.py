"""The shell: what stands around every page's own content, in the page's language."""

from __future__ import annotations

from msgspec import Struct


class Link(Struct, frozen=True):
    """A link within the site or to elsewhere; `current` when it is the page itself."""

    text: str
    href: str
    current: bool = False


class LinkGroup(Struct, frozen=True):
    """Links under a heading; `id` is the heading's."""

    id: str
    title: str
    links: tuple[Link, ...]


class LanguageLink(Struct, frozen=True):
    """The same page in a language: `name` is the language's own name, `url` the absolute address."""

    language: str
    tag: str
    name: str
    href: str
    url: str
    current: bool = False


class Masthead(Struct, frozen=True):
    """The name that leads home, the main menu under its label, the way to a gift. `menu` opens the menu."""

    home: str
    name: str
    slogan: str
    navigation: tuple[Link, ...]
    navigation_label: str
    menu: str
    donate: Link


class SiteFooter(Struct, frozen=True):
    """The foot of every page; an organisation that is invented says so in `demonstration`."""

    name: str
    slogan: str
    about: str
    groups: tuple[LinkGroup, ...]
    contact_title: str
    contact: tuple[Link, ...]
    demonstration: str = ""


class SocialCard(Struct, frozen=True):
    """What is shown of a page where somebody links to it: https://ogp.me/

    `title` is the heading alone, `kind` is `website` or `article`, `locale` and `other_locales` are as
    `sv_FI`. `image` is absolute, its sides are in pixels, `image_alt` says what stands in it; `published` is
    the ISO day of a news item.
    """

    title: str
    kind: str
    locale: str
    other_locales: tuple[str, ...]
    image: str
    image_width: int
    image_height: int
    image_alt: str
    published: str = ""


class Theme(Struct, frozen=True):
    """The brand's colours, as the style sheet's tokens take them."""

    primary: str
    accent: str


class Shell(Struct, frozen=True):
    """Head, header, path and foot. `words` are the interface's words of the language.

    `canonical` and `languages[].url` are absolute; they are empty for a page that has no address of its own
    (404, a form shown again). `languages` is what the switch shows, `announced` what hreflang names.
    `fonts` are the typefaces to ask for at once. `feed` is the language's news, `sharing` the links that pass
    the page on, `structured_html` the page in the words of schema.org: JSON in which nothing can end the
    element that it stands in.
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
    search: Link
    navigation: tuple[Link, ...]
    breadcrumbs: tuple[Link, ...]
    languages: tuple[LanguageLink, ...]
    announced: tuple[LanguageLink, ...]
    footer: tuple[LinkGroup, ...]
    contact: tuple[Link, ...]
    words: dict[str, str]
    indexed: bool = True
    card: SocialCard | None = None
    feed: Link | None = None
    sharing: tuple[Link, ...] = ()
    structured_html: str = ""
    fonts: tuple[str, ...] = ()
