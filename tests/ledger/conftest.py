"""A bank account to pull from: the sandbox on a socket, what happens in it, and a ledger beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import requests
import stripe

from yhdessa.ledger.book import Ledger, open_ledger
from yhdessa.ledger.records import Gift
from yhdessa.ledger.settings import Settings, read_settings
from yhdessa.ledger.syncing import puzzles, sync
from yhdessa.payments.pulled import StripeAccount
from yhdessa.sandbox import Sandbox, SandboxSettings, serve_sandbox
from yhdessa.totals import Row, Totals, load_totals

HELSINKI = ZoneInfo("Europe/Helsinki")
DAY = 24 * 3600
GIVER = "aino.antaja@example.org"
OURS = {"source": "yhdessa", "kind": "one-off", "goal": "no-loneliness", "language": "fi"}


@dataclass
class Bank:
    """Gifts and what becomes of them, through Stripe's own SDK and the sandbox's hosted pages."""

    sandbox: Sandbox
    api: Any

    @property
    def url(self) -> str:
        return self.sandbox.settings.public_url

    def control(self, what: str, **asked: Any) -> Any:
        answer = requests.post(f"{self.url}/_control/{what}", json=asked, timeout=300)
        assert answer.ok, answer.text
        return answer.json() if answer.content else None

    def advance(self, days: float) -> None:
        self.control("clock", advance=int(days * DAY))

    def give(self, minor: int = 2000, currency: str = "eur", **marks: str) -> str:
        """A gift made once; the id of its payment."""
        metadata = {name: value for name, value in {**OURS, **marks}.items() if value}
        return self.charge(minor, currency, metadata)

    def charge(self, minor: int, currency: str, metadata: dict[str, str]) -> str:
        made = self.api.payment_intents.create(
            params={
                "amount": minor,
                "currency": currency,
                "metadata": metadata,
                "confirm": True,
                "payment_method": "pm_card_visa",
                "receipt_email": GIVER,
                "automatic_payment_methods": {"enabled": True, "allow_redirects": "never"},
            }
        )
        return str(made.id)

    def checkout(self, outcome: str = "paid", minor: int = 2000, monthly: bool = False) -> Any:
        """A gift by the hosted page, as the functions ask for it; its session afterwards."""
        marks = {**OURS, "kind": "monthly"} if monthly else OURS
        price = {"currency": "eur", "unit_amount": minor, "product_data": {"name": "Lahja"}}
        more: dict[str, Any] = {"mode": "payment", "payment_intent_data": {"metadata": marks}}
        if monthly:
            price |= {"recurring": {"interval": "month"}}
            more = {"mode": "subscription", "subscription_data": {"metadata": marks}}
        lines = [{"quantity": 1, "price_data": price}]
        session = self.api.checkout.sessions.create(
            params={"line_items": lines, "success_url": "https://example.org/", "metadata": marks, **more}
        )
        sent = {"outcome": outcome, "email": GIVER}
        answer = requests.post(session.url, sent, allow_redirects=False, timeout=8)
        assert answer.status_code == (402 if outcome == "declined" else 303)
        return self.api.checkout.sessions.retrieve(session.id)

    def bill(self, minor: int, metadata: dict[str, str], vat: float | None = None) -> str:
        """An invoice that was sent to a company; its id."""
        customer = self.api.customers.create(params={"name": "Esimerkki Oy", "email": "laskut@example.org"})
        rates = {}
        if vat is not None:
            told = {"display_name": "ALV", "inclusive": False, "percentage": vat, "country": "FI"}
            rates = {"default_tax_rates": [self.api.tax_rates.create(params=told).id]}
        invoice = self.api.invoices.create(
            params={
                "customer": customer.id,
                "collection_method": "send_invoice",
                "days_until_due": 14,
                "currency": "eur",
                "metadata": metadata,
                **rates,
            }
        )
        line = {"customer": customer.id, "invoice": invoice.id, "amount": minor, "currency": "eur"}
        self.api.invoice_items.create(params=line)
        return str(self.api.invoices.send_invoice(invoice.id).id)

    def give_back(self, payment: str, minor: int | None = None) -> Any:
        asked = {"payment_intent": payment} | ({} if minor is None else {"amount": minor})
        return self.api.refunds.create(params=asked)

    def dispute(self, payment: str) -> str:
        charge = self.api.payment_intents.retrieve(payment).latest_charge
        return str(self.control("disputes", charge=charge)["id"])

    def payment_of(self, invoice: str) -> str:
        [found] = self.api.invoice_payments.list(params={"invoice": invoice}).data
        return str(found.payment.payment_intent)

    def all(self, kind: str) -> list[dict[str, Any]]:
        """The sandbox's own objects, newest first, to be counted without the ledger."""
        return list(self.sandbox.account.store.newest_first(kind))


@dataclass
class Book:
    """A ledger in a folder, and the sync that fills it."""

    url: str
    folder: Path
    said: list[str] = field(default_factory=list)

    @property
    def settings(self) -> Settings:
        return read_settings({"STRIPE_API": self.url}, self.folder)

    def sync(self, account: Any = None, **more: Any) -> Totals:
        """Sync, and read the totals again from their file."""
        ledger = self.open()
        account = account or StripeAccount(self.settings.secret_key, self.url)
        try:
            sync(ledger, account, self.settings, HELSINKI, self.said.append, **more)
            self.said += puzzles(ledger)
        finally:
            ledger.close()
        totals = load_totals(self.settings.totals)
        assert totals is not None
        return totals

    def open(self) -> Ledger:
        return open_ledger(self.settings.ledger)

    def gifts(self) -> list[Gift]:
        ledger = self.open()
        try:
            return list(ledger.gifts())
        finally:
            ledger.close()


def sums(totals: Totals) -> dict[str, int]:
    """The whole of the totals, by currency."""
    by_currency: dict[str, int] = {}
    for row in totals.rows:
        by_currency[row.currency] = by_currency.get(row.currency, 0) + row.minor
    return by_currency


def row(totals: Totals, **wanted: Any) -> Row:
    """The one row that is as wanted."""
    [found] = [
        each for each in totals.rows if all(getattr(each, name) == is_ for name, is_ in wanted.items())
    ]
    return found


@pytest.fixture
def bank() -> Iterator[Bank]:
    """An empty account."""
    http = stripe.RequestsClient(timeout=30)
    with serve_sandbox(SandboxSettings(settlement_delay=0.05)) as sandbox:
        url = sandbox.settings.public_url
        client = stripe.StripeClient("sk_test_sandbox", base_addresses={"api": url}, http_client=http)
        yield Bank(sandbox, client.v1)
    http.close()


@pytest.fixture
def book(bank: Bank, tmp_path: Path) -> Book:
    """A ledger of that account, not pulled yet."""
    return Book(bank.url, tmp_path)


@pytest.fixture
def open_book(tmp_path: Path) -> Iterator[Callable[[], Ledger]]:
    """An empty ledger, of no account."""
    opened: list[Ledger] = []

    def empty() -> Ledger:
        opened.append(open_ledger(f"sqlite:///{tmp_path}/{len(opened)}.sqlite"))
        return opened[-1]

    yield empty
    for ledger in opened:
        ledger.close()
