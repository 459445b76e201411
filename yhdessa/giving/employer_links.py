"""Links to an employer's own page: sent by mail, exchanged for a visit, and revoked by a number.

A link in mail works for days, a visit for hours; what a visit is known by goes in forms alone and never
stands in an address. Both name the Customer and its number of links: when that changes, they open nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode, urljoin

from limits import RateLimitItemPerHour

from yhdessa.catalogue import LanguageCatalogue
from yhdessa.forms.company_offer import Contact
from yhdessa.forms.employer_offer import Asking
from yhdessa.giving.desk import Desk
from yhdessa.giving.letters import write_letter
from yhdessa.giving.links import LinkInvalid
from yhdessa.giving.refused import Refused
from yhdessa.payments.employers import Employer, Employers
from yhdessa.view.employer_words import EmployerCatalogue, EmployerTerms

ROUTE = "/api/employer"
BY_MAIL, BY_VISIT = "employer", "employer-visit"
#: The fields of forms that hold them.
TOKEN, VISIT = "token", "visit"
DAY = 24 * 3600
VISIT_SECONDS = 8 * 3600
#: A link that is too old still says whose it was, so that a new one can be sent there.
EVER = 50 * 365 * DAY
#: Letters to one employer, so that nobody fills its mailboxes.
LETTERS = (RateLimitItemPerHour(6),)


def told_to_employers(desk: Desk, spoken: LanguageCatalogue) -> tuple[EmployerCatalogue, EmployerTerms]:
    """What is said and what holds. Raises Refused (404) where no employer can sign up."""
    told, terms = spoken.employer, desk.catalogue.employers
    if told is None or terms is None:
        raise Refused(404, "not_found")
    return told, terms


def asking_of(desk: Desk, spoken: LanguageCatalogue) -> Asking:
    """What the forms for employers are made of in a language."""
    told, terms = told_to_employers(desk, spoken)
    return Asking(terms.offer, told.words.sign_up, spoken.words)


def employers_of(desk: Desk) -> Employers:
    """The account's employers."""
    return Employers(desk.payments.client, desk.clock)


def visit_of(desk: Desk, employer: Employer) -> str:
    """What the forms of the employer's page are known by, for some hours."""
    return desk.links.token(BY_VISIT, _facts(employer))


def open_visit(desk: Desk, fields: Mapping[str, str]) -> Employer:
    """The employer whose link or visit the fields hold. Raises LinkExpired, LinkInvalid (none, altered, of
    another purpose, revoked, of a Customer who is gone), PaymentsUnavailable.
    """
    terms = desk.catalogue.employers
    if terms is None:
        raise LinkInvalid
    if fields.get(VISIT):
        facts = desk.links.read(BY_VISIT, fields[VISIT], VISIT_SECONDS)
    else:
        facts = desk.links.read(BY_MAIL, fields.get(TOKEN, ""), terms.link_days * DAY)
    return _whose(desk, facts)


def open_old(desk: Desk, token: str) -> Employer:
    """The employer of a link or a visit however old it is: enough to write to its own addresses, and for
    nothing else. Raises as open_visit does, but LinkExpired.
    """
    try:
        facts = desk.links.read(BY_MAIL, token, EVER)
    except LinkInvalid:
        facts = desk.links.read(BY_VISIT, token, EVER)
    return _whose(desk, facts)


def check_link(desk: Desk, token: str, days: int) -> None:
    """Whether a link in mail may still open something, without asking Stripe. Raises LinkExpired,
    LinkInvalid.
    """
    desk.links.read(BY_MAIL, token, days * DAY)


def send_links(desk: Desk, employer: Employer, contacts: tuple[Contact, ...] = ()) -> bool:
    """Write a link to `contacts`, or to all of the employer's; False when it has had many in this hour.

    Raises MailUnavailable.
    """
    if desk.limits.wait(ROUTE, employer.id, LETTERS):
        return False
    spoken = desk.catalogue.nearest(employer.language)
    _, terms = told_to_employers(desk, spoken)
    parts = {
        "company": employer.company,
        "link": mail_link(desk, employer, spoken.words.language),
        "days": str(terms.link_days),
    }
    with desk.mailer.open() as post:
        for contact in contacts or employer.contacts:
            post.send(write_letter(spoken, "employer", contact.email, parts))
    return True


def mail_link(desk: Desk, employer: Employer, language: str) -> str:
    """The address that a letter holds."""
    query = urlencode({"language": language, TOKEN: desk.links.token(BY_MAIL, _facts(employer))})
    return urljoin(desk.settings.site_url, f"{ROUTE.removeprefix('/')}?{query}")


def _facts(employer: Employer) -> dict[str, str]:
    return {"customer": employer.id, "link": employer.link}


def _whose(desk: Desk, facts: Mapping[str, str]) -> Employer:
    employer = employers_of(desk).get(facts.get("customer", ""))
    if employer is None or employer.link != facts.get("link"):
        raise LinkInvalid
    return employer
