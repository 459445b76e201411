"""What a company has asked and what became of it, line by line, for whoever decides."""

from __future__ import annotations

from datetime import UTC, datetime

from yhdessa.catalogue import Catalogue
from yhdessa.forms.business_ids import format_business_id
from yhdessa.giving.partner_links import told_to_partners
from yhdessa.giving.partner_terms import NotOffered, asked_for, price_told
from yhdessa.l10n.dates import format_date
from yhdessa.l10n.endonyms import endonym
from yhdessa.l10n.tags import UnknownLanguage
from yhdessa.mail.letter import one_line
from yhdessa.payments.partners import Partner
from yhdessa.view.parts import Detail


def details_of(catalogue: Catalogue, partner: Partner, language: str) -> tuple[Detail, ...]:
    """Labels and values in `language`, each value one line; nothing for what was not answered."""
    spoken = catalogue.nearest(language)
    told, _ = told_to_partners(catalogue, spoken)
    words, asked = told.words.desk, partner.asked
    names = asked_for(catalogue, asked, language)
    address = asked.address
    rows = (
        (told.words.sign_up.company, asked.company),
        (words.tier, _tier_and_price(catalogue, partner, names["tier"], language)),
        (words.goal, names["goal"]),
        (words.business_id, f"{format_business_id(asked.country, asked.business_id)} ({asked.country})"),
        (words.contact, f"{asked.contact.name}, {asked.contact.email}"),
        (words.billing, asked.billing_email),
        (words.address, f"{address.line}, {address.postal_code} {address.city}"),
        (words.reference, asked.purchase_reference),
        (words.einvoice, asked.einvoice),
        (words.language, language_told(partner)),
        (words.website, asked.website),
        (words.message, asked.message),
        (words.signed_up, day_told(catalogue, partner.at, language)),
        (words.decided, day_told(catalogue, partner.decided, language)),
        (words.reason, partner.reason),
    )
    return tuple(Detail(label, one_line(value)) for label, value in rows if one_line(value))


def lines_of(details: tuple[Detail, ...]) -> str:
    """The details as a letter has them."""
    return "\n".join(f"{each.label}: {each.value}" for each in details)


def order_of(catalogue: Catalogue, partner: Partner, language: str) -> str:
    """Company, tier with its price, and goal, as a letter has them."""
    return lines_of(details_of(catalogue, partner, language)[:3])


def language_told(partner: Partner) -> str:
    """The company's language by its own name; the code of one that nobody knows."""
    try:
        return endonym(partner.asked.language)
    except UnknownLanguage:
        return partner.asked.language


def day_told(catalogue: Catalogue, at: int, language: str) -> str:
    """The organisation's own day of a moment (Unix time), empty for none."""
    # Only those who decide want to know of days.
    from zoneinfo import ZoneInfo

    if not at or catalogue.partners is None:
        return ""
    zone = ZoneInfo(catalogue.partners.time_zone)
    return format_date(datetime.fromtimestamp(at, UTC).astimezone(zone).date(), language)


def _tier_and_price(catalogue: Catalogue, partner: Partner, tier: str, language: str) -> str:
    try:
        return f"{tier}, {price_told(catalogue, partner.asked, language)}"
    except NotOffered:
        return tier
