"""Orders: a gift to be paid, what it is known by afterwards, and when two orders are one."""

from __future__ import annotations

import json
import uuid

from msgspec import Struct

from yhdessa.forms.dedication import Dedication
from yhdessa.l10n.money import Money

#: The mark by which our own sessions are known among what else the account takes.
SOURCE = "yhdessa"
#: What kind of giving it is, as the ledger and its totals call it.
ONE_OFF = "one-off"
MONTHLY = "monthly"


class GiftOrder(Struct, frozen=True):
    """A gift to be paid: the sum, what the payment page calls it, where it sends the giver afterwards.

    `email` is empty when the payment page is to ask for it. `attempt` is a UUID that a page gave to one try
    to give, or empty: the same order of the same attempt, as from a double click, is one session. `team` is
    the mark that totals count a team's gifts by, of the `challenge` with that id.
    """

    amount: Money
    product: str
    goal: str | None
    language: str
    success_url: str
    cancel_url: str
    monthly: bool = False
    email: str = ""
    dedication: Dedication | None = None
    attempt: str = ""
    challenge: str | None = None
    team: str | None = None


def key_of(attempt: str, asked: object) -> str:
    """A key for what is `asked` of Stripe: one of its own, but the same for the same order of one attempt."""
    if not attempt:
        return str(uuid.uuid4())
    return str(uuid.uuid5(uuid.UUID(attempt), json.dumps(asked, sort_keys=True)))


def metadata_of(order: GiftOrder) -> dict[str, str]:
    """By what the ledger and staff know the gift; a dedication is the one thing that names a person."""
    metadata = {"source": SOURCE, "kind": MONTHLY if order.monthly else ONE_OFF, "language": order.language}
    if order.goal:
        metadata["goal"] = order.goal
    if order.challenge and order.team:
        metadata |= {"challenge": order.challenge, "team": order.team}
    if order.dedication:
        metadata |= {"dedication": order.dedication.kind, "dedication_name": order.dedication.name}
    return metadata
