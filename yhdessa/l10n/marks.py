"""Marks: the signs that stand in and between figures, and whole numbers written with them."""

from __future__ import annotations

from dataclasses import dataclass

from yhdessa.l10n.tags import babel_locale, base_language

NBSP = "\u00a0"
MINUS = "\u2212"
EN_DASH = "\u2013"

#: Where four digits stay together: `minimumGroupingDigits` is 2 (CLDR 48, TR35 part 3; Babel does not carry
#: it).
FOUR_TOGETHER = {"bg", "es", "et", "hu", "it", "lv", "pl", "pt-PT"}


@dataclass(frozen=True)
class Marks:
    """What a language puts before decimals and between groups of three digits."""

    decimal: str
    group: str


#: Kielitoimisto and Svenska skrivregler: comma, and a space that does not break. GOV.UK: point and comma.
#: English in Finland too: CLDR's en-FI has the Finnish marks, but then `1,000` would have two meanings in
#: English.
OURS = {"fi": Marks(",", NBSP), "sv": Marks(",", NBSP), "en": Marks(".", ",")}


def is_ours(language: str) -> bool:
    """Whether the language is written by rules of our own; the others go by CLDR."""
    return base_language(language) in OURS


def marks_of(language: str) -> Marks:
    """The marks of a language, from CLDR where we have no rule. Raises UnknownLanguage."""
    if is_ours(language):
        return OURS[base_language(language)]
    symbols = babel_locale(language).number_symbols["latn"]
    return Marks(symbols["decimal"], symbols["group"])


def write_digits(whole: int, decimals: str, language: str) -> str:
    """A number without its sign: `whole` in groups, and the digits in `decimals` as they stand."""
    marks = marks_of(language)
    together = whole < 10_000 and FOUR_TOGETHER & {language, base_language(language)}
    text = f"{whole:,}".replace(",", "" if together else marks.group)
    return f"{text}{marks.decimal}{decimals}" if decimals else text


def join_range(first: str, last: str) -> str:
    """Two ends with an en dash: closed up, but spaced when one has a sign (`−10 – 15`, as ICU does)."""
    signed = any(sign in first + last for sign in (MINUS, "+"))
    return f"{first}{NBSP}{EN_DASH} {last}" if signed else f"{first}{EN_DASH}{last}"
