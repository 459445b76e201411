"""What employers are told on pages of a few lines, and the shell around all pages that are theirs alone."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from werkzeug.wrappers import Response

from yhdessa.catalogue import LanguageCatalogue
from yhdessa.forms.view import FormView
from yhdessa.giving.desk import Desk
from yhdessa.giving.employer_links import ROUTE, TOKEN
from yhdessa.giving.letters import set_in
from yhdessa.logs import note
from yhdessa.view.employer import EmployerDoorPage
from yhdessa.view.employer_words import EmployerCatalogue
from yhdessa.view.giving import ThanksPage
from yhdessa.view.page import Page
from yhdessa.view.shell import Shell

#: Whoever follows a link from a page of an employer's tells no server the address, which may hold a token.
#: The origin alone is told: without it a form's Origin would be `null`, and the gate refuses that.
DISCREET = {"Referrer-Policy": "strict-origin"}


def private_shell(shell: Shell, heading: str, *, error_prefix: str = "") -> Shell:
    """The shell of a page that is for one reader: no search engine lists it, no language announces it."""
    title = f"{heading} – {shell.site_name}"
    path = shell.breadcrumbs
    here = tuple(msgspec.structs.replace(link, text=heading) for link in path[-1:])
    return msgspec.structs.replace(
        shell,
        heading=heading,
        title=f"{error_prefix} {title}" if error_prefix else title,
        canonical="",
        x_default="",
        announced=(),
        indexed=False,
        sharing=(),
        structured_html="",
        card=None,
        breadcrumbs=(*path[:-1], *here),
    )


def shown(desk: Desk, shell: Shell, page: Page, status: int = 200) -> Response:
    """A page of an employer's."""
    response = desk.pages.page(shell, page, status)
    response.headers.update(DISCREET)
    return response


def said(
    desk: Desk,
    told: EmployerCatalogue,
    name: str,
    status: int,
    outcome: str,
    parts: Mapping[str, str] | None = None,
) -> Response:
    """One of the things that the door says, by its `name` there; `outcome` is for the log."""
    note(outcome=outcome)
    heading, text = getattr(told.words.door, f"{name}_title"), getattr(told.words.door, name)
    page = ThanksPage(set_in(text, parts or {}), told.next_title, told.next)
    return shown(desk, private_shell(told.shell, heading), page, status)


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
