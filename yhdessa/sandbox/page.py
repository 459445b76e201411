"""The hosted Checkout page: what a visitor sees at the ``url`` of a session, and what the buttons do."""

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from werkzeug import Request, Response
from werkzeug.utils import redirect

from yhdessa.sandbox import payments
from yhdessa.sandbox.account import Account
from yhdessa.sandbox.money import formatted
from yhdessa.sandbox.rules.condition import is_email
from yhdessa.sandbox.settings import Json

LANGUAGES = ("fi", "sv", "en")
_FOLDER = Path(__file__).parent
_STYLE = _FOLDER / "templates" / "checkout.css"


class CheckoutPage:
    """Answers ``/checkout/<session id>`` (GET and POST) and serves its one style sheet."""

    def __init__(self, account: Account) -> None:
        self._account = account

    def answer(self, request: Request) -> Response:
        """A page, or 303 to ``success_url`` once the visitor has paid."""
        name = request.path.removeprefix("/checkout/")
        if name == _STYLE.name:
            return Response(_STYLE.read_bytes(), content_type="text/css; charset=utf-8")
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
        email = request.form.get("email", "").strip()
        outcome = request.form.get("outcome", "paid")
        if not is_email(email) or outcome not in payments.OUTCOMES:
            return self._page(request, session, 422, state="open", problem="email_missing", email=email)
        payments.attempt(self._account, session, outcome, email)
        if outcome == "declined":
            return self._page(request, session, 402, state="open", problem="declined", email=email)
        return redirect(session["success_url"].replace("{CHECKOUT_SESSION_ID}", session["id"]), 303)

    def _page(self, request: Request, session: Json | None, status: int, **shown: Any) -> Response:
        language = _language(request, session)
        context = {
            "problem": None,
            "email": (session or {}).get("customer_email") or "",
            "language": language,
            "words": words()[language],
            "base": self._account.settings.base,
            "session": session,
            **self._told(session, language),
            **shown,
        }
        html = _templates().get_template("checkout.html").render(context)
        return Response(html, status, _headers(session), content_type="text/html; charset=utf-8")

    def _told(self, session: Json | None, language: str) -> Json:
        """What the template says of a session: amounts as text, the words for its kind."""
        if session is None:
            return {"lines": [], "total": "", "submit": "", "submit_note": None, "after_note": None}
        lines = self._account.store.behind(session["id"])["lines"]
        total = formatted(session["amount_total"], session["currency"], language)
        custom = session["custom_text"]
        return {
            "lines": [_line(line, language) for line in lines],
            "total": total,
            "submit": words()[language]["submit"][_kind(session)].format(amount=total),
            "submit_note": (custom["submit"] or {}).get("message"),
            "after_note": (custom["after_submit"] or {}).get("message"),
        }


@cache
def words() -> dict[str, Any]:
    """The words of the page, by language."""
    return dict(yaml.safe_load((_FOLDER / "words.yml").read_text("utf-8")))


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _kind(session: Json) -> str:
    return str(session["submit_type"] or "auto")


def _line(line: Json, language: str) -> Json:
    amount = formatted(line["amount_total"], line["currency"], language)
    return {"name": line["description"], "quantity": line["quantity"], "amount": amount}


def _language(request: Request, session: Json | None) -> str:
    """The session's locale; ``auto`` or none is the browser's; a language without words is English."""
    locale = ((session or {}).get("locale") or "auto").split("-")[0]
    if locale == "auto":
        return request.accept_languages.best_match(LANGUAGES, default="en")
    return locale if locale in LANGUAGES else "en"


def _headers(session: Json | None) -> dict[str, str]:
    """Nothing from elsewhere; the form may be answered by a redirect to the site that asked."""
    targets = [urlsplit(session["success_url"])] if session else []
    origins = " ".join(["'self'", *(f"{url.scheme}://{url.netloc}" for url in targets)])
    closed = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'"
    policy = f"{closed}; form-action {origins}"
    return {"Content-Security-Policy": policy, "Cache-Control": "no-store", "Referrer-Policy": "same-origin"}
