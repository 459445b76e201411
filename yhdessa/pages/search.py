"""The page of search: a form for what the script can do, and every page of the language for everyone."""

from __future__ import annotations

import json
from collections.abc import Iterator

from yhdessa.l10n.plural import check_plural
from yhdessa.l10n.word_forms import cuts
from yhdessa.pages.challenges.names import page_title
from yhdessa.pages.maker import Maker
from yhdessa.pages.news import dated_news
from yhdessa.pages.shell import FOOTER, NEWS, UNLISTED
from yhdessa.view.search import SearchPage
from yhdessa.view.shell import Link, LinkGroup

SEARCH = "search"
#: The folder below the site's root that `pages/search_index.py` fills, with one a language.
INDEX = "pagefind/"
#: Pages that are below another: a group of links under the name of the one above them.
FOLDERS = ("goals", "programmes", "impact", "challenges", "news")
#: The group of what no other has; the front page stands first in it.
REST = "footer_site"


def search_page(maker: Maker) -> SearchPage:
    """The form, what the script says, and the list of all pages."""
    return SearchPage(
        lead=maker.lead(SEARCH),
        action=maker.addresses.href(maker.language, SEARCH),
        index=f"{maker.addresses.base}{INDEX}{maker.language}/",
        script=maker.script("search"),
        words=_words(maker),
        groups=all_pages(maker),
    )


def all_pages(maker: Maker) -> tuple[LinkGroup, ...]:
    """Every page of the language that a reader may look for, once: first the pages that stand alone, in the
    groups of the foot, then those of each folder.
    """
    groups = [*_groups_of_the_foot(maker), *_folders(maker)]
    return tuple(group for group in groups if group.links)


def _groups_of_the_foot(maker: Maker) -> Iterator[LinkGroup]:
    listed: set[str] = set()
    there = maker.addresses.paths[maker.language]
    for key, pages in FOOTER.items():
        own = [name for name in pages if name in there and name not in listed]
        if key == REST:
            named = {name for names in FOOTER.values() for name in names}
            others = [name for name in there if name not in named and not _hidden(name) and not _below(name)]
            own = [*others, *own]
        listed.update(own)
        title = str(getattr(maker.words.interface, key))
        yield LinkGroup(f"all-{key.removeprefix('footer_')}", title, _links(maker, own))


def _folders(maker: Maker) -> Iterator[LinkGroup]:
    for folder in FOLDERS:
        index = f"{folder}/index"
        if maker.addresses.has(maker.language, index):
            heading = maker.shells.heading(index)
            yield LinkGroup(f"all-{folder}", heading, _links(maker, _in_order(maker, folder)))


def _in_order(maker: Maker, folder: str) -> list[str]:
    """The pages of a folder: goals by number, news by day, newest first, all else as it is written."""
    if folder == "goals":
        return [f"goals/{name}" for name in maker.content.goals_in_order()]
    there = [name for name in maker.addresses.paths[maker.language] if _below(name) == folder]
    if f"{folder}/index" == NEWS:
        days = {name: place for place, (_, name) in enumerate(dated_news(maker))}
        return sorted(there, key=lambda name: days.get(name, len(days)))
    return there


def _links(maker: Maker, names: list[str]) -> tuple[Link, ...]:
    # A team may be in several challenges: here its page is told by both names.
    texts = {name: page_title(maker.content, maker.words, name) for name in names}
    # The front page's heading is the name of the site.
    texts["index"] = maker.shells.label("index")
    return tuple(maker.link(name, texts[name] or maker.shells.heading(name)) for name in names)


def _hidden(name: str) -> bool:
    return name in (*UNLISTED, SEARCH)


def _below(name: str) -> str:
    """The folder that a page is in, as one of FOLDERS; empty for a page that stands alone."""
    folder, _, rest = name.partition("/")
    return folder if folder in FOLDERS and rest != "index" else ""


def _words(maker: Maker) -> str:
    """What the script says, as JSON, and how it cuts words; `{n}` and `{query}` are filled by it."""
    said = maker.words.interface
    words = {
        "found": check_plural(said.search_found, maker.language),
        "none": said.search_none,
        "wait": said.search_wait,
        "failed": said.search_failed,
        "cuts": cuts(maker.language),
    }
    return json.dumps(words, ensure_ascii=False, sort_keys=True)
