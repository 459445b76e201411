"""Numbers: counts and decimals as each language writes them, their ranges, and those that people type."""

from __future__ import annotations

from decimal import Decimal

from yhdessa.l10n.case import numeral_ending
from yhdessa.l10n.decimals import Figure, split_digits, to_decimal
from yhdessa.l10n.marks import MINUS, join_range, write_digits
from yhdessa.l10n.tags import base_language
from yhdessa.l10n.typed import SPACES, read_figure

#: More decimals than any figure of a report has.
MOST_DECIMALS = 6


class NotNumber(ValueError):
    """The text is no number in the language it was typed in."""


def format_number(
    value: Figure, language: str, case: str = "nom", *, decimals: int | None = None, signed: bool = False
) -> str:
    """`53 560` in Finnish and Swedish (no-break space), `53,560` in English; in Finnish with a case, `3:lla`.

    `value` is never a float: an int, text such as `81.5`, a Decimal or a Fraction. `decimals` rounds
    half-up to that many; without it the figure keeps the decimals it was written with. `signed` puts a plus
    before what is above nought. The minus is U+2212. Only Finnish has endings; the others write the figure
    as it is. Raises TypeError for a float; ValueError for text that is no decimal, and for an unknown case.
    """
    number = to_decimal(value, decimals)
    below, whole, digits = split_digits(number)
    sign = MINUS if below else "+" if signed and number > 0 else ""
    ending = numeral_ending(whole, digits, case) if base_language(language) == "fi" else ""
    return f"{sign}{write_digits(whole, digits, language)}{ending}"


def format_number_range(first: Figure, last: Figure, language: str, *, decimals: int | None = None) -> str:
    """`10–20`, with an en dash and no spaces; `−10 – 15` where a sign stands. Equal ends are one number.

    Kielitoimisto (Ajatusviiva: rajakohdat), EU publications sv 10.4.10, EU English Style Guide; spaced ends
    with a sign: ICU. Raises ValueError when `last` is below `first`, and as format_number does.
    """
    low, high = to_decimal(first, decimals), to_decimal(last, decimals)
    if high < low:
        raise ValueError(f"a range goes upwards, not from {first} to {last}")
    if low == high:
        return format_number(low, language)
    return join_range(format_number(low, language), format_number(high, language))


def parse_number(text: str, language: str) -> Decimal:
    """The number that a person typed: `53 560`, `81,5` in Finnish and Swedish; `53,560`, `81.5` in English.

    The spaces between thousands may be plain, no-break, thin or narrow. Raises NotNumber for the rest. In
    Finnish and Swedish a point is always refused: `12.500` may be meant either way, and unlike a sum a
    number has no fixed count of decimals to tell by. In English a comma that does not stand before three
    digits is refused (`2,48`).
    """
    figure = read_figure(text.strip(SPACES + "\t\r\n"), language, MOST_DECIMALS)
    if figure is None:
        raise NotNumber(text)
    digits = f"{figure.whole}.{figure.decimals}" if figure.decimals else figure.whole
    return Decimal(f"-{digits}" if figure.negative else digits)
