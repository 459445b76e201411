"""Remittances: the gifts of a workplace in a month become one invoice of Stripe's, however often it is asked.

Each step can be found again and repeated: the month's invoices of that customer are looked at first, a draft
that was begun is gone on with, and what overlaps derives the same keys. Only counts and sums reach Stripe.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import stripe

from yhdessa.l10n.money import Money
from yhdessa.payments.client import PaymentsUnavailable, unavailable
from yhdessa.payments.companies import derived_key
from yhdessa.payments.employers import Employer
from yhdessa.payments.months import (
    PAYROLL,
    InvoiceState,
    InvoiceTexts,
    MonthClosed,
    MonthOfGifts,
    MonthTaken,
    OtherCurrency,
    RemittedInvoice,
    invoice_asked,
    lines_asked,
)
from yhdessa.payments.orders import SOURCE

#: More months than anybody looks back on.
MOST_INVOICES = 300


class Remittances:
    """The remittances of one account. Methods raise PaymentsUnavailable when Stripe does not answer; what was
    begun is gone on with when they are called again.
    """

    def __init__(self, client: stripe.StripeClient, clock: Callable[[], float] = time.time) -> None:
        self.invoices, self.items = client.v1.invoices, client.v1.invoice_items
        self.clock = clock

    def of(self, employer: Employer) -> list[RemittedInvoice]:
        """All invoices of an employer, the newest first."""
        try:
            listed = self.invoices.list({"customer": employer.id, "limit": 100})
            found = []
            for count, each in enumerate(listed.auto_paging_iter()):
                if count >= MOST_INVOICES:
                    break
                found.append(self._read(each))
        except stripe.StripeError as error:
            raise unavailable(error) from error
        return [each for each in found if each is not None]

    def of_month(self, employer: Employer, month: str) -> list[RemittedInvoice]:
        """Those of one month that are not void, the oldest first."""
        return [each for each in self.of(employer)[::-1] if each.said.month == month and _lives(each)]

    def issue(
        self, employer: Employer, said: MonthOfGifts, texts: InvoiceTexts, replaces: str = ""
    ) -> RemittedInvoice:
        """The one invoice of the month, final and sent: made now, or found.

        `replaces` is the id of the invoice that the employer has seen and wants to correct, if any. Raises
        MonthClosed, MonthTaken, OtherCurrency.
        """
        if employer.currency not in ("", said.total.currency):
            raise OtherCurrency
        every = [each for each in self.of(employer) if each.said.month == said.month]
        living = [each for each in every[::-1] if _lives(each)]
        standing = living[0] if living else None
        if standing is not None and not standing.is_for(said, employer.goal):
            self._take_back(standing, replaces)
            standing = None
        if standing is None:
            revision = 1 + max(
                (each.revision for each in every if not _lives(each) or each.number), default=0
            )
            standing = self._draft(employer, said, texts, revision, replaces)
        return self._finish(standing, texts)

    def _take_back(self, standing: RemittedInvoice, replaces: str) -> None:
        """Void an invoice, or forget a draft, that is to be replaced."""
        if standing.state is InvoiceState.PAID:
            raise MonthClosed
        if standing.id != replaces:
            raise MonthTaken
        try:
            if standing.state is InvoiceState.DRAFT:
                self.invoices.delete(standing.id)
            else:
                self.invoices.void_invoice(standing.id)
        except stripe.InvalidRequestError as error:
            now = self._again(standing.id)
            if now is not None and now.state is InvoiceState.PAID:
                raise MonthClosed from error
            if now is not None and _lives(now):
                raise MonthTaken from error
        except stripe.StripeError as error:
            raise unavailable(error) from error

    def _draft(
        self, employer: Employer, said: MonthOfGifts, texts: InvoiceTexts, revision: int, replaces: str
    ) -> RemittedInvoice:
        """A new draft; or the older one that somebody else began meanwhile for the same gifts."""
        key = derived_key(self.clock(), employer.id, said.month, str(revision), replaces)
        try:
            made = self.invoices.create(
                invoice_asked(employer, said, texts, revision), {"idempotency_key": key}
            )
        except stripe.IdempotencyError as error:
            raise MonthTaken from error
        except stripe.StripeError as error:
            raise unavailable(error) from error
        living = self.of_month(employer, said.month)
        if not living:
            raise PaymentsUnavailable
        first = living[0]
        if first.id != made.id and any(each.id == made.id for each in living):
            self._forget(made.id)
        if not first.is_for(said, employer.goal):
            raise MonthTaken
        return first

    def _forget(self, draft: str) -> None:
        try:
            self.invoices.delete(draft)
        except stripe.StripeError as error:
            raise unavailable(error) from error

    def _finish(self, invoice: RemittedInvoice, texts: InvoiceTexts) -> RemittedInvoice:
        """Lines, the final form, the mail: whatever is not done yet."""
        try:
            if invoice.state is InvoiceState.DRAFT:
                self._fill(invoice, texts)
                invoice = self._finalise(invoice)
            if invoice.state in (InvoiceState.OPEN, InvoiceState.OVERDUE) and not invoice.sent:
                key = derived_key(self.clock(), invoice.id, "sent")
                self.invoices.send_invoice(invoice.id, {}, {"idempotency_key": key})
                sent = self.invoices.update(invoice.id, {"metadata": {"sent": "1"}})
                invoice = self._read(sent) or invoice
        except stripe.StripeError as error:
            raise unavailable(error) from error
        if invoice.state is InvoiceState.VOID:
            raise MonthTaken
        return invoice

    def _fill(self, invoice: RemittedInvoice, texts: InvoiceTexts) -> None:
        """Its lines, all at once; lines that are not what they should be are taken away first."""
        wanted = lines_asked(invoice.said, texts)
        sums = sorted(line["amount"] for line in wanted)
        found = self.invoices.retrieve(invoice.id)
        wrong: list[str] = []
        if found.status != "draft":
            return
        if found.lines.data and sorted(line.amount for line in found.lines.data) != sums:
            wrong = [item for line in found.lines.data if (item := _item_of(line))]
            for item in wrong:
                self.items.delete(item)
        if wrong or not found.lines.data:
            key = derived_key(self.clock(), invoice.id, "lines", *sorted(wrong))
            self.invoices.add_lines(invoice.id, {"lines": wanted}, {"idempotency_key": key})
            found = self.invoices.retrieve(invoice.id)
        if sorted(line.amount for line in found.lines.data) != sums:
            raise PaymentsUnavailable

    def _finalise(self, invoice: RemittedInvoice) -> RemittedInvoice:
        """Its final form; Stripe lets nobody finalise twice, so that whoever comes second reads what is."""
        try:
            final = self._read(self.invoices.finalize_invoice(invoice.id, {"auto_advance": False}))
        except stripe.InvalidRequestError as error:
            final = self._again(invoice.id)
            if final is None or final.state is InvoiceState.DRAFT:
                raise unavailable(error) from error
        if final is None:
            raise PaymentsUnavailable
        return final

    def _again(self, invoice_id: str) -> RemittedInvoice | None:
        """How it is now; None when it is gone."""
        try:
            return self._read(self.invoices.retrieve(invoice_id))
        except stripe.InvalidRequestError:
            return None
        except stripe.StripeError as error:
            raise unavailable(error) from error

    def _read(self, invoice: stripe.Invoice) -> RemittedInvoice | None:
        """An invoice in our words; None for one that is no remittance of ours."""
        marks = invoice.metadata.to_dict() if invoice.metadata is not None else {}
        if (marks.get("source"), marks.get("kind")) != (SOURCE, PAYROLL):
            return None
        currency = invoice.currency.upper()
        try:
            said = MonthOfGifts(
                marks["month"],
                int(marks["participants"]),
                Money(int(marks["gifts"]), currency),
                Money(int(marks["matching"]), currency),
            )
            revision = int(marks["revision"])
        except (KeyError, ValueError) as error:
            raise PaymentsUnavailable from error
        return RemittedInvoice(
            id=str(invoice.id),
            number=invoice.number or "",
            said=said,
            revision=revision,
            goal=marks.get("goal") or None,
            state=self._state(invoice),
            url=invoice.hosted_invoice_url or "",
            due=invoice.due_date or 0,
            sent=marks.get("sent") == "1",
        )

    def _state(self, invoice: stripe.Invoice) -> InvoiceState:
        if invoice.status == "open" and invoice.due_date and invoice.due_date < self.clock():
            return InvoiceState.OVERDUE
        return InvoiceState(invoice.status or "draft")


def _lives(invoice: RemittedInvoice) -> bool:
    return invoice.state is not InvoiceState.VOID


def _item_of(line: stripe.InvoiceLineItem) -> str:
    parent = line.parent
    return str(parent.invoice_item_details.invoice_item) if parent and parent.invoice_item_details else ""
