"""Monthly giving through the SDK: begin, renew, fail, stop, help oneself. Against the sandbox or Stripe."""

from __future__ import annotations

from typing import Any

import pytest
import stripe

from tests.stripe.conftest import World

CARD = {"payment_method": "pm_card_visa", "invoice_settings": {"default_payment_method": "pm_card_visa"}}
MONTH = 31 * 24 * 3600
BEGINNING = 1_900_000_000


def monthly(**more: Any) -> dict[str, Any]:
    """The parameters of a monthly gift of 10.00 EUR by Checkout."""
    price = {
        "currency": "eur",
        "unit_amount": 1000,
        "recurring": {"interval": "month"},
        "product_data": {"name": "Månadsgåva"},
    }
    return {
        "mode": "subscription",
        "line_items": [{"quantity": 1, "price_data": price}],
        "success_url": "https://example.org/thanks",
        "customer_email": "giver@example.org",
        **more,
    }


@pytest.fixture
def price(world: World) -> str:
    """The id of a monthly price of 10.00 EUR."""
    params = {
        "currency": "eur",
        "unit_amount": 1000,
        "recurring": {"interval": "month"},
        "product_data": {"name": "Kuukausilahjoitus"},
    }
    made: str = world.api.prices.create(params=params).id
    return made


@pytest.fixture
def clock(world: World) -> Any:
    """A test clock, deleted afterwards."""
    made = world.api.test_helpers.test_clocks.create(params={"frozen_time": BEGINNING})
    yield made.id
    world.api.test_helpers.test_clocks.delete(made.id)


def test_a_monthly_gift_begins_on_the_hosted_page(world: World, unique: str) -> None:
    marks = {"goal": "no-loneliness", "run": unique}
    session = world.api.checkout.sessions.create(params=monthly(subscription_data={"metadata": marks}))
    world.pay(session.url, "giver@example.org")
    paid = world.api.checkout.sessions.retrieve(
        session.id, params={"expand": ["subscription.latest_invoice.payments"]}
    )
    assert (paid.status, paid.payment_status, paid.payment_intent) == ("complete", "paid", None)
    subscription = paid.subscription
    assert (subscription.status, subscription.metadata.to_dict()) == ("active", marks)
    assert subscription["items"].data[0].current_period_end > subscription.created
    invoice = subscription.latest_invoice
    assert (invoice.status, invoice.amount_paid, invoice.billing_reason) == (
        "paid",
        1000,
        "subscription_create",
    )
    assert invoice.parent.subscription_details.subscription == subscription.id
    assert invoice.parent.subscription_details.metadata.to_dict() == marks
    assert invoice.payments.data[0].payment.payment_intent.startswith("pi_")
    assert world.api.customers.retrieve(paid.customer).email == "giver@example.org"


def test_a_subscription_needs_a_recurring_price(world: World) -> None:
    price = {"currency": "eur", "unit_amount": 1000, "product_data": {"name": "Once"}}
    with pytest.raises(stripe.InvalidRequestError):
        world.api.checkout.sessions.create(params=monthly(line_items=[{"quantity": 1, "price_data": price}]))


def test_a_month_later_there_is_another_paid_invoice(world: World, price: str, clock: str) -> None:
    customer = world.api.customers.create(params={"test_clock": clock, **CARD})
    subscription = world.api.subscriptions.create(
        params={"customer": customer.id, "items": [{"price": price}]}
    )
    assert subscription.status == "active"
    world.advance(clock, BEGINNING + MONTH + 7200)
    invoices = world.api.invoices.list(params={"subscription": subscription.id}).data
    assert [invoice.status for invoice in invoices] == ["paid", "paid"]
    assert [invoice.billing_reason for invoice in invoices] == ["subscription_cycle", "subscription_create"]
    renewed = world.api.subscriptions.retrieve(subscription.id)
    [before], [after] = subscription["items"].data, renewed["items"].data
    assert after.current_period_start == before.current_period_end


