"""The built site, read as a visitor, a search engine and a screen reader find it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from tests.output import SITE_URL, Document, Output

LANGUAGES = {"fi": "fi", "sv": "sv-FI", "en": "en-FI"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
UNLISTED = {"404.html", "sv/404.html", "en/404.html", "kiitos/", "sv/tack/", "en/thank-you/"}


def language_of(address: str) -> str:
    first = address.partition("/")[0]
    return first if first in ("sv", "en") else "fi"


def alternates(page: Document) -> dict[str, str]:
    links = page.all("link", rel="alternate")
    return {
        link.attributes["hreflang"]: link.attributes["href"]
        for link in links
        if "hreflang" in link.attributes
    }


def test_every_language_has_the_same_pages_at_addresses_of_its_own(built: Output) -> None:
    count = Counter(language_of(address) for address in built.pages)
    assert len(set(count.values())) == 1
    assert {"lahjoita/", "sv/donera/", "en/donate/", "", "sv/", "en/"} <= set(built.pages)
    assert {"tavoitteet/kukaan-ei-jaa-yksin/", "sv/mal/ingen-blir-ensam/"} <= set(built.pages)


def test_each_page_names_its_own_language(built: Output) -> None:
    for address, page in built.pages.items():
        assert page.one("html").attributes["lang"] == LANGUAGES[language_of(address)], address


def test_alternates_are_absolute_reciprocal_and_have_a_default(built: Output) -> None:
    for address, page in built.pages.items():
        named = alternates(page)
        if address in UNLISTED:
            assert not named, address
            continue
        assert set(named) == {*LANGUAGES, "x-default"}, address
        assert named["x-default"] == named["fi"]
        assert named[language_of(address)] == SITE_URL + address
        for url in named.values():
            assert alternates(built.pages[url.removeprefix(SITE_URL)]) == named, address


def test_listed_pages_name_their_canonical_address_and_others_ask_not_to_be_listed(built: Output) -> None:
    for address, page in built.pages.items():
        canonical = [link.attributes["href"] for link in page.all("link", rel="canonical")]
        hidden = bool(page.all("meta", name="robots", content="noindex"))
        assert (canonical, hidden) == (
            ([], True) if address in UNLISTED else ([SITE_URL + address], False)
        ), address


def test_the_sitemap_holds_each_listed_page_with_its_alternates(built: Output) -> None:
    root = ElementTree.fromstring((built.folder / "sitemap.xml").read_text(encoding="utf-8"))
    listed = {}
    for entry in root.findall("s:url", SITEMAP):
        location = entry.findtext("s:loc", namespaces=SITEMAP) or ""
        links = entry.findall("x:link", SITEMAP)
        listed[location.removeprefix(SITE_URL)] = {
            link.attrib["hreflang"]: link.attrib["href"] for link in links
        }
    assert set(listed) == set(built.pages) - UNLISTED
    assert all(listed[address] == alternates(built.pages[address]) for address in listed)


def test_robots_lead_to_the_sitemap(built: Output) -> None:
    lines = (built.folder / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert f"Sitemap: {SITE_URL}sitemap.xml" in lines


def test_no_link_within_the_site_is_dead(built: Output) -> None:
    for address, page in built.pages.items():
        ids = {element.attributes["id"] for element in page.elements if "id" in element.attributes}
        for link in page.all("a"):
            target = urlsplit(urljoin(f"/{address}", link.attributes["href"]))
            if target.scheme or target.netloc:
                continue
            linked = built.pages.get(target.path.lstrip("/"))
            assert linked is not None, f"{address} links to {link.attributes['href']}"
            if target.fragment:
                names = (
                    {element.attributes.get("id") for element in linked.elements}
                    if linked is not page
                    else ids
                )
                assert target.fragment in names, f"{address} links to {link.attributes['href']}"


def test_nothing_is_requested_from_anyone_else(built: Output) -> None:
    for address, page in built.pages.items():
        for element in page.elements:
            named = element.name == "link" and element.attributes.get("rel") in ("canonical", "alternate")
            reference = element.attributes.get("src") or (
                element.attributes.get("href", "") if element.name == "link" and not named else ""
            )
            assert not urlsplit(reference).netloc, f"{address} requests {reference}"
    styles = "".join(file.read_text(encoding="utf-8") for file in built.folder.rglob("*.css"))
    assert not re.search(r"url\(\s*['\"]?(?:https?:)?//|@import", styles)


def test_no_page_needs_a_script_or_carries_markup_that_a_strict_policy_forbids(built: Output) -> None:
    for address, page in built.pages.items():
        assert not page.all("script"), address
        assert not page.all("style"), address
        for element in page.elements:
            forbidden = [name for name in element.attributes if name == "style" or name.startswith("on")]
            assert not forbidden, f"{address}: {element.name} has {forbidden}"


def test_nothing_of_material_is_shipped(built: Output) -> None:
    files = {file.relative_to(built.folder).as_posix() for file in built.folder.rglob("*") if file.is_file()}
    others = {file for file in files if not file.endswith(".html")}
    assert {re.sub(r"site\.[0-9a-f]{10}\.css", "site.css", file) for file in others} == {
        "assets/icon.svg",
        "assets/site.css",
        "robots.txt",
        "sitemap.xml",
    }


def test_every_page_has_one_main_heading_and_no_gap_below_it(built: Output) -> None:
    for address, page in built.pages.items():
        levels = [int(element.name[1]) for element in page.elements if re.fullmatch("h[1-6]", element.name)]
        assert levels.count(1) == 1, address
        assert levels[0] == 1, address
        assert all(after - before <= 1 for before, after in pairwise(levels)), address


@pytest.mark.parametrize("what", ["title", "description"])
def test_no_two_pages_of_a_language_have_the_same(what: str, built: Output) -> None:
    said = Counter(
        (
            language_of(address),
            page.one("title").text
            if what == "title"
            else page.one("meta", name="description").attributes["content"],
        )
        for address, page in built.pages.items()
    )
    assert [text for text, count in said.items() if count > 1] == []


def test_help_is_the_first_link_after_the_one_that_skips_the_menu(built: Output) -> None:
    for address, page in built.pages.items():
        first, second = (link.attributes["href"] for link in page.all("a")[:2])
        assert first == "#content", address
        assert second in ("/apua/", "/sv/hjalp/", "/en/help/"), address


def test_the_language_switch_leads_to_the_same_page_and_names_languages_in_themselves(built: Output) -> None:
    page = built.pages["sv/donera/"]
    switch = [link for link in page.all("a") if "hreflang" in link.attributes]
    assert [(link.attributes["hreflang"], link.attributes["href"]) for link in switch] == [
        ("fi", "/lahjoita/"),
        ("sv", "/sv/donera/"),
        ("en", "/en/donate/"),
    ]
    assert [link.attributes.get("lang") for link in switch] == ["fi", "sv", "en"]


def test_each_figure_stands_with_its_source_as_the_language_writes_it(built: Output) -> None:
    for file, figure, source in (
        ("index.html", "14\u00a0%", "HelsinkiMissio"),
        ("sv/mal/ingen-blir-ensam/index.html", "10\u00a0%", "Västerås stadsmission"),
        ("en/index.html", "68%", "HelsinkiMissio"),
    ):
        text = (built.folder / file).read_text(encoding="utf-8")
        assert figure in text
        assert source in text


def test_no_secret_of_stripes_is_in_the_output(built: Output) -> None:
    for file in built.folder.rglob("*"):
        if file.is_file():
            assert not re.search(rb"\b(?:[sr]k_(?:test|live)_|whsec_)", file.read_bytes()), file


def test_only_numbers_that_somebody_checked_can_be_dialled(built: Output) -> None:
    for address in ("apua/", "sv/hjalp/", "en/help/"):
        dialled = [
            link.attributes["href"]
            for link in built.pages[address].all("a")
            if "tel:" in link.attributes["href"]
        ]
        assert dialled == ["tel:112"]
