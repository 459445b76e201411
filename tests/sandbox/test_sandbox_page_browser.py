"""The hosted page in a real browser: axe, widths, themes, and a payment without JavaScript."""

from typing import Any

import pytest
import stripe
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_of_the_page_is_without_axe_violations_and_fits_the_screen(
    width: int,
    scheme: Any,
    chromium: Browser,
    client: stripe.StripeClient,
    sandbox: Any,
    gift: Any,
    press: Any,
) -> None:
    create = client.v1.checkout.sessions.create
    paid = create(params=gift(locale="sv"))
    press(paid.url)
    page = chromium.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)

    def check() -> None:
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") == width

    for url in (paid.url, f"{sandbox.settings.public_url}/checkout/cs_test_nothing"):
        page.goto(url)
        check()
    for locale in ("fi", "sv", "en"):
        page.goto(create(params=gift(locale=locale, customer_email="donor@example.org")).url)
        check()
        page.click("button[value=declined]")
        check()
    page.close()


def test_a_visitor_without_javascript_pays_and_comes_back(
    chromium: Browser, client: stripe.StripeClient, sandbox: Any, gift: Any
) -> None:
    back = f"{sandbox.settings.public_url}/thanks"
    session = client.v1.checkout.sessions.create(params=gift(success_url=back, locale="fi"))
    page = chromium.new_page(java_script_enabled=False)
    page.goto(session.url)
    page.get_by_label("Sähköpostiosoite").fill("donor@example.org")
    page.get_by_role("button", name="Maksa 20,00").click()
    page.wait_for_url(back)
    page.close()
    assert client.v1.checkout.sessions.retrieve(session.id).payment_status == "paid"
