"""Where money goes: charges, fees, refunds, disputes, the balance; and tax on invoices."""

from typing import Any

import pytest
import requests
import stripe
from hypothesis import given
from hypothesis import strategies as st

from tests.sandbox.states import Maker
from yhdessa.sandbox import Sandbox
from yhdessa.sandbox.objects import tax


@pytest.fixture
def maker(client: stripe.StripeClient, sandbox: Sandbox, clock: Any) -> Maker:
    return Maker(client.v1, sandbox.settings.public_url, int(clock()))


def balance(maker: Maker) -> list[tuple[str, int, int, int]]:
    found = maker.api.balance_transactions.list(params={"limit": 100}).data
    return [(each.type, each.amount, each.fee, each.net) for each in found][::-1]


def test_the_balance_has_the_charge_its_fee_and_what_was_given_back(maker: Maker) -> None:
    maker.half_refunded()
    assert balance(maker) == [("charge", 2000, 55, 1945), ("refund", -1000, 0, -1000)]


def test_a_dispute_that_is_won_brings_the_money_back_but_not_the_fee(maker: Maker) -> None:
    ids = maker.disputed()
    maker.control(f"disputes/{ids['dispute']}", verdict="won")
    assert balance(maker) == [
        ("charge", 2000, 55, 1945),
        ("adjustment", -2000, 2000, -4000),
        ("adjustment", 2000, 0, 2000),
    ]
    assert maker.api.charges.retrieve(ids["charge"]).disputed


def test_a_dispute_is_opened_on_demand_and_only_once(maker: Maker, sandbox: Sandbox) -> None:
    ids = maker.charge()
    made = maker.control("disputes", charge=ids["charge"], amount=1500, reason="general")
    found = maker.api.disputes.retrieve(made["id"])
    assert (found.amount, found.reason, found.status) == (1500, "general", "needs_response")
    again = requests.post(
        f"{sandbox.settings.public_url}/_control/disputes", json={"charge": ids["charge"]}, timeout=8
    )
    assert again.status_code == 400
    unknown = requests.post(
        f"{sandbox.settings.public_url}/_control/disputes", json={"charge": "ch_1"}, timeout=8
    )
    assert unknown.json()["error"]["code"] == "resource_missing"


def test_the_events_of_a_dispute_are_told(maker: Maker) -> None:
    maker.lost_dispute()
    types = [each.type for each in maker.api.events.list(params={"type": "charge.dispute.*"}).data][::-1]
    assert types == [
        "charge.dispute.created",
        "charge.dispute.funds_withdrawn",
        "charge.dispute.updated",
        "charge.dispute.closed",
    ]


def test_refunds_are_listed_with_their_charge_and_changed_in_metadata_only(maker: Maker) -> None:
    ids = maker.refunded()
    refund = maker.api.refunds.update(ids["refund"], params={"metadata": {"why": "asked"}})
    assert refund.metadata.to_dict() == {"why": "asked"}
    charge = maker.api.charges.retrieve(ids["charge"], params={"expand": ["refunds"]})
    assert [each.id for each in charge.refunds.data] == [ids["refund"]]
    event = maker.api.events.list(params={"type": "charge.refunded"}).data[0]
    assert event.data.object.amount_refunded == 2000
    assert event.data.previous_attributes["amount_refunded"] == 0


@pytest.mark.parametrize(
    ("percentage", "inclusive", "amount", "expected"),
    [
        (25.5, False, 100_000, 25_500),
        (25.5, False, 1, 0),
        (25.5, False, 2, 1),
        (25.5, True, 12_550, 2_550),
        (24, True, 1000, 194),
        (14, False, 333, 47),
        (0, False, 1000, 0),
    ],
)
def test_tax_is_on_top_or_within_and_rounded_half_up(
    percentage: float, inclusive: bool, amount: int, expected: int
) -> None:
    rate = {"id": "txr_1", "percentage": percentage, "inclusive": inclusive}
    [found] = tax.taxes_of(amount, [rate], "none")
    assert found["amount"] == expected
    assert found["taxable_amount"] == (amount - expected if inclusive else amount)


@given(st.lists(st.integers(-10_000_000, 10_000_000), min_size=1, max_size=8), st.integers(0, 10_000))
def test_the_tax_of_an_invoice_is_the_sum_of_its_lines(amounts: list[int], permyriad: int) -> None:
    rate = {"id": "txr_1", "percentage": permyriad / 100, "inclusive": False}
    lines = [{"taxes": tax.taxes_of(amount, [rate], "none")} for amount in amounts]
    [total] = tax.total_taxes(lines)
    assert total["amount"] == sum(line["taxes"][0]["amount"] for line in lines)
    assert total["taxable_amount"] == sum(amounts)


