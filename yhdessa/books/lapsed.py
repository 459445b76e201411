"""Lapsed partners: who should stand on the site no longer. It is proposed; only staff remove a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from yhdessa.books.partner_files import PartnerFile
from yhdessa.ledger.records import Bill, Company

DAY = 24 * 3600
#: States in which a company is no partner any more.
ENDED = ("cancelled", "declined")


class Lapsed(Struct, frozen=True):
    """A partner's file whose partnership is over, and `why`: ended, unpaid, or unknown to Stripe.

    `since` tells one such time of a company from a later one.
    """

    place: str
    customer: str
    name: str
    why: str
    since: str


def lapsed_partners(
    files: Iterable[PartnerFile], companies: Iterable[Company], bills: Iterable[Bill], now: int, days: int
) -> Iterator[Lapsed]:
    """The files of companies that have ended, that Stripe does not know, or that have owed for `days`."""
    known = {company.id: company for company in companies if company.role == "partner"}
    newest = {bill.company: bill for bill in bills if bill.kind == "partner" and bill.status != "void"}
    for file in files:
        if file.customer is None:
            continue
        company, bill = known.get(file.customer), newest.get(file.customer)
        why = since = ""
        if company is None:
            why = "unknown"
        elif company.state in ENDED:
            why, since = "ended", company.subscription
        elif bill is not None and _is_given_up(bill, now, days):
            why, since = "unpaid", bill.id
        if why:
            yield Lapsed(file.place, file.customer, company.name if company else file.name, why, since)


def _is_given_up(bill: Bill, now: int, days: int) -> bool:
    late = bill.status == "open" and bill.due is not None and bill.due + days * DAY < now
    return late or bill.status == "uncollectible"


def told(lapsed: Sequence[Lapsed]) -> list[str]:
    """A line for each, as a sync says it."""
    why = {
        "ended": "the partnership has ended",
        "unpaid": "its invoice is long overdue, or given up",
        "unknown": "Stripe knows no such partner",
    }
    return [f"Proposed for removal: {each.place}; {why[each.why]}. Nothing was removed." for each in lapsed]
