"""Payroll remittances and partners through the SDK: invoices. Against the sandbox or Stripe."""

from __future__ import annotations

from typing import Any

import pytest
import stripe

from tests.stripe.conftest import World

DAY = 24 * 3600
BEGINNING = 1_900_000_000


@pytest.fixture
def employer(world: World, unique: str) -> Any:
    """A customer that is an employer."""
    return world.api.customers.create(
        params={
            "name": "Esim Oy",
            "email": f"{unique}@example.org",
            "preferred_locales": ["fi"],
            "metadata": {"kind": "employer"},
        }
    )


def remittance(world: World, employer: Any, **more: Any) -> Any:
    """A draft of a month's remittance: gifts of employees and what the employer adds."""
    invoice = world.api.invoices.create(
        params={
            "customer": employer.id,
            "collection_method": "send_invoice",
            "days_until_due": 14,
            "currency": "eur",
            "pending_invoice_items_behavior": "exclude",
            "custom_fields": [{"name": "Viite", "value": "4500012345"}],
            **more,
        }
    )
    for description, amount in (("November", 123_45), ("Matching", 61_73)):
        world.api.invoice_items.create(
            params={
                "customer": employer.id,
                "invoice": invoice.id,
                "amount": amount,
                "currency": "eur",
                "description": description,
            }
        )
    return invoice


def test_a_remittance_is_drafted_finalised_sent_and_paid_elsewhere(world: World, employer: Any) -> None:
    draft = remittance(world, employer, metadata={"month": "2026-11"})
    assert (draft.status, draft.number, draft.hosted_invoice_url) == ("draft", None, None)
    final = world.api.invoices.finalize_invoice(draft.id)
    assert (final.status, final.total, final.amount_remaining) == ("open", 18518, 18518)
    assert {line.description for line in final.lines.data} == {"November", "Matching"}
    assert final.number
    assert final.hosted_invoice_url.startswith("http")
    assert world.api.invoices.send_invoice(draft.id).status == "open"
    paid = world.api.invoices.pay(draft.id, params={"paid_out_of_band": True})
    assert (paid.status, paid.amount_remaining) == ("paid", 0)
    with pytest.raises(stripe.InvalidRequestError):
        world.api.invoices.pay(draft.id)


def test_a_correction_voids_and_issues_anew(world: World, employer: Any) -> None:
    first = world.api.invoices.finalize_invoice(remittance(world, employer).id)
    assert world.api.invoices.void_invoice(first.id).status == "void"
    second = world.api.invoices.finalize_invoice(remittance(world, employer).id)
    assert second.number != first.number
    listed = world.api.invoices.list(params={"customer": employer.id, "status": "open"}).data
    assert [each.id for each in listed] == [second.id]
    with pytest.raises(stripe.InvalidRequestError):
        world.api.invoices.pay(first.id)


def test_a_revision_takes_the_place_of_an_open_invoice(world: World, employer: Any) -> None:
    original = world.api.invoices.finalize_invoice(remittance(world, employer).id)
    revision = world.api.invoices.create(
        params={"from_invoice": {"action": "revision", "invoice": original.id}}
    )
    assert (revision.status, revision.total) == ("draft", original.total)
    final = world.api.invoices.finalize_invoice(revision.id)
    assert final.from_invoice.invoice == original.id
    replaced = world.api.invoices.retrieve(original.id)
    assert (replaced.status, replaced.latest_revision) == ("void", revision.id)


def test_an_invoice_item_waits_for_the_invoice_that_includes_it(world: World, employer: Any) -> None:
    params = {"customer": employer.id, "amount": 1000, "currency": "eur", "description": "Waiting"}
    item = world.api.invoice_items.create(params=params)
    other = world.api.invoice_items.create(params=params)
    assert world.api.invoice_items.delete(other.id).deleted
    [waiting] = world.api.invoice_items.list(params={"customer": employer.id, "pending": True}).data
    assert waiting.id == item.id
    invoice = world.api.invoices.create(
        params={
            "customer": employer.id,
            "collection_method": "send_invoice",
            "days_until_due": 14,
            "pending_invoice_items_behavior": "include",
        }
    )
    assert invoice.total == 1000
    assert world.api.invoice_items.retrieve(item.id).invoice == invoice.id


def test_a_draft_can_be_deleted_and_a_final_invoice_cannot(world: World, employer: Any) -> None:
    draft = remittance(world, employer)
    assert world.api.invoices.delete(draft.id).deleted
    final = world.api.invoices.finalize_invoice(remittance(world, employer).id)
    with pytest.raises(stripe.InvalidRequestError):
        world.api.invoices.delete(final.id)
    assert world.api.invoices.mark_uncollectible(final.id).status == "uncollectible"


def test_a_remittance_is_found_by_its_metadata_soon(world: World, employer: Any, unique: str) -> None:
    draft = remittance(world, employer, metadata={"run": unique})
    query = {"query": f"metadata['run']:'{unique}' AND status:'draft'"}
    found = world.eventually(lambda: world.api.invoices.search(params=query).data, lambda data: bool(data))
    assert [each.id for each in found] == [draft.id]


def test_a_partner_pays_a_yearly_invoice_with_tax_and_is_late(world: World, unique: str) -> None:
    api = world.api
    clock = api.test_helpers.test_clocks.create(params={"frozen_time": BEGINNING})
    rate = api.tax_rates.create(
        params={"display_name": "ALV", "inclusive": False, "percentage": 25.5, "country": "FI"}
    )
    price = api.prices.create(
        params={
            "currency": "eur",
            "unit_amount": 100_000,
            "recurring": {"interval": "year"},
            "product_data": {"name": "Kumppanuus"},
        }
    )
    partner = api.customers.create(
        params={"name": "Kumppani Oy", "email": f"{unique}@example.org", "test_clock": clock.id}
    )
    subscription = api.subscriptions.create(
        params={
            "customer": partner.id,
            "items": [{"price": price.id}],
            "collection_method": "send_invoice",
            "days_until_due": 14,
            "default_tax_rates": [rate.id],
        }
    )
    assert subscription.status == "active"
    world.advance(clock.id, BEGINNING + 2 * 3600)
    [invoice] = api.invoices.list(params={"subscription": subscription.id}).data
    assert (invoice.status, invoice.subtotal, invoice.total) == ("open", 100_000, 125_500)
    assert [tax.amount for tax in invoice.total_taxes] == [25_500]
    world.advance(clock.id, BEGINNING + 16 * DAY)
    assert api.subscriptions.retrieve(subscription.id).status == "past_due"
    api.invoices.pay(invoice.id, params={"paid_out_of_band": True})
    assert api.subscriptions.retrieve(subscription.id).status == "active"
    api.test_helpers.test_clocks.delete(clock.id)
