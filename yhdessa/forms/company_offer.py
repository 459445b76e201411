"""What every company is asked that signs up, as an employer or as a partner: the words, and who answers."""

from __future__ import annotations

from msgspec import Struct


class Contact(Struct, frozen=True):
    """Whom we write to."""

    name: str
    email: str


class FormErrors(Struct, frozen=True):
    """What is wrong with an answer: messages in its language, by field."""

    messages: dict[str, str]


class CompanyWords(Struct, frozen=True):
    """How a company is asked who it is, in one language, and what is said of a wrong answer.

    `too_long` holds `{longest}`.
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
    button: str
    after_button: str
