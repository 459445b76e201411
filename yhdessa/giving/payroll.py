"""/api/payroll: an employer signs up. One business id is one employer, and whoever asks learns nothing of it:
the answer is the same for a new one and a known one, and the link goes to the registered address.
"""

from __future__ import annotations

from werkzeug.wrappers import Response

from yhdessa.forms.company import without_personal
from yhdessa.forms.company_offer import FormErrors
from yhdessa.forms.donation import is_robots
from yhdessa.forms.employer import read_sign_up, show_sign_up
from yhdessa.giving.asked import Asked
from yhdessa.giving.desk import Desk
from yhdessa.giving.employer_links import asking_of, employers_of, send_links, told_to_employers
from yhdessa.giving.said import said
from yhdessa.giving.signing_up import form_again, signed_up


def payroll(desk: Desk, asked: Asked) -> Response:
    """The answer to the form: that a link was sent, or the form again with what is wrong."""
    form = asked.fields
    spoken = desk.catalogue.nearest(form.get("language", ""))
    told, terms = told_to_employers(desk, spoken)
    days = {"days": str(terms.link_days)}
    if is_robots(form):
        return said(desk, told, "sent", 200, "trapped", days)
    asking = asking_of(desk, spoken)
    wanted = read_sign_up(asking, form)
    if isinstance(wanted, FormErrors):
        given = without_personal(asking.words, form, wanted.messages)
        return form_again(desk, spoken, told, show_sign_up(asking, told.page.form.action, given, wanted))
    return signed_up(desk, told, lambda: send_links(desk, employers_of(desk).sign_up(wanted)), days)
