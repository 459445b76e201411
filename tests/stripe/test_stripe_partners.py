"""Partners through the SDK: signed up, approved, invoiced, ended. Against the sandbox or Stripe."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
import pytest

from tests.stripe.conftest import World
from yhdessa.forms.company_offer import Contact
from yhdessa.forms.partner_offer import BillingAddress, PartnerSignUp
from yhdessa.l10n.money import Money
from yhdessa.payments.partners import AlreadyApproved, HasEnded, Partner, Partners, PartnerState
from yhdessa.payments.yearly import OnTop, YearlyTerms

TERMS = YearlyTerms(
    tier="main",
    price=Money(1_000_000, "EUR"),
    vat=OnTop(Decimal("25.5"), "FI", "ALV"),
    product="Kumppanuus: Pääkumppani",
    days_until_due=14,
    fields=(("Viitteenne", "PO 4500"), ("Tunnus", "9000001-1")),
    footer="Esimerkki",
)


@pytest.fixture
def partners(world: World) -> Partners:
    return Partners(world.client)


@pytest.fixture
def asked(unique: str) -> PartnerSignUp:
    """What a company asks that nobody has been before."""
    return PartnerSignUp(
        tier="main",
        goal="no-loneliness",
        company="Esimerkki & Pojat <Oy> 🙂",
        country="FI",
        business_id=unique,
        contact=Contact("Esimerkki Henkilö", f"{unique}@example.org"),
        billing_email=f"invoices-{unique}@example.org",
        address=BillingAddress("Esimerkkikatu 1", "00100", "Esimerkkilä"),
        language="fi",
        purchase_reference="PO 4500",
        message="Hei!\nKirjoitelkaa.",
    )


@pytest.fixture
def partner(partners: Partners, asked: PartnerSignUp) -> Partner:
    return partners.sign_up(asked)


def invoice_of(world: World, partner: Partner) -> Any:
    return world.api.invoices.retrieve(partner.invoice)


def test_a_company_is_known_by_its_business_id_as_soon_as_it_has_signed_up(
    partners: Partners, partner: Partner, asked: PartnerSignUp
) -> None:
    assert (partner.state, partner.asked, partner.live) == (PartnerState.PENDING, asked, False)
    other = msgspec.structs.replace(asked, company="Toinen Oy")
    assert partners.sign_up(other) == partner
    assert partners.get(partner.id) == partner
    assert partner in partners.all()


def test_an_approved_company_is_sent_one_invoice_a_year_with_its_tax(
    world: World, partners: Partners, partner: Partner
) -> None:
    approved = partners.approve(partner, TERMS)
    assert approved.state is PartnerState.APPROVED
    again = partners.approve(partner, TERMS)
    assert (again.subscription, again.invoice) == (approved.subscription, approved.invoice)
    draft = invoice_of(world, approved)
    assert (draft.status, draft.subtotal, draft.total) == ("draft", 1_000_000, 1_255_000)
    assert [(each.name, each.value) for each in draft.custom_fields] == list(TERMS.fields)
    assert (draft.footer, draft.customer_address.city) == ("Esimerkki", "Esimerkkilä")
    assert draft.parent.subscription_details.metadata["kind"] == "partner"
    world.api.invoices.finalize_invoice(approved.invoice)
    world.api.invoices.pay(approved.invoice, params={"paid_out_of_band": True})
    paid = partners.get(partner.id)
    assert paid is not None
    assert (paid.state, paid.invoice_url.startswith("http")) == (PartnerState.PAID, True)
    with pytest.raises(AlreadyApproved):
        partners.decline(paid, "Too late")


def test_two_partners_of_one_tier_share_its_product_and_its_tax_rate(
    world: World, partners: Partners, partner: Partner, asked: PartnerSignUp
) -> None:
    second = partners.sign_up(msgspec.structs.replace(asked, business_id=f"{asked.business_id}b"))
    found = [
        world.api.subscriptions.retrieve(partners.approve(each, TERMS).subscription)
        for each in (partner, second)
    ]
    assert len({each["items"].data[0].price.product for each in found}) == 1
    assert len({each.default_tax_rates[0].id for each in found}) == 1


def test_a_declined_company_is_asked_again_and_then_may_be_approved(
    partners: Partners, partner: Partner, asked: PartnerSignUp
) -> None:
    declined = partners.decline(partner, "Täynnä")
    assert (declined.state, declined.reason) == (PartnerState.DECLINED, "Täynnä")
    anew = partners.sign_up(msgspec.structs.replace(asked, tier="friend", goal=None, message=""))
    assert (anew.id, anew.state, anew.link, anew.reason) == (partner.id, PartnerState.PENDING, "2", "")
    assert (anew.asked.tier, anew.asked.goal, anew.asked.message) == ("friend", None, "")
    gift = msgspec.structs.replace(TERMS, tier="friend", vat=None, fields=(), footer="")
    assert partners.approve(anew, gift).state is PartnerState.APPROVED


def test_a_partnership_that_has_ended_begins_anew_only_with_another_sign_up(
    world: World, partners: Partners, partner: Partner, asked: PartnerSignUp
) -> None:
    approved = partners.approve(partner, TERMS)
    world.api.subscriptions.cancel(approved.subscription)
    ended = partners.get(partner.id)
    assert ended is not None
    assert ended.state is PartnerState.CANCELLED
    with pytest.raises(HasEnded):
        partners.approve(ended, TERMS)
    anew = partners.approve(partners.sign_up(asked), TERMS)
    assert (anew.state, anew.subscription != approved.subscription) == (PartnerState.APPROVED, True)