def test_a_first_payment_that_fails_leaves_the_subscription_incomplete(world: World, price: str) -> None:
    method = "pm_card_chargeCustomerFail"
    customer = world.api.customers.create(
        params={"payment_method": method, "invoice_settings": {"default_payment_method": method}}
    )
    subscription = world.api.subscriptions.create(
        params={"customer": customer.id, "items": [{"price": price}], "expand": ["latest_invoice"]}
    )
    assert (subscription.status, subscription.latest_invoice.status) == ("incomplete", "open")


def test_a_monthly_gift_runs_out_at_the_end_of_its_period_or_ends_at_once(
    world: World, price: str, clock: str
) -> None:
    customer = world.api.customers.create(params={"test_clock": clock, **CARD})
    params = {"customer": customer.id, "items": [{"price": price}]}
    first, second = (world.api.subscriptions.create(params=params) for _ in range(2))
    running_out = world.api.subscriptions.update(first.id, params={"cancel_at_period_end": True})
    assert (running_out.status, running_out.cancel_at_period_end) == ("active", True)
    assert running_out.cancel_at == first["items"].data[0].current_period_end
    assert world.api.subscriptions.cancel(second.id).status == "canceled"
    world.advance(clock, BEGINNING + MONTH + 7200)
    assert world.api.subscriptions.retrieve(first.id).status == "canceled"
    assert len(world.api.invoices.list(params={"subscription": first.id}).data) == 1
    assert world.api.subscriptions.list(params={"customer": customer.id}).data == []
    everything = world.api.subscriptions.list(params={"customer": customer.id, "status": "all"}).data
    assert {each.id for each in everything} == {first.id, second.id}


def test_a_customer_is_found_by_address_at_once_and_by_metadata_soon(world: World, unique: str) -> None:
    email = f"{unique}@example.org"
    made = world.api.customers.create(params={"email": email, "metadata": {"run": unique}})
    [found] = world.api.customers.list(params={"email": email}).data
    assert found.id == made.id
    query = {"query": f"metadata['run']:'{unique}'"}
    searched = world.eventually(
        lambda: world.api.customers.search(params=query).data, lambda data: bool(data)
    )
    assert [each.id for each in searched] == [made.id]


def test_a_deleted_customer_has_no_subscription_left(world: World, price: str) -> None:
    customer = world.api.customers.create(params=CARD)
    subscription = world.api.subscriptions.create(
        params={"customer": customer.id, "items": [{"price": price}]}
    )
    assert world.api.customers.delete(customer.id).deleted
    assert world.api.customers.retrieve(customer.id).deleted
    assert world.api.subscriptions.retrieve(subscription.id).status == "canceled"


def test_the_portal_has_an_address_for_a_customer_and_none_for_a_stranger(world: World) -> None:
    customer = world.api.customers.create(params={"email": "giver@example.org"})
    configuration = world.api.billing_portal.configurations.create(
        params={"features": {"invoice_history": {"enabled": True}}}
    )
    session = world.api.billing_portal.sessions.create(
        params={
            "customer": customer.id,
            "configuration": configuration.id,
            "return_url": "https://example.org/give",
            "locale": "sv",
        }
    )
    assert session.url.startswith("http")
    assert (session.customer, session.return_url) == (customer.id, "https://example.org/give")
    with pytest.raises(stripe.InvalidRequestError) as refused:
        world.api.billing_portal.sessions.create(params={"customer": "cus_nobody"})
    assert refused.value.code == "resource_missing"


def test_checkout_makes_a_customer_of_its_own_language(world: World, unique: str) -> None:
    """In which Stripe then writes: nothing that is asked when a session is made says so itself."""
    session = world.api.checkout.sessions.create(params=monthly(locale="sv"))
    world.pay(session.url, "giver@example.org")
    paid = world.api.checkout.sessions.retrieve(session.id, params={"expand": ["customer"]})
    assert paid.customer.preferred_locales == ["sv"]


def test_customers_are_listed_by_their_address_with_the_gifts_that_go_on(world: World, unique: str) -> None:
    email = f"{unique}@example.org"
    session = world.api.checkout.sessions.create(params=monthly(customer_email=email))
    world.pay(session.url, email)
    asked = {"email": email, "expand": ["data.subscriptions"]}
    [found] = world.api.customers.list(params=asked).data
    assert [each.status for each in found.subscriptions.data] == ["active"]
    assert world.api.customers.list(params={"email": email.upper()}).data == []
