"""Percent: shares, percentage points and per mille. A change between shares is told in points."""

from __future__ import annotations

from yhdessa.l10n.case import CASES, UNITS, unit_ending
from yhdessa.l10n.decimals import Figure, to_decimal
from yhdessa.l10n.marks import NBSP, is_ours
from yhdessa.l10n.numbers import format_number, format_number_range
from yhdessa.l10n.plural import plural_form
from yhdessa.l10n.tags import babel_locale, base_language

#: The endings of %, by case: what editors may write after a figure (`{isolated-75:ade}`).
PERCENT_ENDINGS = {case: UNITS["%"].ending(case) for case in CASES}

#: Percentage points are not in CLDR. One form, or one for each plural category of the language, as in
#: plural.py.
POINTS = {
    "fi": "%-yks.",
    "sv": "procentenhet|procentenheter",
    "en": "percentage point|percentage points",
    "de": "Prozentpunkt|Prozentpunkte",
    "nb": "prosentpoeng",
    "nn": "prosentpoeng",
    "da": "procentpoint",
    "et": "protsendipunkt|protsendipunkti",
}
#: For languages whose word we do not know.
POINTS_ELSEWHERE = "pp"


def format_percent(
    value: Figure, language: str, case: str = "nom", *, decimals: int | None = None, signed: bool = False
) -> str:
    """`14 %` in Finnish and Swedish (no-break space), `14%` in English; in Finnish with a case: `68 %:lla`.

    `value` is in per cent, as format_number takes it. Kielitoimisto: Prosenttimerkki; Svenska skrivregler;
    GOV.UK style guide; other languages by CLDR's percent pattern. Raises as format_number does.
    """
    number = format_number(value, language, decimals=decimals, signed=signed)
    return _with_sign(number, "%", language, case)


def format_percent_range(
    first: Figure, last: Figure, language: str, case: str = "nom", *, decimals: int | None = None
) -> str:
    """`10–15 %` in Finnish and Swedish, `10–15%` in English: one sign, after the range. Raises as above."""
    return _with_sign(format_number_range(first, last, language, decimals=decimals), "%", language, case)


def format_permille(value: Figure, language: str, case: str = "nom", *, decimals: int | None = None) -> str:
    """`1 ‰` in Finnish and Swedish, `1‰` in English; spaced as per cent is. `value` is in per mille."""
    return _with_sign(format_number(value, language, decimals=decimals), "‰", language, case)


def format_points(
    value: Figure, language: str, case: str = "nom", *, decimals: int | None = None, signed: bool = False
) -> str:
    """Percentage points: `23 %-yks.`, `23 procentenheter`, `23 percentage points`; in the singular for 1.

    Kielitoimiston sanakirja (lyh. %-yks.; with an ending `%-yks:n`, its full stop gone), Språkrådet, CLDR
    plural rules. A bare % would say something else: from 28 % to 51 % is 23 points, and 82 per cent.
    """
    number = format_number(value, language, decimals=decimals, signed=signed)
    return f"{number}{NBSP}{_points(value, language, case, decimals)}"


def _points(value: Figure, language: str, case: str, decimals: int | None) -> str:
    words = POINTS.get(base_language(language), POINTS_ELSEWHERE)
    if base_language(language) == "fi":
        ending = unit_ending("%-yks", case)
        return words.rstrip(".") + ending if ending else words
    return plural_form(words, to_decimal(value, decimals), language) if "|" in words else words


def _with_sign(number: str, sign: str, language: str, case: str) -> str:
    if is_ours(language):
        space = "" if base_language(language) == "en" else NBSP
        ending = unit_ending(sign, case) if base_language(language) == "fi" else ""
        return f"{number}{space}{sign}{ending}"
    pattern = babel_locale(language).percent_formats[None]
    before, after = (affix[0].replace("%", sign) for affix in (pattern.prefix, pattern.suffix))
    return f"{before}{number}{after}"
