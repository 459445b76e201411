"""What an employer may be asked and may answer: the offer, the words, and what an answer means."""

from __future__ import annotations

from msgspec import Struct

from yhdessa.forms.company_offer import CompanyWords, Contact
from yhdessa.forms.offer import DonationWords


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


class SignUpWords(CompanyWords, frozen=True):
    """How it is asked in one language, and what is said of a wrong answer.

    `matching_hint` and `matching_wrong` hold `{largest}`, `cap_wrong` an `{example}`.
    """

    matching: str
    matching_hint: str
    matching_wrong: str
    cap: str
    cap_hint: str
    cap_wrong: str
    cap_alone: str


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


class Asking(Struct, frozen=True):
    """What every form here is made of: the offer, its own words, and those that it shares with the gifts'."""

    offer: EmployerOffer
    words: SignUpWords
    shared: DonationWords
