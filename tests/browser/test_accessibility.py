"""No page of the sitemap, nor the payment's own pages, has a violation that axe finds."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.output import Output
from tests.site.test_output import SITEMAP, UNLISTED

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{page.url}: {one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize(("width", "theme"), [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing_on_any_page_of_the_sitemap(
    width: int, theme: str, browser: Browser, site: str, built: Output
) -> None:
    root = ElementTree.fromstring(Path(built.folder / "sitemap.xml").read_text(encoding="utf-8"))
    listed = [urlsplit(location.text or "").path for location in root.iterfind("s:url/s:loc", SITEMAP)]
    context = browser.new_context(base_url=site, viewport={"width": width, "height": 800}, color_scheme=theme)  # type: ignore[arg-type]
    page = context.new_page()
    found = []
    for address in [*listed, *(f"/{address}" for address in sorted(UNLISTED))]:
        page.goto(address)
        found += violations(page)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{address} is {wide} px wide on a screen of {width}"
    context.close()
    assert found == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_axe_finds_nothing_on_the_form_with_errors_the_payment_page_and_the_thanks(
    language: str, page: Page
) -> None:
    address = {"fi": "/lahjoita/", "sv": "/sv/donera/", "en": "/en/donate/"}[language]
    page.goto(address)
    page.locator("main form button").click()
    expect(page.locator("[role=alert]")).to_be_visible()
    found = violations(page)
    page.locator("label[for=amount-0]").click()
    page.locator("main form button").click()
    found += violations(page)
    page.locator("input[type=email]").fill("giver@example.org")
    page.locator("button.pay").click()
    expect(page).to_have_url(re.compile("/api/thanks"))
    found += violations(page)
    assert found == []
