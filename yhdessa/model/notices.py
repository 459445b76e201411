"""Notices: what staff are told of gifts, by mail, and where to. No giver's name is in any of them."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from yhdessa.l10n.plural import NotPlural, check_plural, plural_categories
from yhdessa.model.document import Document
from yhdessa.model.fields import Email, Line, Record, Sum, Text, placeholders
from yhdessa.model.problem import Problem

#: Two months: by then Stripe has reminded the company, and staff have heard of it.
REMOVAL_AFTER = 60


class Notices(Record):
    """content/facts/notices.yml"""

    to: Email = Field(description="The role address that gets them.", examples=["gifts@example.org"])
    large_gift: Sum = Field(description="From which sum on a gift is told of.", examples=["1 000 EUR"])
    removal_after: int = Field(
        default=REMOVAL_AFTER,
        description="How many days after its day an unpaid invoice makes a partner's file one to remove.",
        examples=[REMOVAL_AFTER],
        ge=14,
        le=400,
    )


class NoticesWords(Record):
    """content/<language>/notices.yml"""

    subject: Line = Field(
        description="The mail's subject; one form for each plural, with a | between; {n} counts.",
        examples=["{n} händelse bland gåvorna|{n} händelser bland gåvorna"],
        json_schema_extra=placeholders("n"),
    )
    intro: Text = Field(description="The text over the list.")
    dispute: Line = Field(
        description="A payer disputes a gift; {amount}, {goal}, {date} and {id} stand for what it is.",
        json_schema_extra=placeholders("amount", "goal", "date", "id"),
    )
    overdue: Line = Field(
        description="An invoice is not paid; {amount} is owed since {date}, its id is {id}.",
        json_schema_extra=placeholders("amount", "date", "id"),
    )
    refund: Line = Field(
        description="Money went back; {amount}, {goal}, {date} and {id} stand for what it is.",
        json_schema_extra=placeholders("amount", "goal", "date", "id"),
    )
    large_gift: Line = Field(
        description="A large gift; {amount}, {goal}, {date} and {id} stand for what it is.",
        json_schema_extra=placeholders("amount", "goal", "date", "id"),
    )
    first_gift: Line = Field(
        description="A goal's first gift; {amount}, {goal}, {date} and {id} stand for what it is.",
        json_schema_extra=placeholders("amount", "goal", "date", "id"),
    )
    partner_paid: Line = Field(
        description="A partner has paid its year; {company}, {tier}, {amount} without VAT, {date}, {id}.",
        json_schema_extra=placeholders("company", "tier", "amount", "date", "id"),
    )
    partner_overdue: Line = Field(
        description="A partner's invoice is late; {amount} is owed since {date}; {company}, {tier}, {id}.",
        json_schema_extra=placeholders("company", "tier", "amount", "date", "id"),
    )
    partner_cancelled: Line = Field(
        description="A partnership has ended; {company}, {tier} and Stripe's {id} of the company.",
        json_schema_extra=placeholders("company", "tier", "id"),
    )
    partner_removal: Line = Field(
        description="A partner's file is proposed for removal; {company}, {file} and Stripe's {id}.",
        json_schema_extra=placeholders("company", "file", "id"),
    )
    more: Line = Field(
        description="What is said of those that the mail has no room for; plurals with a |; {n} counts.",
        json_schema_extra=placeholders("n"),
    )
    outro: Text = Field(description="The text under the list.")


def check_notices(document: Document, notices: Notices, currency: str) -> Iterator[Problem]:
    """A limit in another currency than the organisation's."""
    if notices.large_gift.currency != currency:
        message = f"is in {notices.large_gift.currency}, and the organisation takes {currency}"
        yield Problem(document.file, document.line(("large_gift",)), "large_gift", message)


def check_notices_words(document: Document, words: NoticesWords, language: str) -> Iterator[Problem]:
    """Counting texts that have too few forms, or too many."""
    for name in ("subject", "more"):
        try:
            check_plural(getattr(words, name), language)
        except NotPlural:
            categories = plural_categories(language)
            message = f"should have {len(categories)} forms, with a | between"
            remedy = f"for {', '.join(categories)}, in this order"
            yield Problem(document.file, document.line((name,)), name, message, remedy)
