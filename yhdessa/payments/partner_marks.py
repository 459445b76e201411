"""What a company asks, as its Customer at Stripe holds it: who it is, and the marks in its metadata."""

from __future__ import annotations

import stripe

from yhdessa.forms.company_offer import Contact
from yhdessa.forms.partner_offer import BillingAddress, PartnerSignUp
from yhdessa.payments.companies import Who

#: As long as a value of Stripe's metadata may be. https://docs.stripe.com/api/metadata
LONGEST_VALUE = 500


def who_asks(asked: PartnerSignUp) -> Who:
    """Whom invoices are addressed to."""
    where = asked.address
    return Who(
        company=asked.company,
        email=asked.billing_email,
        language=asked.language,
        country=asked.country,
        line=where.line,
        postal_code=where.postal_code,
        city=where.city,
    )


def marks_of_sign_up(asked: PartnerSignUp) -> dict[str, str]:
    """What its metadata holds; an empty text where nothing was answered."""
    return {
        "tier": asked.tier,
        "goal": asked.goal or "",
        "country": asked.country,
        "contact_name": asked.contact.name,
        "contact_email": asked.contact.email,
        "language": asked.language,
        "purchase_reference": asked.purchase_reference,
        "einvoice": asked.einvoice,
        "website": asked.website,
        "message": asked.message[:LONGEST_VALUE],
    }


def sign_up_of(customer: stripe.Customer, marks: dict[str, str]) -> PartnerSignUp:
    """What a Customer with these `marks` asked; empty where one is missing."""
    address = customer.address
    return PartnerSignUp(
        tier=marks.get("tier", ""),
        goal=marks.get("goal") or None,
        company=customer.name or "",
        country=marks.get("country", ""),
        business_id=marks.get("business_id", ""),
        contact=Contact(marks.get("contact_name", ""), marks.get("contact_email", "")),
        billing_email=customer.email or "",
        address=BillingAddress(
            (address.line1 or "") if address else "",
            (address.postal_code or "") if address else "",
            (address.city or "") if address else "",
        ),
        language=marks.get("language", ""),
        purchase_reference=marks.get("purchase_reference", ""),
        einvoice=marks.get("einvoice", ""),
        website=marks.get("website", ""),
        message=marks.get("message", ""),
    )
