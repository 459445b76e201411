"""What staff read of a company that wants to be a partner, and what its invoices say."""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Line, Record, Text, placeholders

#: How a partnership may stand, and the steps of an approval, by the names that the functions have for them.
STATES = ("pending", "declined", "approved", "paid", "overdue", "cancelled")
STEPS = ("customer", "tax", "product", "subscription", "decision")


class PartnerDeskWords(Record):
    """What staff read where a link opens by which they decide."""

    over: Line = Field(description="What stands over the company's name.")
    leads: dict[str, Line] = Field(
        description="How it stands, by pending, declined, approved, paid, overdue and cancelled."
    )
    tier: Line = Field(description="The label of the tier and its price.")
    goal: Line = Field(description="The label of the goal.")
    business_id: Line = Field(description="The label of the business id.")
    contact: Line = Field(description="The label of the contact.")
    billing: Line = Field(description="The label of the address that invoices are mailed to.")
    address: Line = Field(description="The label of the postal address.")
    reference: Line = Field(description="The label of the purchase reference.")
    einvoice: Line = Field(description="The label of the e-invoice address.")
    language: Line = Field(description="The label of the company's language.")
    website: Line = Field(description="The label of its web address.")
    message: Line = Field(description="The label of its message.")
    signed_up: Line = Field(description="The label of the day on which it signed up.")
    decided: Line = Field(description="The label of the day on which it was approved or declined.")
    reason: Line = Field(description="The label of the reason for which it was declined.")
    approve_title: Line = Field(description="The heading over the approval.")
    approve_text: Text = Field(
        description="What it does; {price} and {billing} stand for the price and the invoices' address.",
        json_schema_extra=placeholders("price", "billing"),
    )
    approve_button: Line = Field(description="Its button.")
    decline_title: Line = Field(description="The heading over the refusal.")
    decline_text: Text = Field(description="What it does.")
    decline_reason: Line = Field(description="The question why.")
    decline_hint: Line = Field(
        description="That the company reads it, in its {language}, and how long it may be ({longest}).",
        json_schema_extra=placeholders("language", "longest"),
    )
    decline_missing: Line = Field(description="What is said when there is no reason.")
    decline_long: Line = Field(
        description="What is said of one that is too long; {longest} stands for the most letters.",
        json_schema_extra=placeholders("longest"),
    )
    decline_button: Line = Field(description="Its button.")
    approved: Line = Field(description="What is said after an approval.")
    approved_before: Line = Field(
        description="That it was approved before; {date} stands for the day.",
        json_schema_extra=placeholders("date"),
    )
    declined: Line = Field(description="What is said after a refusal.")
    declined_before: Line = Field(
        description="That it was declined before; {date} stands for the day.",
        json_schema_extra=placeholders("date"),
    )
    no_letter: Line = Field(description="That the decision stands, and that the letter did not leave.")
    letter_again: Line = Field(description="The button that sends the letter.")
    cannot_decline: Line = Field(
        description="Why one that is approved cannot be declined, and how it is ended at Stripe."
    )
    ended: Line = Field(description="Why one that has ended cannot be approved.")
    not_offered: Line = Field(description="That the content knows no price for what was asked.")
    failed: Line = Field(
        description="That the approval stopped, and how it goes on; {step} stands for where it stopped.",
        json_schema_extra=placeholders("step"),
    )
    steps: dict[str, Line] = Field(
        description="The steps of an approval: customer, tax, product, subscription, decision."
    )
    invalid_title: Line = Field(description="The heading for a link that opens nothing.")
    invalid: Text = Field(description="Why that may be, and what to do.")
    expired_title: Line = Field(description="The heading for a link that is too old.")
    expired: Text = Field(
        description="How a decision is made all the same; {days} stands for how long a link works.",
        json_schema_extra=placeholders("days"),
    )
    unavailable_title: Line = Field(description="The heading when Stripe cannot be reached.")
    unavailable: Text = Field(description="That trying again is safe, and shows what stands.")


class PartnerInvoiceWords(Record):
    """What stands on a partner's invoices."""

    product: Line = Field(
        description="What is invoiced; {tier} stands for the tier.", json_schema_extra=placeholders("tier")
    )
    vat: Line = Field(description="What the tax is called.", examples=["ALV"])
    reference: Line = Field(description="The label of the purchase reference, 40 letters at most.")
    einvoice: Line = Field(description="The label of the e-invoice address, 40 letters at most.")
    business_id: Line = Field(description="The label of the business id, 40 letters at most.")
    price_vat: Line = Field(
        description="A year's price with its VAT; {price} and {percent} stand for them.",
        json_schema_extra=placeholders("price", "percent"),
    )
    price_gift: Line = Field(
        description="A year's price that nothing is added to; {price} stands for it.",
        json_schema_extra=placeholders("price"),
    )
