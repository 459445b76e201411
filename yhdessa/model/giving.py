"""Giving: what may be given, and the permit to ask for it."""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Day, Line, Record, Sum, Text, placeholders


class Permit(Record):
    """The permission to collect money from the public."""

    number: Line = Field(description="Its number.", examples=["RA/2026/000"])
    valid_from: Day = Field(description="Its first day.", examples=["2026-01-01"])
    valid_to: Day | None = Field(
        default=None, description="Its last day, if it has one.", examples=["2030-12-31"]
    )
    example: bool = Field(default=False, description="true when the permit is invented.", examples=["true"])


class Giving(Record):
    """content/facts/giving.yml"""

    presets: list[Sum] = Field(
        description="The sums offered first.", examples=[["20 EUR", "50 EUR"]], min_length=1
    )
    preselected: Sum | None = Field(
        default=None, description="The one chosen beforehand, if any.", examples=["50 EUR"]
    )
    minimum: Sum = Field(description="The smallest gift taken.", examples=["5 EUR"])
    maximum: Sum = Field(description="The largest gift taken by card.", examples=["10 000 EUR"])
    permit: Permit = Field(description="The permission to collect.")


class GivingWords(Record):
    """content/<language>/giving.yml"""

    lead: Text = Field(description="The paragraph over the form.")
    amount: Line = Field(description="The question about the sum.", examples=["Hur mycket vill du ge?"])
    other_amount: Line = Field(description="The choice of another sum.", examples=["Annan summa"])
    other_amount_hint: Line = Field(
        description="When it is written, and the limits; {minimum} and {maximum} stand for them.",
        json_schema_extra=placeholders("minimum", "maximum"),
    )
    written_amount: Line = Field(
        description="The label of the field in which it is written.", examples=["Summa i euro"]
    )
    goal: Line = Field(
        description="The question about the purpose.", examples=["Vad ska gåvan användas till?"]
    )
    anywhere: Line = Field(description="The choice of no goal.", examples=["Där den behövs mest"])
    anywhere_hint: Line = Field(description="What that choice means.")
    button: Line = Field(
        description="The button: it says what follows.", examples=["Fortsätt till betalningen"]
    )
    after_button: Text = Field(description="What happens next, under the button.")
    button_amount: Line = Field(
        description="What the button says when a sum is chosen; {amount} stands for it.",
        examples=["Fortsätt till betalningen: {amount}"],
        json_schema_extra=placeholders("amount"),
    )
    email: Line = Field(description="The label of the field for the address that gets the receipt.")
    email_hint: Text = Field(description="What becomes of the address, and what if there is none.")
    email_wrong: Line = Field(description="What is said of an address that is none.")
    product: Line = Field(description="What the payment page calls the gift.", examples=["Gåva"])
    product_for_goal: Line = Field(
        description="The same for a goal; {goal} stands for its name.", json_schema_extra=placeholders("goal")
    )
    permit: Text = Field(
        description="Who granted it and where it holds; with {number}, {valid_from} and {valid_to}.",
        json_schema_extra=placeholders("number", "valid_from", "valid_to"),
    )
    permit_example: Line = Field(description="What is added while the permit is an example.")
    use_title: Line = Field(description="The heading over how the money is used.")
    use: list[Text] = Field(description="How the money is used, a paragraph each.", min_length=1)
    paid_title: Line = Field(description="The thank-you page's heading when the gift is paid.")
    paid: Text = Field(
        description="Its text; {amount} stands for the sum.", json_schema_extra=placeholders("amount")
    )
    delayed_title: Line = Field(description="The heading while a bank still confirms the payment.")
    delayed: Text = Field(
        description="Its text; {amount} stands for the sum.", json_schema_extra=placeholders("amount")
    )
    unknown_title: Line = Field(description="The heading when we do not know the payment.")
    unknown: Text = Field(description="Its text.")
    unpaid_title: Line = Field(description="The heading when nothing was paid.")
    unpaid: Text = Field(description="Its text.")
    next_title: Line = Field(description="The heading over what to do next.")
    again: Line = Field(
        description="The link back to the form, after a payment that was cancelled.", examples=["Försök igen"]
    )
    unavailable_title: Line = Field(description="The heading when payments cannot be taken just now.")
    unavailable: Text = Field(description="Its text.")
    leave_empty: Line = Field(
        description="The label of a field that only robots see and fill in.",
        examples=["Lämna det här fältet tomt"],
    )
    unreadable_title: Line = Field(description="The heading when a form came in no shape that can be read.")
    unreadable: Text = Field(description="Its text.")
    elsewhere_title: Line = Field(description="The heading when a form was sent from another site.")
    elsewhere: Text = Field(description="Its text.")
    no_form_title: Line = Field(description="The heading where forms are sent and nothing is to be read.")
    no_form: Text = Field(description="Its text.")
    wait_title: Line = Field(description="The heading when too many forms come from one place.")
    wait: Text = Field(description="Its text; true for whoever reads it, who may have paid just now.")
    failed_title: Line = Field(description="The heading when something of ours has broken.")
    failed: Text = Field(description="Its text; true for whoever reads it.")
