"""Decimals: figures without a float in sight, rounded half-up before anybody formats them."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

#: A figure: a whole number, plain decimal text (`81.5`, with a point), a Decimal, or an exact Fraction.
Figure = int | str | Decimal | Fraction


def to_decimal(figure: Figure, decimals: int | None = None) -> Decimal:
    """`figure` as a Decimal: with `decimals` digits, rounded half-up, or with the digits that it was given.

    Raises TypeError for a float or a bool; ValueError for text that is no plain decimal, for NaN and
    infinity, and for a Fraction that does not say how many decimals it wants.
    """
    exact = _exact(figure)
    if decimals is not None:
        return _round_half_up(Fraction(exact), decimals)
    if isinstance(exact, Fraction):
        raise ValueError(f"{exact} needs a number of decimals")
    return exact


def split_digits(number: Decimal) -> tuple[bool, int, str]:
    """Whether `number` is below nought, its whole part, and the digits of its decimals, never rounded."""
    whole, _, decimals = f"{number.copy_abs():f}".partition(".")
    return number < 0, int(whole), decimals


def _exact(figure: Figure) -> Decimal | Fraction:
    if isinstance(figure, bool) or not isinstance(figure, int | str | Decimal | Fraction):
        raise TypeError(f"a figure is an int, decimal text, a Decimal or a Fraction, not {figure!r}")
    if isinstance(figure, Fraction):
        return figure
    if isinstance(figure, str) and not re.fullmatch(r"-?\d+(\.\d+)?", figure, re.ASCII):
        raise ValueError(f"{figure!r} is no plain decimal, as 81.5")
    number = Decimal(figure)
    if not number.is_finite():
        raise ValueError(f"{figure!r} is no number")
    return number


def _round_half_up(exact: Fraction, decimals: int) -> Decimal:
    """Half goes away from nought, as people round (ISO 80000-1, B.3); Babel goes to the even digit."""
    scaled = abs(exact) * 10**decimals
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign = "-" if exact < 0 and units else ""
    return Decimal(f"{sign}{units}e-{decimals}")
