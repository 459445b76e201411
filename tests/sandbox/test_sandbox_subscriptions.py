"""Subscriptions sold by Checkout: declined, delayed, by a known customer, with prices that exist."""

from typing import Any

import pytest
import stripe

from tests.sandbox.states import Maker
from yhdessa.sandbox import Sandbox

MONTHLY = {
    "currency": "eur",
    "unit_amount": 1000,
    "recurring": {"interval": "month"},
    "product_data": {"name": "A monthly gift"},
}


@pytest.fixture
def maker(client: stripe.StripeClient, sandbox: Sandbox, clock: Any) -> Maker:
    return Maker(client.v1, sandbox.settings.public_url, int(clock()))


def monthly(maker: Maker, **more: Any) -> Any:
    lines = [{"quantity": 1, "price_data": MONTHLY}]
    ids = maker.open_session(mode="subscription", line_items=lines, **more)
    return maker.api.checkout.sessions.retrieve(ids["session"])


def test_the_events_of_a_monthly_gift_come_in_order(maker: Maker, press: Any) -> None:
    press(monthly(maker).url)
    types = [each.type for each in maker.api.events.list(params={"limit": 100}).data][::-1]
    assert types == [
        "customer.created",
        "payment_method.attached",
        "customer.subscription.created",
        "invoice.created",
        "invoice.finalized",
        "payment_intent.created",
        "charge.succeeded",
        "payment_intent.succeeded",
        "invoice_payment.paid",
        "invoice.paid",
        "invoice.payment_succeeded",
        "customer.subscription.updated",
        "checkout.session.completed",
    ]


def test_a_declined_card_begins_nothing_and_can_be_followed_by_another(maker: Maker, press: Any) -> None:
    session = monthly(maker)
    assert press(session.url, outcome="declined").status_code == 402
    assert maker.api.subscriptions.list(params={"status": "all"}).data == []
    assert press(session.url).status_code == 303
    assert len(maker.api.subscriptions.list().data) == 1


@pytest.mark.parametrize(
    ("outcome", "payment", "status", "invoice"),
    [("later_paid", "paid", "active", "paid"), ("later_failed", "unpaid", "past_due", "open")],
)
def test_a_debit_is_settled_later(
    outcome: str, payment: str, status: str, invoice: str, maker: Maker, press: Any, sandbox: Sandbox
) -> None:
    session = monthly(maker)
    assert press(session.url, outcome=outcome).status_code == 303
    assert sandbox.wait_until_idle()
    settled = maker.api.checkout.sessions.retrieve(
        session.id, params={"expand": ["subscription.default_payment_method", "invoice"]}
    )
    assert (settled.payment_status, settled.subscription.status) == (payment, status)
    assert settled.invoice.status == invoice
    events = maker.api.events.list(params={"limit": 100}).data
    [completed] = [each for each in events if each.type == "checkout.session.completed"]
    assert completed.data.object.payment_status == "unpaid"
    states = [each.data.object.status for each in events if each.type == "customer.subscription.updated"]
    assert "active" in states
    assert settled.subscription.default_payment_method.type == "sepa_debit"


def test_a_known_customer_keeps_the_address_and_gets_a_second_subscription(maker: Maker, press: Any) -> None:
    ids = maker.subscription()
    session = monthly(maker, customer=ids["customer"])
    assert press(session.url, email="somebody@else.example.org").status_code == 303
    paid = maker.api.checkout.sessions.retrieve(session.id)
    assert (paid.customer, paid.customer_details.email) == (ids["customer"], "partner@example.org")
    assert len(maker.api.subscriptions.list(params={"customer": ids["customer"]}).data) == 2


def test_a_price_that_exists_can_be_sold_and_one_of_another_kind_cannot(maker: Maker) -> None:
    recurring, once = maker.price()["price"], maker.one_time_price()["price"]
    lines = [{"price": recurring, "quantity": 1}]
    assert maker.open_session(mode="subscription", line_items=lines)["session"]
    with pytest.raises(stripe.InvalidRequestError, match="recurring price needs `subscription` mode"):
        maker.open_session(line_items=lines)
    with pytest.raises(stripe.InvalidRequestError, match="at least one recurring price"):
        maker.open_session(mode="subscription", line_items=[{"price": once, "quantity": 1}])


def test_methods_that_cannot_recur_are_not_offered(maker: Maker) -> None:
    assert monthly(maker).payment_method_types == ["card", "sepa_debit"]
    with pytest.raises(stripe.InvalidRequestError, match="No valid payment method types"):
        monthly(maker, allowed_payment_method_types=["mobilepay"])


def test_a_gift_may_make_a_customer_of_its_giver(maker: Maker, press: Any) -> None:
    ids = maker.open_session(customer_creation="always", locale="sv")
    press(ids["url"])
    session = maker.api.checkout.sessions.retrieve(ids["session"], params={"expand": ["customer"]})
    assert (session.customer.email, session.customer.preferred_locales) == ("donor@example.org", ["sv"])
    plain = maker.open_session()
    press(plain["url"])
    assert maker.api.checkout.sessions.retrieve(plain["session"]).customer is None


