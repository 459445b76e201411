"""Ordinals: numbers in an order, in digits: `3.`, `3:e`, `3rd`."""

from __future__ import annotations

from yhdessa.l10n.marks import write_digits
from yhdessa.l10n.tags import base_language


def format_ordinal(number: int, language: str) -> str:
    """`3.` in Finnish, `3:e` in Swedish, `3rd` in English; a full stop in the other languages.

    `number` is 0 or above. Kielitoimisto: Järjestysluvut; Isof, Frågelådan 45215; CLDR ordinal rules. The
    full stop is right in German, Danish, Norwegian, Estonian, Icelandic, Polish and Czech; the Romance
    languages have other signs. Raises ValueError below 0.
    """
    if number < 0:
        raise ValueError(f"{number} is no place in an order")
    ending = {"sv": _swedish, "en": _english}.get(base_language(language), _full_stop)
    return f"{write_digits(number, '', language)}{ending(number)}"


def _full_stop(_number: int) -> str:
    return "."


def _swedish(number: int) -> str:
    """The last letter: första, andra, tredje; elfte and tolfte are not första and andra."""
    return ":a" if number % 10 in (1, 2) and number % 100 not in (11, 12) else ":e"


def _english(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
