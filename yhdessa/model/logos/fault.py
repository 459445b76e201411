"""What may be wrong with a logo, and what a sound one measures."""

from __future__ import annotations

from typing import NamedTuple

#: How many times one side may be as long as the other: beyond it a logo in a box is a line.
LONGEST_SIDE = 12


class Faulty(Exception):
    """A picture that is not published: what is wrong with it, what helps, and the line, or 0."""

    def __init__(self, message: str, remedy: str, line: int = 0) -> None:
        self.message, self.remedy, self.line = message, remedy, line
        super().__init__(message)


class Size(NamedTuple):
    """How wide and high a picture is, in its own units."""

    width: float
    height: float

    def within(self, width: int, height: int) -> tuple[int, int]:
        """The size, in whole pixels, at which it fits into a box of so many and keeps its shape."""
        scale = min(width / self.width, height / self.height)
        return max(1, round(self.width * scale)), max(1, round(self.height * scale))


def check_shape(size: Size) -> Size:
    """The size of a picture that a box can show. Raises Faulty."""
    long, short = max(size), min(size)
    if long > LONGEST_SIDE * short:
        message = f"is {long / short:.0f} times as long as it is broad"
        raise Faulty(message, f"cut it so that one side is at most {LONGEST_SIDE} times the other")
    return size


def no_picture(kind: str) -> Faulty:
    """It is something else than its name says."""
    return Faulty(f"is no {kind} picture", f"export the logo as {kind}, or name the file for what it is")
