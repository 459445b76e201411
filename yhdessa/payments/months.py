"""A month of a workplace's gifts: what it says, what is asked of its invoice, and what may become of that."""

from __future__ import annotations

from enum import StrEnum

import stripe
from msgspec import Struct

from yhdessa.l10n.money import Money
from yhdessa.payments.employers import Employer
from yhdessa.payments.orders import SOURCE

PAYROLL = "payroll"


class MonthClosed(Exception):
    """The month's invoice is paid: nothing takes its place."""


class MonthTaken(Exception):
    """The month has an invoice that says something else, and that nobody asked to replace."""


class OtherCurrency(Exception):
    """Stripe has bound the employer to another currency."""


class InvoiceState(StrEnum):
    """What has become of an invoice, as an employer would say."""

    DRAFT = "draft"
    OPEN = "open"
    OVERDUE = "overdue"
    PAID = "paid"
    UNCOLLECTIBLE = "uncollectible"
    VOID = "void"


class MonthOfGifts(Struct, frozen=True):
    """What is remitted: a month as `2026-11`, how many give, their gifts, and what the employer adds."""

    month: str
    participants: int
    gifts: Money
    matching: Money

    @property
    def total(self) -> Money:
        """What the invoice is for."""
        return self.gifts + self.matching


class InvoiceTexts(Struct, frozen=True):
    """What stands on an invoice, in the employer's language. `fields` are names and values above its lines:
    four at most, of 40 and 140 letters. `days_until_due` counts from the day that it is sent.
    """

    description: str
    gifts: str
    matching: str
    fields: tuple[tuple[str, str], ...]
    days_until_due: int


class RemittedInvoice(Struct, frozen=True):
    """An invoice of ours. `number` and `url` are empty before it is final; times are Unix time."""

    id: str
    number: str
    said: MonthOfGifts
    revision: int
    goal: str | None
    state: InvoiceState
    url: str
    due: int
    sent: bool

    def is_for(self, said: MonthOfGifts, goal: str | None) -> bool:
        """Whether it says exactly this."""
        return (self.said, self.goal) == (said, goal)


def invoice_asked(
    employer: Employer, said: MonthOfGifts, texts: InvoiceTexts, revision: int
) -> stripe.params.InvoiceCreateParams:
    """What Stripe is asked for: a draft that does nothing by itself."""
    return {
        "customer": employer.id,
        "currency": said.total.currency.lower(),
        "collection_method": "send_invoice",
        "days_until_due": texts.days_until_due,
        "auto_advance": False,
        "pending_invoice_items_behavior": "exclude",
        "description": texts.description,
        "custom_fields": [{"name": name, "value": value} for name, value in texts.fields],
        "metadata": {
            "source": SOURCE,
            "kind": PAYROLL,
            "month": said.month,
            "participants": str(said.participants),
            "gifts": str(said.gifts.minor),
            "matching": str(said.matching.minor),
            "revision": str(revision),
            "language": employer.language,
            **({"goal": employer.goal} if employer.goal else {}),
        },
    }


def lines_asked(said: MonthOfGifts, texts: InvoiceTexts) -> list[stripe.params.InvoiceAddLinesParamsLine]:
    lines: list[stripe.params.InvoiceAddLinesParamsLine] = [
        {"amount": said.gifts.minor, "description": texts.gifts}
    ]
    if said.matching.minor:
        lines.append({"amount": said.matching.minor, "description": texts.matching})
    return lines
