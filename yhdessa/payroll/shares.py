"""Shares: what a per mille of a pay comes to, a year of it, and what an employer adds. Whole minor units."""

from __future__ import annotations

from yhdessa.l10n.money import Money

MONTHS = 12


def gift_of_pay(salary: Money, permille: int) -> Money:
    """What `permille` thousandths of `salary` come to, in whole minor units, halves rounded up."""
    return Money((salary.minor * permille + 500) // 1000, salary.currency)


def in_a_year(monthly: Money) -> Money:
    """What a sum a month comes to in a year: twelve times what is rounded, as it is deducted."""
    return Money(monthly.minor * MONTHS, monthly.currency)


def matching(gifts: Money, percent: int, cap: Money | None = None) -> Money:
    """What an employer adds to a month's `gifts`: `percent` per cent of their sum, and at most `cap`.

    The sum is matched, not each gift, so that it is rounded once: to whole minor units, halves up. Raises
    ValueError for a share below nought, for gifts or a cap below nought, and for a cap in another currency.
    """
    if percent < 0 or gifts.minor < 0 or (cap is not None and cap.minor < 0):
        raise ValueError("nobody is matched with less than nothing")
    whole = Money((gifts.minor * percent + 50) // 100, gifts.currency)
    return whole if cap is None else min(whole, cap)
