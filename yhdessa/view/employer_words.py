"""What the functions know of employers: the words of their pages in one language, by content's names, and
what holds in every one. Kept as a part of the catalogue that is read when an employer comes.
"""

from __future__ import annotations

from msgspec import Struct

from yhdessa.forms.employer_offer import EmployerOffer, SignUpWords
from yhdessa.view.company import SignUpPage
from yhdessa.view.shell import Link, Shell


class DoorWords(Struct, frozen=True):
    """What is said where a link from our mail opens, and after signing up."""

    sent_title: str
    sent: str
    mail_title: str
    mail: str
    open_title: str
    open: str
    open_button: str
    expired_title: str
    expired: str
    expired_button: str
    renewed_title: str
    renewed: str
    invalid_title: str
    invalid: str
    unavailable_title: str
    unavailable: str


class DeskWords(Struct, frozen=True):
    """The workplace's own page."""

    over: str
    leads: dict[str, str]
    business_id: str
    billing: str
    contacts: str
    goal: str
    matching: str
    matching_none: str
    matching_share: str
    matching_capped: str
    remit_title: str
    remit_text: str
    rests: str
    tool: str
    invoices_title: str
    invoices_none: str
    month: str
    sum: str
    participants: str
    state: str
    invoice_states: dict[str, str]
    correction: str
    invoice_link: str
    pledge_title: str
    pledge_text: str
    pledge_link: str
    matching_title: str
    matching_text: str
    matching_button: str
    contact_title: str
    contact_text: str
    contact_button: str
    contact_full: str
    links_title: str
    links_text: str
    links_button: str
    pause_title: str
    pause_text: str
    pause_button: str
    resume_title: str
    resume_text: str
    resume_button: str
    leave_title: str
    leave_text: str
    leave_button: str
    done: dict[str, str]


class RemitWords(Struct, frozen=True):
    """The form of a month's remittance, and what is wrong with a file."""

    month: str
    month_missing: str
    file: str
    file_hint: str
    pasted: str
    pasted_hint: str
    missing: str
    both: str
    button: str
    after_button: str
    refused: str
    problems_title: str
    problems_text: str
    line: str
    problem: str
    numbered: str
    whole: str
    more: str


class PreviewWords(Struct, frozen=True):
    """What is shown before an invoice is made."""

    title: str
    text: str
    participants: str
    gifts: str
    matching: str
    total: str
    goal: str
    billing: str
    reference: str
    replaces: str
    begun: str
    same: str
    button: str
    after_button: str
    back: str
    closed: str
    taken: str
    too_old: str
    other_currency: str


class InvoiceWords(Struct, frozen=True):
    """What stands on an invoice, in the employer's language."""

    description: str
    gifts: str
    matching: str
    reference: str
    einvoice: str
    business_id: str


class PledgeWords(Struct, frozen=True):
    """The form that employees fill in and give to the payroll office."""

    title: str
    lead: str
    how: str
    name: str
    number: str
    choice: str
    fixed: str
    permille: str
    goal: str
    consent_title: str
    consent: str
    withdraw: str
    privacy: str
    place: str
    signature: str


class EmployerWords(Struct, frozen=True):
    """All of it."""

    sign_up: SignUpWords
    door: DoorWords
    desk: DeskWords
    remit: RemitWords
    preview: PreviewWords
    invoice: InvoiceWords
    pledge: PledgeWords


class EmployerTerms(Struct, frozen=True):
    """What is the same for employers in every language. Months are those of `time_zone`."""

    offer: EmployerOffer
    days_until_due: int
    link_days: int
    months_back: int
    time_zone: str


class EmployerCatalogue(Struct, frozen=True):
    """What is said to employers: the `page` of signing up and the `shell` around it and around all others,
    the ways on from what is said, the tool that makes a file, and what is wrong in a file by its code.
    """

    words: EmployerWords
    shell: Shell
    page: SignUpPage
    next_title: str
    next: tuple[Link, ...]
    tool: Link
    problems: dict[str, str]
