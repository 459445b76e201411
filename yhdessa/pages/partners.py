"""Partners: the page of the tiers, and the walls of names on the goals' pages."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from yhdessa.l10n.tags import language_tag
from yhdessa.model.logos import FOLDER
from yhdessa.pages.maker import Maker
from yhdessa.pages.partner_sign_up import FORM, PAGE, partner_options, partner_sign_up
from yhdessa.view.partners import PartnersPage
from yhdessa.view.parts import PartnerGroup, PartnerName, Tier
from yhdessa.view.shell import Link

#: Pixels that a logo has on a wall: its box in styles/partners.css, less what is left free around it.
LOGO = (156, 51)


def partners_page(maker: Maker) -> PartnersPage:
    """The tiers, the most visible first, and all partners by tier."""
    mail, words = maker.content.organisation.partnerships_email, maker.words.partner
    return PartnersPage(
        lead=maker.texts.fill(maker.words.pages.partners.lead or ""),
        tiers=tuple(_tier(maker, name) for name in maker.content.tiers),
        partners=_groups(maker, maker.content.tiers),
        contact=Link(maker.words.interface.write_to_us, f"mailto:{mail}"),
        options=partner_options(maker) if words else None,
        sign_up_title=words.title if words else "",
        sign_up=partner_sign_up(maker) if words else None,
    )


def become_partner(maker: Maker) -> Link:
    """The way to the form; to the tiers where there is none."""
    page = maker.link(PAGE, maker.words.interface.become_partner)
    return replace(page, href=page.href + FORM) if maker.words.partner else page


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
        asked=tuple(words.asked),
    )


def _group(maker: Maker, tier: str, goal: str | None = None) -> PartnerGroup:
    members = (
        name
        for name, partner in maker.content.partners.items()
        if partner.tier == tier and (goal is None or goal in partner.goals)
    )
    names = tuple(
        sorted((_name(maker, name) for name in members), key=lambda partner: partner.name.casefold())
    )
    return PartnerGroup(maker.words.tiers[tier].plural, names)


def _name(maker: Maker, name: str) -> PartnerName:
    partner, size = maker.content.partners[name], maker.content.logos.get(name)
    logo = f"{maker.addresses.base}{FOLDER}/{partner.logo}" if partner.logo else ""
    width, height = size.within(*LOGO) if size else (0, 0)
    foreign = partner.language is not None and partner.language != maker.language
    tag = language_tag(partner.language or "", maker.content.organisation.country) if foreign else ""
    href = partner.website or ""
    return PartnerName(partner.name, href, partner.example, logo, tag, width, height)
