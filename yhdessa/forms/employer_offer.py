"""What an employer may be asked and may answer: the offer, the words, and what an answer means."""

from __future__ import annotations

from msgspec import Struct

from yhdessa.forms.offer import DonationWords


class Contact(Struct, frozen=True):
    """Whom we write to about payroll giving."""

    name: str
    email: str


class Matching(Struct, frozen=True):
    """What an employer adds: per cent of the gifts, at most `cap` minor units a month if there is a cap."""

    percent: int = 0
    cap: int | None = None


class EmployerOffer(Struct, frozen=True):
    """What may be answered: countries by their codes, goals and languages by their ids; per cent at most."""

    currency: str
    countries: tuple[str, ...]
    goals: tuple[str, ...]
    languages: tuple[str, ...]
    largest_matching: int


class SignUpWords(Struct, frozen=True):
    """How it is asked in one language, and what is said of a wrong answer.

    `too_long` holds `{longest}`, `matching_hint` and `matching_wrong` hold `{largest}`, `cap_wrong` an
    `{example}`.
    """

    company: str
    company_missing: str
    country: str
    countries: dict[str, str]
    country_missing: str
    business_id: str
    business_id_hint: str
    business_id_missing: str
    business_id_wrong: str
    business_id_personal: str
    contact_name: str
    contact_name_missing: str
    contact_email: str
    contact_email_hint: str
    contact_email_missing: str
    billing_email: str
    billing_email_hint: str
    billing_email_missing: str
    email_wrong: str
    too_long: str
    language: str
    language_missing: str
    goal: str
    more: str
    purchase_reference: str
    purchase_reference_hint: str
    einvoice: str
    einvoice_hint: str
    matching: str
    matching_hint: str
    matching_wrong: str
    cap: str
    cap_hint: str
    cap_wrong: str
    cap_alone: str
    button: str
    after_button: str


class SignUp(Struct, frozen=True):
    """A valid answer; `business_id` is normalised, `goal` None where it is needed most."""

    company: str
    country: str
    business_id: str
    contact: Contact
    billing_email: str
    language: str
    goal: str | None
    matching: Matching = Matching()
    purchase_reference: str = ""
    einvoice: str = ""


class FormErrors(Struct, frozen=True):
    """What is wrong with an answer: messages in its language, by field."""

    messages: dict[str, str]


class Asking(Struct, frozen=True):
    """What every form here is made of: the offer, its own words, and those that it shares with the gifts'."""

    offer: EmployerOffer
    words: SignUpWords
    shared: DonationWords
