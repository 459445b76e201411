"""What the visitor's button on the hosted Checkout page does to a session: pay, be declined, pay later.

Which events follow which: "Fulfill orders", https://docs.stripe.com/checkout/fulfillment (delayed methods
complete the session unpaid, and ``async_payment_succeeded`` or ``async_payment_failed`` follows).
"""

import functools
from typing import Literal

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.flows import charging, invoicing, subscribing
from yhdessa.sandbox.objects import customer as customers
from yhdessa.sandbox.objects import payment_method
from yhdessa.sandbox.settings import Json

Pressed = Literal["paid", "declined", "later_paid", "later_failed"]
PRESSED: tuple[Pressed, ...] = ("paid", "declined", "later_paid", "later_failed")

_DELAYED = "sepa_debit"


def attempt(account: Account, session: Json, pressed: Pressed, email: str) -> charging.Outcome:
    """One press of a button on the page of an open session, and what came of it."""
    delayed = account.faults.take("delay_payment") if pressed == "paid" else None
    later = pressed in ("later_paid", "later_failed") or delayed is not None
    wanted: charging.Outcome = "declined" if pressed == "declined" else "pending" if later else "paid"
    with account.on_clock_of(account.store.find_any(session["customer"])):
        if session["mode"] == "subscription":
            outcome = _subscribe(account, session, wanted, email)
        else:
            outcome = _pay(account, session, wanted, email)
        if outcome != "declined":
            _complete(account, session, email, "paid" if outcome == "paid" else "unpaid")
    if outcome == "pending":
        seconds = delayed.seconds if delayed else account.settings.settlement_delay
        settle = functools.partial(_settle, account, session, pressed != "later_failed")
        account.worker.schedule(settle, seconds)
    return outcome


def _pay(account: Account, session: Json, wanted: charging.Outcome, email: str) -> charging.Outcome:
    """The intent is made at the first attempt and kept for the next ones; none exists before."""
    intent = account.store.find_any(session["payment_intent"])
    if intent is None:
        data = account.store.behind(session["id"])["payment_intent_data"]
        asked = {**data, "customer": session["customer"]}
        methods = session["payment_method_types"]
        intent = charging.begin(account, session["amount_total"], session["currency"], methods, asked)
        session["payment_intent"] = intent["id"]
    method = payment_method.new_method(account, _kind(session, wanted), None, {"email": email})
    outcome = charging.attempt(account, intent, method, wanted)
    if outcome != "declined" and session["customer_creation"] == "always" and session["customer"] is None:
        session["customer"] = customers.of_checkout(account, session, email)["id"]
        intent["customer"] = session["customer"]
    return outcome


def _subscribe(account: Account, session: Json, wanted: charging.Outcome, email: str) -> charging.Outcome:
    """The subscription, its customer and its first invoice are made when the visitor has paid.

    A declined card leaves the session as it was: on Stripe's page nothing of a subscription is seen before.
    """
    if wanted == "paid" and account.faults.take("decline_payment") is not None:
        wanted = "declined"
    if wanted == "declined":
        return "declined"
    customer = account.store.find_any(session["customer"]) or customers.of_checkout(account, session, email)
    billing = {"email": email, "name": customer["name"]}
    method = payment_method.new_method(account, _kind(session, wanted), customer, billing)
    behind = account.store.behind(session["id"])
    terms = {**behind["subscription_data"], "default_payment_method": method["id"]}
    items = [{"price": line["price"], "quantity": line["quantity"]} for line in behind["lines"]]
    subscription = subscribing.begin(account, customer, items, terms)
    invoice = subscribing.first_invoice(account, subscription)
    session.update(customer=customer["id"], subscription=subscription["id"], invoice=invoice["id"])
    return invoicing.collect(account, invoice, method, wanted)


def _kind(session: Json, wanted: charging.Outcome) -> str:
    """The method of the visitor: delayed ones where that is asked for and the session offers them."""
    offered: list[str] = session["payment_method_types"]
    if wanted == "pending" and _DELAYED in offered:
        return _DELAYED
    return "card" if "card" in offered else offered[0]


def _complete(account: Account, session: Json, email: str, payment_status: str) -> None:
    details: Json = {
        **dict.fromkeys(("address", "business_name", "individual_name", "name", "phone")),
        "email": email,
        "tax_exempt": "none",
        "tax_ids": [],
    }
    session.update(status="complete", payment_status=payment_status, customer_details=details, url=None)
    account.record("checkout.session.completed", session)


def _settle(account: Account, session: Json, succeeds: bool) -> None:
    with account.store.lock:
        if account.store.find_any(session["id"]) is not session:
            return  # the sandbox was reset meanwhile
        with account.on_clock_of(account.store.find_any(session["customer"])):
            _hear_from_bank(account, session, succeeds)


def _hear_from_bank(account: Account, session: Json, succeeds: bool) -> None:
    if session["mode"] == "subscription":
        invoicing.settle(account, account.store.find_any(session["invoice"]) or {}, succeeds)
    else:
        charging.settle(account, account.store.find_any(session["payment_intent"]) or {}, succeeds)
    if succeeds:
        session["payment_status"] = "paid"
    outcome = "succeeded" if succeeds else "failed"
    account.record(f"checkout.session.async_payment_{outcome}", session)