def test_another_sum_counts_from_the_next_period_on(maker: Maker) -> None:
    ids = maker.subscription()
    price = {
        "currency": "eur",
        "product": ids["product"],
        "recurring": {"interval": "month"},
        "unit_amount": 3000,
    }
    items = [{"id": ids["item"], "price_data": price}]
    with pytest.raises(stripe.APIError, match="proration_behavior=none"):
        maker.api.subscriptions.update(ids["subscription"], params={"items": items})
    params = {"items": items, "proration_behavior": "none"}
    changed = maker.api.subscriptions.update(ids["subscription"], params=params)
    assert changed["items"].data[0].price.unit_amount == 3000
    maker.control("clock", advance=32 * 24 * 3600)
    totals = [
        each.total for each in maker.api.invoices.list(params={"subscription": ids["subscription"]}).data
    ]
    assert totals == [3000, 2000]


def test_why_somebody_stops_is_kept_whether_it_is_said_at_once_or_later(maker: Maker) -> None:
    ids = maker.subscription()
    details = {"feedback": "too_expensive", "comment": "Later again"}
    stopping = {"cancel_at_period_end": True, "cancellation_details": details}
    stopped = maker.api.subscriptions.update(ids["subscription"], params=stopping).cancellation_details
    assert (stopped.feedback, stopped.comment, stopped.reason) == (
        "too_expensive",
        "Later again",
        "cancellation_requested",
    )
    later = {"cancellation_details": {"comment": ""}}
    changed = maker.api.subscriptions.update(ids["subscription"], params=later).cancellation_details
    assert (changed.feedback, changed.comment) == ("too_expensive", None)


def test_subscriptions_are_filtered_and_found(maker: Maker) -> None:
    first = maker.subscription(metadata={"goal": "roof"})
    second = maker.subscription(collection_method="send_invoice", days_until_due=14)
    maker.api.subscriptions.cancel(second["subscription"])

    def ids(**params: Any) -> list[str]:
        return [each.id for each in maker.api.subscriptions.list(params=params).data]

    assert ids() == [first["subscription"]]
    assert ids(status="canceled") == ids(status="ended") == [second["subscription"]]
    assert ids(status="all", customer=second["customer"]) == [second["subscription"]]
    assert ids(price=first["price"]) == [first["subscription"]]
    assert ids(collection_method="send_invoice", status="all") == [second["subscription"]]
    assert ids(current_period_end={"gt": maker.now + 40 * 24 * 3600}) == []
    found = maker.api.subscriptions.search(params={"query": "metadata['goal']:'roof' AND status:'active'"})
    assert [each.id for each in found.data] == [first["subscription"]]
    [item] = maker.api.subscription_items.list(params={"subscription": first["subscription"]}).data
    assert item.id == first["item"]


def test_a_customer_shows_the_subscriptions_that_go_on_to_whoever_asks_for_them(
    maker: Maker, press: Any
) -> None:
    """https://docs.stripe.com/api/customers/object#customer_object-subscriptions"""
    sessions = [monthly(maker) for _ in range(2)]
    for session in sessions:
        press(session.url)
    plain = maker.api.customers.list().data
    assert len(plain) == 2
    assert all("subscriptions" not in each for each in plain)
    ended = maker.api.checkout.sessions.retrieve(sessions[0].id).subscription
    maker.api.subscriptions.cancel(ended)
    newer, older = maker.api.customers.list(params={"expand": ["data.subscriptions"]}).data
    assert [each.status for each in newer.subscriptions.data] == ["active"]
    assert older.subscriptions.data == []


def test_invoices_say_what_the_customer_wants_on_all_of_them(maker: Maker) -> None:
    field = {"name": "Your reference", "value": "PO 1"}
    customer = maker.api.customers.create(
        params={"invoice_settings": {"custom_fields": [field], "footer": "Reverse charge"}}
    )
    yearly = {"currency": "eur", "unit_amount": 100_00, "recurring": {"interval": "year"}}
    product = maker.api.products.create(params={"name": "Partnership"})
    subscription = maker.api.subscriptions.create(
        params={
            "customer": customer.id,
            "items": [{"price_data": {**yearly, "product": product.id}}],
            "collection_method": "send_invoice",
            "days_until_due": 14,
            "expand": ["latest_invoice"],
        }
    )
    own = maker.api.invoices.create(params={"customer": customer.id, "footer": "Another"})
    invoice = subscription.latest_invoice
    assert [each.to_dict() for each in invoice.custom_fields] == [field]
    assert (invoice.footer, own.footer) == ("Reverse charge", "Another")
    assert [each.to_dict() for each in own.custom_fields] == [field]
    maker.api.customers.update(customer.id, params={"invoice_settings": {"custom_fields": ""}})
    assert maker.api.invoices.create(params={"customer": customer.id}).custom_fields is None
