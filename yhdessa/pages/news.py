"""News: the list, its items, and the Markdown pages of docs/ that they are."""

from __future__ import annotations

from datetime import date

from yhdessa.l10n.tags import language_tag
from yhdessa.pages.maker import Maker
from yhdessa.view.news import NewsPage, ProsePage
from yhdessa.view.parts import NewsItem, Pager
from yhdessa.view.shell import Link


def news_page(maker: Maker) -> NewsPage:
    """The list of news, newest first."""
    feed = maker.shells.feed
    return NewsPage(
        lead=maker.texts.fill(maker.words.pages.news.lead or ""),
        items=news_items(maker),
        feed=Link(maker.words.interface.news_feed, feed.href) if feed else None,
    )


def dated_news(maker: Maker) -> list[tuple[date, str]]:
    """The day and the name of each news item that the language has, newest first."""
    dated = ((prose.date, name) for name, prose in maker.words.prose.items() if prose.date is not None)
    return sorted(dated, reverse=True)


def news_items(maker: Maker) -> tuple[NewsItem, ...]:
    """The language's own news, newest first."""
    return tuple(
        NewsItem(
            title=maker.words.prose[name].title,
            href=maker.addresses.href(maker.language, name),
            day=maker.texts.day(day),
            iso=day.isoformat(),
            summary=maker.words.prose[name].description,
        )
        for day, name in dated_news(maker)
    )


def prose_page(maker: Maker, name: str, html: str) -> ProsePage:
    """A Markdown page of docs/, whose text MkDocs has made into `html`; news lead on to other news."""
    day = maker.words.prose[name].date
    waits = name in maker.words.pending_pages
    content = maker.content
    return ProsePage(
        html=html,
        day=maker.words.interface.published.format(date=maker.texts.day(day)) if day else "",
        iso=day.isoformat() if day else "",
        tag=language_tag(content.languages[0], content.organisation.country) if waits else "",
        notice=maker.words.interface.untranslated_page if waits else "",
        pager=_pager(maker, name) if day else None,
    )


def _pager(maker: Maker, name: str) -> Pager:
    """The way to the older item and to the newer one."""
    names = [other for _, other in dated_news(maker)]
    place, words = names.index(name), maker.words.interface
    return Pager(
        previous=_item_link(maker, names[place + 1 :][:1]),
        next=_item_link(maker, names[:place][-1:]),
        previous_over=words.older_news,
        next_over=words.newer_news,
    )


def _item_link(maker: Maker, found: list[str]) -> Link | None:
    """A link to the item that was `found`, if one was."""
    links = (
        Link(maker.words.prose[name].title, maker.addresses.href(maker.language, name)) for name in found
    )
    return next(links, None)
