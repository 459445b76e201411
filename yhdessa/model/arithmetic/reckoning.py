"""A reckoning: a printed figure beside what is reckoned from other figures, and how far apart they may be.

Exact throughout: decimals and whole numbers, no floats. The rules are in guides/impact-sums.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from yhdessa.l10n.money import MINUS
from yhdessa.model.document import Path_
from yhdessa.model.impact.figures import Discrepancy

#: An error keeps the content from being published, a warning is told, an info is told when asked for.
Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True)
class Reckoning:
    """One relation of the report, holding or not.

    `path` is where it stands in the document, and where its `discrepancy` would; `severity` is None when it
    holds. `kind` tells what was compared: sum, change, share, rollup or answers. `source_line` is the line of
    the published text.
    """

    id: str
    path: Path_
    kind: str
    printed: Decimal
    computed: Decimal
    severity: Severity | None
    said: str
    discrepancy: Discrepancy | None = None
    source_line: int | None = None

    @property
    def answered(self) -> bool:
        """Whether the discrepancy answers for just these figures: for others it would hide a mistake."""
        known = self.discrepancy
        return known is not None and (Decimal(known.printed), Decimal(known.computed)) == (
            self.printed,
            self.computed,
        )


def severity_of(printed: Decimal, computed: Decimal) -> Severity | None:
    """Off by one in the last digit is a warning, since rounding may do that; by more, an error.

    Compared with the decimals that both have: 2.5 is printed for 2.48, and 19.4 for figures that were rounded
    to whole ones before they came here.
    """
    shared = min(decimals(printed), decimals(computed))
    off = abs(rounded(Fraction(printed), shared) - rounded(Fraction(computed), shared)).scaleb(shared)
    if off == 0:
        return None
    return "warning" if off <= 1 else "error"


def decimals(number: Decimal) -> int:
    """How many decimals `number` is written with."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def rounded(number: Fraction, places: int = 0) -> Decimal:
    """`number` rounded half up (half away from nothing), as a reader rounds."""
    size = abs(number) * 10**places
    whole = (2 * size.numerator + size.denominator) // (2 * size.denominator)
    return Decimal(whole if number >= 0 else -whole).scaleb(-places)


def written(number: Decimal | int, *, signed: bool = False) -> str:
    """A number in a message: `53 560`, `2.48`; with a sign `+89`, `−10`."""
    value = Decimal(number)
    sign = MINUS if value < 0 else "+" if signed and value > 0 else ""
    return sign + f"{abs(value):,}".replace(",", " ")


def largest_remainder(counts: Sequence[int], total: int = 100) -> list[int]:
    """The shares of `total` that `counts` have, as whole numbers that make `total` together.

    Each is cut off first; what is left goes to the largest remainders, the earlier first. Counts that are all
    nothing get nothing. https://en.wikipedia.org/wiki/Quota_method
    """
    whole = sum(counts)
    if whole == 0:
        return [0 for _ in counts]
    floors = [count * total // whole for count in counts]
    order = sorted(range(len(counts)), key=lambda place: -(counts[place] * total % whole))
    for place in order[: total - sum(floors)]:
        floors[place] += 1
    return floors


def remainder_choices(counts: Sequence[int], total: int = 100) -> list[set[int]]:
    """The shares each count may have: two where equal remainders compete for what is left, else one."""
    shares, whole = largest_remainder(counts, total), sum(counts)
    if whole == 0:
        return [{share} for share in shares]
    floors = [count * total // whole for count in counts]
    rests = [count * total % whole for count in counts]
    rows = list(zip(shares, floors, rests, strict=True))
    won = {rest for share, floor, rest in rows if share > floor}
    lost = {rest for share, floor, rest in rows if share == floor}
    return [{floor, floor + 1} if rest in won & lost else {share} for share, floor, rest in rows]


def possible_answers(percent: Decimal, n: int) -> list[int]:
    """Every whole number of `n` answers that is printed as `percent`: rounded half up, or cut off.

    `percent` is not negative, and counts with the decimals it is written with.
    """
    places = decimals(percent)
    aim, reach = Fraction(percent) * n / 100, n // 100 + 1
    near = range(max(0, int(aim) - reach), min(n, int(aim) + reach) + 1)
    return [answers for answers in near if percent in _prints(Fraction(100 * answers, n), places)]


def _prints(share: Fraction, places: int) -> set[Decimal]:
    return {rounded(share, places), Decimal(int(share * 10**places)).scaleb(-places)}


def weighted_mean(parts: Iterable[tuple[Decimal, int]]) -> Fraction:
    """The mean of (value, n), each weighted by its n; exact."""
    known = list(parts)
    return sum((Fraction(value) * n for value, n in known), Fraction(0)) / sum(n for _, n in known)
