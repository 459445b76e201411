"""Companies at the bank: partners that sign up, are approved and pay, and employers that remit."""

from __future__ import annotations

from typing import Any

import stripe
from msgspec import structs

from tests.ledger.conftest import Bank
from yhdessa.forms.company_offer import Contact
from yhdessa.forms.employer_offer import SignUp
from yhdessa.forms.partner_offer import BillingAddress, PartnerSignUp
from yhdessa.l10n.money import Money
from yhdessa.payments.client import connect
from yhdessa.payments.employers import Employer, Employers
from yhdessa.payments.months import InvoiceTexts, MonthOfGifts
from yhdessa.payments.partners import Partner, Partners
from yhdessa.payments.remittances import Remittances
from yhdessa.payments.yearly import OnTop, YearlyTerms

#: Who must never be in the ledger nor in a file: what a partner says of its people.
SECRETS = ("Kaisa Kontakti", "kaisa@example.org", "laskut@example.org", "Salainen katu 1", "Viesti teille")
ASKED = PartnerSignUp(
    tier="partner",
    goal="no-loneliness",
    company="Leipomo Malli Oy",
    country="FI",
    business_id="01120389",
    contact=Contact("Kaisa Kontakti", "kaisa@example.org"),
    billing_email="laskut@example.org",
    address=BillingAddress("Salainen katu 1", "00100", "Helsinki"),
    language="fi",
    website="https://example.org/leipomo",
    message="Viesti teille",
)
TERMS = YearlyTerms("partner", Money(300_000, "EUR"), OnTop("25.5", "FI", "ALV"), "Kumppanuus", 14)


class Office:
    """What companies and staff do, by the modules that the functions use."""

    def __init__(self, bank: Bank) -> None:
        self.bank = bank
        self.client: stripe.StripeClient = connect("sk_test_sandbox", bank.url, (5.0, 30.0), 60.0)
        self.partners = Partners(self.client, bank.sandbox.account.now)
        self.employers = Employers(self.client, bank.sandbox.account.now)
        self.count = 0

    def signs_up(self, **more: Any) -> Partner:
        """A company that has signed up; each has a business id of its own."""
        self.count += 1
        return self.partners.sign_up(structs.replace(ASKED, business_id=f"{self.count:08d}", **more))

    def approved(self, **more: Any) -> Partner:
        """A company that was approved a moment ago."""
        return self.partners.approve(self.signs_up(**more), TERMS)

    def partner(self, **more: Any) -> Partner:
        """A company that was approved; its first invoice is sent."""
        approved = self.approved(**more)
        # Stripe sends an invoice of a subscription an hour after it is made.
        self.bank.advance(0.1)
        return self.now(approved)

    def now(self, partner: Partner) -> Partner:
        found = self.partners.get(partner.id)
        assert found is not None
        return found

    def pays(self, partner: Partner) -> str:
        """The partner pays its newest invoice to the bank account; the invoice's id."""
        invoice = self.now(partner).invoice
        self.bank.api.invoices.pay(invoice, params={"paid_out_of_band": True})
        return invoice

    def cancels(self, partner: Partner) -> None:
        self.bank.api.subscriptions.cancel(partner.subscription)

    def employer(self, company: str = "Työpaikka Malli Oy") -> Employer:
        self.count += 1
        contact = Contact("Kaisa Kontakti", "kaisa@example.org")
        asked = SignUp(company, "FI", f"{self.count:08d}", contact, "laskut@example.org", "fi", None)
        return self.employers.sign_up(asked)

    def remits(self, employer: Employer, month: str, minor: int) -> str:
        """The one invoice of a month; its id."""
        said = MonthOfGifts(month, 3, Money(minor, "EUR"), Money(0, "EUR"))
        texts = InvoiceTexts("Lahjat", "Lahjat", "Lisä", (), 14)
        return Remittances(self.client, self.bank.sandbox.account.now).issue(employer, said, texts).id
