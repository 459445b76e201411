"""What a company hears that signs up: that it is done, why it could not be, or the form again."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
from werkzeug.wrappers import Response

from yhdessa.catalogue import LanguageCatalogue
from yhdessa.forms.view import FormView
from yhdessa.giving.desk import Desk
from yhdessa.giving.said import private_shell, said
from yhdessa.logs import note, note_error
from yhdessa.mail.mailer import MailUnavailable
from yhdessa.payments.client import PaymentsUnavailable
from yhdessa.view.employer_words import EmployerCatalogue
from yhdessa.view.partner_words import PartnerCatalogue


def signed_up(
    desk: Desk,
    told: EmployerCatalogue | PartnerCatalogue,
    sign_up: Callable[[], bool],
    parts: Mapping[str, str] | None = None,
) -> Response:
    """The answer once `sign_up` was called: the same whether it could write another letter (True) or not."""
    try:
        sent = sign_up()
    except PaymentsUnavailable as error:
        note_error(error)
        return said(desk, told, "unavailable", 503, "stripe_unavailable")
    except MailUnavailable as error:
        note_error(error)
        return said(desk, told, "mail", 503, "mail_unavailable")
    return said(desk, told, "sent", 200, "signed_up" if sent else "mailbox_full", parts)


def form_again(
    desk: Desk, spoken: LanguageCatalogue, told: EmployerCatalogue | PartnerCatalogue, form: FormView
) -> Response:
    """The form as it was sent, with its errors first."""
    note(outcome="form_again", wrong=[field.name for field in form.errors])
    shell = private_shell(told.shell, told.shell.heading, error_prefix=spoken.error_prefix)
    return desk.pages.page(shell, msgspec.structs.replace(told.page, form=form), 422)
