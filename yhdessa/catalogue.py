"""The catalogue: all that the functions know of the site, compiled and checked by the build, kept as JSON.

`pages` writes it, `giving` reads it: the functions need no YAML, no model and no MkDocs, and what they show
is what the build showed.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from yhdessa.forms.monthly_donor import MonthlyDonorWords
from yhdessa.forms.offer import DonationOffer, DonationWords
from yhdessa.view.giving import DonatePage, MonthlyDonorPage, ThanksPage
from yhdessa.view.shell import Shell

if TYPE_CHECKING:
    from yhdessa.view.employer_words import EmployerCatalogue, EmployerTerms
    from yhdessa.view.partner_words import PartnerCatalogue, PartnerTerms

#: Why requests are refused: a form that cannot be read, one from another site, GET where forms are sent, too
#: many forms from one place, a fault of ours, an address where nothing is.
REFUSALS = ("unreadable", "elsewhere", "no_form", "wait", "failed", "not_found")

#: What is written of employers, or of partners, where none can sign up.
NOTHING = msgspec.Raw(b"null")


class Thanks(Struct, frozen=True):
    """One thing the thank-you page can say. `page.text` may hold `{amount}`."""

    shell: Shell
    page: ThanksPage


class Refusal(Struct, frozen=True):
    """Why a request is not answered: the heading, the document's title, the text."""

    heading: str
    title: str
    text: str


class MonthlyCatalogue(Struct, frozen=True):
    """What is said of monthly gifts: what the payment page calls them, and what is true of the first one."""

    product: str
    product_for_goal: str
    paid: Thanks
    delayed: Thanks


class MonthlyDonorCatalogue(Struct, frozen=True):
    """What is said to those who give monthly and ask for a link to their gift: the form at `href`, and the
    pages of what comes of it. The texts of `sent` and `expired` hold `{minutes}`.
    """

    words: MonthlyDonorWords
    shell: Shell
    page: MonthlyDonorPage
    href: str
    sent: Thanks
    expired: Thanks
    invalid: Thanks
    ended: Thanks
    unavailable: Thanks


class LetterText(Struct, frozen=True):
    """One letter: subject and text with their places, as `{minutes}`, and `parts` that go into these."""

    subject: str
    text: str
    parts: dict[str, str] = {}


class LetterSender(Struct, frozen=True):
    """Who writes: the organisation's name in the reader's language, and its general address."""

    name: str
    address: str


class LanguageCatalogue(Struct, frozen=True, dict=True):
    """What the functions say in one language.

    `paid`, `delayed`, `unpaid` and `unknown` are what is true of a gift; `unavailable` is said when Stripe
    cannot be reached. `refused` is what stands around every one of `refusals`, which are by the names of
    `REFUSALS`; `monthly` and `monthly_donor` are None where no monthly gifts are taken. `letters` are by
    their ids, and `sender` writes them. Addresses begin with `/`, or with the site's path.
    """

    words: DonationWords
    donate: Shell
    donate_page: DonatePage
    cancelled_href: str
    product: str
    product_for_goal: str
    paid: Thanks
    delayed: Thanks
    unpaid: Thanks
    unknown: Thanks
    unavailable: Thanks
    error_prefix: str
    refused: Thanks
    refusals: dict[str, Refusal]
    sender: LetterSender
    letters: dict[str, LetterText] = {}
    monthly: MonthlyCatalogue | None = None
    monthly_donor: MonthlyDonorCatalogue | None = None
    employer_json: msgspec.Raw = NOTHING
    partner_json: msgspec.Raw = NOTHING

    @cached_property
    def employer(self) -> EmployerCatalogue | None:
        """What is said to employers, read once, when the first comes: givers are not to wait for it."""
        from yhdessa.view.employer_words import EmployerCatalogue

        return msgspec.json.decode(self.employer_json, type=EmployerCatalogue | None)

    @cached_property
    def partner(self) -> PartnerCatalogue | None:
        """What is said to partners, and of them to staff, read as `employer` is."""
        from yhdessa.view.partner_words import PartnerCatalogue

        return msgspec.json.decode(self.partner_json, type=PartnerCatalogue | None)


class Catalogue(Struct, frozen=True, dict=True):
    """The offer, the languages (the first is the default) and the icons that the templates set in.

    `employers` is None where none can sign up, and so is `employer` of each language; and so with partners.
    """

    offer: DonationOffer
    languages: dict[str, LanguageCatalogue]
    icons: dict[str, str]
    employers_json: msgspec.Raw = NOTHING
    partners_json: msgspec.Raw = NOTHING

    @cached_property
    def employers(self) -> EmployerTerms | None:
        """What holds for employers, read as `employer` of each language is."""
        from yhdessa.view.employer_words import EmployerTerms

        return msgspec.json.decode(self.employers_json, type=EmployerTerms | None)

    @cached_property
    def partners(self) -> PartnerTerms | None:
        """What holds for partners, read as `partner` of each language is."""
        from yhdessa.view.partner_words import PartnerTerms

        return msgspec.json.decode(self.partners_json, type=PartnerTerms | None)

    def nearest(self, language: str) -> LanguageCatalogue:
        """The catalogue of `language` (`sv`, `sv-FI`), or of the site's first when it is none of its own."""
        spoken = language.partition("-")[0].lower()
        return self.languages.get(spoken) or next(iter(self.languages.values()))


def load_catalogue(path: Path) -> Catalogue:
    """The catalogue that a build wrote to `path`. Raises OSError and msgspec.ValidationError."""
    return parse_catalogue(path.read_bytes())


def parse_catalogue(written: bytes) -> Catalogue:
    """The catalogue in JSON. Raises msgspec.ValidationError."""
    return msgspec.json.decode(written, type=Catalogue)


def raw_json(part: Struct | None) -> msgspec.Raw:
    """A part that is read later; a foreign text in it is kept as its words alone."""
    return msgspec.Raw(msgspec.json.encode(part, enc_hook=str))


def write_catalogue(catalogue: Catalogue, path: Path) -> None:
    """Write `catalogue` to `path` in one step, so that no reader sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".fresh")
    # A foreign text, as the name of a page that waits for its translation, is kept as its words alone.
    fresh.write_bytes(msgspec.json.encode(catalogue, enc_hook=str))
    fresh.replace(path)
