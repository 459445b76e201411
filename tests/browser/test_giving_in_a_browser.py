"""A gift in each language, as a visitor gives it: with JavaScript and without."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.visitors import from_elsewhere

#: Where the form is, its button, the sum on it, the sandbox's button, the thanks and the sum in them.
GIFTS = {
    "fi": ("/lahjoita/", "20 €", "Kiitos, lahjoituksesi on perillä"),
    "sv": ("/sv/donera/", "20 €", "Tack, din gåva har kommit fram"),
    "en": ("/en/donate/", "€20", "Thank you, your gift has arrived"),
}

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def context(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A visitor with JavaScript, and one without."""
    origin = from_elsewhere()
    opened = browser.new_context(base_url=site, java_script_enabled=request.param, extra_http_headers=origin)
    opened.set_default_timeout(10_000)
    yield opened
    opened.close()


@pytest.mark.parametrize("language", GIFTS)
def test_a_visitor_gives_twenty_and_is_thanked(language: str, page: Page) -> None:
    address, amount, thanks = GIFTS[language]
    page.goto(address)
    page.locator("label", has_text=re.compile(amount.replace(" ", "."))).click()
    page.locator("main form button").click()
    expect(page).to_have_url(re.compile("/sandbox/checkout/cs_test_"))
    expect(page.locator("html")).to_have_attribute("lang", re.compile(language))
    expect(page.locator("body")).to_contain_text(re.compile("€20.00" if language == "en" else "20,00.€"))
    page.locator("input[type=email]").fill("giver@example.org")
    page.locator("button.pay").click()
    expect(page).to_have_url(re.compile("/api/thanks"))
    expect(page.locator("h1")).to_have_text(thanks)
    expect(page.locator("main")).to_contain_text(re.compile(amount.replace(" ", ".")))


def test_a_gift_to_a_goal_names_the_goal_on_the_payment_page(page: Page) -> None:
    page.goto("/sv/mal/ingen-blir-ensam/")
    page.locator("label", has_text=re.compile("50.€")).click()
    page.locator("main form button").click()
    expect(page.locator("body")).to_contain_text("Ingen blir ensam")


@pytest.mark.parametrize(
    ("language", "wrong", "said", "title"),
    [
        ("fi", "kaksikymppiä", "20 €", "Virhe:"),
        ("sv", "2", "5 €", "Fel:"),
        ("en", "1e3", "€20", "Error:"),
    ],
)
def test_a_wrong_sum_brings_the_form_back_with_what_was_written(
    language: str, wrong: str, said: str, title: str, page: Page
) -> None:
    page.goto(GIFTS[language][0])
    page.locator("#other_amount").fill(wrong)
    page.locator("main form button").click()
    expect(page).to_have_title(re.compile(f"^{title}"))
    summary = page.locator("[role=alert]")
    expect(summary).to_contain_text(re.compile(said.replace(" ", ".")))
    expect(page.locator("#other_amount")).to_have_value(wrong)
    summary.get_by_role("link").click()
    expect(page.locator("#other_amount")).to_be_focused()


def test_who_turns_back_from_the_payment_page_is_told_that_nothing_was_charged_and_finds_the_form_again(
    page: Page,
) -> None:
    page.goto("/en/donate/")
    page.locator("label", has_text=re.compile("€50$")).click()
    page.locator("main form button").click()
    page.locator("a[href$='/en/cancelled/']").click()
    expect(page).to_have_url(re.compile("/en/cancelled/$"))
    expect(page.locator("main")).to_contain_text("you have not been charged")
    page.get_by_role("link", name="Try again").click()
    expect(page).to_have_url(re.compile("/en/donate/$"))
    expect(page.locator("main form button")).to_be_visible()


def test_another_sum_is_written_into_the_field_under_its_choice(page: Page) -> None:
    page.goto("/en/donate/")
    page.locator("label", has_text="Another amount").click()
    page.get_by_label("Amount in euros").fill("12.50")
    page.locator("main form button").click()
    expect(page.locator("body")).to_contain_text(re.compile("€12.50"))


def test_a_payment_that_the_bank_still_confirms_is_thanked_for_as_that(page: Page) -> None:
    page.goto("/en/donate/")
    page.locator("label", has_text=re.compile("€20$")).click()
    page.locator("main form button").click()
    page.locator("input[type=email]").fill("giver@example.org")
    page.locator("button[value=later_paid]").click()
    expect(page.locator("h1")).to_have_text("We are waiting for the bank to confirm")
