"""The Billing Portal: a customer's subscriptions, payment method and invoices.

A link that nobody has opened within five minutes, or that has not been used for an hour, leads to a page that
says so ("Portal sessions are short-lived", https://docs.stripe.com/api/customer_portal/sessions; the times
from memory).
"""

from typing import Any

from werkzeug import Request, Response
from werkzeug.utils import redirect

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.flows import standing, subscribing
from yhdessa.sandbox.money import formatted
from yhdessa.sandbox.objects import payment_method
from yhdessa.sandbox.objects import subscription as subscriptions
from yhdessa.sandbox.pages import frame
from yhdessa.sandbox.settings import Json

OPENED_WITHIN = 5 * 60
USED_WITHIN = 3600


class PortalPage:
    """Answers ``/billing/<token>`` (GET and POST), the ``url`` of a portal session."""

    def __init__(self, account: Account) -> None:
        self._account = account

    def answer(self, request: Request) -> Response:
        """A page; 303 back to it when a button has done something."""
        token = request.path.removeprefix("/billing/")
        store = self._account.store
        with store.lock:
            self._account.catch_up()
            session = store.find_any(store.behind(f"portal page {token}").get("session"))
            if session is None:
                return self._page(request, None, "unknown", 404)
            if not self._is_alive(session):
                return self._page(request, session, "expired", 410)
            store.behind(session["id"])["used"] = self._account.timeline.everyday()
            if request.method == "POST":
                return self._act(request, session)
            return self._page(request, session, "open", 200)

    def _is_alive(self, session: Json) -> bool:
        used = self._account.store.behind(session["id"]).get("used")
        last, within = (session["created"], OPENED_WITHIN) if used is None else (used, USED_WITHIN)
        return bool(self._account.timeline.everyday() - last <= within)

    def _act(self, request: Request, session: Json) -> Response:
        customer = self._account.store.find_any(session["customer"]) or {}
        features = self._features(session)
        done = False
        with self._account.on_clock_of(customer):
            match request.form.get("action", ""):
                case "cancel" | "keep" as action:
                    done = features["subscription_cancel"]["enabled"] and self._cancel(
                        request, customer, action
                    )
                case "card_works" | "card_fails" as action if features["payment_method_update"]["enabled"]:
                    self._change_card(customer, action == "card_works")
                    done = True
        if not done:
            return self._page(request, session, "open", 422)
        return redirect(session["url"], 303)

    def _cancel(self, request: Request, customer: Json, action: str) -> bool:
        """Let one of the customer's own subscriptions run out, or go on; nobody else's."""
        found = self._account.store.find("subscription", request.form.get("subscription", ""))
        if found is None or found["customer"] != customer["id"] or found["status"] in standing.ENDED:
            return False
        subscribing.set_cancel_at_period_end(self._account, found, action == "cancel")
        return True

    def _change_card(self, customer: Json, works: bool) -> None:
        """Save a new card, and pay with it from now on: the stand-in for typing one."""
        behaviour: payment_method.Behaviour = "works" if works else "fails"
        last4 = "4444" if works else "0341"
        billing = {"email": customer["email"], "name": customer["name"]}
        method = payment_method.new_method(self._account, "card", customer, billing, behaviour, last4)
        customer["invoice_settings"] = {
            **customer["invoice_settings"],
            "default_payment_method": method["id"],
        }
        self._account.record("customer.updated", customer, {})
        for each in subscribing.running(self._account, customer["id"]):
            standing.changed(self._account, each, default_payment_method=method["id"])

    def _features(self, session: Json) -> Json:
        configuration = self._account.store.find_any(session["configuration"]) or {}
        return dict(configuration["features"])

    def _page(self, request: Request, session: Json | None, state: str, status: int) -> Response:
        language = frame.language_of(request, self._locale(session))
        context: dict[str, Any] = {"session": session, "state": state}
        if session is not None and state == "open":
            context |= self._told(session, language)
        back = [session["return_url"]] if session else []
        return frame.shown("portal.html", language, self._account.settings.base, status, back, **context)

    def _locale(self, session: Json | None) -> str | None:
        if session is None:
            return None
        customer = self._account.store.find_any(session["customer"]) or {}
        preferred: list[str | None] = customer.get("preferred_locales") or [None]
        own: str | None = session["locale"]
        return own if own not in (None, "auto") else preferred[0]

    def _told(self, session: Json, language: str) -> Json:
        """What the template says of a customer: sums and days as text."""
        store = self._account.store
        customer = store.find_any(session["customer"]) or {}
        mine = [each for each in store.newest_first("subscription") if each["customer"] == customer["id"]]
        bills = [each for each in store.newest_first("invoice") if each["customer"] == customer["id"]]
        running = [each for each in mine if each["status"] not in standing.ENDED]
        method = payment_method.default_of(store, customer, running[0] if running else None)
        return {
            "customer": customer,
            "features": self._features(session),
            "subscriptions": [self._subscription(each, language) for each in mine],
            "card": (method or {}).get("card"),
            "invoices": [_invoice(each, language) for each in bills if each["status"] != "draft"][:12],
        }

    def _subscription(self, subscription: Json, language: str) -> Json:
        said = frame.words()[language]["portal"]
        item = subscription["items"]["data"][0]
        product = self._account.store.find_any(item["price"]["product"]) or {"name": ""}
        amount = sum(
            each["price"]["unit_amount"] * each["quantity"] for each in subscription["items"]["data"]
        )
        ended = subscription["status"] in standing.ENDED
        day = subscription["ended_at"] if ended else subscriptions.current_end(subscription)
        state = "ended" if ended else "ends" if subscription["cancel_at_period_end"] else "next"
        return {
            "id": subscription["id"],
            "name": product["name"],
            "amount": formatted(amount, subscription["currency"], language),
            "every": frame.interval_words(item["price"]["recurring"], language),
            "state": state,
            "when": said[state].format(day=frame.dated(day, language)),
            "past_due": subscription["status"] == "past_due",
        }


def _invoice(invoice: Json, language: str) -> Json:
    return {
        "number": invoice["number"],
        "day": frame.dated(invoice["created"], language),
        "amount": formatted(invoice["total"], invoice["currency"], language),
        "status": frame.words()[language]["portal"]["statuses"][invoice["status"]],
        "url": invoice["hosted_invoice_url"],
    }
