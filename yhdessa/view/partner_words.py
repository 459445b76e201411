"""What the functions know of partners: the words of their pages in one language, by content's names, and what
holds in every one. Kept as a part of the catalogue that is read when a partner or somebody of staff comes.
"""

from __future__ import annotations

from msgspec import Struct

from yhdessa.forms.partner_offer import PartnerOffer, PartnerSignUpWords, PartnerTier, TierWords
from yhdessa.view.company import SignUpPage
from yhdessa.view.shell import Link, Shell


class PartnerDoorWords(Struct, frozen=True):
    """What is said to a company after signing up: the same to one that is known and to a new one."""

    sent_title: str
    sent: str
    mail_title: str
    mail: str
    unavailable_title: str
    unavailable: str


class PartnerDeskWords(Struct, frozen=True):
    """What is said to staff where a link from our mail opens: what a company asks, and what to decide.

    `leads` are by the state of a partnership, `steps` by the step of an approval.
    """

    over: str
    leads: dict[str, str]
    tier: str
    goal: str
    business_id: str
    contact: str
    billing: str
    address: str
    reference: str
    einvoice: str
    language: str
    website: str
    message: str
    signed_up: str
    decided: str
    reason: str
    approve_title: str
    approve_text: str
    approve_button: str
    decline_title: str
    decline_text: str
    decline_reason: str
    decline_hint: str
    decline_missing: str
    decline_long: str
    decline_button: str
    approved: str
    approved_before: str
    declined: str
    declined_before: str
    no_letter: str
    letter_again: str
    cannot_decline: str
    ended: str
    not_offered: str
    failed: str
    steps: dict[str, str]
    invalid_title: str
    invalid: str
    expired_title: str
    expired: str
    unavailable_title: str
    unavailable: str


class PartnerInvoiceWords(Struct, frozen=True):
    """What stands on a partner's invoices, in its language; `product` holds `{tier}`, `price_vat` holds
    `{price}` and `{percent}`, `price_gift` holds `{price}`.
    """

    product: str
    vat: str
    reference: str
    einvoice: str
    business_id: str
    price_vat: str
    price_gift: str


class PartnerWords(Struct, frozen=True):
    """All of it; `vat_notes` explain a rate of VAT by their ids, on the page and on invoices."""

    sign_up: PartnerSignUpWords
    door: PartnerDoorWords
    desk: PartnerDeskWords
    invoice: PartnerInvoiceWords
    vat_notes: dict[str, str]


class PartnerTerms(Struct, frozen=True):
    """What is the same for partners in every language: what may be asked, the tiers by their ids (the most
    visible first), the days to pay an invoice, the days that a link to staff works, and staff's address.
    Days are those of `time_zone`.
    """

    offer: PartnerOffer
    tiers: dict[str, PartnerTier]
    days_until_due: int
    link_days: int
    staff: str
    time_zone: str


class PartnerCatalogue(Struct, frozen=True):
    """What is said to partners, and of them to staff: the `page` that shows the form again, the `shell`
    around it and around all others, the ways on from what is said, and the tiers by their ids.
    """

    words: PartnerWords
    shell: Shell
    page: SignUpPage
    next_title: str
    next: tuple[Link, ...]
    tiers: dict[str, TierWords]
