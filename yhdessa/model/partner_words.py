"""What is said to companies that become partners: the form, what follows, and what staff read of it.

The functions show most of it: `pages/partner_sign_up.py` compiles it into the structs of the same names.
"""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.company_words import CompanyWords
from yhdessa.model.fields import Line, Record, Text, placeholders
from yhdessa.model.partner_desk_words import PartnerDeskWords, PartnerInvoiceWords


class PartnerSignUpWords(CompanyWords):
    """The form by which a company signs up."""

    tier: Line = Field(description="The question about the tier.")
    tier_missing: Line = Field(description="What is said when none is chosen.")
    tier_elsewhere: Line = Field(
        description="What is said of a tier that the goal does not have; {tier}, {goal} and {tiers} stand "
        "for that tier, the goal and the goal's own tiers.",
        json_schema_extra=placeholders("tier", "goal", "tiers"),
    )
    goal_missing: Line = Field(description="What is said when no goal is chosen.")
    whole: Line = Field(description="The choice of the work as a whole.")
    website: Line = Field(description="The question about the company's web address.")
    website_hint: Line = Field(description="What it is used for, and that it may be left empty.")
    website_wrong: Line = Field(description="What is said of one that is none.")
    address_line: Line = Field(description="The question about the street or the box of the billing address.")
    address_line_missing: Line = Field(description="What is said when it is missing.")
    postal_code: Line = Field(description="The question about the postal code.")
    postal_code_missing: Line = Field(description="What is said when it is missing.")
    postal_code_wrong: Line = Field(description="What is said of one that is not five digits.")
    city: Line = Field(description="The question about the town.")
    city_missing: Line = Field(description="What is said when it is missing.")
    message: Line = Field(description="The question about a message to us.")
    message_hint: Line = Field(
        description="That it may be left empty; {longest} stands for the most letters.",
        json_schema_extra=placeholders("longest"),
    )


class PartnerDoorWords(Record):
    """What is said after signing up."""

    sent_title: Line = Field(description="The heading after signing up.")
    sent: Text = Field(description="What happens now: the same to a company that is known and to a new one.")
    mail_title: Line = Field(description="The heading when the mail could not be sent.")
    mail: Text = Field(description="That nothing is lost, and that sending again is safe.")
    unavailable_title: Line = Field(description="The heading when Stripe cannot be reached.")
    unavailable: Text = Field(
        description="That nothing is lost or done twice, and that trying again is safe."
    )


class PartnerWords(Record):
    """content/<language>/partner.yml"""

    offered_title: Line = Field(description="The heading over which goal has which tiers.")
    offered: Line = Field(description="What the table under it holds: prices of a year.")
    not_offered: Line = Field(description="What stands there for a tier that a goal does not have.")
    vat_country: Line = Field(
        description="Whose VAT it is; {country} stands for the country as the form says it.",
        json_schema_extra=placeholders("country"),
    )
    vat_rate: Line = Field(
        description="VAT of some per cent; {percent} stands for it.",
        json_schema_extra=placeholders("percent"),
    )
    vat_notes: dict[str, Line] = Field(
        description="What explains VAT, by the ids in the facts: on the page and on invoices."
    )
    vat_as_of: Text = Field(
        description="From when this is, and who decides; {day} stands for the day.",
        json_schema_extra=placeholders("day"),
    )
    tier_price: Line = Field(
        description="The price of a sponsorship in the form; {price} stands for it.",
        json_schema_extra=placeholders("price"),
    )
    gift_price: Line = Field(
        description="The price of a gift in the form; {price} stands for it.",
        json_schema_extra=placeholders("price"),
    )
    title: Line = Field(description="The heading over the form.")
    lead: Text = Field(description="A sentence under it.")
    beside_title: Line = Field(description="The heading beside the form.")
    beside: list[Text] = Field(
        description="What comes next, step by step; {days} stands for the days to pay.",
        min_length=1,
        json_schema_extra=placeholders("days"),
    )
    sign_up: PartnerSignUpWords = Field(description="The form.")
    door: PartnerDoorWords = Field(description="The answers to a company that has sent the form.")
    desk: PartnerDeskWords = Field(description="Where staff decide.")
    invoice: PartnerInvoiceWords = Field(description="What stands on its invoices.")
