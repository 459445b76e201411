"""How a company becomes a partner: what the page offers it, and what the functions go on with."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from yhdessa.forms.offer import DonationWords
from yhdessa.forms.partner import show_partner
from yhdessa.forms.partner_offer import PartnerAsking, PartnerOffer, PartnerTier, TierWords, Vat
from yhdessa.l10n.percent import format_percent
from yhdessa.model.content import Content
from yhdessa.model.partner_sign_up import PartnerSignUps
from yhdessa.pages.maker import Maker, there
from yhdessa.view.chart import Table
from yhdessa.view.company import SignUpPage
from yhdessa.view.partner_words import PartnerCatalogue, PartnerTerms, PartnerWords
from yhdessa.view.partners import PartnerOptions
from yhdessa.view.parts import Detail, NextSteps

PAGE = "partners"
ROUTE = "/api/partner"
#: Where on the page the form stands.
FORM = "#sign-up"


def partner_terms(content: Content) -> PartnerTerms | None:
    """What holds for partners in every language; None where none can sign up."""
    facts = content.partner
    if facts is None:
        return None
    return PartnerTerms(
        offer=_offer(content, facts),
        tiers={
            name: PartnerTier(tier.yearly, tier.kind, {} if tier.kind == "gift" else _vat(facts))
            for name, tier in content.tiers.items()
        },
        days_until_due=facts.days_until_due,
        link_days=facts.link_days,
        staff=facts.staff or content.organisation.partnerships_email,
        time_zone=content.organisation.zone().key,
    )


def partner_options(maker: Maker) -> PartnerOptions:
    """Which goal has which tiers, and what VAT is added for whom."""
    facts, words = there(maker.content.partner), there(maker.words.partner)
    return PartnerOptions(
        title=words.offered_title,
        table=_table(maker, facts),
        vat=tuple(_vat_told(maker, country, rate) for country, rate in _vat(facts).items()),
        vat_note=words.vat_as_of.format(day=maker.texts.day(facts.vat_as_of)),
    )


def partner_sign_up(maker: Maker) -> SignUpPage:
    """The form, empty, and what comes next."""
    # The catalogue of giving takes this page in, so that it cannot be imported before.
    from yhdessa.pages.giving import donation_words

    facts, words = there(maker.content.partner), there(maker.words.partner)
    asking = _asking(maker, donation_words(maker))
    steps = tuple(step.format(days=facts.days_until_due) for step in words.beside)
    return SignUpPage(
        lead=words.lead,
        form=show_partner(asking, maker.addresses.base.rstrip("/") + ROUTE),
        next=NextSteps(words.beside_title, steps, "company"),
    )


def partner_catalogue(maker: Maker) -> PartnerCatalogue | None:
    """All that the functions say to partners; None where none can sign up."""
    words = maker.words.partner
    if words is None:
        return None
    return PartnerCatalogue(
        words=_words(maker),
        shell=maker.shells.shell(PAGE, heading=words.title),
        page=partner_sign_up(maker),
        next_title=maker.words.giving.next_title,
        next=(maker.link("goals/index"), maker.link("contact"), maker.link("index")),
        tiers=_tiers(maker),
    )


def _offer(content: Content, facts: PartnerSignUps) -> PartnerOffer:
    return PartnerOffer(
        countries=tuple(facts.countries),
        languages=tuple(content.languages),
        goals={goal: tuple(content.goals[goal].tiers) for goal in content.goals_in_order()},
        whole=tuple(facts.whole),
    )


def _table(maker: Maker, facts: PartnerSignUps) -> Table:
    """The price of each tier, for each goal that has it and for the work as a whole."""
    words, tiers = there(maker.words.partner), maker.content.tiers
    offer = _offer(maker.content, facts)
    offered = [(maker.words.goals[goal].name, names) for goal, names in offer.goals.items()]
    offered += [(words.sign_up.whole, offer.whole)] if offer.whole else []
    return Table(
        caption=words.offered,
        head=("", *(maker.words.tiers[tier].name for tier in tiers)),
        rows=tuple(
            (
                name,
                *(maker.money(tiers[tier].yearly) if tier in names else words.not_offered for tier in tiers),
            )
            for name, names in offered
        ),
    )


def _vat(facts: PartnerSignUps) -> dict[str, Vat]:
    """The VAT by country, in the order in which the form names the countries."""
    rates = {country: facts.vat[country] for country in facts.countries}
    return {country: Vat(Decimal(rate.percent), rate.note or "") for country, rate in rates.items()}


def _vat_told(maker: Maker, country: str, rate: Vat) -> Detail:
    words = there(maker.words.partner)
    told = words.vat_rate.format(percent=format_percent(rate.percent, maker.language))
    label = words.vat_country.format(country=words.sign_up.countries[country])
    return Detail(label, words.vat_notes[rate.note] if rate.note else told)


def _tiers(maker: Maker) -> dict[str, TierWords]:
    words, a_year = there(maker.words.partner), maker.words.interface.a_year
    told = {"gift": words.gift_price, "sponsorship": words.tier_price}
    return {
        name: TierWords(
            maker.words.tiers[name].name,
            told[tier.kind].format(price=a_year.format(amount=maker.money(tier.yearly))),
        )
        for name, tier in maker.content.tiers.items()
    }


def _asking(maker: Maker, shared: DonationWords) -> PartnerAsking:
    offer = _offer(maker.content, there(maker.content.partner))
    return PartnerAsking(offer, _words(maker).sign_up, _tiers(maker), shared)


def _words(maker: Maker) -> PartnerWords:
    """The words as the functions keep them: the model's fields have the structs' names."""
    return msgspec.convert(there(maker.words.partner).model_dump(), PartnerWords)
