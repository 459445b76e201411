"""The page of search: what the script says, and every page of the language for those without it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.pages.trees import SITE_URL, page_of, site_with
from yhdessa.model import load_content
from yhdessa.pages.search import all_pages
from yhdessa.pages.search_index import EXCLUDED, indexed_files
from yhdessa.pages.shell import UNLISTED
from yhdessa.pages.site import Site
from yhdessa.view.search import SearchPage

BASE = "/yhdessa/"


@pytest.fixture
def site(tree: Path) -> Site:
    """The small tree's site."""
    return site_with(tree, "FI")


@pytest.fixture(scope="module")
def whole(project: Path) -> Site:
    """The demonstration, with every page that a site can have."""
    return Site(load_content(project), SITE_URL, "assets/site.css", scripts={"search": "lasting/search.js"})


def groups(site: Site, language: str) -> dict[str, list[str]]:
    """The addresses of each group, by the group's id."""
    listed = all_pages(site.makers[language])
    return {group.id: [link.href for link in group.links] for group in listed}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_page_that_is_listed_stands_in_the_list_once(language: str, whole: Site) -> None:
    found = Counter(href for hrefs in groups(whole, language).values() for href in hrefs)
    wanted = [name for name in whole.addresses.paths[language] if name not in (*UNLISTED, "search")]
    assert found == Counter(whole.addresses.href(language, name) for name in wanted)


def test_a_site_without_the_pages_that_it_may_do_without_lists_no_empty_group(site: Site) -> None:
    listed = groups(site, "sv")
    assert set(listed) == {"all-work", "all-join", "all-about", "all-site", "all-goals", "all-news"}
    assert all(listed.values())


def test_the_list_begins_with_the_groups_of_the_foot_and_goes_on_by_folder(whole: Site) -> None:
    titles = [group.title for group in all_pages(whole.makers["en"])]
    assert titles[:4] == ["Our work", "Join in", "About us", "This site"]
    assert titles[4:] == ["Local goals", "What we do", "Our impact", "Workplace challenges", "News"]


def test_goals_stand_by_their_numbers_and_news_newest_first(whole: Site) -> None:
    listed, addresses = groups(whole, "sv"), whole.addresses
    order = [addresses.href("sv", f"goals/{name}") for name in whole.content.goals_in_order()]
    assert listed["all-goals"] == order
    prose = whole.content.words["sv"].prose
    days = {addresses.href("sv", name): item.date for name, item in prose.items() if item.date}
    shown = [days[href] for href in listed["all-news"]]
    assert shown == sorted(shown, reverse=True)


def test_the_front_page_is_listed_by_its_short_name(site: Site) -> None:
    (last,) = (group for group in all_pages(site.makers["sv"]) if group.id == "all-site")
    assert (last.links[0].text, last.links[0].href) == ("Startsida", f"{BASE}sv/")


def test_a_page_of_docs_that_no_menu_names_is_listed_too(tree: Path) -> None:
    for language in ("fi", "sv", "en"):
        page = tree / f"docs/{language}/thanks-to.md"
        page.write_text(
            f"---\ntitle: Page {language}\ndescription: D.\nslug: thanks-to\n---\n\nText.\n", "utf-8"
        )
    listed = groups(site_with(tree, "FI"), "en")
    assert f"{BASE}en/thanks-to/" in listed["all-site"]


def test_addresses_are_under_the_sites_own_path(whole: Site) -> None:
    page = page_of(whole, "sv", "search", SearchPage)
    assert (page.action, page.index) == (f"{BASE}sv/sok/", f"{BASE}pagefind/sv/")
    assert page.script == f"{BASE}lasting/search.js"


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fi", "Haulla ”{query}” löytyi {n} sivu", "Haulla ”{query}” löytyi {n} sivua"),
        ("sv", "{n} sida hittades för ”{query}”", "{n} sidor hittades för ”{query}”"),
        ("en", "{n} page found for “{query}”", "{n} pages found for “{query}”"),
    ],
)
def test_the_script_is_given_a_form_for_each_plural_of_the_language(
    language: str, one: str, other: str, site: Site
) -> None:
    words = json.loads(page_of(site, language, "search", SearchPage).words)
    assert words["found"] == {"one": one, "other": other}
    assert set(words) == {"found", "none", "wait", "failed", "cuts"}
    assert bool(words["cuts"]) is (language == "fi")


def test_every_listed_page_is_searched_but_the_list_itself(whole: Site) -> None:
    addresses = whole.addresses
    for language, some in (
        ("fi", "index.html"),
        ("sv", "sv/donera/index.html"),
        ("en", "en/help/index.html"),
    ):
        indexed = list(indexed_files(addresses, language))
        left_out = {addresses.file(language, name) for name in (*UNLISTED, "search")}
        assert some in indexed
        assert {*indexed, *left_out} == {addresses.file(language, name) for name in addresses.paths[language]}
        assert not left_out & set(indexed)


def test_a_page_that_waits_for_its_translation_is_listed_but_searched_in_its_own_language_only(
    tree: Path,
) -> None:
    (tree / "docs/sv/about.md").unlink()
    (tree / "content/sv/pending.yml").write_text("pages: [about]\n", encoding="utf-8")
    site = site_with(tree, "FI")
    assert site.addresses.file("fi", "about") in indexed_files(site.addresses, "fi")
    assert site.addresses.file("sv", "about") not in indexed_files(site.addresses, "sv")
    assert site.addresses.href("sv", "about") in groups(site, "sv")["all-site"]


def test_what_is_left_out_of_the_index_is_there_by_that_name(project: Path) -> None:
    """A class that gets another name would quietly be searched again."""
    templates = "".join(file.read_text("utf-8") for file in (project / "overrides").rglob("*.html"))
    for name in EXCLUDED:
        assert f'class="{name.removeprefix(".")}' in templates, name
