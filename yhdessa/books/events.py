"""Events: what staff should hear of among gifts. Pure; whether they have, `notices` knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from yhdessa.ledger.records import Gift, Overdue

#: What is told of, the most pressing first.
KINDS = ("dispute", "overdue", "refund", "large_gift", "first_gift")


class Event(Struct, frozen=True):
    """Something that happened `at` a Unix time. `kind` is of KINDS; with `subject` it names the event.

    `id` is Stripe's id of the gift or the invoice; `minor` is in minor units of `currency`.
    """

    kind: str
    subject: str
    id: str
    goal: str | None
    currency: str
    minor: int
    at: int


def events_of(
    gifts: Iterable[Gift], overdue: Iterable[Overdue], large: int, currency: str
) -> Iterator[Event]:
    """Every event there ever was, in no order; a gift is large from `large` minor units of `currency` on."""
    first: dict[str, Gift] = {}
    for gift in gifts:
        yield from _of_gift(gift, large, currency)
        known = first.get(gift.goal) if gift.goal is not None else gift
        if gift.goal is not None and (known is None or gift.paid < known.paid):
            first[gift.goal] = gift
    for goal, gift in first.items():
        yield _event("first_gift", goal, gift, gift.gross, gift.paid)
    for bill in overdue:
        yield Event("overdue", bill.id, bill.id, None, bill.currency, bill.minor, bill.due)


def _of_gift(gift: Gift, large: int, currency: str) -> Iterator[Event]:
    if gift.currency == currency and gift.gross >= large:
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


def _event(kind: str, subject: str, gift: Gift, minor: int, at: int) -> Event:
    return Event(kind, subject, gift.id, gift.goal, gift.currency, minor, at)
