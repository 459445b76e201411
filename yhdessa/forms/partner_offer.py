"""What a partner that signs up may be asked and may answer: the offer, the words, what an answer means."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from yhdessa.forms.company_offer import CompanyWords, Contact
from yhdessa.forms.offer import DonationWords
from yhdessa.l10n.money import Money


class BillingAddress(Struct, frozen=True):
    """Where invoices are addressed to; the country is the company's."""

    line: str
    postal_code: str
    city: str


class PartnerSignUp(Struct, frozen=True):
    """A valid answer; `business_id` is normalised, `goal` None for the work as a whole.

    `tier` is the id of a tier of content's, one that the goal offers; `language` one of the site's.
    """

    tier: str
    goal: str | None
    company: str
    country: str
    business_id: str
    contact: Contact
    billing_email: str
    address: BillingAddress
    language: str
    purchase_reference: str = ""
    einvoice: str = ""
    website: str = ""
    message: str = ""


class Vat(Struct, frozen=True):
    """What is added to a price in one country: per cent, and the id of the note that explains it, if any."""

    percent: Decimal
    note: str = ""


class PartnerTier(Struct, frozen=True):
    """A tier: its price a year without VAT, what it is (`sponsorship` or `gift`), and its VAT by the country
    of the company; a gift has none.
    """

    yearly: Money
    kind: str
    vat: dict[str, Vat]


class PartnerOffer(Struct, frozen=True):
    """What may be answered: countries by their codes, languages and tiers by their ids, the tiers of each
    goal (the goals in order) and those of the work as a whole.
    """

    countries: tuple[str, ...]
    languages: tuple[str, ...]
    goals: dict[str, tuple[str, ...]]
    whole: tuple[str, ...]


class TierWords(Struct, frozen=True):
    """A tier in one language: its name, and its price with what is added to it, or that it is a gift."""

    name: str
    price: str


class PartnerSignUpWords(CompanyWords, frozen=True):
    """How a partner is asked in one language, and what is said of a wrong answer.

    `tier_elsewhere` holds `{tier}`, `{goal}` and `{tiers}`, `message_hint` holds `{longest}`.
    """

    tier: str
    tier_missing: str
    tier_elsewhere: str
    goal_missing: str
    whole: str
    website: str
    website_hint: str
    website_wrong: str
    address_line: str
    address_line_missing: str
    postal_code: str
    postal_code_missing: str
    postal_code_wrong: str
    city: str
    city_missing: str
    message: str
    message_hint: str


class PartnerAsking(Struct, frozen=True):
    """What the form is made of: the offer, its own words, those of the tiers, and those that it shares with
    the gifts'.
    """

    offer: PartnerOffer
    words: PartnerSignUpWords
    tiers: dict[str, TierWords]
    shared: DonationWords
