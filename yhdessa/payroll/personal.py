"""Personal identity codes: whether a reference may be one. It is refused then, right or mistyped.

The check character is not asked of a code whose shape alone says what it is: one with a wrong figure in it
still says when somebody was born. Ten or twelve figures in a row may be a number of the payroll's own: those
must be a day and pass the check too.
Finland: https://dvv.fi/en/personal-identity-code (signs since 2023: + - Y X W V U A B C D E F).
Sweden: https://www.skatteverket.se (personnummer, samordningsnummer: the day plus 60).
"""

from __future__ import annotations

import re

_FINNISH = re.compile(r"[0-3][0-9][01][0-9]{3}[-+A-FU-Y][0-9]{3}[0-9A-Y]", re.IGNORECASE)
_SWEDISH = re.compile(r"(?:[0-9]{2})?([0-9]{2}[01][0-9][0-9]{2})([-+]?)([0-9]{4})")


def is_personal(reference: str) -> bool:
    """Whether `reference` has the shape of a Finnish or a Swedish personal identity code."""
    if len(reference) not in (10, 11, 12, 13):
        return False
    if _FINNISH.fullmatch(reference):
        return True
    swedish = _SWEDISH.fullmatch(reference)
    if swedish is None:
        return False
    born, sign, rest = swedish.groups()
    month, day = int(born[2:4]), int(born[4:6])
    likely = 1 <= month <= 12 and (1 <= day <= 31 or 61 <= day <= 91)
    return likely and (bool(sign) or _passes(born + rest))


def _passes(digits: str) -> bool:
    """The check of Luhn: https://en.wikipedia.org/wiki/Luhn_algorithm"""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
