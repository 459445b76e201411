"""Money: whole minor units and a currency; read from what people type and written as they expect it.

Babel would print `50,00 €` and `100,00 SEK`, takes `2,48` for 248 in English and refuses a plain space
as a thousands mark, so both directions are ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NBSP = "\u00a0"
MINUS = "\u2212"

#: Digits after the decimal mark. ISO 4217; every currency we take has two.
MINOR_DIGITS = {"EUR": 2, "SEK": 2, "NOK": 2, "DKK": 2, "GBP": 2}
SYMBOLS = {"EUR": "€", "GBP": "£"}
#: In their own languages these are written `kr`; elsewhere by their code.
KRONER = {"SEK": ("sv", "fi"), "NOK": ("nb", "nn"), "DKK": ("da",)}

_SPACES = re.compile("[\u0020\u00a0\u2009\u202f]")
_LARGEST_DIGITS = 12


class NotMoney(ValueError):
    """The text is no sum of money in the language it was typed in."""


@dataclass(frozen=True, order=True)
class Money:
    """`minor` units (cents, öre) of `currency` (ISO 4217, upper case)."""

    minor: int
    currency: str

    def __add__(self, other: Money) -> Money:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} are never added together")
        return Money(self.minor + other.minor, self.currency)


def parse_money(text: str, currency: str, language: str) -> Money:
    """The sum that a person typed, as `12,50`, `1 000`, `20 €` (fi, sv), `12.50`, `1,000`, `€20` (en).

    Raises NotMoney for anything else: `NaN`, `1e3`, `1_000`, more decimals than the currency has.
    """
    mark, grouping = (".", ",") if language == "en" else (",", "")
    digits = _without_currency(text.strip(), currency)
    sign = -1 if digits[:1] in ("-", MINUS) else 1
    digits = digits.lstrip("-" + MINUS) if sign < 0 else digits
    group = f"(?:[{_SPACES.pattern[1:-1]}{grouping}]\\d{{3}})"
    decimals = MINOR_DIGITS[currency]
    match = re.fullmatch(
        rf"(\d{{1,3}}{group}+|\d+)(?:{re.escape(mark)}(\d{{1,{decimals}}}))?", digits, re.ASCII
    )
    if match is None:
        raise NotMoney(text)
    whole = re.sub(r"\D", "", match[1])
    if len(whole) > _LARGEST_DIGITS:
        raise NotMoney(text)
    return Money(sign * int(whole + (match[2] or "").ljust(decimals, "0")), currency)


def parse_fact(text: str) -> Money:
    """The sum in a facts file, written `50 EUR`, `49.90 EUR` or `10 000 SEK`. Raises NotMoney."""
    amount, _, currency = text.strip().rpartition(" ")
    if currency not in MINOR_DIGITS or "," in amount:
        raise NotMoney(text)
    return parse_money(amount, currency, "en")


def format_money(money: Money, language: str) -> str:
    """`50 €`, `12,50 €`, `100 kr` in Finnish and Swedish; `€50`, `€12.50`, `SEK 100` in English.

    Whole sums carry no decimals; spaces are no-break; the minus is U+2212.
    """
    decimals = MINOR_DIGITS[money.currency]
    whole, minor = divmod(abs(money.minor), 10**decimals)
    english = language == "en"
    number = f"{whole:,}".replace(",", "," if english else NBSP)
    if not english and whole < 10_000 and language not in ("fi", "sv"):
        number = str(whole)
    if minor:
        number += ("." if english else ",") + str(minor).zfill(decimals)
    sign = MINUS if money.minor < 0 else ""
    unit = _unit(money.currency, language)
    if english:
        return f"{sign}{unit}{number}" if unit in SYMBOLS.values() else f"{sign}{unit}{NBSP}{number}"
    return f"{sign}{number}{NBSP}{unit}"


def _unit(currency: str, language: str) -> str:
    if language in KRONER.get(currency, ()):
        return "kr"
    return SYMBOLS.get(currency, currency)


def _without_currency(text: str, currency: str) -> str:
    for unit in sorted(
        {currency, currency.lower(), SYMBOLS.get(currency, currency), "kr", "euroa", "euro"}, key=len
    ):
        if text.endswith(unit):
            return text[: -len(unit)].rstrip(" \u00a0\u202f\u2009")
        if text.startswith(unit):
            return text[len(unit) :].lstrip(" \u00a0\u202f\u2009")
    return text
