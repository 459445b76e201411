"""What every company is asked that signs up, as an employer or as a partner."""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Line, Record, Text, placeholders


class CompanyWords(Record):
    """The part of the form that is the same for all companies."""

    company: Line = Field(description="The question about the company's name.")
    company_missing: Line = Field(description="What is said when it is missing.")
    country: Line = Field(description="The question about the country.")
    countries: dict[str, Line] = Field(description="The countries' names by their codes.")
    country_missing: Line = Field(description="What is said when none is chosen.")
    business_id: Line = Field(description="The question about the business id.")
    business_id_hint: Line = Field(description="How it looks in each country.")
    business_id_missing: Line = Field(description="What is said when it is missing.")
    business_id_wrong: Line = Field(description="What is said of one that is none.")
    business_id_personal: Text = Field(description="What is said of a person’s number.")
    contact_name: Line = Field(description="The question about the contact's name.")
    contact_name_missing: Line = Field(description="What is said when it is missing.")
    contact_email: Line = Field(description="The question about the contact's address.")
    contact_email_hint: Line = Field(description="What is sent there.")
    contact_email_missing: Line = Field(description="What is said when it is missing.")
    billing_email: Line = Field(description="The question about the address for invoices.")
    billing_email_hint: Line = Field(description="What is sent there.")
    billing_email_missing: Line = Field(description="What is said when it is missing.")
    email_wrong: Line = Field(description="What is said of an address that is none.")
    too_long: Line = Field(
        description="What is said of an answer that is too long; {longest} stands for the most letters.",
        json_schema_extra=placeholders("longest"),
    )
    language: Line = Field(description="The question about the language of mail and invoices.")
    language_missing: Line = Field(description="What is said when none is chosen.")
    goal: Line = Field(description="The question about the goal.")
    more: Line = Field(description="The line over the fields that few need.")
    purchase_reference: Line = Field(description="The question about the buyer's purchase reference.")
    purchase_reference_hint: Line = Field(description="Where it is shown.")
    einvoice: Line = Field(description="The question about the address for e-invoices.")
    einvoice_hint: Text = Field(description="What we do with it, honestly.")
    button: Line = Field(description="The button.")
    after_button: Text = Field(description="What follows.")
