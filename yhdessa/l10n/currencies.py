"""Currencies: their minor digits, how they are written, and what people type for them."""

from __future__ import annotations

from yhdessa.l10n.marks import is_ours
from yhdessa.l10n.tags import babel_locale, base_language

#: Digits after the decimal mark (ISO 4217). Króna and forint are left out: Stripe counts them otherwise.
MINOR_DIGITS = {"EUR": 2, "SEK": 2, "NOK": 2, "DKK": 2, "GBP": 2, "USD": 2, "CHF": 2, "JPY": 0}
#: Other currencies stand by their code, as the EU's style guides have it (7.3.3).
SYMBOLS = {"EUR": "€", "GBP": "£"}
#: `kr` alone is Swedish money, in Swedish and in Finnish texts.
KRONA = {"SEK": ("fi", "sv")}

_KRONER = ("kr", "kr.", "krona", "kronor", "krone", "kroner", "kruunu", "kruunua")
#: What people write for a currency besides its code and its sign. `e` is the euro's other abbreviation
#: (Kotus).
_TYPED = {
    "EUR": ("euro", "euroa", "euros", "e"),
    "SEK": _KRONER,
    "NOK": _KRONER,
    "DKK": _KRONER,
    "GBP": ("punta", "puntaa", "pund", "pound", "pounds"),
    "USD": ("$", "us$", "dollari", "dollaria", "dollar", "dollars"),
    "JPY": ("¥",),
}


def minor_digits(currency: str) -> int:
    """How many digits a currency has after its decimal mark. Raises ValueError for one we do not take."""
    if currency not in MINOR_DIGITS:
        raise ValueError(f"{currency} is none of {', '.join(MINOR_DIGITS)}")
    return MINOR_DIGITS[currency]


def written_unit(currency: str, language: str) -> str:
    """How Finnish, Swedish and English write a currency: `€`, `kr`, or its code."""
    if base_language(language) in KRONA.get(currency, ()):
        return "kr"
    return SYMBOLS.get(currency, currency)


def cldr_unit(currency: str, language: str) -> str:
    """How CLDR writes a currency in a language that has no rule of ours: `kr.` in Danish. UnknownLanguage."""
    from babel.numbers import get_currency_symbol

    return str(get_currency_symbol(currency, babel_locale(language)))


def typed_units(currency: str, language: str) -> tuple[str, ...]:
    """What people may type for a currency, in lower case, the longest first, whatever the language."""
    units = {currency.lower(), SYMBOLS.get(currency, currency.lower()), *_TYPED.get(currency, ())}
    if not is_ours(language):
        units.add(cldr_unit(currency, language).lower())
    return tuple(sorted(units, key=lambda unit: (-len(unit), unit)))
