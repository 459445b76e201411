"""What a per mille of a pay comes to, and what an employer adds: exact, in whole minor units."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yhdessa.l10n.money import Money
from yhdessa.payroll.shares import gift_of_pay, in_a_year, matching

MINOR = st.integers(0, 10**9)
PERCENT = st.integers(0, 1000)


@pytest.mark.parametrize(
    ("cents", "permille", "gift"),
    [
        (200_000, 1, 200),
        (255_550, 1, 256),  # 255.55 cents
        (250_500, 1, 251),  # 250.5: halves go up
        (250_499, 1, 250),
        (199_999, 1000, 199_999),
        (1, 1, 0),
    ],
)
def test_a_share_of_the_pay_is_exact_to_the_cent_and_halves_go_up(
    cents: int, permille: int, gift: int
) -> None:
    assert gift_of_pay(Money(cents, "EUR"), permille) == Money(gift, "EUR")


@given(MINOR, st.integers(1, 1000))
def test_a_share_of_the_pay_is_never_half_a_cent_off(cents: int, permille: int) -> None:
    off = gift_of_pay(Money(cents, "SEK"), permille).minor * 1000 - cents * permille
    assert -500 < off <= 500


def test_a_year_is_twelve_of_the_sums_that_are_deducted() -> None:
    assert in_a_year(gift_of_pay(Money(255_550, "EUR"), 1)) == Money(12 * 256, "EUR")


@pytest.mark.parametrize(
    ("gifts", "percent", "cap", "added"),
    [
        (12_345, 100, None, 12_345),
        (12_345, 50, None, 6_173),  # 6172.5: halves go up
        (12_344, 50, None, 6_172),
        (12_345, 0, None, 0),
        (12_345, 100, 10_000, 10_000),
        (9_999, 100, 10_000, 9_999),
        (12_345, 200, 20_000, 20_000),
        (12_345, 100, 0, 0),
        (0, 100, None, 0),
    ],
)
def test_an_employer_adds_its_share_of_the_sum_and_at_most_the_cap(
    gifts: int, percent: int, cap: int | None, added: int
) -> None:
    limit = None if cap is None else Money(cap, "EUR")
    assert matching(Money(gifts, "EUR"), percent, limit) == Money(added, "EUR")


@given(MINOR, PERCENT, MINOR)
def test_matching_is_never_half_a_cent_off_and_never_above_the_cap(
    gifts: int, percent: int, cap: int
) -> None:
    off = Fraction(matching(Money(gifts, "EUR"), percent).minor) - Fraction(gifts * percent, 100)
    assert Fraction(-1, 2) < off <= Fraction(1, 2)
    capped = matching(Money(gifts, "EUR"), percent, Money(cap, "EUR"))
    assert capped == min(matching(Money(gifts, "EUR"), percent), Money(cap, "EUR"))


@given(MINOR, MINOR, PERCENT)
def test_who_gives_more_is_never_matched_with_less(one: int, other: int, percent: int) -> None:
    low, high = sorted((one, other))
    assert matching(Money(low, "SEK"), percent) <= matching(Money(high, "SEK"), percent)


def test_nobody_is_matched_with_less_than_nothing_or_in_another_currency() -> None:
    gifts = Money(100, "EUR")
    for wrong in ((Money(-1, "EUR"), 100, None), (gifts, -1, None), (gifts, 1, Money(-1, "EUR"))):
        with pytest.raises(ValueError, match="less than nothing"):
            matching(*wrong)
    with pytest.raises(ValueError, match="never reckoned together"):
        matching(gifts, 100, Money(100, "SEK"))
