"""Money: whole minor units and a currency; read from what people type and written as they expect it.

Babel would print `50,00 €` and `100,00 SEK`, takes `2,48` for 248 in English and refuses a plain space as a
thousands mark, so both directions are ours. The functions import this module at every cold start: it imports
nothing heavy, and Babel only to write or read a language other than Finnish, Swedish and English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import total_ordering

from yhdessa.l10n.case import unit_ending
from yhdessa.l10n.currencies import MINOR_DIGITS, cldr_unit, minor_digits, typed_units, written_unit
from yhdessa.l10n.marks import EN_DASH, MINUS, NBSP, is_ours, join_range, marks_of, write_digits
from yhdessa.l10n.tags import babel_locale, base_language
from yhdessa.l10n.typed import TypedFigure, read_figure, read_sum

__all__ = [
    "MINOR_DIGITS",
    "MINUS",
    "NBSP",
    "Money",
    "NotMoney",
    "format_money",
    "format_money_range",
    "parse_fact",
    "parse_money",
]


class NotMoney(ValueError):
    """The text is no sum of money in the language it was typed in."""


@total_ordering
@dataclass(frozen=True)
class Money:
    """`minor` units (cents, öre) of `currency` (ISO 4217, upper case). Raises TypeError for a float.

    Two currencies are never added, subtracted or compared: ValueError.
    """

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if isinstance(self.minor, bool) or not isinstance(self.minor, int):
            raise TypeError(f"money is whole minor units, not {self.minor!r}")

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._in_same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._in_same(other), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._in_same(other)

    def _in_same(self, other: Money) -> int:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} are never reckoned together")
        return other.minor


def parse_money(text: str, currency: str, language: str) -> Money:
    """The sum that a person typed: `12,50`, `1 000`, `20 €`, `100:-` (fi, sv); `12.50`, `1,000`, `€20` (en).

    The currency's own sign, code or name may stand before or after, in any language; another currency's is
    refused. One minus may stand in front. Raises NotMoney for everything else, among it what could be read
    wrong by a hundred or a thousand: `1.000` in Finnish and Swedish (a thousand to a German, one to an
    Englishman) and `12,50` in English (a Finn's 12.50; Babel reads 1250). A point before exactly two digits
    is read in Finnish and Swedish too: groups have three digits, so `12.50` can only be 12,50, and the
    number keys of telephones show a point. In Swedish a colon may stand so as well: `34:50`. Raises
    ValueError for a currency we do not take.
    """
    digits = minor_digits(currency)
    marks = _exact_marks(language) if digits else ""
    figure = read_sum(text, typed_units(currency, language), language, digits, exact_marks=marks)
    if figure is None:
        raise NotMoney(text)
    return _money(figure, currency)


def parse_fact(text: str) -> Money:
    """The sum in a facts file, written `50 EUR`, `49.90 EUR` or `10 000 SEK`. Raises NotMoney."""
    amount, _, currency = text.strip().rpartition(" ")
    if currency not in MINOR_DIGITS or "," in amount:
        raise NotMoney(text)
    figure = read_figure(amount, "en", MINOR_DIGITS[currency])
    if figure is None:
        raise NotMoney(text)
    return _money(figure, currency)


def format_money(money: Money, language: str, case: str = "nom") -> str:
    """`50 €`, `12,50 €`, `100 kr` in Finnish and Swedish; `€50`, `€12.50`, `SEK 100` in English.

    Whole sums carry no decimals; spaces are no-break; the minus is U+2212. In Finnish with a case:
    `23,35 €:oon` (Kielikello: Euron tunnus numeron jäljessä). Order: Svenska skrivregler, GOV.UK style guide,
    EU 7.3.3; other languages by CLDR's currency pattern. Raises ValueError for a currency we do not take, and
    for an unknown case.
    """
    return _write(money, language, case, exact=not _is_whole(money))


def format_money_range(first: Money, last: Money, language: str, case: str = "nom") -> str:
    """`10–50 €` in Finnish and Swedish; `€10–€50`, `SEK 100–500` in English. Equal ends are one sum.

    What stands after the figures, or a code before them, is written once (ICU NumberRangeFormatter); if one
    end has cents, both show them. Raises ValueError for two currencies, or when `last` is below `first`.
    """
    if last < first:
        raise ValueError(f"a range goes upwards, not from {first} to {last}")
    if first == last:
        return format_money(first, language, case)
    exact = not (_is_whole(first) and _is_whole(last))
    low, high = _write(first, language, exact=exact), _write(last, language, case, exact=exact)
    if MINUS in low:
        return join_range(low, high)
    code = re.match(rf"[^\W\d]+{NBSP}", high)
    return re.sub(r"\D+$", "", low) + EN_DASH + (high[code.end() :] if code else high)


def _exact_marks(language: str) -> str:
    """What may stand before exactly the currency's decimals, besides the decimal mark itself."""
    marks = marks_of(language)
    point = "." if marks.decimal == "," and marks.group != "." else ""
    return point + (":" if base_language(language) == "sv" else "")


def _money(figure: TypedFigure, currency: str) -> Money:
    minor = int(figure.whole + figure.decimals.ljust(MINOR_DIGITS[currency], "0"))
    return Money(-minor if figure.negative else minor, currency)


def _is_whole(money: Money) -> bool:
    unit: int = 10 ** minor_digits(money.currency)
    return money.minor % unit == 0


def _write(money: Money, language: str, case: str = "nom", *, exact: bool) -> str:
    digits = minor_digits(money.currency)
    whole, minor = divmod(abs(money.minor), 10**digits)
    decimals = str(minor).zfill(digits) if exact else ""
    sign, number = MINUS if money.minor < 0 else "", write_digits(whole, decimals, language)
    if not is_ours(language):
        return sign + _with_unit_of_cldr(number, money.currency, language)
    unit = written_unit(money.currency, language)
    if base_language(language) == "en":
        return f"{sign}{unit}{NBSP if unit.isalpha() else ''}{number}"
    ending = unit_ending(unit, case) if base_language(language) == "fi" else ""
    return f"{sign}{number}{NBSP}{unit}{ending}"


def _with_unit_of_cldr(number: str, currency: str, language: str) -> str:
    """The unit where the language's pattern has it; letters keep a space from the digits (TR35)."""
    pattern, unit = babel_locale(language).currency_formats["standard"], cldr_unit(currency, language)
    before, after = (str(affix[0]).replace("¤", unit) for affix in (pattern.prefix, pattern.suffix))
    first = NBSP if before[-1:].isalpha() else ""
    last = NBSP if after[:1].isalpha() else ""
    return f"{before}{first}{number}{last}{after}"
