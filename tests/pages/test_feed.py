"""The feed of the news, held against what RFC 4287 asks for."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.edits import change
from yhdessa.model import load_content
from yhdessa.pages.site import Site

ATOM = {"a": "http://www.w3.org/2005/Atom"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
#: RFC 3339, 5.6, in the one form that RFC 4287, 3.3 allows.
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
FILES = {"fi": "uutiset/feed.xml", "sv": "sv/nyheter/feed.xml", "en": "en/news/feed.xml"}
ITEM = """---
title: {title}
description: {description}
slug: {slug}
date: {date}
---
Text.
"""


def feeds(tree: Path, site_url: str = "https://example.org/yhdessa/") -> dict[str, str]:
    site = Site(load_content(tree), site_url, "assets/site.css")
    return {file.path: file.content().decode() for file in site.files() if file.path.endswith("feed.xml")}


def read(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def add_item(tree: Path, name: str, **fields: str) -> None:
    for language in ("fi", "sv", "en"):
        told = {"title": f"Item {name}", "description": "What it says.", "slug": name, **fields}
        change(tree, {"file": f"docs/{language}/news/{name}.md", "write": ITEM.format(**told)})


def test_each_language_has_a_feed_below_its_list_of_news(tree: Path) -> None:
    assert sorted(feeds(tree)) == sorted(FILES.values())


@pytest.mark.parametrize("language", FILES)
def test_a_feed_has_what_the_standard_requires(tree: Path, language: str) -> None:
    """RFC 4287: 4.1.1 (feed), 4.1.2 (entry), 4.2.6 (id), 4.2.7 (link), 3.3 (dates)."""
    add_item(tree, "second", date="2026-11-18")
    feed = read(feeds(tree)[FILES[language]])
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    assert feed.get(XML_LANG) == {"fi": "fi", "sv": "sv-FI", "en": "en-FI"}[language]
    for record in (feed, *feed.findall("a:entry", ATOM)):
        for name in ("id", "title", "updated"):
            assert len(record.findall(f"a:{name}", ATOM)) == 1
        assert all(INSTANT.fullmatch(day.text or "") for day in record.findall("a:updated", ATOM))
        # An absolute IRI.
        assert re.match(r"(?:https|tag):", record.findtext("a:id", "", ATOM))
    assert feed.findtext("a:author/a:name", "", ATOM)
    ids = [entry.findtext("a:id", "", ATOM) for entry in feed.findall("a:entry", ATOM)]
    assert len(set(ids)) == len(ids) == 2


def test_a_feed_names_its_own_address_and_the_page_that_it_is_of(tree: Path) -> None:
    feed = read(feeds(tree)["sv/nyheter/feed.xml"])
    links = {link.get("rel"): (link.get("href"), link.get("type")) for link in feed.findall("a:link", ATOM)}
    page = "https://example.org/yhdessa/sv/nyheter/"
    assert links == {
        "self": (f"{page}feed.xml", "application/atom+xml"),
        "alternate": (page, "text/html"),
    }


def test_an_entry_is_dated_at_noon_leads_to_its_page_and_keeps_its_id(tree: Path) -> None:
    def entry() -> dict[str, str]:
        (found,) = read(feeds(tree)["sv/nyheter/feed.xml"]).findall("a:entry", ATOM)
        link = found.find("a:link", ATOM)
        assert link is not None
        told = {
            part: found.findtext(f"a:{part}", "", ATOM) for part in ("id", "published", "updated", "summary")
        }
        return {**told, "link": link.attrib["href"]}

    before = entry()
    assert before == {
        "id": "tag:example.org,2026-11-16:sv/news/2026-11-five-local-goals",
        "published": "2026-11-16T12:00:00Z",
        "updated": "2026-11-16T12:00:00Z",
        "summary": "Hem, trygghet, sällskap, stöd och arbete. Nu kan vem som helst i vår stad vara med.",
        "link": "https://example.org/yhdessa/sv/nyheter/fem-lokala-mal/",
    }
    item = "docs/sv/news/2026-11-five-local-goals.md"
    change(tree, {"file": item, "replace": "slug: fem-lokala-mal", "with": "slug: de-fem-malen"})
    after = entry()
    assert after["link"].endswith("/sv/nyheter/de-fem-malen/")
    assert after["id"] == before["id"]


def test_news_come_newest_first_and_the_newest_dates_the_feed(tree: Path) -> None:
    add_item(tree, "older", date="2026-01-05")
    add_item(tree, "newer", date="2026-11-20")
    feed = read(feeds(tree)["en/news/feed.xml"])
    titles = [entry.findtext("a:title", "", ATOM) for entry in feed.findall("a:entry", ATOM)]
    assert titles == ["Item newer", "Five local goals are open", "Item older"]
    assert feed.findtext("a:updated", "", ATOM) == "2026-11-20T12:00:00Z"


def test_signs_of_markup_in_a_title_are_shown_as_they_were_written(tree: Path) -> None:
    title, told = 'Tea & "cake" <b>now</b>', "5 < 6 & ]]> 'so'"
    add_item(tree, "signs", title=f"'{title}'", description='"' + told + '"', date="2026-11-20")
    entry = read(feeds(tree)["en/news/feed.xml"]).find("a:entry", ATOM)
    assert entry is not None
    assert (entry.findtext("a:title", "", ATOM), entry.findtext("a:summary", "", ATOM)) == (title, told)


def test_an_item_that_waits_for_its_translation_says_which_language_it_is_in(tree: Path) -> None:
    (tree / "docs/sv/news/2026-11-five-local-goals.md").unlink()
    change(tree, {"file": "content/sv/pending.yml", "write": "pages: [news/2026-11-five-local-goals]\n"})
    made = feeds(tree)
    (entry,) = read(made["sv/nyheter/feed.xml"]).findall("a:entry", ATOM)
    assert entry.get(XML_LANG) == "fi"
    assert entry.findtext("a:title", "", ATOM) == "Viisi paikallista tavoitetta on avattu"
    (own,) = read(made["uutiset/feed.xml"]).findall("a:entry", ATOM)
    assert own.get(XML_LANG) is None


def test_the_same_content_makes_the_same_feed(tree: Path) -> None:
    assert feeds(tree) == feeds(tree)


def test_a_site_without_news_has_no_feed_and_names_none(tree: Path) -> None:
    for file in (tree / "docs").rglob("news/*.md"):
        file.unlink()
    assert feeds(tree) == {}
    site = Site(load_content(tree), "https://example.org/", "assets/site.css")
    assert {plan.shell.feed for plan in site.plans("sv")} == {None}


def test_every_page_of_a_language_names_its_feed(tree: Path) -> None:
    site = Site(load_content(tree), "https://example.org/yhdessa/", "assets/site.css")
    named = {plan.shell.feed.href for plan in site.plans("sv") if plan.shell.feed}
    assert named == {"/yhdessa/sv/nyheter/feed.xml"}
