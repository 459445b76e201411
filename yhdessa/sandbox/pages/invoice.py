"""The hosted page of an invoice: what it says, and the buttons that pay it."""

import functools
from typing import Any

from werkzeug import Request, Response
from werkzeug.utils import redirect

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.flows import charging, invoicing
from yhdessa.sandbox.flows.checkout import PRESSED
from yhdessa.sandbox.money import formatted
from yhdessa.sandbox.objects import invoice as invoices
from yhdessa.sandbox.objects import payment_method
from yhdessa.sandbox.pages import frame
from yhdessa.sandbox.settings import Json

_PAYABLE = ("open", "uncollectible")


class InvoicePage:
    """Answers ``/invoice/<token>`` (GET and POST), the ``hosted_invoice_url`` of an invoice."""

    def __init__(self, account: Account) -> None:
        self._account = account

    def answer(self, request: Request) -> Response:
        """A page; 303 back to it when a button has done something."""
        token = request.path.removeprefix("/invoice/")
        store = self._account.store
        with store.lock:
            self._account.catch_up()
            invoice = store.find_any(store.behind(f"invoice page {token}").get("invoice"))
            if invoice is None:
                return self._page(request, None, 404)
            if request.method == "POST":
                return self._pay(request, invoice)
            return self._page(request, invoice, 200)

    def _pay(self, request: Request, invoice: Json) -> Response:
        pressed = request.form.get("outcome", "paid")
        if pressed not in PRESSED:
            return self._page(request, invoice, 422)
        if invoice["status"] not in _PAYABLE or self._is_processing(invoice):
            return self._page(request, invoice, 409)
        wanted: charging.Outcome = (
            "declined" if pressed == "declined" else "pending" if pressed.startswith("later") else "paid"
        )
        kind = "sepa_debit" if wanted == "pending" else "card"
        with self._account.on_clock_of(invoice):
            customer = self._account.store.find_any(invoice["customer"])
            method = payment_method.new_method(
                self._account, kind, customer, {"email": invoice["customer_email"]}
            )
            outcome = invoicing.collect(self._account, invoice, method, wanted)
        if outcome == "declined":
            return self._page(request, invoice, 402, problem="declined")
        if outcome == "pending":
            settle = functools.partial(self._settle, invoice, pressed == "later_paid")
            self._account.worker.schedule(settle, self._account.settings.settlement_delay)
        return redirect(invoice["hosted_invoice_url"], 303)

    def _settle(self, invoice: Json, succeeds: bool) -> None:
        store = self._account.store
        with store.lock:
            if store.find_any(invoice["id"]) is invoice:
                with self._account.on_clock_of(invoice):
                    invoicing.settle(self._account, invoice, succeeds)

    def _is_processing(self, invoice: Json) -> bool:
        payment = invoices.default_payment(self._account.store, invoice)
        intent = self._account.store.find_any(payment["payment"]["payment_intent"]) if payment else None
        return intent is not None and intent["status"] == "processing"

    def _page(
        self, request: Request, invoice: Json | None, status: int, problem: str | None = None
    ) -> Response:
        customer = self._account.store.find_any(invoice["customer"]) if invoice else None
        locales = (customer or {}).get("preferred_locales") or [None]
        language = frame.language_of(request, locales[0])
        context: dict[str, Any] = {"invoice": invoice, "problem": problem, "state": self._state(invoice)}
        if invoice is not None:
            context |= self._told(invoice, language)
        return frame.shown("invoice.html", language, self._account.settings.base, status, [], **context)

    def _state(self, invoice: Json | None) -> str:
        if invoice is None:
            return "unknown"
        if invoice["status"] in _PAYABLE:
            return "processing" if self._is_processing(invoice) else "open"
        return str(invoice["status"])

    def _told(self, invoice: Json, language: str) -> Json:
        """What the template says of an invoice: amounts and days as text."""
        money = functools.partial(formatted, currency=invoice["currency"], language=language)
        lines = invoices.lines_of(self._account.store, invoice)
        taxes = sum(tax["amount"] for tax in invoice["total_taxes"])
        due = invoice["due_date"]
        return {
            "due": frame.dated(due, language) if due is not None else None,
            "lines": [
                {"name": line["description"], "quantity": line["quantity"], "amount": money(line["amount"])}
                for line in lines
            ],
            "subtotal": money(invoice["subtotal_excluding_tax"]),
            "tax": money(taxes) if taxes else None,
            "total": money(invoice["total"]),
            "submit": frame.words()[language]["invoice"]["submit"].format(
                amount=money(invoice["amount_remaining"])
            ),
        }
