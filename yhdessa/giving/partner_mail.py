"""Letters about a sign-up: to staff, with a link to decide by, and to the company."""

from __future__ import annotations

from limits import RateLimitItemPerHour

from yhdessa.giving.desk import Desk
from yhdessa.giving.letters import write_letter
from yhdessa.giving.partner_details import details_of, lines_of, order_of
from yhdessa.giving.partner_links import ROUTE, decision_link, told_to_partners
from yhdessa.mail.letter import Letter
from yhdessa.payments.partners import Partner, PartnerState

#: Letters about one company, so that nobody fills its mailbox or ours.
LETTERS = (RateLimitItemPerHour(6),)


def tell_of_sign_up(desk: Desk, partner: Partner) -> bool:
    """Tell staff, with a link to decide by, and the company in its own language; False when this company has
    had many letters in this hour. Raises MailUnavailable: a repeat is safe.

    One that is a partner already is told so, at the address that it gave then, and staff are not.
    """
    if desk.limits.wait(ROUTE, partner.id, LETTERS):
        return False
    pending = partner.state is PartnerState.PENDING
    letters = [_to_staff(desk, partner)] if pending else []
    letters.append(_to_company(desk, partner, "partner_received" if pending else "partner_known"))
    with desk.mailer.open() as post:
        for letter in letters:
            post.send(letter)
    return True


def _to_staff(desk: Desk, partner: Partner) -> Letter:
    """In the site's first language."""
    catalogue = desk.catalogue
    spoken = catalogue.nearest("")
    language = spoken.words.language
    _, terms = told_to_partners(catalogue, spoken)
    parts = {
        "company": partner.asked.company,
        "details": lines_of(details_of(catalogue, partner, language)),
        "link": decision_link(desk, partner, language),
        "days": str(terms.link_days),
    }
    return write_letter(spoken, "partner_staff", terms.staff, parts)


def _to_company(desk: Desk, partner: Partner, letter_id: str) -> Letter:
    spoken = desk.catalogue.nearest(partner.asked.language)
    parts = {"details": order_of(desk.catalogue, partner, spoken.words.language)}
    return write_letter(spoken, letter_id, partner.asked.contact.email, parts)
