"""The pages of giving, and the catalogue that the functions show them from."""

from __future__ import annotations

from collections.abc import Mapping

from yhdessa.catalogue import Catalogue, LanguageCatalogue, Thanks
from yhdessa.forms.donation import DonationOffer, DonationWords, show_donation
from yhdessa.model.content import Content
from yhdessa.pages.maker import Maker
from yhdessa.view.page import DonatePage, ThanksPage

DONATE_ROUTE = "/api/donate"


def donation_offer(content: Content) -> DonationOffer:
    """What may be given, in minor units."""
    giving = content.giving
    return DonationOffer(
        currency=content.organisation.currency,
        presets=tuple(money.minor for money in giving.presets),
        preselected=giving.preselected.minor if giving.preselected else None,
        minimum=giving.minimum.minor,
        maximum=giving.maximum.minor,
        goals=tuple(content.goals_in_order()),
    )


def donation_words(maker: Maker) -> DonationWords:
    """How the form asks in the maker's language."""
    words, interface, giving = maker.words.giving, maker.words.interface, maker.content.giving
    limits = {"minimum": maker.money(giving.minimum), "maximum": maker.money(giving.maximum)}
    return DonationWords(
        language=maker.language,
        amount=words.amount,
        other_amount=words.other_amount,
        other_amount_hint=words.other_amount_hint.format(**limits),
        goal=words.goal,
        anywhere=words.anywhere,
        anywhere_hint=words.anywhere_hint,
        goals={name: goal.name for name, goal in maker.words.goals.items()},
        button=words.button,
        after_button=words.after_button,
        error_title=interface.error_title,
        error_label=interface.error_label,
        amount_missing=interface.amount_missing,
        amount_unreadable=interface.amount_unreadable,
        amount_too_small=interface.amount_too_small,
        amount_too_large=interface.amount_too_large,
        amount_two=interface.amount_two,
        goal_unknown=interface.goal_unknown,
    )


def donate_page(maker: Maker) -> DonatePage:
    """The form, empty, and what a giver should know beside it."""
    words, permit = maker.words.giving, maker.content.giving.permit
    action = maker.addresses.base.rstrip("/") + DONATE_ROUTE
    valid_to = maker.texts.day(permit.valid_to) if permit.valid_to else ""
    return DonatePage(
        lead=maker.texts.fill(words.lead),
        form=show_donation(donation_offer(maker.content), donation_words(maker), action),
        use_title=words.use_title,
        use=maker.fill_all(words.use),
        permit=words.permit.format(
            number=permit.number,
            valid_from=maker.texts.day(permit.valid_from),
            valid_to=valid_to,
        ),
        permit_example=words.permit_example if permit.example else "",
    )


def thanks_page(maker: Maker) -> ThanksPage:
    """The static thank-you page: true for whoever opens it, since it knows of no payment."""
    words = maker.words.pages.thanks
    return _thanks(maker, maker.texts.fill(words.lead or words.description))


def compile_catalogue(makers: Mapping[str, Maker], icons: Mapping[str, str]) -> Catalogue:
    """All that the functions need of the site whose languages `makers` make, the default one first."""
    first = next(iter(makers.values()))
    languages = {language: _language(maker) for language, maker in makers.items()}
    return Catalogue(donation_offer(first.content), languages, dict(icons))


def _language(maker: Maker) -> LanguageCatalogue:
    words = maker.words.giving
    return LanguageCatalogue(
        words=donation_words(maker),
        donate=maker.shells.shell("donate"),
        donate_page=donate_page(maker),
        donate_href=maker.addresses.href(maker.language, "donate"),
        product=words.product,
        product_for_goal=words.product_for_goal,
        paid=_state(maker, words.paid_title, words.paid),
        delayed=_state(maker, words.delayed_title, words.delayed),
        unpaid=_state(maker, words.unpaid_title, words.unpaid),
        unknown=_state(maker, words.unknown_title, words.unknown),
        unavailable=_state(maker, words.unavailable_title, words.unavailable),
        error_prefix=maker.words.interface.error_prefix,
    )


def _state(maker: Maker, title: str, text: str) -> Thanks:
    return Thanks(maker.shells.shell("thanks", heading=title), _thanks(maker, text))


def _thanks(maker: Maker, text: str) -> ThanksPage:
    links = tuple(maker.link(name) for name in ("goals/index", "partners", "index"))
    return ThanksPage(text=text, next_title=maker.words.giving.next_title, next=links)
