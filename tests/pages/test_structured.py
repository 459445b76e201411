"""What pages say in the words of schema.org, read from their HTML as a search engine reads it."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.edits import change
from tests.view.examples import renderer
from yhdessa.model import load_content
from yhdessa.pages.maker import PagePlan
from yhdessa.pages.site import Site
from yhdessa.pages.structured import data_block

SITE_URL = "https://example.org/yhdessa/"


class Blocks(HTMLParser):
    """The blocks of data of a page, and what stands after them."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.inside = False
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.inside = tag == "script"
        if self.inside:
            assert dict(attrs) == {"type": "application/ld+json"}
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.blocks[-1] += data


def plan(tree: Path, language: str, name: str) -> PagePlan:
    site = Site(load_content(tree), SITE_URL, "assets/site.css")
    if name in site.content.words[language].prose:
        return site.prose_plan(language, name, "<p>Text.</p>")
    return next(found for found in site.plans(language) if found.name == name)


def described(tree: Path, language: str, name: str) -> dict[str, dict[str, Any]]:
    """What is said on a page, by its type."""
    made = plan(tree, language, name)
    reader = Blocks()
    reader.feed(renderer().render(made.shell, made.page))
    nodes: dict[str, dict[str, Any]] = {}
    for block in reader.blocks:
        data = json.loads(block)
        assert data["@context"] == "https://schema.org"
        nodes |= {node["@type"]: node for node in data["@graph"]}
    return nodes


def test_the_front_page_says_who_speaks_and_that_it_is_invented(tree: Path) -> None:
    nodes = described(tree, "sv", "index")
    assert set(nodes) == {"NGO", "WebSite"}
    words = load_content(tree).words["sv"].organisation
    assert nodes["NGO"] == {
        "@type": "NGO",
        "@id": f"{SITE_URL}#organisation",
        "name": words.name,
        "url": f"{SITE_URL}sv/",
        "slogan": words.slogan,
        "description": f"{words.demonstration} {words.about}",
        "logo": f"{SITE_URL}assets/icon.svg",
        "foundingDate": "2019",
        "email": "info@example.org",
    }
    assert nodes["WebSite"]["publisher"] == {"@id": nodes["NGO"]["@id"]}
    assert nodes["WebSite"]["inLanguage"] == "sv-FI"


def test_an_organisation_that_is_not_invented_does_not_say_so(tree: Path) -> None:
    facts = "content/facts/organisation.yml"
    change(tree, {"file": facts, "replace": "demonstration: true\n", "with": "demonstration: false\n"})
    change(tree, {"file": facts, "replace": "demonstration_date: 2026-11-21\n", "with": ""})
    words = load_content(tree).words["sv"].organisation
    assert described(tree, "sv", "index")["NGO"]["description"] == words.about


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_path_that_is_described_is_the_path_that_is_shown(tree: Path, language: str) -> None:
    name = "goals/no-loneliness"
    shown = plan(tree, language, name).shell.breadcrumbs
    items = described(tree, language, name)["BreadcrumbList"]["itemListElement"]
    assert [item["position"] for item in items] == [1, 2, 3]
    assert [(item["name"], item["item"]) for item in items] == [
        (link.text, f"https://example.org{link.href}") for link in shown
    ]


@pytest.mark.parametrize(
    ("name", "address"),
    [("donate", "sv/donera/"), ("goals/no-loneliness", "sv/mal/ingen-blir-ensam/")],
)
def test_a_page_with_a_form_says_where_to_give(tree: Path, name: str, address: str) -> None:
    action = described(tree, "sv", name)["DonateAction"]
    assert action["target"]["urlTemplate"] == f"{SITE_URL}{address}"
    assert action["recipient"]["@id"] == f"{SITE_URL}#organisation"


@pytest.mark.parametrize("name", ["mission", "goals/index", "help"])
def test_a_page_without_a_form_describes_no_gift(tree: Path, name: str) -> None:
    assert set(described(tree, "sv", name)) == {"BreadcrumbList"}


def test_a_news_item_is_an_article_of_its_day(tree: Path) -> None:
    article = described(tree, "en", "news/2026-11-five-local-goals")["NewsArticle"]
    assert (article["headline"], article["datePublished"]) == ("Five local goals are open", "2026-11-16")
    assert article["inLanguage"] == "en-FI"
    assert article["mainEntityOfPage"] == f"{SITE_URL}en/news/five-local-goals/"
    assert article["image"] == f"{SITE_URL}assets/share/en/news.png"
    assert "NewsArticle" not in described(tree, "en", "about")


def test_a_news_item_that_waits_for_its_translation_is_described_in_its_own_language(tree: Path) -> None:
    (tree / "docs/sv/news/2026-11-five-local-goals.md").unlink()
    change(tree, {"file": "content/sv/pending.yml", "write": "pages: [news/2026-11-five-local-goals]\n"})
    article = described(tree, "sv", "news/2026-11-five-local-goals")["NewsArticle"]
    assert (article["inLanguage"], article["headline"]) == ("fi", "Viisi paikallista tavoitetta on avattu")
    assert article["mainEntityOfPage"] == f"{SITE_URL}uutiset/viisi-paikallista-tavoitetta/"


@pytest.mark.parametrize("name", ["404", "thanks"])
def test_a_page_that_is_not_listed_describes_nothing(tree: Path, name: str) -> None:
    assert described(tree, "sv", name) == {}


@pytest.mark.parametrize(
    "text", ["</script><b>x</b>", "<!-- <script>", "]]>", "a & b", 'say "no"', "\u2028\u2029", "\\u003c"]
)
def test_no_text_can_end_the_block_that_it_stands_in(text: str) -> None:
    block = data_block([{"@type": "Thing", "name": text}])
    assert not set("<>&\u2028\u2029") & set(block)
    assert json.loads(block)["@graph"][0]["name"] == text


def test_a_name_with_markup_is_data_on_the_page_and_nothing_else(tree: Path) -> None:
    """The whole page: what follows the block is still there, and no element came of the name."""
    name = "Tea <!--<script> & </script><blink>"
    change(
        tree, {"file": "content/en/organisation.yml", "replace": "name: Together", "with": f"name: '{name}'"}
    )
    made = plan(tree, "en", "index")
    reader = Blocks()
    reader.feed(renderer().render(made.shell, made.page))
    (block,) = reader.blocks
    assert json.loads(block)["@graph"][0]["name"] == name
    assert "blink" not in reader.tags
    assert reader.tags.count("main") == 1
