"""/api/partner: a company signs up as a partner, and waits for staff to approve it.

One business id is one partner, and whoever asks learns nothing of it: the answer is the same for a new one
and a known one, and letters go to the registered address.
"""

from __future__ import annotations

from werkzeug.wrappers import Response

from yhdessa.forms.company import without_personal
from yhdessa.forms.company_offer import FormErrors
from yhdessa.forms.donation import is_robots
from yhdessa.forms.partner import read_partner, show_partner
from yhdessa.forms.partner_offer import PartnerAsking
from yhdessa.giving.asked import Asked
from yhdessa.giving.desk import Desk
from yhdessa.giving.partner_links import partners_of, told_to_partners
from yhdessa.giving.partner_mail import tell_of_sign_up
from yhdessa.giving.said import said
from yhdessa.giving.signing_up import form_again, signed_up


def partner(desk: Desk, asked: Asked) -> Response:
    """The answer to the form: what happens now, or the form again with what is wrong."""
    form = asked.fields
    spoken = desk.catalogue.nearest(form.get("language", ""))
    told, terms = told_to_partners(desk.catalogue, spoken)
    if is_robots(form):
        return said(desk, told, "sent", 200, "trapped")
    asking = PartnerAsking(terms.offer, told.words.sign_up, told.tiers, spoken.words)
    wanted = read_partner(asking, form)
    if isinstance(wanted, FormErrors):
        given = without_personal(asking.words, form, wanted.messages)
        return form_again(desk, spoken, told, show_partner(asking, told.page.form.action, given, wanted))
    partners = partners_of(desk)
    return signed_up(desk, told, lambda: tell_of_sign_up(desk, partners.sign_up(wanted)))
