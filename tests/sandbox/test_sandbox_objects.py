"""Every object in every state that it can have is what Stripe describes, alone, in lists, events and
expanded.
"""

from collections import defaultdict
from typing import Any

import pytest

from tests.sandbox.states import Ids, Maker, state
from yhdessa.sandbox import Sandbox, contract, serve_sandbox
from yhdessa.sandbox.settings import SandboxSettings

MONTH = 31 * 24 * 3600
STATES = {
    "checkout.session": {"open", "complete", "expired"},
    "payment_intent": {
        "requires_payment_method",
        "requires_confirmation",
        "processing",
        "succeeded",
        "canceled",
    },
    "charge": {"succeeded", "pending", "failed"},
    "refund": {"succeeded"},
    "dispute": {"needs_response", "under_review", "won", "lost"},
    "invoice": {"draft", "open", "paid", "uncollectible", "void"},
    "invoice_payment": {"open", "paid", "canceled"},
    "subscription": {"incomplete", "incomplete_expired", "active", "past_due", "canceled"},
    "test_helpers.test_clock": {"ready"},
    "balance_transaction": {"pending", "available"},
}
"""The states that flows of ours meet, for objects that have a status."""
STATELESS = {
    *("billing_portal.configuration", "billing_portal.session", "customer", "event", "invoiceitem"),
    *("payment_method", "price", "product", "tax_id", "tax_rate"),
}
EXPANDED = {
    "checkout.session": [
        "line_items",
        "customer",
        "subscription.latest_invoice",
        "payment_intent.latest_charge",
    ],
    "charge": ["refunds", "balance_transaction", "payment_intent", "customer"],
    "customer": ["subscriptions", "tax_ids", "invoice_settings.default_payment_method"],
    "invoice": [
        "payments.data.payment.payment_intent",
        "customer",
        "parent.subscription_details.subscription",
    ],
    "subscription": ["latest_invoice.payments", "customer", "default_payment_method"],
    "dispute": ["charge.payment_intent"],
    "refund": ["charge", "balance_transaction"],
}


@pytest.fixture(scope="module")
def lived() -> Any:
    """An account in which everything has happened: its sandbox, and the maker of its states."""
    import stripe

    http = stripe.RequestsClient(timeout=8)
    with serve_sandbox(SandboxSettings(settlement_delay=0.01)) as sandbox:
        client = stripe.StripeClient(
            "sk_test_sandbox", base_addresses={"api": sandbox.settings.public_url}, http_client=http
        )
        maker = Maker(client.v1, sandbox.settings.public_url, int(sandbox.account.now()))
        live(maker, sandbox)
        yield sandbox, maker
    http.close()


def live(maker: Maker, sandbox: Sandbox) -> None:
    """Make every state."""
    for name in (
        *("open_session", "complete_session", "expired_session", "charge", "declined", "waiting_intent"),
        *("half_refunded", "refunded", "disputed", "lost_dispute", "five_tax_ids", "one_time_price"),
        *("subscription", "canceled_subscription", "subscription_draft", "open_subscription_invoice"),
        *("draft_invoice", "open_invoice", "paid_invoice", "void_invoice", "uncollectible_invoice"),
        *("pending_item", "clock_with_monthly"),
    ):
        state(maker, name)
    api = maker.api
    evidence = {"evidence": {"uncategorized_text": "See the letter."}}
    api.disputes.update(maker.disputed()["dispute"], params=evidence)
    maker.control(f"disputes/{maker.disputed()['dispute']}", verdict="won")
    api.payment_intents.create(params={"amount": 2000, "currency": "eur", "payment_method": "pm_card_visa"})
    api.tax_rates.create(params={"display_name": "ALV", "inclusive": True, "percentage": 25.5})
    api.billing_portal.sessions.create(params=maker.customer())
    delayed(maker)
    api.invoices.send_invoice(maker.draft_invoice()["invoice"])
    api.invoices.update(maker.draft_invoice()["invoice"], params={"description": "Corrected"})
    no_method = maker.no_method()
    item = {"items": [{"price": no_method["price"]}], "payment_behavior": "default_incomplete"}
    api.subscriptions.create(params={"customer": no_method["customer"], **item})
    maker.control("clock", advance=24 * 3600)
    monthly = maker.subscription()
    maker.control("faults", kind="decline_payment", times=9)
    maker.control("clock", advance=MONTH + 7200)
    assert api.subscriptions.retrieve(monthly["subscription"]).status == "past_due"
    assert sandbox.wait_until_idle()
    delayed(maker, wait=False)
    api.subscriptions.create(params={"customer": no_method["customer"], **item})
    maker.open_session()


