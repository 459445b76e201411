"""Links by which staff decide of a company: sent by mail, opened without a visit.

A link names the Customer and its sign-up: when the company signs up anew, older links open nothing.
"""

from __future__ import annotations

from urllib.parse import urlencode, urljoin

from yhdessa.catalogue import Catalogue, LanguageCatalogue
from yhdessa.giving.desk import Desk
from yhdessa.giving.employer_links import DAY, TOKEN
from yhdessa.giving.links import LinkInvalid
from yhdessa.giving.refused import Refused
from yhdessa.payments.partners import Partner, Partners
from yhdessa.view.partner_words import PartnerCatalogue, PartnerTerms

ROUTE = "/api/partner/decision"
PURPOSE = "partner-decision"


def told_to_partners(
    catalogue: Catalogue, spoken: LanguageCatalogue
) -> tuple[PartnerCatalogue, PartnerTerms]:
    """What is said and what holds. Raises Refused (404) where no company can sign up."""
    told, terms = spoken.partner, catalogue.partners
    if told is None or terms is None:
        raise Refused(404, "not_found")
    return told, terms


def partners_of(desk: Desk) -> Partners:
    """The account's partners."""
    return Partners(desk.payments.client, desk.clock)


def decision_link(desk: Desk, partner: Partner, language: str) -> str:
    """The address that a letter to staff holds."""
    token = desk.links.token(PURPOSE, {"customer": partner.id, "link": partner.link})
    query = urlencode({"language": language, TOKEN: token})
    return urljoin(desk.settings.site_url, f"{ROUTE.removeprefix('/')}?{query}")


def open_decision(desk: Desk, token: str, days: int) -> Partner:
    """The company that a link of at most `days` is about. Raises LinkExpired, LinkInvalid (none, altered, of
    another purpose or an older sign-up, of a Customer who is gone), PaymentsUnavailable.
    """
    facts = desk.links.read(PURPOSE, token, days * DAY)
    partner = partners_of(desk).get(facts.get("customer", ""))
    if partner is None or partner.link != facts.get("link"):
        raise LinkInvalid
    return partner
