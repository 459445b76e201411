"""A monthly gift in each language: given, asked for by mail, ended, and come back from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.letters import link_to

#: The form, the rhythm, the thanks, the link to the page of those who give, its button, what is said then,
#: and the sandbox's button that ends a gift and what it says afterwards.
GIFTS = {
    "fi": (
        "/lahjoita/",
        "Joka kuukausi",
        "Kiitos, olet nyt kuukausilahjoittaja",
        "Kuukausilahjoittajalle",
        "Lähetä linkki",
        "Katso seuraavaksi sähköpostisi",
        "Lopeta",
        "Päättyy",
    ),
    "sv": (
        "/sv/donera/",
        "Varje månad",
        "Tack, nu är du månadsgivare",
        "För månadsgivare",
        "Skicka länken",
        "Titta nu i din e-post",
        "Avsluta",
        "Upphör",
    ),
    "en": (
        "/en/donate/",
        "Every month",
        "Thank you, you are now a monthly donor",
        "For monthly donors",
        "Send the link",
        "Now check your email",
        "Stop",
        "Ends",
    ),
}

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", GIFTS)
def test_a_visitor_gives_monthly_asks_for_the_link_ends_the_gift_and_comes_back(
    language: str, page: Page, outbox: Path
) -> None:
    form, rhythm, thanks, way, button, sent, end, ends = GIFTS[language]
    address = f"monthly-{language}@example.org"
    page.goto(form)
    page.locator("label", has_text=rhythm).click()
    page.locator("label", has_text=re.compile("€20$" if language == "en" else "20.€$")).first.click()
    page.locator("main form button").click()
    expect(page).to_have_url(re.compile("/sandbox/checkout/cs_test_"))
    page.locator("input[type=email]").fill(address)
    page.locator("button.pay").click()
    expect(page.locator("h1")).to_have_text(thanks)
    page.locator("main").get_by_role("link", name=way).click()
    page.get_by_role("textbox").fill(address)
    page.get_by_role("button", name=button).click()
    expect(page.locator("h1")).to_have_text(sent)
    page.goto(link_to(outbox, address, "/api/portal"))
    expect(page).to_have_url(re.compile("/sandbox/billing/"))
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.get_by_role("button", name=end, exact=True).click()
    expect(page.locator("main")).to_contain_text(ends)
    page.locator("p.cancel a").click()
    expect(page.get_by_role("button", name=button)).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", re.compile(language))


def test_an_address_that_is_none_brings_the_form_back_and_leads_to_the_field(page: Page) -> None:
    page.goto("/en/monthly-donor/")
    page.get_by_label("Your email address").fill("giver@")
    page.get_by_role("button", name="Send the link").click()
    expect(page).to_have_title(re.compile("^Error:"))
    summary = page.locator("[role=alert]")
    expect(summary).to_be_focused()
    summary.get_by_role("link").click()
    field = page.get_by_label("Your email address")
    expect(field).to_be_focused()
    expect(field).to_have_value("giver@")


def test_who_gives_already_finds_the_way_from_the_form(page: Page) -> None:
    page.goto("/sv/donera/")
    page.get_by_role("link", name="Byt kort eller avsluta gåvan").click()
    expect(page.locator("h1")).to_have_text(re.compile("Din månads"))
