"""Records: what the ledger keeps, as reports and notices read it. Companies have names, people have none."""

from __future__ import annotations

from msgspec import Struct

from yhdessa.payments.pulled_records import Company

__all__ = ["Bill", "Company", "Gift", "Return"]


class Return(Struct, frozen=True):
    """Money of a gift that went back: refunded, or lost or withheld in a dispute.

    `minor` is in minor units of the gift's currency, below nought when a dispute was won and the money came
    back to us. `at` is Unix time: reports book it in the month it went back, since a closed month stays
    closed. `kind` is refund or dispute.
    """

    minor: int
    at: int
    kind: str = "refund"


class Bill(Struct, frozen=True):
    """An invoice that a company pays by itself; `kind` is payroll or partner, `company` its Customer's id.

    `amount` is what is left to pay, `untaxed` the same without VAT. `status` is Stripe's: open, paid, void,
    uncollectible. `due` and `made` are Unix time; `month` is as 2026-11, None for what is of no month.
    """

    id: str
    kind: str
    company: str | None
    month: str | None
    currency: str
    amount: int
    untaxed: int
    due: int | None
    made: int
    status: str

    def is_late(self, now: int) -> bool:
        """Whether it was to be paid before `now` (Unix time) and was not, or nobody will pay it any more."""
        late = self.status == "open" and self.due is not None and self.due < now
        return late or self.status == "uncollectible"


class Gift(Struct, frozen=True):
    """One gift that was paid, as the ledger keeps it. Sums are whole minor units of `currency`.

    `id` is Stripe's id of the payment or the invoice. `kind` is one-off, monthly, payroll or partner; `goal`
    and `team` are ids of the content, None for a gift without one; `language` is the one it was given in.
    `currency` is in upper case. `gross` is what was paid, without VAT. `returned` is what was refunded, or is
    lost or withheld in disputes, and `returns` are the same money with its days: their sum is `returned`.
    `disputed` tells that a dispute is open. `paid` is Unix time.
    """

    id: str
    kind: str
    goal: str | None
    team: str | None
    language: str | None
    currency: str
    gross: int
    returned: int
    disputed: bool
    paid: int
    returns: tuple[Return, ...] = ()

    @property
    def net(self) -> int:
        """What is left of it, in minor units."""
        return self.gross - self.returned
