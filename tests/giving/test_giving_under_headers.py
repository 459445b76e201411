"""A gift in a browser under the functions' headers; the payment page is on another origin, as Stripe's is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.giving.conftest import House, Visitor
from yhdessa.headers import document_headers

#: Sends the form as a page of the site does, from a page of the site.
SEND = """() => {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/api/donate";
  form.innerHTML = '<input name="language" value="sv"><input name="amount" value="other">';
  document.body.append(form);
  form.submit();
}"""


@pytest.fixture
def page(chromium: Browser, house: House) -> Iterator[Page]:
    context = chromium.new_context(base_url=house.url)
    context.set_default_timeout(10_000)
    opened = context.new_page()
    opened.goto("/api/health")
    with opened.expect_navigation():
        opened.evaluate(SEND)
    expect(opened).to_have_title(re.compile("^Fel:"))
    yield opened
    context.close()


def give(page: Page) -> None:
    page.locator("label[for=amount-0]").click()
    page.locator("main form button").click()


@pytest.mark.browser
def test_a_gift_reaches_the_payment_page_on_its_own_origin_and_comes_back(page: Page, house: House) -> None:
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text))
    give(page)
    expect(page).to_have_url(re.compile(re.escape(house.sandbox.settings.public_url) + "/checkout/cs_test_"))
    page.locator("input[type=email]").fill("giver@example.org")
    page.locator("button.pay").click()
    expect(page).to_have_url(re.compile(f"{re.escape(house.url)}/api/thanks"))
    expect(page.locator("h1")).to_have_text(re.compile("^Tack"))
    assert [line for line in said if "Content Security Policy" in line] == []


@pytest.mark.browser
def test_without_the_payment_page_in_form_action_the_gift_would_be_stopped(page: Page, house: House) -> None:
    stopped: list[str] = []
    page.on("console", lambda said: stopped.append(said.text))

    def strict(route: Route) -> None:
        answer = route.fetch()
        policy = answer.headers["content-security-policy"].replace(house.sandbox.settings.public_url, "")
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page.route("**/api/donate", strict)
    with page.expect_navigation():
        page.locator("main form button").click()
    page.unroute("**/api/donate")
    give(page)
    page.wait_for_timeout(1000)
    assert "/api/donate" in page.url
    assert any("form-action" in line for line in stopped)


@pytest.mark.parametrize(
    ("method", "path", "more"),
    [
        ("GET", "/api/health", {}),
        ("GET", "/api/thanks", {}),
        ("GET", "/api/nothing-here", {}),
        ("GET", "/api/donate", {}),
        ("POST", "/api/donate", {"data": {"amount": "0"}}),
        ("POST", "/api/donate", {"data": {"amount": "2000"}}),
        ("POST", "/api/stripe-webhook", {"data": b"{}"}),
    ],
)
def test_every_answer_of_the_functions_has_the_headers_and_is_kept_by_nobody(
    method: str, path: str, more: dict[str, Any], visitor: Visitor, house: House
) -> None:
    answer = visitor.get(path) if method == "GET" else visitor.post(path, more["data"])
    expected = document_headers(house.settings.site_url, house.settings.stripe_api)
    assert {name: answer.headers.get(name) for name in expected} == expected
    assert answer.headers["Cache-Control"] == "no-store"
