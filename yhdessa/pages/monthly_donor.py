"""The page of those who give monthly, and what the functions say and write to them."""

from __future__ import annotations

import re

import msgspec

from yhdessa.catalogue import LetterText, MonthlyDonorCatalogue, Thanks
from yhdessa.forms.monthly_donor import MonthlyDonorWords, show_monthly_donor
from yhdessa.model.monthly import SelfServiceWords
from yhdessa.pages.maker import Maker, there
from yhdessa.view.giving import MonthlyDonorPage, ThanksPage

PAGE = "monthly_donor"
PORTAL_ROUTE = "/api/portal"


def self_service(maker: Maker) -> SelfServiceWords:
    """The words of the page; model/site_pages.py lets no site have it without them."""
    return there(maker.words.monthly).self_service


def monthly_donor_page(maker: Maker) -> MonthlyDonorPage:
    """The form, empty, and what happens after it is sent."""
    words = self_service(maker)
    return MonthlyDonorPage(
        lead=maker.lead(PAGE),
        form=show_monthly_donor(_form_words(maker), maker.addresses.base.rstrip("/") + PORTAL_ROUTE),
        how_title=words.how_title,
        how=maker.fill_all(words.how),
        contact=maker.link("contact"),
    )


def monthly_donor_catalogue(maker: Maker) -> MonthlyDonorCatalogue | None:
    """All that the functions say and write to those who give monthly; None where nobody can."""
    if maker.words.monthly is None:
        return None
    words = self_service(maker)
    return MonthlyDonorCatalogue(
        words=_form_words(maker),
        shell=maker.shells.shell(PAGE),
        page=monthly_donor_page(maker),
        href=maker.addresses.href(maker.language, PAGE),
        sent=_told(maker, words.sent_title, words.sent),
        expired=_told(maker, words.expired_title, words.expired),
        invalid=_told(maker, words.invalid_title, maker.texts.fill(words.invalid)),
        ended=_told(maker, words.ended_title, maker.texts.fill(words.ended)),
        unavailable=_told(maker, words.unavailable_title, maker.texts.fill(words.unavailable)),
    )


def letter_texts(maker: Maker) -> dict[str, LetterText]:
    """The letters of the maker's language by their ids; what is no subject and no text is a part.

    The lines of a paragraph are an editor's; in a letter it is one, which the reader's program breaks.
    """
    letters = maker.words.letters.named() if maker.words.letters is not None else {}
    told = {name: letter.model_dump(exclude_none=True) for name, letter in letters.items()}
    return {
        name: LetterText(parts.pop("subject"), _unbroken(parts.pop("text")), parts)
        for name, parts in told.items()
    }


def _unbroken(text: str) -> str:
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text)


def _form_words(maker: Maker) -> MonthlyDonorWords:
    words, interface, giving = self_service(maker), maker.words.interface, maker.words.giving
    return MonthlyDonorWords(
        language=maker.language,
        email=words.email,
        email_hint=words.email_hint,
        email_missing=words.email_missing,
        email_wrong=giving.email_wrong,
        button=words.button,
        after_button=words.after_button,
        error_title=interface.error_title,
        error_label=interface.error_label,
        leave_empty=giving.leave_empty,
    )


def _told(maker: Maker, title: str, text: str) -> Thanks:
    """One thing that the functions say, with the ways to go on; for one moment, and no search engine."""
    shell = maker.shells.shell(PAGE, heading=title, description=text)
    passing = msgspec.structs.replace(
        shell, canonical="", x_default="", announced=(), indexed=False, sharing=(), structured_html=""
    )
    links = tuple(maker.link(name) for name in ("contact", "index"))
    first = maker.link(PAGE, self_service(maker).again)
    page = ThanksPage(text=text, next_title=maker.words.giving.next_title, next=(first, *links))
    return Thanks(passing, page)
