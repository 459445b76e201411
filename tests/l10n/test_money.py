"""Money reckons in whole minor units of one currency, and nothing else."""

from __future__ import annotations

import pytest

from yhdessa.l10n.money import Money, NotMoney, format_money, parse_money


def test_sums_of_one_currency_add_subtract_and_compare() -> None:
    assert Money(1999, "EUR") + Money(1, "EUR") == Money(2000, "EUR")
    assert Money(2000, "EUR") - Money(2500, "EUR") == Money(-500, "EUR")
    assert -Money(500, "EUR") == Money(-500, "EUR")
    assert Money(500, "EUR") < Money(600, "EUR") <= Money(600, "EUR")
    assert max(Money(500, "SEK"), Money(700, "SEK")) == Money(700, "SEK")
    assert sum([Money(100, "EUR"), Money(15, "EUR")], start=Money(0, "EUR")) == Money(115, "EUR")


def test_two_currencies_are_never_reckoned_together() -> None:
    euro, krona = Money(500, "EUR"), Money(500, "SEK")
    assert euro != krona
    with pytest.raises(ValueError, match="EUR and SEK are never reckoned together"):
        _ = euro + krona
    with pytest.raises(ValueError, match="EUR and SEK are never reckoned together"):
        _ = euro - krona
    with pytest.raises(ValueError, match="EUR and SEK are never reckoned together"):
        _ = euro < krona


def test_a_sum_is_a_key() -> None:
    assert len({Money(500, "EUR"), Money(500, "EUR"), Money(500, "SEK")}) == 2


def test_what_was_typed_is_what_the_error_holds() -> None:
    with pytest.raises(NotMoney) as refused:
        parse_money("1.000", "EUR", "fi")
    assert refused.value.args == ("1.000",)


def test_a_currency_we_do_not_take_is_named() -> None:
    with pytest.raises(ValueError, match="XYZ is none of EUR, SEK"):
        format_money(Money(1, "XYZ"), "fi")
    with pytest.raises(ValueError, match="XYZ is none of EUR, SEK") as refused:
        parse_money("1", "XYZ", "fi")
    assert not isinstance(refused.value, NotMoney)


@pytest.mark.parametrize(("text", "minor"), [("19.99", 1999), ("1.15", 115), ("0.29", 29), ("4.35", 435)])
def test_cents_are_exact_where_a_float_would_lose_one(text: str, minor: int) -> None:
    assert parse_money(text, "EUR", "en") == Money(minor, "EUR")
