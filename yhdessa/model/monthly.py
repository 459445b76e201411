"""Monthly gifts: their limits, and how they are asked for and thanked for. The sums are all gifts'."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from yhdessa.l10n.money import format_money
from yhdessa.model.document import Document
from yhdessa.model.fields import Line, Record, Sum, Text, placeholders
from yhdessa.model.giving import Giving
from yhdessa.model.problem import Problem


class Monthly(Record):
    """content/facts/monthly.yml"""

    minimum: Sum = Field(description="The smallest monthly gift taken.", examples=["5 EUR"])
    maximum: Sum = Field(description="The largest monthly gift taken.", examples=["1 000 EUR"])


class SelfServiceWords(Record):
    """How somebody who gives every month gets a link to change or end the gift."""

    already: Line = Field(description="The question on the donation page to those who give already.")
    manage: Line = Field(description="The link under it, to the page where the link is asked for.")
    email: Line = Field(description="The label of the field for the address.")
    email_hint: Text = Field(description="Which address it should be.")
    email_missing: Line = Field(description="What is said when none is written.")
    button: Line = Field(description="The button.", examples=["Skicka länken"])
    after_button: Text = Field(description="What the address is used for.")
    how_title: Line = Field(description="The heading over what happens then.")
    how: list[Text] = Field(description="What happens then, a step each.", min_length=1)
    sent_title: Line = Field(description="The heading after the form: the same for every address.")
    sent: Text = Field(
        description="Its text, true for every address; {minutes} stands for how long a link works.",
        json_schema_extra=placeholders("minutes"),
    )
    expired_title: Line = Field(description="The heading when a link is too old.")
    expired: Text = Field(
        description="Its text; {minutes} stands for how long a link works.",
        json_schema_extra=placeholders("minutes"),
    )
    invalid_title: Line = Field(description="The heading when a link is none of ours.")
    invalid: Text = Field(description="Its text.")
    ended_title: Line = Field(description="The heading when the gift behind a link has ended.")
    ended: Text = Field(description="Its text.")
    unavailable_title: Line = Field(description="The heading when Stripe or the mail cannot be reached.")
    unavailable: Text = Field(description="Its text; it says nothing of whether the address is known.")
    again: Line = Field(description="The link to the form, for a new link.")


class MonthlyGiftWords(Record):
    """content/<language>/monthly.yml"""

    question: Line = Field(description="The question about the rhythm.", examples=["Hur ofta vill du ge?"])
    once: Line = Field(description="The choice of a single gift.", examples=["En gång"])
    monthly: Line = Field(description="The choice of a monthly gift.", examples=["Varje månad"])
    monthly_hint: Text = Field(
        description="What that choice means, and the limits; {minimum} and {maximum} stand for them.",
        json_schema_extra=placeholders("minimum", "maximum"),
    )
    unknown: Line = Field(description="What is said when neither is chosen.")
    too_small: Line = Field(
        description="A monthly gift is too small; {minimum} stands for the limit.",
        json_schema_extra=placeholders("minimum"),
    )
    too_large: Line = Field(
        description="A monthly gift is too large; {maximum} stands for the limit.",
        json_schema_extra=placeholders("maximum"),
    )
    button_amount: Line = Field(
        description="What the button says when a sum is chosen; {amount} stands for it.",
        examples=["Fortsätt till betalningen: {amount} i månaden"],
        json_schema_extra=placeholders("amount"),
    )
    product: Line = Field(description="What the payment page calls the gift.", examples=["Månadsgåva"])
    product_for_goal: Line = Field(
        description="The same for a goal; {goal} stands for its name.", json_schema_extra=placeholders("goal")
    )
    paid_title: Line = Field(description="The thank-you page's heading when the first gift is paid.")
    paid: Text = Field(
        description="Its text; {amount} stands for the sum.", json_schema_extra=placeholders("amount")
    )
    delayed: Text = Field(
        description="The text while a bank still confirms the first gift; {amount} stands for the sum.",
        json_schema_extra=placeholders("amount"),
    )
    self_service: SelfServiceWords = Field(description="The page where a link to the gift is asked for.")


def check_monthly(document: Document, monthly: Monthly, giving: Giving, currency: str) -> Iterator[Problem]:
    """Limits in another currency, the wrong way round, or with a sum that the form offers outside them."""
    limits = {"minimum": monthly.minimum, "maximum": monthly.maximum}
    strange = [name for name, limit in limits.items() if limit.currency != currency]
    for name in strange:
        message = f"is in {limits[name].currency}, and the organisation takes {currency}"
        yield Problem(document.file, document.line((name,)), name, message)
    # What cannot be given once is refused elsewhere; sums of several currencies too, and are never compared.
    sound = {giving.minimum.currency, giving.maximum.currency, *(one.currency for one in giving.presets)}
    if strange or sound != {currency}:
        return
    offered = [money for money in giving.presets if giving.minimum <= money <= giving.maximum]
    outside = [one for one in offered if not monthly.minimum <= one <= monthly.maximum]
    if outside:
        name = "minimum" if outside[0] < monthly.minimum else "maximum"
        message = f"leaves out {format_money(outside[0], 'en')}, which the form offers"
        remedy = "the same sums are offered for both rhythms: see `presets` in content/facts/giving.yml"
        yield Problem(document.file, document.line((name,)), name, message, remedy)
