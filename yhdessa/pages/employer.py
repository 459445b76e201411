"""The page on which an employer signs up, and what the functions need to go on from there."""

from __future__ import annotations

import msgspec

from yhdessa.forms.employer import show_sign_up
from yhdessa.forms.employer_offer import Asking, EmployerOffer
from yhdessa.forms.offer import DonationWords
from yhdessa.model.content import Content
from yhdessa.pages.maker import Maker, there
from yhdessa.pages.payroll_script import problem_words
from yhdessa.view.company import SignUpPage
from yhdessa.view.employer_words import EmployerCatalogue, EmployerTerms, EmployerWords
from yhdessa.view.parts import NextSteps
from yhdessa.view.shell import Link

PAGE = "employer"
ROUTE = "/api/payroll"


def employer_terms(content: Content) -> EmployerTerms | None:
    """What holds for employers in every language; None where none can sign up."""
    facts = content.employer
    if facts is None:
        return None
    return EmployerTerms(
        offer=EmployerOffer(
            currency=content.organisation.currency,
            countries=tuple(facts.countries),
            goals=tuple(content.goals_in_order()),
            languages=tuple(content.languages),
            largest_matching=facts.largest_matching,
        ),
        days_until_due=facts.days_until_due,
        link_days=facts.link_days,
        months_back=facts.months_back,
        time_zone=content.organisation.zone().key,
    )


def employer_page(maker: Maker) -> SignUpPage:
    """The form, empty, and what comes next."""
    # The catalogue of giving takes this page in, so that it cannot be imported before.
    from yhdessa.pages.giving import donation_words

    words = there(maker.words.employer)
    asking = _asking(maker, donation_words(maker))
    return SignUpPage(
        lead=maker.lead(PAGE),
        form=show_sign_up(asking, maker.addresses.base.rstrip("/") + ROUTE),
        next=NextSteps(words.beside_title, maker.fill_all(words.beside), "workplace"),
    )


def employer_catalogue(maker: Maker) -> EmployerCatalogue | None:
    """All that the functions say to employers; None where none can sign up."""
    if maker.words.employer is None:
        return None
    return EmployerCatalogue(
        words=_words(maker),
        shell=maker.shells.shell(PAGE),
        page=employer_page(maker),
        next_title=maker.words.giving.next_title,
        next=(begin_link(maker), maker.link("contact"), maker.link("index")),
        tool=maker.link("payroll_tool", maker.words.employer.desk.tool),
        problems=problem_words(maker, there(maker.words.payroll)),
    )


def begin_link(maker: Maker) -> Link:
    """The way to the form."""
    return maker.link(PAGE, there(maker.words.employer).begin)


def _asking(maker: Maker, shared: DonationWords) -> Asking:
    terms = there(employer_terms(maker.content))
    return Asking(terms.offer, _words(maker).sign_up, shared)


def _words(maker: Maker) -> EmployerWords:
    """The words as the functions keep them: the model's fields have the structs' names."""
    return msgspec.convert(there(maker.words.employer).model_dump(), EmployerWords)
