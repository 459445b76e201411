"""The door of a link to an employer's page, and the addresses of the routes behind it."""

from __future__ import annotations

from werkzeug.wrappers import Response

from yhdessa.catalogue import LanguageCatalogue
from yhdessa.forms.view import FormView
from yhdessa.giving.desk import Desk
from yhdessa.giving.employer_links import ROUTE, TOKEN
from yhdessa.giving.said import private_shell, shown
from yhdessa.logs import note
from yhdessa.view.employer import EmployerDoorPage
from yhdessa.view.employer_words import EmployerCatalogue


def door(
    desk: Desk, spoken: LanguageCatalogue, told: EmployerCatalogue, name: str, token: str, status: int = 200
) -> Response:
    """A text with one button, `open` or `expired`; the token goes on in the form."""
    note(outcome=f"link_{name}")
    words = told.words.door
    form = FormView(
        action=employer_action(told),
        button=getattr(words, f"{name}_button"),
        after_button="",
        fields=(),
        hidden={
            "language": spoken.words.language,
            TOKEN: token,
            "act": "renew" if name == "expired" else "open",
        },
    )
    page = EmployerDoorPage(getattr(words, name), form)
    return shown(desk, private_shell(told.shell, getattr(words, f"{name}_title")), page, status)


def employer_action(told: EmployerCatalogue, route: str = ROUTE) -> str:
    """The address of a route on the site's own host: the site's path before it."""
    return told.page.form.action.removesuffix("/api/payroll") + route
