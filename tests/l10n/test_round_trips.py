"""What is written can be read: for every language, currency and figure, and never through a float."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yhdessa.l10n.currencies import MINOR_DIGITS
from yhdessa.l10n.decimals import to_decimal
from yhdessa.l10n.marks import MINUS, NBSP
from yhdessa.l10n.money import Money, NotMoney, format_money, parse_fact, parse_money
from yhdessa.l10n.numbers import MOST_DECIMALS, NotNumber, format_number, parse_number
from yhdessa.l10n.percent import format_percent, format_permille, format_points
from yhdessa.l10n.plural import plural

OURS = ["fi", "fi-FI", "sv", "sv-FI", "sv-SE", "en", "en-GB", "en-FI"]
OTHERS = ["de", "nb", "nn", "da", "et", "is", "fr", "pl", "es", "nl", "uk"]

#: The first look at a language loads Babel, which no deadline should count.
thorough = settings(deadline=None, max_examples=300)

languages = st.sampled_from(OURS + OTHERS)
currencies = st.sampled_from(sorted(MINOR_DIGITS))
minor_units = st.integers(min_value=-(10**12) + 1, max_value=10**12 - 1)
sums = st.builds(Money, minor_units, currencies)
figures = st.decimals(
    allow_nan=False, allow_infinity=False, places=3, min_value=Decimal(-(10**9)), max_value=Decimal(10**9)
)


@thorough
@given(sums, languages)
def test_a_sum_that_is_written_reads_as_itself(money: Money, language: str) -> None:
    assert parse_money(format_money(money, language), money.currency, language) == money


@thorough
@given(sums, st.sampled_from(OURS))
def test_a_sum_reads_the_same_with_plain_spaces_and_the_minus_of_the_keyboard(
    money: Money, language: str
) -> None:
    typed = format_money(money, language).replace(NBSP, " ").replace(MINUS, "-")
    assert parse_money(typed, money.currency, language) == money


@thorough
@given(st.builds(Money, st.integers(0, 10**12 - 1), currencies))
def test_a_sum_of_a_facts_file_reads_as_it_is_written(money: Money) -> None:
    digits = MINOR_DIGITS[money.currency]
    whole, minor = divmod(money.minor, 10**digits)
    decimals = "." + str(minor).zfill(digits) if digits else ""
    assert parse_fact(f"{whole}{decimals} {money.currency}") == money


@thorough
@given(figures, languages)
def test_a_number_that_is_written_reads_as_itself(figure: Decimal, language: str) -> None:
    assert parse_number(format_number(figure, language), language) == figure


@thorough
@given(st.integers(-(10**12) + 1, 10**12 - 1), languages)
def test_a_whole_number_that_is_written_reads_as_itself(figure: int, language: str) -> None:
    assert parse_number(format_number(figure, language), language) == figure


@thorough
@given(st.text(max_size=60), currencies, languages)
def test_whatever_is_typed_is_a_sum_or_is_refused(text: str, currency: str, language: str) -> None:
    try:
        money = parse_money(text, currency, language)
    except NotMoney:
        return
    assert money.currency == currency
    assert isinstance(money.minor, int)


@thorough
@given(st.text(alphabet="0123456789 ., :-−€kr\u00a0", max_size=20), st.sampled_from(OURS))
def test_no_sum_is_read_a_hundredfold(text: str, language: str) -> None:
    """Whatever two of our languages can both read, they read as the same sum."""
    readings = set()
    for other in ("fi", "sv", "en"):
        try:
            readings.add(parse_money(text, "EUR", other))
        except NotMoney:
            continue
    assert len(readings) <= 1


@thorough
@given(st.text(max_size=60), languages)
def test_whatever_is_typed_is_a_number_or_is_refused(text: str, language: str) -> None:
    try:
        number = parse_number(text, language)
    except NotNumber:
        return
    assert abs(number) < 10**12
    assert -number.as_tuple().exponent <= MOST_DECIMALS  # type: ignore[operator]


@thorough
@given(st.fractions(min_value=-(10**6), max_value=10**6), st.integers(0, 4))
def test_rounding_is_never_more_than_half_a_step_off_and_half_goes_away_from_nought(
    figure: Fraction, decimals: int
) -> None:
    rounded = Fraction(to_decimal(figure, decimals))
    step = Fraction(1, 10**decimals)
    assert abs(rounded - figure) <= step / 2
    if abs(rounded - figure) == step / 2:
        assert abs(rounded) > abs(figure)


@pytest.mark.parametrize("figure", [0.1, 1.0, float("nan"), True])
def test_no_float_enters(figure: float) -> None:
    with pytest.raises(TypeError):
        format_number(figure, "fi")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        format_percent(figure, "sv")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        format_points(figure, "en")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        format_permille(figure, "fi")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        plural("{n} a|{n} b", figure, "fi")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Money(figure, "EUR")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["", "1e3", "1_000", "NaN", "1,5", " 5", "5 ", "+5", "١٢", "--5", "1.", ".5"]
)
def test_a_figure_in_text_is_a_plain_decimal(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no plain decimal, as 81\.5"):
        format_number(text, "fi")


@pytest.mark.parametrize("figure", [Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity")])
def test_a_figure_is_a_number(figure: Decimal) -> None:
    with pytest.raises(ValueError, match="is no number"):
        format_number(figure, "fi")


def test_a_fraction_says_how_many_decimals_it_wants() -> None:
    assert format_percent(Fraction(5300, 195), "fi", decimals=0) == "27\u00a0%"
    with pytest.raises(ValueError, match="needs a number of decimals"):
        format_percent(Fraction(1, 3), "fi")


def test_a_figure_of_any_size_keeps_every_digit() -> None:
    assert format_number(10**40 + 1, "en").replace(",", "") == str(10**40 + 1)
    assert format_number("0." + "1" * 50, "en") == "0." + "1" * 50
    assert format_number(Decimal("1E+3"), "fi") == "1\u00a0000"
