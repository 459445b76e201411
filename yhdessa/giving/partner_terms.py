"""What a partner pays and reads, in its own language, from what the build has compiled."""

from __future__ import annotations

from yhdessa.catalogue import Catalogue
from yhdessa.forms.business_ids import format_business_id
from yhdessa.forms.partner_offer import PartnerSignUp, PartnerTier
from yhdessa.giving.letters import set_in
from yhdessa.giving.partner_links import told_to_partners
from yhdessa.l10n.money import format_money
from yhdessa.l10n.percent import format_percent
from yhdessa.payments.yearly import OnTop, YearlyTerms


class NotOffered(Exception):
    """Content knows no price for what was asked, as when a tier has gone since."""


def yearly_terms(catalogue: Catalogue, asked: PartnerSignUp) -> YearlyTerms:
    """What its invoices say. Raises NotOffered."""
    tier = _tier(catalogue, asked)
    told, terms = told_to_partners(catalogue, catalogue.nearest(asked.language))
    words, vat = told.words.invoice, tier.vat.get(asked.country)
    fields = (
        (words.reference, asked.purchase_reference),
        (words.business_id, format_business_id(asked.country, asked.business_id)),
        (words.einvoice, asked.einvoice),
    )
    return YearlyTerms(
        tier=asked.tier,
        price=tier.yearly,
        vat=None if vat is None else OnTop(vat.percent, asked.country, words.vat),
        product=set_in(words.product, {"tier": told.tiers[asked.tier].name}),
        days_until_due=terms.days_until_due,
        fields=tuple((name, value) for name, value in fields if value),
        footer=told.words.vat_notes[vat.note] if vat is not None and vat.note else "",
    )


def price_told(catalogue: Catalogue, asked: PartnerSignUp, language: str) -> str:
    """The price of a year with what is added to it. Raises NotOffered."""
    tier = _tier(catalogue, asked)
    told, _ = told_to_partners(catalogue, catalogue.nearest(language))
    words, price = told.words.invoice, format_money(tier.yearly, language)
    vat = tier.vat.get(asked.country)
    if vat is None:
        return set_in(words.price_gift, {"price": price})
    text = set_in(words.price_vat, {"price": price, "percent": format_percent(vat.percent, language)})
    return f"{text} ({told.words.vat_notes[vat.note]})" if vat.note else text


def asked_for(catalogue: Catalogue, asked: PartnerSignUp, language: str) -> dict[str, str]:
    """What was asked, as `company`, `tier` and `goal`; an id where content has no name any more."""
    spoken = catalogue.nearest(language)
    told, _ = told_to_partners(catalogue, spoken)
    tier, goal = told.tiers.get(asked.tier), asked.goal
    return {
        "company": asked.company,
        "tier": tier.name if tier is not None else asked.tier,
        "goal": told.words.sign_up.whole if goal is None else spoken.words.goals.get(goal, goal),
    }


def _tier(catalogue: Catalogue, asked: PartnerSignUp) -> PartnerTier:
    """The tier, which has a VAT for the company's country or is a gift. Raises NotOffered."""
    terms = catalogue.partners
    tier = terms.tiers.get(asked.tier) if terms is not None else None
    if tier is None or (tier.kind != "gift" and asked.country not in tier.vat):
        raise NotOffered
    return tier
