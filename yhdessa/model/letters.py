"""Letters: what the functions write to people by mail, in the language that each of them chose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field

from yhdessa.model.document import Document
from yhdessa.model.fields import Line, Record, Text, placeholders
from yhdessa.model.problem import Problem


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


class LettersWords(Record):
    """content/<language>/letters.yml: every letter by its id; one that a site never sends may be left out."""

    monthly_donor: MonthlyDonorLetter | None = Field(
        default=None, description="The link to change or end a monthly gift."
    )
    employer: EmployerLetter | None = Field(default=None, description="The link to an employer's own page.")

    def named(self) -> dict[str, LetterWords]:
        """The letters that there are, by their ids."""
        letters = {name: getattr(self, name) for name in type(self).model_fields}
        return {name: letter for name, letter in letters.items() if letter is not None}


def check_letters(document: Document, letters: LettersWords, *, monthly: bool) -> Iterator[Problem]:
    """A letter without a place that it is sent for, as its link; or none where gifts are `monthly`."""
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
