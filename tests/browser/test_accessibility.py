"""No page of the sitemap or of a payment has a violation that axe finds; none breaks the policy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.look import open_all
from tests.browser.visitors import VIEWS, Witness
from tests.output import Output
from tests.proof import sized
from tests.site.test_output import SITEMAP, UNLISTED

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{page.url}: {one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.fixture(scope="session")
def addresses(built: Output) -> list[str]:
    """Every page of the sitemap, and those that it leaves out."""
    root = ElementTree.fromstring(Path(built.folder / "sitemap.xml").read_text(encoding="utf-8"))
    listed = [urlsplit(location.text or "").path for location in root.iterfind("s:url/s:loc", SITEMAP)]
    return [*listed, *(f"/{address}" for address in sorted(UNLISTED))]


@pytest.mark.parametrize(("width", "theme"), sized(VIEWS[:2], VIEWS))
def test_axe_finds_nothing_on_any_page_of_the_sitemap(
    width: int, theme: str, visitor: Callable[..., Page], built: Output, addresses: list[str]
) -> None:
    page = visitor(width, theme)
    found = []
    for address in sized([f"/{address}" for address in built.one_of_each_kind()], addresses):
        page.goto(address)
        found += violations(page)
    assert not found, "\n".join(found)


def test_axe_would_find_a_violation(visitor: Callable[..., Page]) -> None:
    page = visitor()
    page.goto("/")
    page.locator("main h1").evaluate("heading => heading.insertAdjacentHTML('afterend', '<img src=\"/\">')")
    assert "image-alt" in violations(page)[0]


def test_no_page_breaks_the_policy_asks_others_for_anything_or_complains(
    site: str, visitor: Callable[..., Page], addresses: list[str]
) -> None:
    page, witness = visitor(), Witness(site)
    witness.watch(page)
    for address in addresses:
        page.goto(address)
    page.goto("/sv/donera/")
    page.locator("main form button").click()
    expect(page.locator("[role=alert]")).to_be_visible()
    assert not witness.wrong, "\n".join(witness.wrong)


@pytest.mark.parametrize(
    ("does", "says"),
    [
        (
            "document.head.append(Object.assign(document.createElement('style'), {textContent: 'p {}'}))",
            "Policy",
        ),
        ("document.body.setAttribute('onclick', 'alert(1)')", "Policy"),
        ("new Image().src = 'http://127.0.0.1:9/pixel.gif'", "pixel.gif"),
        ("new Image().src = '/no-such-picture.png'", ": 404"),
    ],
)
def test_what_breaks_the_policy_would_be_noticed(
    does: str, says: str, site: str, visitor: Callable[..., Page]
) -> None:
    page, witness = visitor(), Witness(site)
    page.goto("/")
    witness.watch(page)
    page.evaluate(f"() => {{ {does} }}")
    page.wait_for_timeout(300)
    assert [line for line in witness.wrong if says in line]


@pytest.mark.parametrize(("width", "theme"), sized(VIEWS[:1], VIEWS))
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_axe_finds_nothing_on_the_form_with_errors_the_payment_page_and_the_thanks(
    language: str, width: int, theme: str, visitor: Callable[..., Page]
) -> None:
    page = visitor(width, theme)
    page.goto({"fi": "/lahjoita/", "sv": "/sv/donera/", "en": "/en/donate/"}[language])
    page.locator("main form button").click()
    expect(page.locator("[role=alert]")).to_be_visible()
    found = violations(page)
    page.locator("label[for=amount-0]").click()
    page.locator("main form button").click()
    expect(page).to_have_url(re.compile("/sandbox/checkout/"))
    found += violations(page)
    page.locator("input[type=email]").fill("giver@example.org")
    page.locator("button.pay").click()
    expect(page).to_have_url(re.compile("/api/thanks"))
    found += violations(page)
    assert found == []


def test_a_table_is_one_for_who_hears_it_even_where_its_rows_are_lists(
    visitor: Callable[..., Page], built: Output
) -> None:
    """On a narrow screen cells are laid out as blocks: browsers of old forgot the table then."""
    page = visitor(320)
    for address in built.one_of_each_kind():
        drawn = {name: len(built.pages[address].all(name)) for name in ("table", "tr", "th", "td")}
        if not drawn["table"]:
            continue
        page.goto(f"/{address}")
        open_all(page)
        told = heard(page)
        assert told["table"] == drawn["table"], address
        assert told["row"] == drawn["tr"], address
        cells = sum(told[role] for role in ("columnheader", "rowheader", "cell", "gridcell"))
        assert cells == drawn["th"] + drawn["td"], address


def heard(page: Page) -> Counter[str]:
    """How many nodes of each role the browser tells assistive technology of."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return Counter(node["role"]["value"] for node in nodes if not node.get("ignored"))
