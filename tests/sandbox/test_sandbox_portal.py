"""The Billing Portal and the page of an invoice, as a visitor without JavaScript meets them."""

from typing import Any

import pytest
import requests
import stripe

from tests.sandbox.states import Maker
from yhdessa.sandbox import Sandbox


@pytest.fixture
def maker(client: stripe.StripeClient, sandbox: Sandbox, clock: Any) -> Maker:
    return Maker(client.v1, sandbox.settings.public_url, int(clock()))


@pytest.fixture
def portal(maker: Maker) -> Any:
    def opened(ids: dict[str, str], **more: Any) -> str:
        params = {"customer": ids["customer"], "return_url": "https://example.org/give", **more}
        url: str = maker.api.billing_portal.sessions.create(params=params).url
        return url

    return opened


def see(url: str, language: str = "en") -> requests.Response:
    return requests.get(url, headers={"Accept-Language": language}, timeout=8)


@pytest.mark.parametrize(
    ("locale", "texts"),
    [
        (
            "fi",
            ["Testiympäristö", "Toistuvat maksut", "20,00\xa0€", "kuukaudessa", "Seuraava maksu", "Lopeta"],
        ),
        (
            "sv",
            [
                "Testmiljö",
                "Återkommande betalningar",
                "20,00\xa0€",
                "i månaden",
                "Nästa betalning",
                "Avsluta",
            ],
        ),
        ("en", ["Sandbox", "Recurring payments", "€20.00", "a month", "Next payment on", "Stop"]),
    ],
)
def test_the_portal_shows_subscriptions_in_three_languages(
    locale: str, texts: list[str], maker: Maker, portal: Any
) -> None:
    page = see(portal(maker.subscription(), locale=locale))
    assert page.status_code == 200
    assert f'<html lang="{locale}">' in page.text
    for text in (*texts, "A gift", "•••• 4242", "https://example.org/give"):
        assert text in page.text


def test_a_subscription_is_stopped_and_taken_up_again(maker: Maker, portal: Any) -> None:
    ids = maker.subscription()
    url = portal(ids)
    assert maker.press(url, action="cancel", subscription=ids["subscription"]).status_code == 303
    stopped = maker.api.subscriptions.retrieve(ids["subscription"])
    assert (stopped.status, stopped.cancel_at_period_end) == ("active", True)
    assert stopped.cancellation_details.reason == "cancellation_requested"
    assert "Ends on" in see(url).text
    maker.press(url, action="keep", subscription=ids["subscription"])
    kept = maker.api.subscriptions.retrieve(ids["subscription"])
    assert (kept.cancel_at_period_end, kept.cancel_at, kept.canceled_at) == (False, None, None)
    types = [each.type for each in maker.api.events.list(params={"type": "customer.subscription.*"}).data]
    assert types.count("customer.subscription.updated") == 3


def test_nobody_stops_the_subscription_of_another(maker: Maker, portal: Any) -> None:
    mine, other = maker.subscription(), maker.subscription()
    assert maker.press(portal(mine), action="cancel", subscription=other["subscription"]).status_code == 422
    assert not maker.api.subscriptions.retrieve(other["subscription"]).cancel_at_period_end


def test_a_new_card_is_used_for_what_comes_next(maker: Maker, portal: Any) -> None:
    ids = maker.subscription()
    url = portal(ids)
    assert maker.press(url, action="card_fails").status_code == 303
    maker.control("clock", advance=32 * 24 * 3600)
    assert maker.api.subscriptions.retrieve(ids["subscription"]).status == "past_due"
    url = portal(ids)
    assert "The latest payment did not go through" in see(url).text
    maker.press(url, action="card_works")
    assert "•••• 4444" in see(url).text
    maker.control("clock", advance=4 * 24 * 3600)
    assert maker.api.subscriptions.retrieve(ids["subscription"]).status == "active"
    saved = maker.api.customers.payment_methods.list(ids["customer"]).data
    assert [each.card.last4 for each in saved] == ["4444", "0341", "4242"]


