"""The scale of a drawing: where a value stands, in per cent of the width."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

NOUGHT, WHOLE = Decimal(0), Decimal(100)
CENT = Decimal("0.01")
#: What a scale of counts or points may end at, times a power of ten.
STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


def place(value: Decimal, low: Decimal, high: Decimal) -> Decimal:
    """The place of `value` on the scale from `low` to `high`: 0 to 100, with two decimals at most.

    What is outside stands at the end. Raises ValueError unless `high` is above `low`.
    """
    if high <= low:
        raise ValueError(f"a scale goes upwards, not from {low} to {high}")
    inside = min(max(value, low), high)
    return ((inside - low) * 100 / (high - low)).quantize(CENT, ROUND_HALF_UP)


def round_up(value: Decimal) -> Decimal:
    """The end of a scale that has none of its own: 1, 2 or 5 times a power of ten, not below `value`.

    1 for nought and less.
    """
    if value <= 0:
        return Decimal(1)
    power = Decimal(10) ** value.adjusted()
    return next(step * power for step in STEPS if step * power >= value)


def percent(place: Decimal) -> str:
    """A place as SVG writes it: `12.5%`."""
    return f"{_plain(place)}%"


def em(length: Decimal) -> str:
    """A length as SVG writes it: `1.25em`."""
    return f"{_plain(length)}em"


def _plain(number: Decimal) -> str:
    text = f"{number.quantize(CENT, ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
