"""A company that wants to be a partner, in a browser: from a goal to the form, its errors, its answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_employer import held
from yhdessa.model import load_content
from yhdessa.pages.site import Site

pytestmark = pytest.mark.browser

GOAL = "no-loneliness"
FILLED = {
    "company": "Exempelpartner Ab",
    "contact_name": "Exempel Person",
    "contact_email": "partner-form@example.org",
    "billing_email": "invoices@example.org",
    "address_line": "Exempelgatan 1",
    "postal_code": "00100",
    "city": "Exempelby",
    "message": "Hej!\nVi vill gärna vara med.",
}
#: Companies of nobody, one for each window.
BUSINESS_IDS = {320: "9000008-9", 1280: "9000009-7"}


@pytest.mark.parametrize(("width", "theme"), [(320, "dark"), (1280, "light")])
def test_a_company_finds_the_form_from_a_goal_and_signs_up(
    width: int, theme: str, visitor: Callable[..., Page], project: Path
) -> None:
    page = visitor(width, theme)
    content = load_content(project)
    addresses = Site(content, "http://127.0.0.1/", "assets/site.css").addresses
    words = content.words["sv"].partner
    assert words is not None
    tier = content.goals[GOAL].tiers[0]
    page.goto(addresses.href("sv", f"goals/{GOAL}"))
    page.locator("main a[href$='#sign-up']").first.click()
    expect(page.locator("#sign-up-title")).to_be_in_viewport()
    held(page, "form")

    button = page.locator("main form button")
    button.click()
    expect(page.locator(".error-summary")).to_be_focused()
    assert page.title().startswith(content.words["sv"].interface.error_prefix)
    held(page, "errors")
    for name, value in FILLED.items():
        page.locator(f"#{name}").fill(value)
    page.locator("#business_id").fill(BUSINESS_IDS[width])
    page.locator("label[for=country-0]").click()
    page.locator(f"input[name=goal][value={GOAL}] + label").click()
    button.click()
    [wrong] = page.locator(".error-summary a").all()
    wrong.click()
    expect(page.locator("#tier-0")).to_be_focused()
    assert page.locator("#message").input_value() == FILLED["message"]
    page.locator(f"input[name=tier][value={tier}] + label").click()
    button.click()
    expect(page.locator("h1")).to_have_text(words.door.sent_title)
    held(page, "sent")
