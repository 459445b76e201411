"""The comfort that a script adds to the form: the button names the sum, and a double click is one gift."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Request, expect

FORMS = {
    "fi": ("/lahjoita/", "Siirry maksamaan", "Siirry maksamaan 50.€", "Siirry maksamaan 50.€ kuussa"),
    "sv": (
        "/sv/donera/",
        "Fortsätt till betalningen",
        "Fortsätt till betalningen: 50.€",
        "Fortsätt till betalningen: 50.€ i månaden",
    ),
    "en": (
        "/en/donate/",
        "Continue to payment",
        "Continue to payment: €50",
        "Continue to payment: €50 a month",
    ),
}

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", FORMS)
def test_the_button_names_the_sum_and_the_rhythm_that_were_chosen(language: str, page: Page) -> None:
    address, plain, once, monthly = FORMS[language]
    page.goto(address)
    button = page.locator("main form button")
    expect(button).to_have_text(plain)
    page.locator("label[for=amount-1]").click()
    expect(button).to_have_text(re.compile(f"^{once}$"))
    page.locator("label[for=rhythm-1]").click()
    expect(button).to_have_text(re.compile(f"^{monthly}$"))
    page.locator("#other_amount").fill("12")
    expect(button).to_have_text(plain)


def test_each_view_of_the_page_is_an_attempt_of_its_own_and_a_double_click_is_one(page: Page) -> None:
    marks: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST" and request.url.endswith("/api/donate"):
            marks.append(re.findall("attempt=([0-9a-f-]{36})", request.post_data or "")[0])

    # The script comes when the page is painted; before that the form is what it is without one.
    attempt = page.locator("main form input[name=attempt]")
    page.on("request", note)
    page.goto("/sv/donera/")
    expect(attempt).to_have_value(re.compile("."))
    page.locator("label[for=amount-1]").click()
    page.locator("main form button").dblclick()
    expect(page).to_have_url(re.compile("/checkout/cs_test_"))
    assert len(set(marks)) == 1
    page.go_back()
    expect(attempt).to_have_value(re.compile("."))
    page.locator("label[for=amount-1]").click()
    page.locator("main form button").click()
    expect(page).to_have_url(re.compile("/checkout/cs_test_"))
    assert len(set(marks)) == 2


def test_the_form_that_the_functions_show_again_has_its_script_under_their_policy(page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text))
    page.goto("/en/donate/")
    page.locator("main form button").click()
    expect(page).to_have_title(re.compile("^Error:"))
    expect(page.locator("main form input[name=attempt]")).to_have_value(re.compile("."))
    page.locator("label[for=amount-1]").click()
    expect(page.locator("main form button")).to_have_text(re.compile(f"^{FORMS['en'][2]}$"))
    assert [line for line in said if "Content Security Policy" in line] == []


def test_no_other_text_inside_of_a_page_runs(page: Page) -> None:
    page.goto("/lahjoita/")
    stopped = page.evaluate(
        """() => new Promise((resolve) => {
          document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
          const script = document.createElement("script");
          script.textContent = document.querySelector("script[data-script]").textContent + " ";
          document.body.append(script);
          setTimeout(() => resolve("nothing was stopped"), 5000);
        })"""
    )
    assert stopped == "script-src-elem"
