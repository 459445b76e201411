"""Typed figures: what people type in a form or read from a paper, in the marks of their language.

Our own grammar, because Babel reads `2,48` as 248 in English and refuses `53 560` with a plain space in
Finnish. What two languages would read differently is refused: nobody's gift is taken a hundredfold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yhdessa.l10n.marks import MINUS, marks_of

#: The spaces that people type or copy between thousands: plain, no-break, thin, narrow no-break.
SPACES = "\u0020\u00a0\u2009\u202f"
MOST_DIGITS = 12


@dataclass(frozen=True)
class TypedFigure:
    """The digits of a figure, before and after its decimal mark, and its sign."""

    negative: bool
    whole: str
    decimals: str


def read_figure(text: str, language: str, most_decimals: int, *, exact_marks: str = "") -> TypedFigure | None:
    """The figure in `text`, or None if the language does not write figures so.

    Read are ASCII digits; one kind of thousands mark throughout, every group of three, the language's own
    mark or a space; then the decimal mark and 1 to `most_decimals` digits. `exact_marks` may stand for the
    decimal mark when exactly `most_decimals` digits follow. None for any other text: exponents,
    underscores, other digits, a needless nought in front (`0401234567` is a telephone number), over 12
    digits.
    """
    match = re.fullmatch(_grammar(language, most_decimals, exact_marks), text, re.ASCII)
    if match is None:
        return None
    whole = re.sub(r"\D", "", match["whole"])
    if len(whole) > MOST_DIGITS:
        return None
    return TypedFigure(bool(match["sign"]), whole, match["decimals"] or match["exact"] or "")


def _grammar(language: str, most_decimals: int, exact_marks: str) -> str:
    marks = marks_of(language)
    group = f"[{SPACES}{re.escape(marks.group)}]"
    whole = rf"[1-9]\d{{0,2}}(?P<mark>{group})\d{{3}}(?:(?P=mark)\d{{3}})*|[1-9]\d*|0"
    # What a currency without minor units, or a language without such marks, does not have never matches.
    decimals, exact = "(?P<decimals>(?!))", "(?P<exact>(?!))"
    if most_decimals:
        decimals = rf"{re.escape(marks.decimal)}(?P<decimals>\d{{1,{most_decimals}}})"
    if most_decimals and exact_marks:
        exact = rf"[{re.escape(exact_marks)}](?P<exact>\d{{{most_decimals}}})"
    return rf"(?P<sign>[-{MINUS}])?(?P<whole>{whole})(?:{decimals}|{exact})?"


def read_sum(
    text: str, units: tuple[str, ...], language: str, most_decimals: int, *, exact_marks: str = ""
) -> TypedFigure | None:
    """The figure in `text` with at most one of `units` (lower case, longest first) before or after it.

    `:-` and `,-` may stand for the unit where the decimal mark is a comma (`100:-`). One minus may stand
    before the unit or before the digits. None as read_figure.
    """
    tidy = text.strip(SPACES + "\t\r\n").lower()
    negative = tidy[:1] in ("-", MINUS)
    bare = _without_unit(tidy[1:] if negative else tidy, units, marks_of(language).decimal == ",")
    figure = read_figure(bare, language, most_decimals, exact_marks=exact_marks)
    if figure is None or (negative and figure.negative):
        return None
    return TypedFigure(negative or figure.negative, figure.whole, figure.decimals)


def _without_unit(text: str, units: tuple[str, ...], comma: bool) -> str:
    dashes = (":-", ",-", ":\u2013", ",\u2013") if comma else ()
    for unit in (*dashes, *units):
        if text.endswith(unit):
            return text[: -len(unit)].rstrip(SPACES)
        if unit not in dashes and text.startswith(unit):
            return text[len(unit) :].lstrip(SPACES)
    return text
