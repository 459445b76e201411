"""Partners: the page of the tiers, and the walls of names on the goals' pages."""

from __future__ import annotations

from collections.abc import Iterable

from yhdessa.l10n.tags import language_tag
from yhdessa.model.partner import Partner
from yhdessa.pages.maker import Maker
from yhdessa.view.partners import PartnersPage
from yhdessa.view.parts import PartnerGroup, PartnerName, Tier
from yhdessa.view.shell import Link


def partners_page(maker: Maker) -> PartnersPage:
    """The tiers, the most visible first, and all partners by tier."""
    mail = maker.content.organisation.partnerships_email
    return PartnersPage(
        lead=maker.texts.fill(maker.words.pages.partners.lead or ""),
        tiers=tuple(_tier(maker, name) for name in maker.content.tiers),
        partners=_groups(maker, maker.content.tiers),
        contact=Link(maker.words.interface.write_to_us, f"mailto:{mail}"),
    )


def partner_groups(maker: Maker, goal: str) -> tuple[PartnerGroup, ...]:
    """The partners of a goal by the goal's own tiers; a tier without partners is left out."""
    return _groups(maker, maker.content.goals[goal].tiers, goal)


def _groups(maker: Maker, tiers: Iterable[str], goal: str | None = None) -> tuple[PartnerGroup, ...]:
    groups = (_group(maker, tier, goal) for tier in tiers)
    return tuple(group for group in groups if group.partners)


def _tier(maker: Maker, name: str) -> Tier:
    facts, words, interface = maker.content.tiers[name], maker.words.tiers[name], maker.words.interface
    return Tier(
        name=words.name,
        price=interface.a_year.format(amount=maker.money(facts.yearly)),
        kind=interface.is_gift if facts.kind == "gift" else interface.plus_vat,
        promise=maker.texts.fill(words.promise),
        benefits=tuple(words.benefits),
    )


def _group(maker: Maker, tier: str, goal: str | None = None) -> PartnerGroup:
    members = (
        partner
        for partner in maker.content.partners.values()
        if partner.tier == tier and (goal is None or goal in partner.goals)
    )
    names = tuple(
        sorted((_name(maker, partner) for partner in members), key=lambda partner: partner.name.casefold())
    )
    return PartnerGroup(maker.words.tiers[tier].plural, names)


def _name(maker: Maker, partner: Partner) -> PartnerName:
    logo = f"{maker.addresses.base}assets/partners/{partner.logo}" if partner.logo else ""
    foreign = partner.language is not None and partner.language != maker.language
    tag = language_tag(partner.language or "", maker.content.organisation.country) if foreign else ""
    return PartnerName(partner.name, partner.website or "", partner.example, logo, tag)
