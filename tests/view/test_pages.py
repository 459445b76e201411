"""A page of every kind, and the shell around it."""

from __future__ import annotations

import gzip
from itertools import pairwise

import pytest

from tests.view.examples import KINDS, PAGE_EXAMPLES, PAGES, TEMPLATES, render_page
from tests.view.parsed import Element, parse
from yhdessa.headers import STARTER

every_page = pytest.mark.parametrize("name", PAGE_EXAMPLES)
LIGHT = 30_000


def shown(name: str, **changed: object) -> Element:
    return parse(render_page(name, **changed))


def test_every_kind_of_page_has_a_template_and_an_example():
    files = {path.stem for path in (TEMPLATES / "pages").glob("*.html")}
    assert files == set(KINDS) == {kind for kind, _ in PAGES.values()}


@every_page
def test_a_page_has_one_h1_and_no_gap_in_its_headings(name: str):
    levels = [int(heading.tag[1]) for heading in shown(name).all("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(lower <= upper + 1 for upper, lower in pairwise(levels)), levels


@every_page
def test_a_page_has_one_of_each_landmark(name: str):
    body = shown(name).one("body")
    assert [child.tag for child in body.children if isinstance(child, Element)] == [
        "a",
        "header",
        "nav",
        "main",
        "footer",
    ]
    assert (body.one("main")["id"], body.one("main")["tabindex"]) == ("content", "-1")


@every_page
def test_every_navigation_and_section_has_a_name(name: str):
    page = shown(name)
    known = page.by_id()
    parts = page.all("nav", "section")
    names = [part.get("aria-label") or known[part["aria-labelledby"]].text for part in parts]
    assert all(names)
    assert len(set(names)) == len(names)


@every_page
def test_a_link_within_a_page_leads_somewhere(name: str):
    page = shown(name)
    within = [link["href"][1:] for link in page.all("a") if link["href"].startswith("#")]
    assert within[0] == "content"
    assert set(within) <= set(page.by_id())


@every_page
def test_help_is_the_first_link_of_the_header(name: str):
    page = shown(name)
    first = page.all("header")[0].all("a")[0]
    assert (first["href"], first.text) == ("/sv/hjalp/", "Få hjälp nu")
    assert page.all("a")[0].text == "[skip_to_content]"


@every_page
def test_a_page_asks_nobody_else_for_anything(name: str):
    page = shown(name)
    data, *scripts = page.all("script")
    assert data.attributes == {"type": "application/ld+json"}
    # One page has something to do that HTML cannot.
    own = {"data-script": "/lasting/search.0123456789.js"}
    assert [script.attributes for script in scripts] == ([own] if name == "search" else [])
    assert {script.text for script in scripts} <= {STARTER}
    assert not page.all("style", "img", "iframe", "object")
    wanted = [link for link in page.all("link") if link["rel"] in ("stylesheet", "icon")]
    assert [link["href"] for link in wanted] == ["/assets/icon.svg", "/assets/site.css"]
    names = {attribute for element in page.elements for attribute in element.attributes}
    assert not {attribute for attribute in names if attribute == "style" or attribute.startswith("on")}


@every_page
def test_a_page_is_in_its_language_and_says_that_it_is_a_demonstration(name: str):
    page = shown(name)
    assert page.one("html")["lang"] == "sv-FI"
    assert "Organisationen är påhittad." in page.all("header")[0].text
    assert "Organisationen är påhittad." in page.all("footer")[0].text


def test_an_organisation_that_is_not_invented_has_no_notice():
    page = shown("home", demonstration="")
    assert not page.with_class("demonstration")
    assert not page.with_class("footer-demonstration")


def test_the_head_announces_translations_with_absolute_addresses():
    links = {link["hreflang"]: link["href"] for link in shown("goal").all("link") if link.get("hreflang")}
    assert links == {
        "fi": "https://example.org/sivu/",
        "sv": "https://example.org/sv/sidan/",
        "x-default": "https://example.org/sivu/",
    }


def test_a_page_without_an_address_of_its_own_is_neither_announced_nor_listed():
    page = shown("not_found", canonical="", x_default="", announced=[], indexed=False, breadcrumbs=[])
    assert not [link for link in page.all("link") if link["rel"] == "canonical" or link.get("hreflang")]
    assert not [meta for meta in page.all("meta") if meta.get("property") == "og:url"]
    assert not page.all("script")
    assert [meta["content"] for meta in page.all("meta") if meta.get("name") == "robots"] == ["noindex"]
    assert not page.with_class("breadcrumbs")


def test_the_head_leads_to_the_feed_of_the_news():
    feeds = [link for link in shown("home").all("link") if link.get("type") == "application/atom+xml"]
    assert [(link["rel"], link["title"], link["href"]) for link in feeds] == [
        ("alternate", "Nyheter", "/sv/nyheter/feed.xml")
    ]
    assert not [link for link in shown("home", feed=None).all("link") if link.get("type") == feeds[0]["type"]]


def test_a_page_to_pass_on_ends_with_plain_links():
    share = shown("goal").one("main").with_class("share")[0]
    assert [link["href"] for link in share.all("a")] == ["https://wa.me/?text=Sidan"]
    assert [link.text for link in share.all("a")] == ["WhatsApp"]
    assert not shown("goal", sharing=[]).with_class("share")


def test_a_listed_page_is_not_kept_from_search_engines():
    page = shown("goal")
    assert not [meta for meta in page.all("meta") if meta.get("name") == "robots"]
    assert [link["href"] for link in page.all("link") if link["rel"] == "canonical"] == [
        "https://example.org/sv/sidan/"
    ]


def test_the_menu_opens_without_a_script_and_is_a_plain_list_where_it_cannot():
    page = shown("home")
    (button,) = page.with_class("menu-button")
    panel = page.by_id()[button["popovertarget"]]
    assert "popover" in panel.attributes
    assert [link.text for link in panel.one("ul").all("a")] == ["Mission", "Mål"]
    assert [link.text for link in panel.all("a") if link.get("aria-current") == "page"] == ["Mål"]


def test_markup_in_the_organisations_own_words_is_shown_as_written():
    page = shown("home", site_name="A <b>& B", slogan='"quoted"', about="<script>alert(1)</script>")
    assert "A <b>& B" in page.all("footer")[0].text
    assert "<script>alert(1)</script>" in page.all("footer")[0].text


def test_a_text_that_is_already_marked_up_stays_so():
    assert [bold.text for bold in shown("goal").one("main").all("strong")] == ["uppmärkning"]


def test_a_goal_without_partners_asks_for_the_first():
    assert "[no_partners]" in shown("a goal that nobody supports yet").text
    assert "[no_partners]" not in shown("goal").text


def test_a_front_page_shows_no_heading_over_nothing():
    headings = [heading.text for heading in shown("a front page before there is news or a figure").all("h2")]
    assert "Nyheter" not in headings
    assert "Siffror" not in headings


def test_the_word_for_values_is_the_word_and_not_a_method():
    """`words.values` would be the method of the dictionary."""
    assert "[values]" in [heading.text for heading in shown("mission").all("h2")]


def test_a_goal_page_is_light():
    assert len(gzip.compress(render_page("goal").encode())) < LIGHT
