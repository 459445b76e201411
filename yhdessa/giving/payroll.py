"""/api/payroll: an employer signs up. One business id is one employer, and whoever asks learns nothing of it:
the answer is the same for a new one and a known one, and the link goes to the registered address.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from werkzeug.wrappers import Response

from yhdessa.catalogue import LanguageCatalogue
from yhdessa.forms.donation import is_robots
from yhdessa.forms.employer import read_sign_up, show_sign_up
from yhdessa.forms.employer_offer import FormErrors
from yhdessa.giving.asked import Asked
from yhdessa.giving.desk import Desk
from yhdessa.giving.employer_links import asking_of, employers_of, send_links, told_to_employers
from yhdessa.giving.employer_said import private_shell, said
from yhdessa.logs import note, note_error
from yhdessa.mail.mailer import MailUnavailable
from yhdessa.payments.client import PaymentsUnavailable
from yhdessa.view.employer_words import EmployerCatalogue


def payroll(desk: Desk, asked: Asked) -> Response:
    """The answer to the form: that a link was sent, or the form again with what is wrong."""
    form = asked.fields
    spoken = desk.catalogue.nearest(form.get("language", ""))
    told, terms = told_to_employers(desk, spoken)
    days = {"days": str(terms.link_days)}
    if is_robots(form):
        return said(desk, told, "sent", 200, "trapped", days)
    wanted = read_sign_up(asking_of(desk, spoken), form)
    if isinstance(wanted, FormErrors):
        return _form_again(desk, spoken, told, form, wanted)
    try:
        employer = employers_of(desk).sign_up(wanted)
        sent = send_links(desk, employer)
    except PaymentsUnavailable as error:
        note_error(error)
        return said(desk, told, "unavailable", 503, "stripe_unavailable")
    except MailUnavailable as error:
        note_error(error)
        return said(desk, told, "mail", 503, "mail_unavailable")
    return said(desk, told, "sent", 200, "signed_up" if sent else "mailbox_full", days)


def _form_again(
    desk: Desk,
    spoken: LanguageCatalogue,
    told: EmployerCatalogue,
    form: Mapping[str, str],
    errors: FormErrors,
) -> Response:
    """The form as it was sent, with its errors first; a person's number is not repeated."""
    note(outcome="form_again", wrong=list(errors.messages))
    asking = asking_of(desk, spoken)
    if errors.messages.get("business_id") == asking.words.business_id_personal:
        form = {**form, "business_id": ""}
    view = show_sign_up(asking, told.page.form.action, form, errors)
    shell = private_shell(told.shell, told.shell.heading, error_prefix=spoken.error_prefix)
    return desk.pages.page(shell, msgspec.structs.replace(told.page, form=view), 422)
