"""Letters: what the functions write to people by mail, in the language that each of them chose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field

from yhdessa.model.document import Document
from yhdessa.model.fields import Line, Record, Text, placeholders
from yhdessa.model.problem import Problem

#: The letters that a site needs where companies sign up as partners.
OF_PARTNERS = ("partner_staff", "partner_received", "partner_known", "partner_approved", "partner_declined")


class LetterWords(Record):
    """One letter: plain text, an empty line between two paragraphs."""

    subject: Line = Field(description="The mail's subject.", examples=["Länken till din månadsgåva"])


class MonthlyDonorLetter(LetterWords):
    """To a monthly donor who has asked for a link to change or end the gift."""

    text: Text = Field(
        description="The letter; {gifts} stands for each gift and its link, {minutes} for how long it works.",
        json_schema_extra=placeholders("gifts", "minutes"),
    )
    gift: Line = Field(
        description="One gift in the list; {amount} and {goal} stand for what it is.",
        json_schema_extra=placeholders("amount", "goal"),
    )
    gift_anywhere: Line = Field(
        description="The same for a gift to no goal; {amount} stands for the sum.",
        json_schema_extra=placeholders("amount"),
    )


class EmployerLetter(LetterWords):
    """To a contact of an employer: the link to the workplace's own page."""

    text: Text = Field(
        description="The letter; {company}, {link} and {days} (how long it works) stand for what they are.",
        json_schema_extra=placeholders("company", "link", "days"),
    )


class PartnerStaffLetter(LetterWords):
    """To staff, when a company has signed up as a partner: what it asks, and a link to decide by."""

    subject: Line = Field(
        description="The mail's subject; {company} stands for the company's name.",
        json_schema_extra=placeholders("company"),
    )
    text: Text = Field(
        description="The letter; {details} stands for what was asked, {link} and {days} for the link and how "
        "long it works.",
        json_schema_extra=placeholders("details", "link", "days"),
    )


class PartnerLetter(LetterWords):
    """To a company that has signed up as a partner: that it has, or that it is one already."""

    text: Text = Field(
        description="The letter; {details} stands for what was asked.",
        json_schema_extra=placeholders("details"),
    )


class PartnerApprovedLetter(LetterWords):
    """To a company that is a partner now."""

    text: Text = Field(
        description="The letter; {details} stands for what was agreed, {billing} and {days} for where "
        "invoices go and how long the company has to pay.",
        json_schema_extra=placeholders("details", "billing", "days"),
    )


class PartnerDeclinedLetter(LetterWords):
    """To a company that does not become a partner."""

    text: Text = Field(
        description="The letter; {company} stands for its name, {reason} for why.",
        json_schema_extra=placeholders("company", "reason"),
    )


class LettersWords(Record):
    """content/<language>/letters.yml: every letter by its id; one that a site never sends may be left out."""

    monthly_donor: MonthlyDonorLetter | None = Field(
        default=None, description="The link to change or end a monthly gift."
    )
    employer: EmployerLetter | None = Field(default=None, description="The link to an employer's own page.")
    partner_staff: PartnerStaffLetter | None = Field(
        default=None, description="To staff: a company would be a partner."
    )
    partner_received: PartnerLetter | None = Field(
        default=None, description="To a company that has signed up as a partner."
    )
    partner_known: PartnerLetter | None = Field(
        default=None, description="To a company that has signed up and is a partner already."
    )
    partner_approved: PartnerApprovedLetter | None = Field(
        default=None, description="To a company that is a partner now."
    )
    partner_declined: PartnerDeclinedLetter | None = Field(
        default=None, description="To a company that does not become a partner."
    )

    def named(self) -> dict[str, LetterWords]:
        """The letters that there are, by their ids."""
        letters = {name: getattr(self, name) for name in type(self).model_fields}
        return {name: letter for name, letter in letters.items() if letter is not None}


def check_letters(
    document: Document, letters: LettersWords, *, monthly: bool, partners: bool
) -> Iterator[Problem]:
    """A letter without a place that it is sent for, as its link; or none where gifts are `monthly`, or where
    `partners` sign up.
    """
    for letter_id, letter in letters.named().items():
        for name, info in type(letter).model_fields.items():
            extra = info.json_schema_extra
            places = extra.get("placeholders", []) if isinstance(extra, dict) else []
            there = set(re.findall(r"\{([^}]*)\}", str(getattr(letter, name))))
            for place in places if isinstance(places, list) else []:
                if place not in there:
                    path = (letter_id, name)
                    yield Problem(
                        document.file, document.line(path), ".".join(path), f"should have {{{place}}} in it"
                    )
    if monthly and letters.monthly_donor is None:
        message, remedy = "is missing", "those who give monthly are sent a link to end their gift"
        yield Problem(document.file, 1, "monthly_donor", message, remedy)
    for letter_id in OF_PARTNERS if partners else ():
        if getattr(letters, letter_id) is None:
            remedy = "staff and companies are sent it when a company would be a partner"
            yield Problem(document.file, 1, letter_id, "is missing", remedy)
