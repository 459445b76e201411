"""The pages of giving, and the catalogue that the functions show them from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from yhdessa.catalogue import (
    REFUSALS,
    Catalogue,
    LanguageCatalogue,
    LetterSender,
    MonthlyCatalogue,
    Refusal,
    Thanks,
    raw_json,
)
from yhdessa.forms.dedication import LONGEST_NAME, DedicationWords
from yhdessa.forms.donation import show_donation
from yhdessa.forms.offer import DonationOffer, DonationWords
from yhdessa.forms.rhythm import MonthlyOffer, MonthlyWords
from yhdessa.forms.view import FormView
from yhdessa.model.content import Content
from yhdessa.pages.addresses import NOT_FOUND
from yhdessa.pages.challenges.seasons import challenge_offers, stopped_clock, team_words
from yhdessa.pages.employer import employer_catalogue, employer_terms
from yhdessa.pages.maker import Maker
from yhdessa.pages.monthly_donor import PAGE as MONTHLY_DONOR
from yhdessa.pages.monthly_donor import letter_texts, monthly_donor_catalogue, self_service
from yhdessa.pages.partner_sign_up import partner_catalogue, partner_terms
from yhdessa.pages.ways import other_ways
from yhdessa.view.giving import CancelledPage, DonatePage, ThanksPage
from yhdessa.view.shell import Link

DONATE_ROUTE = "/api/donate"


def donation_offer(content: Content) -> DonationOffer:
    """What may be given, in minor units."""
    giving, monthly = content.giving, content.monthly
    return DonationOffer(
        currency=content.organisation.currency,
        presets=tuple(money.minor for money in giving.presets),
        preselected=giving.preselected.minor if giving.preselected else None,
        minimum=giving.minimum.minor,
        maximum=giving.maximum.minor,
        goals=tuple(content.goals_in_order()),
        monthly=MonthlyOffer(monthly.minimum.minor, monthly.maximum.minor) if monthly else None,
        challenges=dict(challenge_offers(content)),
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
        written_amount=words.written_amount,
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
        leave_empty=words.leave_empty,
        email=words.email,
        email_hint=words.email_hint,
        email_wrong=words.email_wrong,
        button_amount=words.button_amount,
        monthly=_monthly_words(maker),
        dedication=_dedication_words(maker),
        team=team_words(maker),
    )


def _monthly_words(maker: Maker) -> MonthlyWords | None:
    facts, words = maker.content.monthly, maker.words.monthly
    if facts is None or words is None:
        return None
    limits = {"minimum": maker.money(facts.minimum), "maximum": maker.money(facts.maximum)}
    return MonthlyWords(
        question=words.question,
        once=words.once,
        monthly=words.monthly,
        monthly_hint=words.monthly_hint.format(**limits),
        unknown=words.unknown,
        too_small=words.too_small,
        too_large=words.too_large,
        button_amount=words.button_amount,
    )


def _dedication_words(maker: Maker) -> DedicationWords | None:
    facts, words = maker.content.dedication, maker.words.dedication
    if facts is None or words is None:
        return None
    return DedicationWords(
        summary=words.summary,
        question=words.question,
        nobody=words.nobody,
        kinds={kind: words.kinds[kind] for kind in facts.kinds},
        name=words.name,
        name_hint=words.name_hint.format(longest=LONGEST_NAME),
        kind_missing=words.kind_missing,
        name_missing=words.name_missing,
        name_too_long=words.name_too_long.format(longest=LONGEST_NAME),
    )


def goal_forms(maker: Maker, goals: Iterable[str]) -> dict[str, FormView]:
    """The short form of each of `goals`; what is the same in all of them is made once."""
    offer, words = donation_offer(maker.content), donation_words(maker)
    action, script = donate_action(maker), maker.script("donation")
    return {goal: show_donation(offer, words, action, goal=goal, script=script) for goal in goals}


def donate_action(maker: Maker) -> str:
    """Where every form of a gift goes."""
    return maker.addresses.base.rstrip("/") + DONATE_ROUTE


def donate_page(maker: Maker) -> DonatePage:
    """The form, empty, and what a giver should know beside it."""
    words, permit = maker.words.giving, maker.content.giving.permit
    offer = donation_offer(maker.content)
    valid_to = maker.texts.day(permit.valid_to) if permit.valid_to else ""
    return DonatePage(
        lead=maker.texts.fill(words.lead),
        form=show_donation(
            offer, donation_words(maker), donate_action(maker), script=maker.script("donation")
        ),
        use_title=words.use_title,
        use=maker.fill_all(words.use),
        permit=words.permit.format(
            number=permit.number,
            valid_from=maker.texts.day(permit.valid_from),
            valid_to=valid_to,
        ),
        permit_example=words.permit_example if permit.example else "",
        ways=other_ways(maker),
        already=self_service(maker).already if maker.words.monthly else "",
        manage=maker.link(MONTHLY_DONOR, self_service(maker).manage) if maker.words.monthly else None,
    )


def thanks_page(maker: Maker) -> ThanksPage:
    """The static thank-you page: true for whoever opens it, since it knows of no payment."""
    words = maker.words.pages.thanks
    return _thanks(maker, maker.texts.fill(words.lead or words.description))


def cancelled_page(maker: Maker) -> CancelledPage:
    """After a payment that was cancelled: nothing was charged, and the ways to go on."""
    words = maker.words.giving
    form = maker.link("donate")
    ways = [Link(maker.words.ways.title, f"{form.href}#ways")] if maker.words.ways else []
    return CancelledPage(
        text=maker.lead("cancelled") or maker.words.pages.cancelled.description,
        again=Link(words.again, form.href),
        next_title=words.next_title,
        next=(*ways, maker.link("help"), maker.link("contact")),
    )


def compile_catalogue(makers: Mapping[str, Maker], icons: Mapping[str, str]) -> Catalogue:
    """All that the functions need of the site whose languages `makers` make, the default one first."""
    first = next(iter(makers.values()))
    languages = {language: _language(maker) for language, maker in makers.items()}
    offer = replace(donation_offer(first.content), stopped=stopped_clock(first))
    employers, partners = employer_terms(first.content), partner_terms(first.content)
    return Catalogue(offer, languages, dict(icons), raw_json(employers), raw_json(partners))


def _language(maker: Maker) -> LanguageCatalogue:
    words = maker.words.giving
    return LanguageCatalogue(
        words=donation_words(maker),
        donate=maker.shells.shell("donate"),
        donate_page=donate_page(maker),
        cancelled_href=maker.addresses.href(maker.language, "cancelled"),
        product=words.product,
        product_for_goal=words.product_for_goal,
        paid=_state(maker, words.paid_title, words.paid),
        delayed=_state(maker, words.delayed_title, words.delayed),
        unpaid=_state(maker, words.unpaid_title, words.unpaid),
        unknown=_state(maker, words.unknown_title, words.unknown),
        unavailable=_state(maker, words.unavailable_title, words.unavailable),
        error_prefix=maker.words.interface.error_prefix,
        refused=_refused(maker),
        refusals={name: _refusal(maker, name) for name in REFUSALS},
        sender=LetterSender(maker.words.organisation.name, maker.content.organisation.general_email),
        letters=letter_texts(maker),
        monthly=_monthly(maker),
        monthly_donor=monthly_donor_catalogue(maker),
        employer_json=raw_json(employer_catalogue(maker)),
        partner_json=raw_json(partner_catalogue(maker)),
    )


def _monthly(maker: Maker) -> MonthlyCatalogue | None:
    words = maker.words.monthly
    if words is None:
        return None
    return MonthlyCatalogue(
        product=words.product,
        product_for_goal=words.product_for_goal,
        paid=_state(maker, words.paid_title, words.paid, MONTHLY_DONOR),
        delayed=_state(maker, maker.words.giving.delayed_title, words.delayed, MONTHLY_DONOR),
    )


def _state(maker: Maker, title: str, text: str, *first: str) -> Thanks:
    return Thanks(maker.shells.shell("thanks", heading=title), _thanks(maker, text, *first))


def _thanks(maker: Maker, text: str, *first: str) -> ThanksPage:
    links = tuple(maker.link(name) for name in (*first, "goals/index", "partners", "index"))
    return ThanksPage(text=text, next_title=maker.words.giving.next_title, next=links)


def _refused(maker: Maker) -> Thanks:
    """What stands around every refusal: the menus, and the ways to go on, the form first."""
    links = tuple(maker.link(name) for name in ("donate", "contact", "index"))
    return Thanks(maker.shells.shell(NOT_FOUND), ThanksPage("", maker.words.giving.next_title, links))


def _refusal(maker: Maker, name: str) -> Refusal:
    page, giving = maker.words.pages.not_found, maker.words.giving
    heading, text = (
        (page.title, page.lead or page.description)
        if name == "not_found"
        else (getattr(giving, f"{name}_title"), getattr(giving, name))
    )
    return Refusal(heading, maker.shells.title(NOT_FOUND, heading), maker.texts.fill(text))
