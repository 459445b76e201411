"""The hosted Checkout page: what a visitor sees at the ``url`` of a session, and what the buttons do."""

from typing import Any

from werkzeug import Request, Response
from werkzeug.utils import redirect

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.flows import checkout
from yhdessa.sandbox.money import formatted
from yhdessa.sandbox.pages import frame
from yhdessa.sandbox.rules.condition import is_email
from yhdessa.sandbox.settings import Json


class CheckoutPage:
    """Answers ``/checkout/<session id>`` (GET and POST)."""

    def __init__(self, account: Account) -> None:
        self._account = account

    def answer(self, request: Request) -> Response:
        """A page, or 303 to ``success_url`` once the visitor has paid."""
        name = request.path.removeprefix("/checkout/")
        with self._account.store.lock:
            self._account.catch_up()
            session = self._account.store.find("checkout.session", name)
            if session is None:
                return self._page(request, None, 404, state="unknown")
            if session["status"] != "open":
                closed = 409 if request.method == "POST" else 200
                return self._page(request, session, closed, state=session["status"])
            if request.method == "POST":
                return self._pay(request, session)
            return self._page(request, session, 200, state="open")

    def _pay(self, request: Request, session: Json) -> Response:
        known = self._known_email(session)
        email = known or request.form.get("email", "").strip()
        pressed = request.form.get("outcome", "paid")
        if not (known or is_email(email)) or pressed not in checkout.PRESSED:
            return self._page(request, session, 422, state="open", problem="email_missing", email=email)
        if checkout.attempt(self._account, session, pressed, email) == "declined":
            return self._page(request, session, 402, state="open", problem="declined", email=email)
        return redirect(session["success_url"].replace("{CHECKOUT_SESSION_ID}", session["id"]), 303)

    def _known_email(self, session: Json) -> str | None:
        """The address of the customer whom the session names: the page shows it and takes no other."""
        customer = self._account.store.find_any(session["customer"])
        return customer["email"] if customer else None

    def _page(self, request: Request, session: Json | None, status: int, **shown: Any) -> Response:
        language = frame.language_of(request, (session or {}).get("locale"))
        known = self._known_email(session) if session else None
        context = {
            "problem": None,
            "email": known or (session or {}).get("customer_email") or "",
            "email_fixed": known is not None,
            "session": session,
            **self._told(session, language),
            **shown,
        }
        back = [session["success_url"]] if session else []
        return frame.shown("checkout.html", language, self._account.settings.base, status, back, **context)

    def _told(self, session: Json | None, language: str) -> Json:
        """What the template says of a session: amounts as text, the words for its kind."""
        if session is None:
            return {
                "kind": "auto",
                "lines": [],
                "total": "",
                "every": None,
                "submit": "",
                "submit_note": None,
                "after_note": None,
            }
        lines = self._account.store.behind(session["id"])["lines"]
        rhythm = lines[0]["price"]["recurring"]
        total = formatted(session["amount_total"], session["currency"], language)
        said = frame.words()[language]["checkout"]
        custom = session["custom_text"]
        return {
            "kind": _kind(session),
            "lines": [_line(line, language) for line in lines],
            "total": total,
            "every": frame.interval_words(rhythm, language) if rhythm else None,
            "submit": said["submit"][_kind(session)].format(amount=total),
            "submit_note": (custom["submit"] or {}).get("message"),
            "after_note": (custom["after_submit"] or {}).get("message"),
        }


def _kind(session: Json) -> str:
    return str(session["submit_type"] or ("subscribe" if session["mode"] == "subscription" else "auto"))


def _line(line: Json, language: str) -> Json:
    amount = formatted(line["amount_total"], line["currency"], language)
    return {"name": line["description"], "quantity": line["quantity"], "amount": amount}
