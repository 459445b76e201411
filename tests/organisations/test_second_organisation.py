"""Another organisation, in another country, currency and default language, without a line of other code."""

from __future__ import annotations

import html
import json
import re
from itertools import chain
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.output import Document, Output
from yhdessa.l10n.hyphens import harden
from yhdessa.model import load_content

SITE_URL = "https://kvarterslyktan.example/"
TAGS = {"sv": "sv", "en": "en-SE", "fi": "fi-SE", "de": "de-SE"}
ENDONYMS = ["svenska", "English", "suomi", "Deutsch"]
DONATE = {"sv": "ge/", "en": "en/give/", "fi": "fi/anna/", "de": "de/spenden/"}
PARTNERS = {"sv": "foretag/", "en": "en/businesses/", "fi": "fi/yritykset/", "de": "de/unternehmen/"}
UNLISTED = {f"{root}404.html" for root in ("", "en/", "fi/", "de/")}
UNLISTED |= {"tack/", "en/thanks/", "fi/kiitos/", "de/danke/"}
UNLISTED |= {"avbruten/", "en/cancelled/", "fi/keskeytyi/", "de/abgebrochen/"}
#: What may be the same everywhere: menus and messages, the United Nations' names, a publication's own title.
SHARED_WORDS = ("interface.yml", "sdgs.yml", "sources.yml")
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def language_of(address: str) -> str:
    first = address.partition("/")[0]
    return first if first in TAGS else "sv"


def source(second: Output, address: str) -> str:
    file = f"{address}index.html" if not address.endswith(".html") else address
    return harden(html.unescape((second.folder / file).read_text(encoding="utf-8")))


def headings(page: Document, level: str) -> list[str]:
    return [heading.text.strip() for heading in page.all(level)]


def alternates(page: Document) -> dict[str, str]:
    links = [link.attributes for link in page.all("link", rel="alternate")]
    return {link["hreflang"]: link["href"] for link in links if "hreflang" in link}


def test_the_first_language_is_at_the_root_and_the_others_have_folders(second: Output) -> None:
    assert {"", "en/", "fi/", "de/"} <= set(second.pages)
    assert "sv/" not in second.pages
    assert second.pages[""].one("title").text == "Kvarterslyktan – Ett ljus i varje trappuppgång"
    assert second.pages["de/"].one("title").text == "Die Quartierslaterne – Ein Licht in jedem Treppenhaus"


def test_every_page_names_its_language_as_it_is_written_in_sweden(second: Output) -> None:
    for address, page in second.pages.items():
        assert page.one("html").attributes["lang"] == TAGS[language_of(address)], address


@pytest.mark.parametrize(
    ("language", "presets", "limit", "price"),
    [
        ("sv", ["100\xa0kr", "250\xa0kr", "500\xa0kr"], "100\xa0000\xa0kr", "120\xa0000\xa0kr per år"),
        ("en", ["SEK\xa0100", "SEK\xa0250", "SEK\xa0500"], "SEK\xa0100,000", "SEK\xa0120,000 a year"),
        ("fi", ["100\xa0kr", "250\xa0kr", "500\xa0kr"], "100\xa0000\xa0kr", "120\xa0000\xa0kr vuodessa"),
        ("de", ["100\xa0SEK", "250\xa0SEK", "500\xa0SEK"], "100.000\xa0SEK", "120.000\xa0SEK im Jahr"),
    ],
)
def test_sums_are_written_as_each_language_writes_swedish_money(
    language: str, presets: list[str], limit: str, price: str, second: Output
) -> None:
    form = source(second, DONATE[language])
    offered = re.findall(r'<label for="amount-\d">([^<]+)</label>', form)
    assert offered[:-1] == presets
    assert limit in form
    assert price in source(second, PARTNERS[language])


def test_days_and_figures_are_written_as_each_language_writes_them(second: Output) -> None:
    assert "från 1\xa0januari 2026 till 31\xa0december 2028" in source(second, DONATE["sv"])
    assert "1.\xa0tammikuuta 2026" in source(second, DONATE["fi"])
    assert "vom 1. Januar 2026 bis zum 31. Dezember 2028" in source(second, DONATE["de"])
    assert "vor der Pandemie 10\xa0% sozial isoliert" in source(second, "de/auftrag/")
    assert "10% were socially isolated" in source(second, "en/mission/")


def test_no_euro_and_nothing_finnish_is_left(second: Output) -> None:
    others = r"€|\bEUR\b|\beuro|Poliisi|Polisstyrelsen|Police Board|Pelastustoimi|Ahvenanmaa|Åland"
    for file in text_files(second):
        assert not re.search(others, harden(html.unescape(file.read_text(encoding="utf-8")))), file


def test_no_name_of_the_first_organisation_is_left(second: Output) -> None:
    names = r"\bYhdessä\b|\bTillsammans\b|\bTogether\b|[Yy]hdessa\b|Helsin(?:ki|gfors)"
    for file in text_files(second):
        assert not re.search(names, harden(html.unescape(file.read_text(encoding="utf-8")))), file


def test_no_text_of_the_first_organisation_is_left(project: Path, second: Output) -> None:
    first = load_content(project / "tests/trees/small")
    texts = {
        part
        for document in first.documents.values()
        if not document.file.endswith(SHARED_WORDS)
        for text in (*texts_in(document.data), document.body)
        for part in re.split(r"\{[^}]*\}|\n+", text)
        if len(part) > 24
    }
    assert len(texts) > 300
    written = "\n".join(
        harden(html.unescape(file.read_text(encoding="utf-8"))) for file in text_files(second)
    )
    assert [text for text in sorted(texts) if text in written] == []


