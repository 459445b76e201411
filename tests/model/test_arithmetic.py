"""Reckoning: shares that make a hundred, answers that make a share, means that are weighted."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yhdessa.model.arithmetic.reckoning import (
    Severity,
    largest_remainder,
    possible_answers,
    remainder_choices,
    rounded,
    severity_of,
    weighted_mean,
    written,
)

COUNTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("counts", "shares"),
    [
        ([21373, 14777, 11173, 6237], [40, 27, 21, 12]),
        ([13568, 39995], [25, 75]),
        ([1, 1, 1], [34, 33, 33]),
        ([0, 0], [0, 0]),
        ([7], [100]),
    ],
)
def test_what_is_left_goes_to_the_largest_remainders(counts: list[int], shares: list[int]) -> None:
    assert largest_remainder(counts) == shares


@given(COUNTS, st.sampled_from([100, 1000]))
def test_shares_make_the_whole_and_are_never_a_unit_away(counts: list[int], total: int) -> None:
    shares = largest_remainder(counts, total)
    whole = sum(counts)
    assert sum(shares) == (total if whole else 0)
    for count, share in zip(counts, shares, strict=True):
        assert not whole or abs(share - Fraction(count * total, whole)) < 1


@given(COUNTS)
def test_what_the_largest_remainder_gives_is_always_among_the_choices(counts: list[int]) -> None:
    pairs = zip(largest_remainder(counts), remainder_choices(counts), strict=True)
    assert all(share in choices for share, choices in pairs)


def test_equal_counts_may_each_have_what_is_left() -> None:
    assert remainder_choices([1, 1, 1]) == [{33, 34}] * 3
    assert remainder_choices([21373, 14777, 11173, 6237]) == [{40}, {27}, {21}, {12}]


@pytest.mark.parametrize(
    ("percent", "n", "answers"),
    [
        ("68", 18, []),
        ("23", 17, [4]),
        ("24", 17, [4]),
        ("81.5", 47, []),
        ("81.5", 54, [44]),
        ("0", 5, [0]),
        ("100", 319, [318, 319]),
        ("50", 2, [1]),
        ("99", 407, [401, 402, 403, 404, 405, 406]),
    ],
)
def test_the_answers_that_are_printed_as_a_share(percent: str, n: int, answers: list[int]) -> None:
    assert possible_answers(Decimal(percent), n) == answers


@given(st.integers(1, 2000), st.data())
def test_every_share_that_was_printed_from_answers_is_possible(n: int, data: st.DataObject) -> None:
    answers = data.draw(st.integers(0, n))
    places = data.draw(st.sampled_from([0, 1]))
    share = Fraction(100 * answers, n)
    cut = Decimal(int(share * 10**places)).scaleb(-places)
    assert answers in possible_answers(rounded(share, places), n)
    assert answers in possible_answers(cut, n)


@given(st.integers(100, 3000), st.integers(0, 100))
def test_a_hundred_answers_or_more_give_every_whole_share(n: int, percent: int) -> None:
    assert possible_answers(Decimal(percent), n)


@pytest.mark.parametrize(
    ("parts", "mean"),
    [
        ([("77", 133), ("100", 13)], "79"),
        ([("89", 194), ("43", 51)], "79"),
        ([("89", 146), ("80", 167), ("69", 245), ("78", 65), ("91", 403)], "83"),
        ([("-10", 1), ("-11", 1)], "-11"),
    ],
)
def test_a_score_of_several_groups_is_weighted_by_their_answers(
    parts: list[tuple[str, int]], mean: str
) -> None:
    assert rounded(weighted_mean((Decimal(score), n) for score, n in parts)) == Decimal(mean)


@pytest.mark.parametrize(
    ("printed", "computed", "severity"),
    [
        ("53560", "53560", None),
        ("20", "19", "warning"),
        ("33", "43", "error"),
        ("2.48", "2.48", None),
        ("2.5", "2.48", None),
        ("2.49", "2.48", "warning"),
        ("2.58", "2.48", "error"),
        ("3", "2.48", "warning"),
        ("19.4", "19", None),
        ("-33", "33", "error"),
    ],
)
def test_off_by_one_in_the_last_digit_is_a_warning_and_by_more_an_error(
    printed: str, computed: str, severity: Severity | None
) -> None:
    assert severity_of(Decimal(printed), Decimal(computed)) == severity


def test_numbers_in_messages_are_grouped_and_have_a_real_minus() -> None:
    assert written(53560) == "53 560"
    assert written(Decimal("-2.48")) == "−2.48"
    assert written(89, signed=True) == "+89"
