"""Yearly invoices: what a partner pays, as one subscription of Stripe's that sends an invoice each year.

Every step of beginning one can be found again and repeated: a rate by what it says, a product by an id of its
own, a subscription by its customer. What was begun keeps its price, whatever content says later.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from enum import StrEnum

import stripe
from msgspec import Struct

from yhdessa.forms.partner_offer import PartnerSignUp
from yhdessa.l10n.money import Money
from yhdessa.payments.client import PaymentsUnavailable, unavailable
from yhdessa.payments.companies import derived_key
from yhdessa.payments.orders import SOURCE

#: The kind of giving, as the ledger and its totals call it.
PARTNER = "partner"
#: https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses
ENDED = ("canceled", "incomplete_expired")
#: https://docs.stripe.com/api/customers/create#create_customer-invoice_settings-custom_fields
MOST_FIELDS, LONGEST_LABEL, LONGEST_FIELD = 4, 40, 140


class Step(StrEnum):
    """The steps of an approval, in their order."""

    CUSTOMER = "customer"
    TAX = "tax"
    PRODUCT = "product"
    SUBSCRIPTION = "subscription"
    DECISION = "decision"


class StepFailed(PaymentsUnavailable):
    """Stripe did not answer, or refused, at one `step`; those before it are done."""

    def __init__(self, failed: Step) -> None:
        self.step = failed
        super().__init__(failed.value)


@contextmanager
def step(name: Step) -> Iterator[None]:
    """What fails in the block becomes StepFailed, with this name."""
    try:
        yield
    except stripe.StripeError as error:
        unavailable(error)
        raise StepFailed(name) from error
    except PaymentsUnavailable as error:
        raise StepFailed(name) from error


class OnTop(Struct, frozen=True):
    """The tax on top of a price: per cent, of which country, and what it is called."""

    percent: Decimal
    country: str
    name: str


class YearlyTerms(Struct, frozen=True):
    """What a partner pays: the `price` of a year without `vat`, None for a gift; what invoices call it.

    `fields` are names and values above an invoice's lines, `footer` what stands below them.
    `days_until_due` counts from the day that an invoice is sent.
    """

    tier: str
    price: Money
    vat: OnTop | None
    product: str
    days_until_due: int
    fields: tuple[tuple[str, str], ...] = ()
    footer: str = ""

    def on_invoices(self) -> dict[str, object]:
        """What stands on every invoice of the customer."""
        fields = [
            {"name": name[:LONGEST_LABEL], "value": value[:LONGEST_FIELD]}
            for name, value in self.fields[:MOST_FIELDS]
        ]
        return {"custom_fields": fields or "", **({"footer": self.footer} if self.footer else {})}


class Yearly:
    """The yearly subscriptions of one account. Methods raise PaymentsUnavailable if Stripe is silent."""

    def __init__(self, client: stripe.StripeClient, clock: Callable[[], float] = time.time) -> None:
        self.rates, self.products = client.v1.tax_rates, client.v1.products
        self.subscriptions, self.invoices = client.v1.subscriptions, client.v1.invoices
        self.clock = clock

    def of(self, customer_id: str) -> list[stripe.Subscription]:
        """Those of one customer, ended ones too, the newest first, with their newest invoices."""
        return self._listed({"customer": customer_id})

    def all(self) -> dict[str, list[stripe.Subscription]]:
        """Those of all customers by their ids: of a whole account only partners are sent invoices to."""
        found: dict[str, list[stripe.Subscription]] = {}
        for each in self._listed({"collection_method": "send_invoice"}):
            found.setdefault(str(each.customer), []).append(each)
        return found

    def living(self, customer_id: str) -> list[stripe.Subscription]:
        """Those that have not ended, the newest first."""
        return [each for each in self.of(customer_id) if is_living(each)]

    def begin(self, customer_id: str, asked: PartnerSignUp, link: str, terms: YearlyTerms) -> None:
        """The one subscription of a customer: the living one, or a new one. Raises StepFailed.

        `link` tells one sign-up of a company from a later one.
        """
        with step(Step.SUBSCRIPTION):
            if self.living(customer_id):
                return
        with step(Step.TAX):
            rates = [] if terms.vat is None else [self._rate(terms.vat)]
        with step(Step.PRODUCT):
            product = self._product(terms, asked.language)
        with step(Step.SUBSCRIPTION):
            self.subscribe(_subscription(customer_id, asked, terms, product, rates), link)

    def _listed(self, asked: stripe.params.SubscriptionListParams) -> list[stripe.Subscription]:
        try:
            listed = self.subscriptions.list(
                {**asked, "status": "all", "limit": 100, "expand": ["data.latest_invoice"]}
            )
            return [each for each in listed.auto_paging_iter() if _is_ours(each)]
        except stripe.StripeError as error:
            raise unavailable(error) from error

    def _rate(self, vat: OnTop) -> str:
        """The rate that says this; made when there is none."""
        wanted = (vat.country, vat.name, vat.percent)
        listed = self.rates.list({"active": True, "inclusive": False, "limit": 100})
        for each in listed.auto_paging_iter():
            if (each.country, each.display_name, Decimal(str(each.percentage))) == wanted:
                return each.id
        made = self.rates.create(
            {
                "display_name": vat.name,
                "percentage": float(vat.percent),
                "inclusive": False,
                "country": vat.country,
                "tax_type": "vat",
                "metadata": {"source": SOURCE},
            },
            {"idempotency_key": derived_key(self.clock(), "tax", vat.country, vat.name, str(vat.percent))},
        )
        return made.id

    def _product(self, terms: YearlyTerms, language: str) -> str:
        """The id of what is invoiced, which we choose; it is made when it is not there."""
        product = f"{SOURCE}-partner-{terms.tier}-{language}"
        try:
            self.products.create(
                {
                    "id": product,
                    "name": terms.product,
                    "metadata": {"source": SOURCE, "tier": terms.tier, "language": language},
                }
            )
        except stripe.InvalidRequestError:
            # There already, as a rule; whatever else is wrong, reading it says so.
            self.products.retrieve(product)
        return product

    def subscribe(self, asked: stripe.params.SubscriptionCreateParams, link: str) -> None:
        """One subscription, whoever else begins one at the same time: of two the older one stays.

        Raises what the SDK raises.
        """
        customer_id = str(asked.get("customer"))
        key = derived_key(self.clock(), customer_id, "yearly", link)
        try:
            self.subscriptions.create(asked, {"idempotency_key": key})
        except stripe.IdempotencyError:
            # Somebody else has begun it at a price that content said a moment ago.
            if not self.living(customer_id):
                raise
        for younger in self.living(customer_id)[:-1]:
            self._forget(younger)

    def _forget(self, subscription: stripe.Subscription) -> None:
        """End one that nobody was told of; its draft is never sent."""
        invoice = subscription.latest_invoice
        if isinstance(invoice, stripe.Invoice) and invoice.id and invoice.status == "draft":
            self.invoices.update(invoice.id, {"auto_advance": False})
        self.subscriptions.cancel(subscription.id)


def is_living(subscription: stripe.Subscription) -> bool:
    """Whether it has not ended."""
    return subscription.status not in ENDED


def _is_ours(subscription: stripe.Subscription) -> bool:
    marks = subscription.metadata.to_dict() if subscription.metadata is not None else {}
    return (marks.get("source"), marks.get("kind")) == (SOURCE, PARTNER)


def _subscription(
    customer_id: str, asked: PartnerSignUp, terms: YearlyTerms, product: str, rates: list[str]
) -> stripe.params.SubscriptionCreateParams:
    wanted: stripe.params.SubscriptionCreateParams = {
        "customer": customer_id,
        "items": [
            {
                "quantity": 1,
                "price_data": {
                    "currency": terms.price.currency.lower(),
                    "unit_amount": terms.price.minor,
                    "product": product,
                    "recurring": {"interval": "year"},
                },
            }
        ],
        "collection_method": "send_invoice",
        "days_until_due": terms.days_until_due,
        "metadata": {
            "source": SOURCE,
            "kind": PARTNER,
            "tier": asked.tier,
            "language": asked.language,
            **({"goal": asked.goal} if asked.goal else {}),
        },
    }
    if rates:
        wanted["default_tax_rates"] = rates
    return wanted
