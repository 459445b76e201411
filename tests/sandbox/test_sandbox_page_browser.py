"""The hosted page in a real browser: axe, widths, themes, and a payment without JavaScript."""

from typing import Any

import pytest
import stripe
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.sandbox.states import Maker

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
        page.wait_for_load_state()
        check()
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_portal_and_invoice_are_without_axe_violations_and_fit_the_screen(
    width: int, scheme: Any, chromium: Browser, client: stripe.StripeClient, sandbox: Any, clock: Any
) -> None:
    maker = Maker(client.v1, sandbox.settings.public_url, int(clock()))
    ids = maker.subscription()
    maker.control("faults", kind="decline_payment")
    maker.control("clock", advance=32 * 24 * 3600)
    page = chromium.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    invoices = [maker.open_invoice()["invoice"], maker.paid_invoice()["invoice"]]
    addresses = [client.v1.invoices.retrieve(each).hosted_invoice_url for each in invoices]
    for locale in ("fi", "sv", "en"):
        params: Any = {"customer": ids["customer"], "return_url": "https://example.org/", "locale": locale}
        addresses.append(client.v1.billing_portal.sessions.create(params=params).url)
    for url in (*addresses, f"{sandbox.settings.public_url}/billing/nothing"):
        page.goto(str(url))
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_a_visitor_without_javascript_stops_a_monthly_gift(
    chromium: Browser, client: stripe.StripeClient, sandbox: Any, clock: Any
) -> None:
    maker = Maker(client.v1, sandbox.settings.public_url, int(clock()))
    ids = maker.subscription()
    params: Any = {"customer": ids["customer"], "return_url": "https://example.org/", "locale": "sv"}
    page = chromium.new_page(java_script_enabled=False)
    page.goto(client.v1.billing_portal.sessions.create(params=params).url)
    page.get_by_role("button", name="Avsluta").click()
    page.get_by_role("button", name="Fortsätt ändå").wait_for()
    page.close()
    assert client.v1.subscriptions.retrieve(ids["subscription"]).cancel_at_period_end


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
