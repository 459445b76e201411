"""The built site, read as a visitor, a search engine and a screen reader find it."""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import pairwise
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from tests.output import SITE_URL, Document, Element, Output
from yhdessa.headers import STARTER
from yhdessa.l10n.hyphens import SOFT_HYPHEN

LANGUAGES = {"fi": "fi", "sv": "sv-FI", "en": "en-FI"}
ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
UNLISTED = {
    *("404.html", "sv/404.html", "en/404.html", "kiitos/", "sv/tack/", "en/thank-you/"),
    *("keskeytyi/", "sv/avbruten/", "en/cancelled/"),
}


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


@pytest.fixture(scope="session")
def answered(answers: dict[str, str]) -> list[Document]:
    """Pages that the functions make: forms with errors, and thanks."""
    documents = []
    for name, html in answers.items():
        document = Document(name)
        document.feed(html)
        documents.append(document)
    return documents


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


def dead_links(page: Document, built: Output) -> list[str]:
    """The links of a page to the site's own pages, places in them and files that are not there."""
    dead = []
    for link in page.all("a"):
        target = urlsplit(urljoin(f"/{page.path}", link.attributes["href"]))
        if target.scheme or target.netloc:
            continue
        path = target.path.lstrip("/")
        itself = link.attributes["href"].startswith("#")
        linked = page if itself else built.pages.get(path)
        there = linked is not None or (not path.endswith("/") and (built.folder / path).is_file())
        if not there or (target.fragment and (linked is None or target.fragment not in linked.ids)):
            dead.append(f"{page.path} links to {link.attributes['href']}")
    return dead


def test_no_link_within_the_site_is_dead(built: Output) -> None:
    assert [dead for page in built.pages.values() for dead in dead_links(page, built)] == []


def test_no_link_of_a_page_that_the_functions_make_is_dead(built: Output, answered: list[Document]) -> None:
    assert [dead for page in answered for dead in dead_links(page, built)] == []


@pytest.mark.parametrize("href", ["/no-such-page/", "/lahjoita/#no-such-place", "#no-such-place", "/no.csv"])
def test_a_dead_link_would_be_found(href: str, built: Output) -> None:
    page = Document("")
    page.feed(f'<a href="{href}">')
    assert dead_links(page, built) == [f" links to {href}"]


def test_the_picture_and_the_feed_that_a_page_names_are_there(built: Output) -> None:
    for address, page in built.pages.items():
        (picture,) = page.all("meta", property="og:image")
        file = built.folder / picture.attributes["content"].removeprefix(SITE_URL)
        assert file.read_bytes().startswith(b"\x89PNG"), address
        (feed,) = page.all("link", type="application/atom+xml")
        assert (built.folder / feed.attributes["href"].lstrip("/")).is_file(), address


def test_nothing_that_pictures_are_made_of_is_published(built: Output) -> None:
    assert not [file for file in built.folder.rglob("*") if file.suffix in (".ttf", ".otf")]
    assert not (built.folder / "share").exists()


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
        # A block of data is not executed, and no policy of scripts forbids it.
        scripts = [
            script for script in page.all("script") if script.attributes != {"type": "application/ld+json"}
        ]
        # Without them, search is a list of all pages, a donation form is what every other form is, the
        # calculator is a table, and the tool for payroll offices says how a spreadsheet does the same.
        own = {"search": 1, "donate": 1, "goal": 1, "payroll": 2, "payroll_tool": 3}
        count = len(page.all("form")) if page.kind == "team" else own.get(page.kind, 0)
        assert [script.text for script in scripts] == [STARTER] * count, address
        assert all(list(script.attributes) == ["data-script"] for script in scripts), address
        assert all(script.attributes["data-script"].startswith("/lasting/") for script in scripts), address
        assert not page.all("style"), address
        for element in page.elements:
            forbidden = [name for name in element.attributes if name == "style" or name.startswith("on")]
            assert not forbidden, f"{address}: {element.name} has {forbidden}"


def asked_for(built: Output) -> set[str]:
    """The addresses of all files that a page, or a style sheet, asks for or leads to."""
    found = set()
    for address, page in built.pages.items():
        for element in page.elements:
            for attribute in ("href", "src", "content", "data-script"):
                value = element.attributes.get(attribute, "")
                if value and " " not in value:
                    found.add(urlsplit(urljoin(f"/{address}", value)).path.lstrip("/"))
    for sheet in built.folder.rglob("*.css"):
        folder = f"/{sheet.relative_to(built.folder).parent.as_posix()}/"
        for url in re.findall(r"url\(['\"]?([^'\")]+)", sheet.read_text(encoding="utf-8")):
            found.add(urljoin(folder, url).lstrip("/"))
    return found


def test_nothing_is_shipped_that_nobody_asks_for(built: Output) -> None:
    """Nothing of Material's, that is: it has a style sheet, scripts, fonts and a search of its own."""
    files = {file.relative_to(built.folder).as_posix() for file in built.folder.rglob("*") if file.is_file()}
    unasked = files - set(built.pages) - asked_for(built)
    unasked -= {f"{address}index.html" for address in built.pages}
    # What hosts and search engines read, the icon of feeds, typefaces' licences, and what our search loads.
    known = (
        r"_headers|_redirects|\.htaccess|robots\.txt|sitemap\.xml|assets/icon\.svg"
        r"|lasting/\w+-OFL\.txt|pagefind/.*"
    )
    assert sorted(file for file in unasked if not re.fullmatch(known, file)) == []


