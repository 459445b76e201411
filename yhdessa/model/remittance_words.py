"""What is said to employers of a month's gifts: the form for employees, the remittance, the invoice."""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Line, Record, Text, placeholders


class RemitWords(Record):
    """The form of a month's remittance, and what is wrong with a file."""

    month: Line = Field(description="The question about the month.")
    month_missing: Line = Field(description="What is said when none is chosen.")
    file: Line = Field(description="The question about the file.")
    file_hint: Text = Field(description="What stands in it.")
    pasted: Line = Field(description="The question about lines that are pasted.")
    pasted_hint: Line = Field(description="How they look.")
    missing: Line = Field(description="What is said when there is neither.")
    both: Line = Field(description="What is said when there are both.")
    button: Line = Field(description="The button.")
    after_button: Text = Field(description="That nothing is sent yet.")
    refused: Line = Field(
        description="What is said of the file; plurals with a | between; {n} counts the problems.",
        json_schema_extra=placeholders("n"),
    )
    problems_title: Line = Field(description="The heading over the list of problems.")
    problems_text: Text = Field(description="That nothing was taken.")
    line: Line = Field(description="The head of the column of lines.")
    problem: Line = Field(description="The head of the column of problems.")
    numbered: Line = Field(
        description="A line; {line} stands for its number.", json_schema_extra=placeholders("line")
    )
    whole: Line = Field(description="What stands for a line when the whole file is meant.")
    more: Line = Field(
        description="What is said of problems that are not listed; plurals with a |; {n} counts.",
        json_schema_extra=placeholders("n"),
    )


class PreviewWords(Record):
    """What is shown before an invoice is made."""

    title: Line = Field(
        description="The heading; {month} stands for the month.", json_schema_extra=placeholders("month")
    )
    text: Text = Field(description="That nothing is sent before the button is pressed.")
    participants: Line = Field(description="The label of how many give.")
    gifts: Line = Field(description="The label of the employees' sum.")
    matching: Line = Field(description="The label of what the employer adds.")
    total: Line = Field(description="The label of the whole.")
    goal: Line = Field(description="The label of the goal.")
    billing: Line = Field(description="The label of the address that the invoice goes to.")
    reference: Line = Field(description="The label of the purchase reference.")
    replaces: Text = Field(
        description="That it takes the place of an invoice; {number} and {amount} stand for that one.",
        json_schema_extra=placeholders("number", "amount"),
    )
    begun: Text = Field(
        description="That another one was begun and not sent, and is replaced; {amount} stands for it.",
        json_schema_extra=placeholders("amount"),
    )
    same: Text = Field(
        description="That the month has an invoice that says the same; {number} stands for it.",
        json_schema_extra=placeholders("number"),
    )
    button: Line = Field(description="The button.")
    after_button: Text = Field(
        description="When it is due; {days} stands for the days.", json_schema_extra=placeholders("days")
    )
    back: Line = Field(description="The button back.")
    closed: Text = Field(description="Why a paid month is closed.")
    taken: Text = Field(description="That the month has another invoice by now, and what to do.")
    too_old: Text = Field(description="That the preview is too old.")
    other_currency: Text = Field(description="That Stripe invoices this workplace in another currency.")


class InvoiceWords(Record):
    """What stands on an invoice, in the employer's language."""

    description: Line = Field(
        description="Over the lines; {month} stands for the month.", json_schema_extra=placeholders("month")
    )
    gifts: Line = Field(
        description="The line of the employees' gifts; {month} and {participants} stand for them.",
        json_schema_extra=placeholders("month", "participants"),
    )
    matching: Line = Field(
        description="The line of what the employer adds; {share} stands for its per cent.",
        json_schema_extra=placeholders("share"),
    )
    reference: Line = Field(description="The label of the purchase reference.")
    einvoice: Line = Field(description="The label of the e-invoice address.")
    business_id: Line = Field(description="The label of the business id.")


class PledgeWords(Record):
    """The form that employees fill in and give to the payroll office."""

    title: Line = Field(description="The heading.")
    lead: Text = Field(
        description="What it is; {company} stands for the employer.",
        json_schema_extra=placeholders("company"),
    )
    how: Text = Field(description="That it goes to the payroll office and not to us.")
    name: Line = Field(description="The field for the employee's name.")
    number: Line = Field(
        description="The field for the number that the payroll office knows the employee by."
    )
    choice: Line = Field(description="The heading over the choices.")
    fixed: Line = Field(
        description="A fixed sum a month; {currency} stands for the unit.",
        json_schema_extra=placeholders("currency"),
    )
    permille: Line = Field(description="A share of the pay in whole per mille.")
    goal: Line = Field(description="The label of the goal.")
    consent_title: Line = Field(description="The heading over the consent.")
    consent: Text = Field(
        description="The consent; {company} and {organisation} stand for their names.",
        json_schema_extra=placeholders("company", "organisation"),
    )
    withdraw: Text = Field(description="That it can be withdrawn, and how.")
    privacy: Text = Field(
        description="What we are told and what not; {organisation} stands for our name.",
        json_schema_extra=placeholders("organisation"),
    )
    place: Line = Field(description="The field for place and day.")
    signature: Line = Field(description="The field for the signature.")
