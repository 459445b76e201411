"""What companies are told on pages of a few lines, and the shell around all pages that are theirs alone."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from werkzeug.wrappers import Response

from yhdessa.catalogue import LanguageCatalogue
from yhdessa.forms.view import FieldView, FormView
from yhdessa.giving.desk import Desk
from yhdessa.giving.letters import set_in
from yhdessa.logs import note
from yhdessa.view.employer_words import EmployerCatalogue
from yhdessa.view.giving import ThanksPage
from yhdessa.view.page import Page
from yhdessa.view.partner_words import PartnerCatalogue
from yhdessa.view.shell import Shell

#: Whoever follows a link from a company's page tells no server the address, which may hold a token.
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
    """A page that is a company's alone."""
    response = desk.pages.page(shell, page, status)
    response.headers.update(DISCREET)
    return response


def act_form(
    spoken: LanguageCatalogue,
    action: str,
    button: str,
    hidden: Mapping[str, str],
    fields: tuple[FieldView, ...] = (),
    *,
    plain: bool = True,
) -> FormView:
    """A form that asks for one thing of a company's own page."""
    shared = spoken.words
    return FormView(
        action=action,
        button=button,
        after_button="",
        fields=fields,
        hidden={"language": shared.language, **hidden},
        error_title=shared.error_title,
        error_label=shared.error_label,
        plain=plain,
    )


def said(
    desk: Desk,
    told: EmployerCatalogue | PartnerCatalogue,
    name: str,
    status: int,
    outcome: str,
    parts: Mapping[str, str] | None = None,
) -> Response:
    """One of the things that the door says, by its `name` there; `outcome` is for the log."""
    note(outcome=outcome)
    heading, text = getattr(told.words.door, f"{name}_title"), getattr(told.words.door, name)
    return told_page(desk, told, heading, set_in(text, parts or {}), status)


def told_page(
    desk: Desk, told: EmployerCatalogue | PartnerCatalogue, heading: str, text: str, status: int
) -> Response:
    """A page of a heading and a text, with the ways on."""
    page = ThanksPage(text, told.next_title, told.next)
    return shown(desk, private_shell(told.shell, heading), page, status)