def test_every_page_has_one_main_heading_and_no_gap_below_it(built: Output, answered: list[Document]) -> None:
    for page in [*built.pages.values(), *answered]:
        address = page.path
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


def test_titles_and_descriptions_are_as_long_as_search_engines_show(built: Output) -> None:
    """Titles are cut off after some 60 to 70 letters, descriptions after some 160."""
    for address in set(built.pages) - UNLISTED:
        page = built.pages[address]
        description = page.one("meta", name="description").attributes["content"]
        assert 10 <= len(page.one("title").text) <= 70, address
        assert 40 <= len(description) <= 160, f"{address}: {len(description)} letters"


def test_no_two_elements_of_a_page_have_the_same_id(built: Output, answered: list[Document]) -> None:
    for page in [*built.pages.values(), *answered]:
        assert [name for name, count in Counter(page.ids).items() if count > 1] == [], page.path


def test_whatever_an_element_refers_to_is_in_its_page(built: Output, answered: list[Document]) -> None:
    references = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget")
    for page in [*built.pages.values(), *answered]:
        named = {
            name
            for element in page.elements
            for attribute in references
            for name in element.attributes.get(attribute, "").split()
        }
        assert named - set(page.ids) == set(), page.path


def picture_faults(picture: Element) -> list[str]:
    """What a picture lacks: words for who does not see it, its size, and patience below the first screen."""
    lacking = [name for name in ("alt", "width", "height") if name not in picture.attributes]
    at_once = picture.attributes.get("fetchpriority") == "high"
    return lacking if at_once or picture.attributes.get("loading") == "lazy" else [*lacking, "loading"]


def test_every_picture_has_words_and_a_size_and_waits_until_it_is_near(built: Output) -> None:
    for address, page in built.pages.items():
        assert [fault for picture in page.all("img") for fault in picture_faults(picture)] == [], address


def test_a_picture_that_lacks_them_would_be_found() -> None:
    assert picture_faults(Element("img", {"src": "a.webp"})) == ["alt", "width", "height", "loading"]
    sized = {"alt": "", "width": "1", "height": "1"}
    assert picture_faults(Element("img", {**sized, "loading": "lazy"})) == []
    assert picture_faults(Element("img", {**sized, "fetchpriority": "high"})) == []


def test_every_drawing_is_told_in_words_or_is_an_ornament(built: Output) -> None:
    for address, page in built.pages.items():
        for drawing in page.all("svg"):
            told = drawing.attributes.get("role") == "img" and drawing.attributes.get("aria-label")
            nested = "x" in drawing.attributes
            assert told or nested or drawing.attributes.get("aria-hidden") == "true", f"{address}: {drawing}"


def test_forms_are_sent_to_the_site_itself(built: Output, answered: list[Document]) -> None:
    for page in [*built.pages.values(), *answered]:
        for form in page.all("form"):
            action = form.attributes["action"]
            own = action.startswith("/api/") or action.lstrip("/") in built.pages
            assert own, f"{page.path} sends a form to {action}"


def test_nobody_is_followed(built: Output, answered: list[Document]) -> None:
    for page in [*built.pages.values(), *answered]:
        for link in page.all("a"):
            assert "ping" not in link.attributes, page.path
            assert not re.search(r"[?&](utm_\w+|fbclid|gclid)=", link.attributes["href"]), page.path
    for script in built.folder.rglob("*.js"):
        text = script.read_text(encoding="utf-8")
        assert not re.search(r"sendBeacon|document\.cookie|localStorage", text), script


def test_each_feed_is_one_that_readers_take(built: Output) -> None:
    """As RFC 4287 asks: a title, an id and a date, of the feed and of each entry; links lead to pages."""
    feeds = sorted(built.folder.rglob("feed.xml"))
    assert len(feeds) == len(LANGUAGES)
    for file in feeds:
        root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
        address = file.relative_to(built.folder).as_posix()
        itself = root.find("a:link[@rel='self']", ATOM)
        assert itself is not None
        assert itself.attrib["href"] == SITE_URL + address
        entries = root.findall("a:entry", ATOM)
        assert entries, address
        for holder in (root, *entries):
            for name in ("title", "id", "updated"):
                assert (holder.findtext(f"a:{name}", namespaces=ATOM) or "").strip(), f"{address}: {name}"
            page = holder.find("a:link[@rel='alternate']", ATOM)
            assert page is not None
            assert page.attrib["href"].removeprefix(SITE_URL) in built.pages, address
        ids = Counter(entry.findtext("a:id", namespaces=ATOM) for entry in entries)
        assert set(ids.values()) == {1}, address


def test_each_table_to_download_has_as_many_cells_in_every_row(built: Output) -> None:
    for file in built.folder.rglob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.reader(lines, csv.Sniffer().sniff(lines.readline(), ",;\t")))
        assert rows, file
        assert len({len(row) for row in rows}) == 1, file


def test_pages_of_the_functions_hold_no_secret_and_no_soft_hyphen_that_machines_read(
    answers: dict[str, str],
) -> None:
    for name, html in answers.items():
        assert not re.search(r"\b(?:[sr]k_(?:test|live)_|whsec_)", html), name
        assert not [tag for tag in re.findall(r"<[^>]+>", html) if SOFT_HYPHEN in tag], name


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