@pytest.mark.parametrize(("exempt", "total"), [("none", 2510), ("exempt", 2000), ("reverse", 2000)])
def test_who_is_exempt_pays_no_tax(exempt: str, total: int, maker: Maker) -> None:
    rate = maker.api.tax_rates.create(
        params={"display_name": "ALV", "inclusive": False, "percentage": 25.5}
    ).id
    ids = maker.draft_invoice(maker.customer(tax_exempt=exempt), default_tax_rates=[rate])
    invoice = maker.api.invoices.retrieve(ids["invoice"])
    assert (invoice.subtotal, invoice.total) == (2000, total)


def test_lines_are_added_at_once_each_with_its_own_tax(maker: Maker) -> None:
    rate = maker.api.tax_rates.create(
        params={"display_name": "ALV", "inclusive": True, "percentage": 25.5}
    ).id
    ids = maker.draft_invoice()
    lines = [{"amount": 100, "description": f"Gift {n}"} for n in range(11)]
    lines.append({"amount": 12_550, "description": "Visibility", "tax_rates": [rate]})
    invoice = maker.api.invoices.add_lines(ids["invoice"], params={"lines": lines})
    assert (invoice.total, invoice.total_excluding_tax) == (2000 + 1100 + 12_550, 2000 + 1100 + 10_000)
    assert (len(invoice.lines.data), invoice.lines.has_more) == (10, True)
    listed = maker.api.invoices.line_items.list(ids["invoice"], params={"limit": 100})
    assert len(listed.data) == 13
    assert listed.data[0].description == "Visibility"


def test_an_item_can_be_changed_while_its_invoice_is_a_draft(maker: Maker) -> None:
    ids = maker.draft_invoice()
    maker.api.invoice_items.update(ids["invoiceitem"], params={"amount": 2500, "description": "Corrected"})
    assert maker.api.invoices.retrieve(ids["invoice"]).total == 2500
    maker.api.invoice_items.delete(ids["invoiceitem"])
    assert maker.api.invoices.retrieve(ids["invoice"]).total == 0


def test_invoices_are_filtered_and_numbered_for_each_customer(maker: Maker) -> None:
    first, second = maker.open_invoice(), maker.draft_invoice()
    again = maker.draft_invoice({"customer": first["customer"]})
    maker.api.invoices.finalize_invoice(again["invoice"])

    def ids(**params: Any) -> list[str]:
        return [each.id for each in maker.api.invoices.list(params=params).data]

    assert ids(customer=first["customer"]) == [again["invoice"], first["invoice"]]
    assert ids(status="draft") == [second["invoice"]]
    assert ids(due_date={"gt": maker.now + 30 * 24 * 3600}) == []
    assert ids(collection_method="charge_automatically") == []
    numbers = [maker.api.invoices.retrieve(each).number for each in (first["invoice"], again["invoice"])]
    prefix = maker.api.customers.retrieve(first["customer"]).invoice_prefix
    assert numbers == [f"{prefix}-0001", f"{prefix}-0002"]


def test_payments_of_invoices_are_listed(maker: Maker) -> None:
    ids = maker.paid_invoice()
    [payment] = maker.api.invoice_payments.list(params={"invoice": ids["invoice"]}).data
    assert (payment.status, payment.amount_paid) == ("paid", 2000)
    intent = {"type": "payment_intent", "payment_intent": payment.payment.payment_intent}
    [same] = maker.api.invoice_payments.list(params={"payment": intent}).data
    assert same.id == payment.id
    assert maker.api.invoice_payments.list(params={"status": "open"}).data == []


def test_a_declined_invoice_answers_402_and_stays_open(maker: Maker) -> None:
    ids = maker.open_invoice()
    with pytest.raises(stripe.CardError) as refused:
        maker.api.invoices.pay(ids["invoice"], params={"payment_method": "pm_card_chargeCustomerFail"})
    assert (refused.value.http_status, refused.value.code) == (402, "card_declined")
    assert refused.value.json_body["error"]["payment_intent"]["status"] == "requires_payment_method"
    assert maker.api.invoices.retrieve(ids["invoice"]).status == "open"
    assert maker.api.invoices.pay(ids["invoice"]).status == "paid"
