"""States of an account in which rules and objects are tried: each returns the ids of what it has made.

A name is the one that ``rules.yml`` writes after a ``$``, and that an address of the API has in braces.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import requests
import stripe

Ids = dict[str, str]

CARD = {"payment_method": "pm_card_visa", "invoice_settings": {"default_payment_method": "pm_card_visa"}}
GIFT = {
    "quantity": 1,
    "price_data": {"currency": "eur", "unit_amount": 2000, "product_data": {"name": "A gift"}},
}
BACK = "https://example.org/thanks"


@dataclass
class Maker:
    """Makes states through the SDK, and presses buttons of hosted pages, at the moment ``now``."""

    api: Any
    url: str
    now: int

    def press(self, url: str, **form: str) -> requests.Response:
        """A button of a hosted page."""
        return requests.post(url, form, allow_redirects=False, timeout=8)

    def control(self, path: str, **asked: Any) -> Any:
        """Ask the sandbox for something that Stripe would not do."""
        answer = requests.post(f"{self.url}/_control/{path}", json=asked, timeout=8)
        assert answer.ok, answer.text
        return answer.json() if answer.content else None

    def nothing(self) -> Ids:
        return {}

    def customer(self, **more: Any) -> Ids:
        made = self.api.customers.create(params={"email": "partner@example.org", "name": "Esim Oy", **more})
        return {"customer": made.id}

    def product(self) -> Ids:
        return {"product": self.api.products.create(params={"name": "A gift"}).id}

    def price(self, **more: Any) -> Ids:
        product = self.product()
        params = {
            "currency": "eur",
            "unit_amount": 2000,
            "recurring": {"interval": "month"},
            **product,
            **more,
        }
        return {**product, "price": self.api.prices.create(params=params).id}

    def one_time_price(self) -> Ids:
        product = self.product()
        made = self.api.prices.create(params={"currency": "eur", "unit_amount": 2000, **product})
        return {**self.ready_to_subscribe(), **product, "price": made.id}

    def lookup_key(self) -> Ids:
        return self.price(lookup_key="monthly-gift", transfer_lookup_key=True)

    def inactive_price(self) -> Ids:
        ids = self.ready_to_subscribe()
        self.api.prices.update(ids["price"], params={"active": False})
        return ids

    def ready_to_subscribe(self) -> Ids:
        return {**self.customer(**CARD), **self.price()}

    def no_method(self) -> Ids:
        return {**self.customer(), **self.price()}

    def crowns(self) -> Ids:
        crowns = self.price(currency="sek")["price"]
        return {**self.ready_to_subscribe(), "crowns": crowns}

    def five_tax_ids(self) -> Ids:
        ids = self.customer()
        for digit in range(5):
            value = f"FI1234567{digit}"
            self.api.customers.tax_ids.create(ids["customer"], params={"type": "eu_vat", "value": value})
        return ids

    def subscription(self, **more: Any) -> Ids:
        ids = self.ready_to_subscribe()
        params = {"customer": ids["customer"], "items": [{"price": ids["price"]}], **more}
        made = self.api.subscriptions.create(params=params)
        item = made["items"].data[0].id
        return {
            **ids,
            "subscription_exposed_id": made.id,
            "subscription": made.id,
            "item": item,
            "invoice": made.latest_invoice,
        }

    def canceled_subscription(self) -> Ids:
        ids = self.subscription()
        self.api.subscriptions.cancel(ids["subscription"])
        return ids

    def subscription_draft(self) -> Ids:
        return self.subscription(collection_method="send_invoice", days_until_due=14)

    def open_subscription_invoice(self) -> Ids:
        ids = self.subscription_draft()
        self.api.invoices.finalize_invoice(ids["invoice"])
        return ids

    def draft_invoice(self, customer: Ids | None = None, **more: Any) -> Ids:
        ids = customer or self.customer(**CARD)
        terms = {"collection_method": "send_invoice", "days_until_due": 14}
        invoice = self.api.invoices.create(params={**ids, **terms, **more})
        item = self.api.invoice_items.create(
            params={
                **ids,
                "invoice": invoice.id,
                "amount": 2000,
                "currency": "eur",
                "description": "November",
            }
        )
        return {**ids, "invoice": invoice.id, "invoiceitem": item.id}

    def charged_draft(self) -> Ids:
        ids = self.customer(**CARD)
        return {**ids, "invoice": self.api.invoices.create(params=ids).id}

    def draft_of_another(self) -> Ids:
        return {**self.draft_invoice(), **self.customer()}

    def billed_customer(self) -> Ids:
        return self.draft_invoice()

    def open_invoice(self) -> Ids:
        ids = self.draft_invoice()
        self.api.invoices.finalize_invoice(ids["invoice"])
        return ids

    def open_invoice_no_method(self) -> Ids:
        ids = self.draft_invoice(self.customer())
        self.api.invoices.finalize_invoice(ids["invoice"])
        return ids

    def paid_invoice(self) -> Ids:
        ids = self.open_invoice()
        self.api.invoices.pay(ids["invoice"])
        return ids

    def void_invoice(self) -> Ids:
        ids = self.open_invoice()
        self.api.invoices.void_invoice(ids["invoice"])
        return ids

    def uncollectible_invoice(self) -> Ids:
        ids = self.open_invoice()
        self.api.invoices.mark_uncollectible(ids["invoice"])
        return ids

    def pending_item(self) -> Ids:
        ids = self.customer()
        item = self.api.invoice_items.create(params={**ids, "amount": 2000, "currency": "eur"})
        return {**ids, "invoiceitem": item.id}

    def draft_and_pending_item(self) -> Ids:
        ids = self.draft_invoice()
        params = {"customer": ids["customer"], "amount": 2000, "currency": "eur"}
        return {**ids, "waiting": self.api.invoice_items.create(params=params).id}

    def charge(self, method: str = "pm_card_visa") -> Ids:
        intent = self.api.payment_intents.create(
            params={
                "amount": 2000,
                "currency": "eur",
                "payment_method": method,
                "confirm": True,
                "return_url": BACK,
            }
        )
        return {"intent": intent.id, "charge": intent.latest_charge}

    def declined(self) -> Ids:
        with contextlib.suppress(stripe.CardError):
            self.charge("pm_card_chargeCustomerFail")
        charge = self.api.charges.list(params={"limit": 1}).data[0]
        return {"intent": charge.payment_intent, "charge": charge.id}

    def waiting_intent(self) -> Ids:
        intent = self.api.payment_intents.create(params={"amount": 2000, "currency": "eur"})
        return {"intent": intent.id}

    def half_refunded(self) -> Ids:
        ids = self.charge()
        self.api.refunds.create(params={"charge": ids["charge"], "amount": 1000})
        return ids

    def refunded(self) -> Ids:
        ids = self.charge()
        return {**ids, "refund": self.api.refunds.create(params={"charge": ids["charge"]}).id}

    def disputed(self) -> Ids:
        ids = self.charge("pm_card_createDispute")
        dispute = self.api.disputes.list(params={"charge": ids["charge"]}).data[0]
        return {**ids, "dispute": dispute.id}

    def lost_dispute(self) -> Ids:
        ids = self.disputed()
        evidence = {"uncategorized_text": "losing_evidence"}
        self.api.disputes.update(ids["dispute"], params={"evidence": evidence})
        return ids

    def open_session(self, **more: Any) -> Ids:
        params = {"mode": "payment", "line_items": [GIFT], "success_url": BACK, **more}
        session = self.api.checkout.sessions.create(params=params)
        return {"session": session.id, "url": session.url}

    def complete_session(self) -> Ids:
        ids = self.open_session()
        assert self.press(ids["url"], email="a@example.org").status_code == 303
        return ids

    def expired_session(self) -> Ids:
        ids = self.open_session()
        self.api.checkout.sessions.expire(ids["session"])
        return ids

    def clock(self) -> Ids:
        made = self.api.test_helpers.test_clocks.create(params={"frozen_time": self.now})
        return {"test_clock": made.id}

    def clock_with_monthly(self) -> Ids:
        ids = self.clock()
        customer = self.customer(**ids, **CARD)
        price = self.price()
        self.api.subscriptions.create(params={**customer, "items": [{"price": price["price"]}]})
        return {**ids, **customer, **price}


def state(maker: Maker, name: str) -> Ids:
    """The state with this name, made anew."""
    made: Callable[[], Ids] = getattr(maker, name)
    return made()