def delayed(maker: Maker, wait: bool = True) -> None:
    """A SEPA debit whose bank has not answered."""
    maker.control("faults", kind="delay_payment", seconds=0.02 if wait else 30)
    maker.press(maker.open_session()["url"], email="a@example.org")


def test_every_state_of_our_flows_was_seen_and_each_object_is_what_stripe_describes(lived: Any) -> None:
    sandbox, _ = lived
    seen: dict[str, set[str]] = defaultdict(set)
    for kind in (*STATES, *STATELESS):
        for stored in sandbox.account.store.newest_first(kind):
            contract.check_object(stored)
            seen[kind].add(stored.get("status", ""))
    assert {kind: seen[kind] for kind in STATES} == STATES
    assert all(seen[kind] for kind in STATELESS)


def test_no_kind_of_object_is_made_that_these_tests_do_not_know(lived: Any) -> None:
    sandbox, _ = lived
    assert set(sandbox.account.store.kinds()) <= {*STATES, *STATELESS}


def test_every_event_holds_an_object_as_stripe_describes_it(lived: Any) -> None:
    sandbox, _ = lived
    types = set()
    for event in sandbox.account.store.newest_first("event"):
        contract.check_object(event["data"]["object"])
        types.add(event["type"])
    assert types >= {
        *(
            "checkout.session.completed",
            "checkout.session.expired",
            "checkout.session.async_payment_succeeded",
        ),
        *("payment_intent.succeeded", "payment_intent.payment_failed", "payment_intent.processing"),
        *("charge.refunded", "charge.dispute.created", "charge.dispute.closed", "payment_intent.canceled"),
        *("customer.subscription.created", "customer.subscription.updated", "customer.subscription.deleted"),
        *("invoice.created", "invoice.finalized", "invoice.sent", "invoice.paid", "invoice.payment_failed"),
        *("invoice.voided", "invoice.marked_uncollectible", "invoice.overdue", "invoice.updated"),
    }


@pytest.mark.parametrize("kind", EXPANDED)
def test_what_is_expanded_is_what_stripe_describes_too(kind: str, lived: Any) -> None:
    sandbox, maker = lived
    paths: dict[str, Any] = {
        "checkout.session": maker.api.checkout.sessions,
        "charge": maker.api.charges,
        "customer": maker.api.customers,
        "invoice": maker.api.invoices,
        "subscription": maker.api.subscriptions,
        "dispute": maker.api.disputes,
        "refund": maker.api.refunds,
    }
    for stored in sandbox.account.store.newest_first(kind):
        found = paths[kind].retrieve(stored["id"], params={"expand": EXPANDED[kind]})
        assert found.id == stored["id"]


def test_previous_values_are_told_where_something_was_updated(lived: Any) -> None:
    _, maker = lived
    ids: Ids = maker.subscription()
    maker.api.subscriptions.update(ids["subscription"], params={"cancel_at_period_end": True})
    event = maker.api.events.list(params={"type": "customer.subscription.updated"}).data[0]
    assert event.data.object.cancel_at_period_end is True
    assert event.data.previous_attributes["cancel_at_period_end"] is False
