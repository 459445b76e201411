"""What the list of news and the Markdown pages of `docs/` say."""

from __future__ import annotations

from typing import ClassVar

from yhdessa.view.page import Page
from yhdessa.view.parts import NewsItem, Pager
from yhdessa.view.shell import Link


class NewsPage(Page, frozen=True):
    """The list of news, newest first."""

    kind: ClassVar[str] = "news"
    lead: str
    items: tuple[NewsItem, ...]
    feed: Link | None = None


class ProsePage(Page, frozen=True):
    """A Markdown page of `docs/`; `html` is what MkDocs made of it.

    `day`, `iso` and `pager` for news items; `tag` and `notice` for a page that waits for its translation: the
    language of `html`, and what is said.
    """

    kind: ClassVar[str] = "prose"
    html: str
    day: str
    iso: str
    tag: str = ""
    notice: str = ""
    pager: Pager | None = None