def test_a_configuration_says_what_can_be_done(maker: Maker, portal: Any) -> None:
    ids = maker.subscription()
    made = maker.api.billing_portal.configurations.create(
        params={"features": {"invoice_history": {"enabled": True}}}
    )
    url = portal(ids, configuration=made.id)
    assert "<button" not in see(url).text
    assert maker.press(url, action="cancel", subscription=ids["subscription"]).status_code == 422
    assert maker.press(url, action="card_works").status_code == 422
    listed = maker.api.billing_portal.configurations.list().data
    assert [each.is_default for each in listed].count(True) == 1


def test_a_link_lasts_five_minutes_unopened_and_an_hour_unused(maker: Maker, portal: Any, clock: Any) -> None:
    ids = maker.subscription()
    unopened, used = portal(ids), portal(ids)
    clock.advance(299)
    assert see(used).status_code == 200
    clock.advance(2)
    assert (see(unopened).status_code, see(used).status_code) == (410, 200)
    assert "no longer works" in see(unopened).text
    clock.advance(3601)
    assert maker.press(used, action="cancel", subscription=ids["subscription"]).status_code == 410
    assert not maker.api.subscriptions.retrieve(ids["subscription"]).cancel_at_period_end


@pytest.mark.parametrize("path", ["billing/test_nothing", "invoice/nothing"])
def test_an_unknown_page_says_so(path: str, sandbox: Sandbox) -> None:
    answer = see(f"{sandbox.settings.public_url}/{path}", "sv")
    assert answer.status_code == 404
    assert "finns inte" in answer.text


@pytest.mark.parametrize(
    ("locale", "texts"),
    [
        ("fi", ["Lasku", "Eräpäivä", "Maksa 20,00\xa0€", "Yhteensä"]),
        ("sv", ["Faktura", "Förfallodag", "Betala 20,00\xa0€", "Totalt"]),
        ("en", ["Invoice", "Due", "Pay €20.00", "Total"]),
    ],
)
def test_an_invoice_has_a_page_in_the_language_of_its_customer(
    locale: str, texts: list[str], maker: Maker
) -> None:
    ids = maker.draft_invoice(maker.customer(preferred_locales=[locale]))
    page = see(maker.api.invoices.finalize_invoice(ids["invoice"]).hosted_invoice_url, "de")
    for text in (*texts, "November", "Esim Oy"):
        assert text in page.text


def test_an_invoice_is_paid_on_its_page_once(maker: Maker) -> None:
    ids = maker.open_invoice()
    url = maker.api.invoices.retrieve(ids["invoice"]).hosted_invoice_url
    declined = maker.press(url, outcome="declined")
    assert declined.status_code == 402
    assert maker.press(url, outcome="paid").status_code == 303
    assert maker.api.invoices.retrieve(ids["invoice"]).status == "paid"
    assert maker.press(url, outcome="paid").status_code == 409
    assert maker.press(url, outcome="free").status_code == 422
    assert len(maker.api.charges.list(params={"customer": ids["customer"]}).data) == 2


@pytest.mark.parametrize(("outcome", "status"), [("later_paid", "paid"), ("later_failed", "open")])
def test_a_bank_transfer_for_an_invoice_arrives_later_or_not(
    outcome: str, status: str, maker: Maker, sandbox: Sandbox
) -> None:
    ids = maker.open_invoice()
    url = maker.api.invoices.retrieve(ids["invoice"]).hosted_invoice_url
    assert maker.press(url, outcome=outcome).status_code == 303
    assert sandbox.wait_until_idle()
    assert maker.api.invoices.retrieve(ids["invoice"]).status == status


def test_the_pages_bring_their_own_style_and_nothing_from_elsewhere(maker: Maker, portal: Any) -> None:
    ids = maker.subscription()
    invoice = maker.api.invoices.retrieve(ids["invoice"]).hosted_invoice_url
    for url in (portal(ids), invoice):
        page = see(url)
        assert "<script" not in page.text
        assert "style=" not in page.text
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        assert page.headers["Cache-Control"] == "no-store"
