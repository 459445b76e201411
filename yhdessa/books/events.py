"""Events: what staff should hear of among gifts and partners. Pure; whether they have, `notices` knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, structs

from yhdessa.books.lapsed import Lapsed
from yhdessa.ledger.records import Bill, Company, Gift

#: Companies by the ids of their invoices.
Payers = Mapping[str, Company]

#: What is told of, the most pressing first.
KINDS = (
    *("dispute", "partner_overdue", "overdue", "partner_cancelled", "partner_removal", "refund"),
    *("partner_paid", "large_gift", "first_gift"),
)


class Event(Struct, frozen=True):
    """Something that happened `at` a Unix time. `kind` is of KINDS; with `subject` it names the event.

    `id` is Stripe's id of the gift, the invoice or the company; `minor` is in minor units of `currency`.
    `company`, `tier` and `file` are of partners alone: a name, the id of a tier, the place of a file.
    """

    kind: str
    subject: str
    id: str
    goal: str | None
    currency: str
    minor: int
    at: int
    company: str = ""
    tier: str = ""
    file: str = ""


def events_of(
    gifts: Iterable[Gift], overdue: Iterable[Bill], large: int, currency: str, partners: Payers | None = None
) -> Iterator[Event]:
    """Every event there ever was, in no order; a gift is large from `large` minor units of `currency` on.

    Invoices whose company is among `partners` are told of by its name.
    """
    first: dict[str, Gift] = {}
    known = partners or {}
    for gift in gifts:
        yield from _of_gift(gift, large, currency, known.get(gift.id))
        earlier = first.get(gift.goal) if gift.goal is not None else gift
        if gift.goal is not None and (earlier is None or gift.paid < earlier.paid):
            first[gift.goal] = gift
    for goal, gift in first.items():
        yield _event("first_gift", goal, gift, gift.gross, gift.paid)
    for bill in overdue:
        due = Event("overdue", bill.id, bill.id, None, bill.currency, bill.amount, bill.due or 0)
        yield _of_company("partner_overdue", due, known.get(bill.id))


def partner_events(companies: Iterable[Company], lapsed: Iterable[Lapsed], now: int) -> Iterator[Event]:
    """The partnerships that have ended, and the files proposed for removal, as they are `now` (Unix time)."""
    for each in companies:
        if each.role == "partner" and each.state == "cancelled":
            ended = Event("partner_cancelled", f"{each.id}:{each.subscription}", each.id, None, "", 0, now)
            yield _of_company("partner_cancelled", ended, each)
    for file in lapsed:
        subject = f"{file.place}:{file.customer}:{file.why}:{file.since}"
        yield Event(
            *("partner_removal", subject, file.customer, None, "", 0, now),
            company=file.name,
            file=file.place,
        )


def payers(companies: Iterable[Company], bills: Iterable[Bill]) -> Payers:
    """The partners by the ids of their invoices."""
    known = {company.id: company for company in companies if company.role == "partner"}
    return {bill.id: known[bill.company] for bill in bills if bill.company in known}


def _of_gift(gift: Gift, large: int, currency: str, partner: Company | None) -> Iterator[Event]:
    if partner is not None:
        yield _of_company("partner_paid", _event("", gift.id, gift, gift.gross, gift.paid), partner)
    elif gift.currency == currency and gift.gross >= large:
        yield _event("large_gift", gift.id, gift, gift.gross, gift.paid)
    refunds = [back for back in gift.returns if back.kind == "refund" and back.minor > 0]
    for number, back in enumerate(refunds):
        # Not by its sum: where there is VAT, another refund may move that by a cent.
        same = sum(1 for earlier in refunds[:number] if earlier.at == back.at)
        yield _event("refund", f"{gift.id}:{back.at}:{same}", gift, back.minor, back.at)
    if gift.disputed:
        taken = [back.at for back in gift.returns if back.kind == "dispute" and back.minor > 0]
        at = max(taken, default=gift.paid)
        yield _event("dispute", f"{gift.id}:{at}", gift, gift.gross, at)


def _of_company(kind: str, event: Event, company: Company | None) -> Event:
    """The event as one of a company, if it is known."""
    if company is None:
        return event
    return structs.replace(event, kind=kind, company=company.name, tier=company.tier)


def _event(kind: str, subject: str, gift: Gift, minor: int, at: int) -> Event:
    return Event(kind, subject, gift.id, gift.goal, gift.currency, minor, at)
