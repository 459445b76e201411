"""What is said to employers that give by payroll: the sign-up, their own page, the remittance.

The functions show most of it: `pages/employer.py` compiles it into the structs of the same names.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from yhdessa.l10n.plural import NotPlural, check_plural, plural_categories
from yhdessa.model.company_words import CompanyWords
from yhdessa.model.document import Document, dotted
from yhdessa.model.fields import Line, Record, Text, placeholders
from yhdessa.model.problem import Problem
from yhdessa.model.remittance_words import InvoiceWords, PledgeWords, PreviewWords, RemitWords

#: Counting texts, with a form for each plural.
PLURALS = (("remit", "refused"), ("remit", "more"))


class SignUpWords(CompanyWords):
    """The form by which an employer signs up."""

    matching: Line = Field(description="The question about what the employer adds.")
    matching_hint: Line = Field(
        description="How it is meant; {largest} stands for the most per cent.",
        json_schema_extra=placeholders("largest"),
    )
    matching_wrong: Line = Field(
        description="What is said of an answer that is none; {largest} stands for the most per cent.",
        json_schema_extra=placeholders("largest"),
    )
    cap: Line = Field(description="The question about the most that is added a month.")
    cap_hint: Line = Field(description="That it may be left empty.")
    cap_wrong: Line = Field(
        description="What is said of a sum that cannot be read; {example} stands for one that can.",
        json_schema_extra=placeholders("example"),
    )
    cap_alone: Line = Field(description="What is said of a cap without per cent.")


class DoorWords(Record):
    """What is said where a link from our mail opens, and after signing up."""

    sent_title: Line = Field(description="The heading after signing up.")
    sent: Text = Field(
        description="The same for whoever signs up, known or not; {days} stands for how long a link works.",
        json_schema_extra=placeholders("days"),
    )
    mail_title: Line = Field(description="The heading when the mail could not be sent.")
    mail: Text = Field(description="That nothing is lost, and that sending again is safe.")
    open_title: Line = Field(description="The heading where a link opens.")
    open: Text = Field(description="What the button does.")
    open_button: Line = Field(description="The button to the workplace's page.")
    expired_title: Line = Field(description="The heading for a link that is too old.")
    expired: Text = Field(description="What the button does.")
    expired_button: Line = Field(description="The button that asks for a new link.")
    renewed_title: Line = Field(description="The heading after that.")
    renewed: Text = Field(
        description="That it went to the registered addresses; {days} stands for how long it works.",
        json_schema_extra=placeholders("days"),
    )
    invalid_title: Line = Field(
        description="The heading for a link that opens nothing: altered, cut or revoked."
    )
    invalid: Text = Field(description="How to get a new one.")
    unavailable_title: Line = Field(description="The heading when Stripe cannot be reached.")
    unavailable: Text = Field(
        description="That nothing is lost or done twice, and that trying again is safe."
    )


class DeskWords(Record):
    """The workplace's own page."""

    over: Line = Field(description="The line over the workplace's name.")
    leads: dict[str, Line] = Field(
        description="A sentence on how things stand, by the state: active, paused, left."
    )
    business_id: Line = Field(description="The label of the business id.")
    billing: Line = Field(description="The label of the address for invoices.")
    contacts: Line = Field(description="The label of the contacts.")
    goal: Line = Field(description="The label of the goal.")
    matching: Line = Field(description="The label of what the employer adds.")
    matching_none: Line = Field(description="What stands there when nothing is added.")
    matching_share: Line = Field(
        description="The share that is added; {share} stands for it.", json_schema_extra=placeholders("share")
    )
    matching_capped: Line = Field(
        description="The same with a limit; {share} and {cap} stand for them.",
        json_schema_extra=placeholders("share", "cap"),
    )
    remit_title: Line = Field(description="The heading over the monthly remittance.")
    remit_text: Text = Field(description="How it is done.")
    rests: Text = Field(description="What stands there while the workplace rests.")
    tool: Line = Field(description="The link to the payroll tool.")
    invoices_title: Line = Field(description="The heading over the remittances so far.")
    invoices_none: Line = Field(description="What stands there before the first.")
    month: Line = Field(description="The head of the column of months.")
    sum: Line = Field(description="The head of the column of sums.")
    participants: Line = Field(description="The head of the column of how many give.")
    state: Line = Field(description="The head of the column of states.")
    invoice_states: dict[str, Line] = Field(
        description="What has become of an invoice: draft, open, overdue, paid, void, uncollectible."
    )
    correction: Line = Field(
        description="What is said of a corrected one; {revision} stands for its number.",
        json_schema_extra=placeholders("revision"),
    )
    invoice_link: Line = Field(
        description="The link to an invoice; {number} stands for its number.",
        json_schema_extra=placeholders("number"),
    )
    pledge_title: Line = Field(description="The heading over the form for employees.")
    pledge_text: Text = Field(description="What it is, and that its address may be passed on.")
    pledge_link: Line = Field(description="The link to it.")
    matching_title: Line = Field(description="The heading over the form that changes what is added.")
    matching_text: Text = Field(description="From when the change counts.")
    matching_button: Line = Field(description="Its button.")
    contact_title: Line = Field(description="The heading over the form for another contact.")
    contact_text: Text = Field(description="What a contact gets.")
    contact_button: Line = Field(description="Its button.")
    contact_full: Text = Field(description="What stands there when there is no room for more.")
    links_title: Line = Field(description="The heading over the revoking of links.")
    links_text: Text = Field(description="What the button does.")
    links_button: Line = Field(description="Its button.")
    pause_title: Line = Field(description="The heading over a pause.")
    pause_text: Text = Field(description="What a pause means.")
    pause_button: Line = Field(description="Its button.")
    resume_title: Line = Field(description="The heading over going on.")
    resume_text: Text = Field(description="What going on means.")
    resume_button: Line = Field(description="Its button.")
    leave_title: Line = Field(description="The heading over leaving.")
    leave_text: Text = Field(description="What leaving means.")
    leave_button: Line = Field(description="Its button.")
    done: dict[str, Line] = Field(
        description="What is said after: matching, contact, paused, resumed, left, links, sent."
    )


class EmployerWords(Record):
    """content/<language>/employer.yml; the title and lead of the page of signing up are in pages.yml"""

    beside_title: Line = Field(description="The heading beside the form of signing up.")
    beside: list[Text] = Field(description="What comes next, step by step.", min_length=1)
    begin: Line = Field(description="The link to the form, on the page of payroll giving.")
    sign_up: SignUpWords = Field(description="The form.")
    door: DoorWords = Field(description="Where links open.")
    desk: DeskWords = Field(description="What stands on the workplace's own page.")
    remit: RemitWords = Field(description="The remittance.")
    preview: PreviewWords = Field(description="Before an invoice.")
    invoice: InvoiceWords = Field(description="The invoice.")
    pledge: PledgeWords = Field(description="The form for employees.")


def check_employer_words(document: Document, words: EmployerWords, language: str) -> Iterator[Problem]:
    """Counting texts that have too few forms, or too many."""
    for part, name in PLURALS:
        try:
            check_plural(getattr(getattr(words, part), name), language)
        except NotPlural:
            categories = plural_categories(language)
            message = f"should have {len(categories)} forms, with a | between"
            remedy = f"for {', '.join(categories)}, in this order"
            path = (part, name)
            yield Problem(document.file, document.line(path), dotted(path), message, remedy)