def test_the_first_brand_is_on_no_page(project: Path, second: Output) -> None:
    first = load_content(project / "tests/trees/small").organisation.brand
    for file in text_files(second):
        if file.suffix != ".css":
            text = harden(file.read_text(encoding="utf-8")).lower()
            assert first.primary not in text, file
            assert first.accent not in text, file


def test_the_style_sheet_the_icon_and_the_browser_carry_the_second_brand(second: Output) -> None:
    [style] = second.folder.glob("lasting/site.*.css")
    tokens = ":root{--brand-primary:#12455c;--brand-accent:#8a5a00}\n"
    # Outside the layers, so that it wins over the tokens in them.
    assert style.read_text(encoding="utf-8").startswith(tokens)
    icon = (second.folder / "assets/icon.svg").read_text(encoding="utf-8")
    assert "#12455c" in icon
    assert "#8a5a00" in icon
    for page in second.pages.values():
        assert page.one("meta", name="theme-color").attributes["content"] == "#12455c"


def test_alternates_name_four_languages_and_swedish_for_all_others(second: Output) -> None:
    for address, page in second.pages.items():
        named = alternates(page)
        if address in UNLISTED:
            assert named == {}, address
            continue
        assert list(named) == [*TAGS, "x-default"], address
        assert named["x-default"] == named["sv"]
        assert named[language_of(address)] == SITE_URL + address
        for url in named.values():
            assert alternates(second.pages[url.removeprefix(SITE_URL)]) == named, address


def test_the_sitemap_holds_every_listed_page_with_its_alternates(second: Output) -> None:
    root = ElementTree.fromstring((second.folder / "sitemap.xml").read_text(encoding="utf-8"))
    listed = {}
    for entry in root.findall("s:url", SITEMAP):
        links = {link.attrib["hreflang"]: link.attrib["href"] for link in entry.findall("x:link", SITEMAP)}
        listed[(entry.findtext("s:loc", namespaces=SITEMAP) or "").removeprefix(SITE_URL)] = links
    assert set(listed) == set(second.pages) - UNLISTED
    assert all(links == alternates(second.pages[address]) for address, links in listed.items())


def test_the_language_switch_names_four_languages_in_themselves(second: Output) -> None:
    for address in DONATE.values():
        switch = [link.attributes for link in second.pages[address].all("a") if "hreflang" in link.attributes]
        assert [link["lang"] for link in switch] == list(TAGS)
        assert [link["href"] for link in switch] == [f"/{other}" for other in DONATE.values()]
        assert re.findall(r'hreflang="\w+"[^>]*>([^<]+)</a>', source(second, address)) == ENDONYMS


def test_values_stand_in_the_order_of_the_facts(second: Output) -> None:
    assert headings(second.pages["uppdrag/"], "h3")[:3] == ["Närhet", "Nyfikenhet", "Tålamod"]
    assert headings(second.pages["de/auftrag/"], "h3")[:3] == ["Nähe", "Neugier", "Geduld"]


@pytest.mark.parametrize(
    ("language", "tiers"),
    [
        ("sv", ["Fyr", "Lykta", "Gnista"]),
        ("en", ["Lighthouse", "Lantern", "Spark"]),
        ("fi", ["Majakka", "Lyhty", "Kipinä"]),
        ("de", ["Leuchtturm", "Laterne", "Funke"]),
    ],
)
def test_tiers_have_their_own_names_and_order(language: str, tiers: list[str], second: Output) -> None:
    shown = headings(second.pages[PARTNERS[language]], "h3")
    assert [name for name in shown if name in tiers] == tiers


@pytest.mark.parametrize(
    ("goal", "groups", "partners"),
    [
        ("mal/alla-kanner-nagon/", ["Fyrar", "Lyktor"], ["Bygg & El Exempel AB", "Bokhandeln Exempel"]),
        (
            "de/ziele/ein-ort-am-abend/",
            ["Laternen", "Funken"],
            ["Bokhandeln Exempel", "Cykelverkstaden Exempel HB"],
        ),
    ],
)
def test_a_goal_groups_its_partners_by_its_own_tiers(
    goal: str, groups: list[str], partners: list[str], second: Output
) -> None:
    page = source(second, goal)
    assert re.findall(r'<h3 class="wall-title">([^<]+)</h3>', page) == groups
    assert re.findall(r'<span class="wall-name">([^<]+)</span>', page) == partners


def test_only_the_checked_number_can_be_dialled(second: Output) -> None:
    for address in ("akut/", "en/urgent/", "fi/hata/", "de/hilfe/"):
        links = (link.attributes["href"] for link in second.pages[address].all("a"))
        assert [link for link in links if link.startswith("tel:")] == ["tel:112"]


def test_the_catalogue_offers_swedish_money_in_four_languages(second_house: Path) -> None:
    catalogue = json.loads((second_house / "var/catalogue.json").read_text(encoding="utf-8"))
    assert list(catalogue["languages"]) == list(TAGS)
    assert catalogue["offer"]["currency"] == "SEK"
    assert catalogue["offer"]["presets"] == [10_000, 25_000, 50_000]


def texts_in(value: Any) -> list[str]:
    """Every text in the values of a document."""
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return list(chain.from_iterable(texts_in(item) for item in inner))
    return [value] if isinstance(value, str) else []


def text_files(second: Output) -> list[Path]:
    files = [file for file in sorted(second.folder.rglob("*")) if file.is_file()]
    return [file for file in files if "pagefind" not in file.parts and file.suffix not in (".png", ".woff2")]
