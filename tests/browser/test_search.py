"""Search as visitors use it: by keyboard, by ear, in each language, and without JavaScript.

The site is the small tree with pages of its own to be found: no edit of the site's texts fails a test.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.look import look
from tests.browser.test_accessibility import violations
from tests.browser.visitors import VIEWS
from tests.serving import serve_project

pytestmark = pytest.mark.browser

PLACES = {"fi": "/haku/", "sv": "/sv/sok/", "en": "/en/search/"}
FORMS: dict[str, list[dict[str, str]]] = yaml.safe_load(
    Path(__file__).with_name("searches.yml").read_text("utf-8")
)
#: A word that stands in each of the pages to be found, and how many they are.
EVERYWHERE = {"fi": "lyhty", "sv": "lykta", "en": "lantern"}
PAGES = 12


def address(language: str, number: int) -> str:
    """The address of one of the pages to be found."""
    return f"{'' if language == 'fi' else f'/{language}'}/find-{number}/"


def add_pages(docs: Path) -> None:
    """A page for each form of a word that must be found."""
    for language, word in EVERYWHERE.items():
        for number in range(PAGES):
            stands = FORMS[language][number]["stands"] if number < len(FORMS[language]) else "–"
            head = f"title: {word} {number}\ndescription: {word} {number}.\nslug: find-{number}"
            (docs / language / f"find-{number}.md").write_text(f"---\n{head}\n---\n\n{stands}.\n", "utf-8")


@pytest.fixture(scope="module")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small tree with the pages to be found."""
    folder = tmp_path_factory.mktemp("search")
    tree = Path(shutil.copytree(project / "tests/trees/small", folder / "project"))
    for name in ("overrides", "hooks"):
        shutil.copytree(project / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(project / "mkdocs.yml", tree)
    add_pages(tree / "docs")
    with serve_project(tree, folder) as served:
        yield served


def hrefs(page: Page) -> list[str]:
    """The addresses of the entries that are shown."""
    return [link.get_attribute("href") or "" for link in page.locator("#search-results a").all()]


@pytest.mark.parametrize("language", list(PLACES))
def test_another_form_of_a_word_finds_the_page(language: str, page: Page) -> None:
    page.goto(PLACES[language])
    for number, form in enumerate(FORMS[language]):
        page.get_by_role("searchbox").fill(form["typed"])
        link = page.locator(f"a[href='{address(language, number)}']")
        entry = page.locator("#search-results li", has=link)
        expect(entry, form["typed"]).to_be_visible()
        assert entry.locator("mark").first.inner_text().strip(".") == form["stands"]


def test_a_search_stays_in_its_language(page: Page) -> None:
    for language, start in (("fi", "/find-"), ("sv", "/sv/"), ("en", "/en/")):
        page.goto(f"{PLACES[language]}?q={EVERYWHERE[language]}")
        expect(page.locator("#search-results li").first).to_be_visible()
        assert all(href.startswith(start) for href in hrefs(page))
    page.goto(f"{PLACES['sv']}?q={EVERYWHERE['fi']}")
    expect(page.get_by_role("status")).to_contain_text("Inget hittades")


def test_nothing_of_the_index_is_asked_for_before_somebody_searches(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/")
    with page.expect_request("**/lasting/search.*.js"):
        page.goto("/haku/")
    # Live reload keeps a request open: the network is never idle here.
    page.wait_for_timeout(500)
    assert not [url for url in asked if "/pagefind/" in url]
    page.get_by_role("searchbox").focus()
    page.get_by_role("searchbox").fill("koti")
    expect(page.get_by_role("status")).to_contain_text("koti")
    assert [url for url in asked if "/pagefind/" in url]
    assert all(url.startswith(site) for url in asked), "and never from anybody else"


def test_the_script_is_on_the_page_of_search_alone(page: Page) -> None:
    for place, scripts in (("/", 0), ("/apua/", 0), ("/haku/", 1)):
        page.goto(place)
        assert page.locator("script[data-script*='/search.']").count() == scripts, place


def test_by_keyboard_alone_a_page_is_found_and_opened(page: Page) -> None:
    page.goto("/sv/")
    page.get_by_role("link", name="Sök", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/sv/sok/$"))
    field = page.get_by_role("searchbox", name="Vad letar du efter?")
    for _ in range(40):
        page.keyboard.press("Tab")
        if field.evaluate("(field) => field === document.activeElement"):
            break
    page.keyboard.type("volontärerna", delay=10)
    page.keyboard.press("Enter")
    entries = page.locator("#search-results a")
    expect(entries.first).to_have_attribute("href", address("sv", 1))
    expect(field).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(entries.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{address('sv', 1)}$"))


@pytest.mark.parametrize(
    ("language", "typed", "told"),
    [
        ("fi", "likabehandlingsplan", "Haulla ”likabehandlingsplan” ei löytynyt mitään. Kokeile toista "
            "sanaa tai etsi sivu alla olevasta luettelosta."),
        ("fi", "yhdenvertaisuussuunnitelma", "Haulla ”yhdenvertaisuussuunnitelma” löytyi 1 sivu"),
        ("fi", "lyhty", "Haulla ”lyhty” löytyi 12 sivua"),
        ("sv", "likabehandlingsplan", "1 sida hittades för ”likabehandlingsplan”"),
        ("sv", "lykta", "12 sidor hittades för ”lykta”"),
        ("en", "accessibility lantern", "1 page found for “accessibility lantern”"),
        ("en", "lantern", "12 pages found for “lantern”"),
    ],
)  # fmt: skip
def test_what_was_found_is_announced_in_the_language_with_its_plural(
    language: str, typed: str, told: str, page: Page
) -> None:
    page.goto(PLACES[language])
    status = page.get_by_role("status")
    expect(status).to_have_attribute("aria-live", "polite")
    expect(status).to_be_empty()
    page.get_by_role("searchbox").fill(typed)
    expect(status).to_have_text(told)


def test_the_address_keeps_the_search_and_escape_clears_it(page: Page) -> None:
    page.goto("/en/search/?q=lantern")
    field = page.get_by_role("searchbox")
    expect(field).to_have_value("lantern")
    expect(page.locator("#search-results li").first).to_be_visible()
    before = page.evaluate("history.length")
    field.fill("gifts & more")
    expect(page).to_have_url(re.compile(r"/en/search/\?q=gifts%20%26%20more$"))
    field.press("Escape")
    expect(field).to_have_value("")
    expect(page).to_have_url(re.compile("/en/search/$"))
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.locator("#search-results")).to_be_hidden()
    expect(field).to_be_focused()
    assert page.evaluate("history.length") == before, "one way back, however much was typed"


def test_more_is_shown_when_asked_for_and_the_first_of_it_is_reached(page: Page) -> None:
    page.goto("/en/search/")
    more = page.get_by_role("button", name="Show more")
    expect(more).to_be_hidden()
    page.get_by_role("searchbox").fill("lantern")
    entries = page.locator("#search-results li")
    expect(entries).to_have_count(10)
    more.click()
    expect(entries).to_have_count(PAGES)
    expect(entries.nth(10).locator("a")).to_be_focused()
    expect(more).to_be_hidden()
    assert len(set(hrefs(page))) == PAGES


def test_an_entry_names_its_page_and_its_group_as_the_list_does(page: Page) -> None:
    page.goto("/sv/sok/?q=strategi")
    entry = page.locator("#search-results li", has=page.locator("a[href='/sv/strategi/']"))
    expect(entry.locator("a")).to_have_text("Strategi")
    expect(entry.locator(".over")).to_have_text("Lär känna oss")


def test_what_is_typed_is_never_markup(page: Page) -> None:
    typed = '<img src=x onerror="document.title=1"> $& {n}'
    page.goto("/haku/")
    page.get_by_role("searchbox").fill(typed)
    expect(page.get_by_role("status")).to_contain_text(f"”{typed}”")
    assert page.locator("main img").count() == 0


def test_when_the_index_cannot_be_had_it_is_said_and_the_list_stays(page: Page) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/pagefind/**", refuse)
    page.goto("/sv/sok/?q=lykta")
    told = "Sökningen fungerar inte just nu. Alla sidor finns i listan här nedanför."
    expect(page.get_by_role("status")).to_have_text(told)
    expect(page.locator("#search-results")).to_be_hidden()
    expect(page.locator(".all-pages").get_by_role("link", name="Lokala mål", exact=True)).to_be_visible()


def test_the_policy_of_the_headers_lets_the_search_work(page: Page) -> None:
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    answer = page.goto("/haku/?q=lyhty")
    assert answer is not None
    allowed = r"script-src 'self' 'sha256-[\w+/]{43}=' 'wasm-unsafe-eval';"
    assert re.search(allowed, answer.headers["content-security-policy"])
    expect(page.locator("#search-results li").first).to_be_visible()
    assert complaints == []


@pytest.mark.parametrize(("width", "theme"), VIEWS[:2])
def test_axe_finds_nothing_in_what_was_found_and_nothing_is_too_wide(
    width: int, theme: str, visitor: Callable[..., Page]
) -> None:
    page = visitor(width, theme)
    for search in ("/haku/?q=lyhty", "/sv/sok/?q=xyzzyq"):
        page.goto(search)
        expect(page.get_by_role("status")).to_contain_text(search.partition("=")[2])
        assert violations(page) == []
        assert look(page, "small") == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("language", list(PLACES))
def test_without_javascript_everything_is_listed(language: str, browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto(PLACES[language])
    page.locator("input[type=search]").fill("lantern")
    page.locator("form[role=search] button").click()
    expect(page).to_have_url(re.compile(rf"{PLACES[language]}\?q=lantern$"))
    expect(page.locator(".search-without")).to_contain_text("JavaScript")
    expect(page.locator("#search-more")).to_be_hidden()
    for number in range(PAGES):
        expect(page.locator(f".all-pages a[href='{address(language, number)}']")).to_be_visible()
    context.close()
