"""A remittance: a month's gifts of one workplace, from the file that its payroll office sends.

All or nothing: one line that cannot be read, and nothing is taken, since a part of the gifts would be lost or
taken twice. Each problem is told with its line, in one go.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from yhdessa.l10n.money import Money
from yhdessa.payroll.cells import read_amount, read_reference
from yhdessa.payroll.headings import is_heading
from yhdessa.payroll.problems import (
    MOST_PROBLEMS,
    LineProblem,
    Refused,
    WrongCell,
    WrongFile,
    line_problem,
)
from yhdessa.payroll.sheet import cells_of, lines_of, read_text, separator_of

#: An invoice of Stripe takes at most eight digits: https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
MOST_TOTAL = 99_999_999


class Gift(NamedTuple):
    """One employee's gift of a month, in minor units; the reference says nothing of who gives."""

    reference: str
    minor: int


class Remittance(Struct, frozen=True):
    """The gifts of a month, in the order of the file. Only their number and their sum are ever sent on."""

    gifts: tuple[Gift, ...]
    currency: str

    @property
    def participants(self) -> int:
        """How many give."""
        return len(self.gifts)

    @property
    def total(self) -> Money:
        """The sum of the gifts as they stand in the file, each already rounded."""
        return Money(sum(gift.minor for gift in self.gifts), self.currency)


def read_remittance(data: bytes, currency: str) -> Remittance | Refused:
    """The gifts in a file of `reference;amount` lines, amounts in `currency`; or all that is wrong."""
    try:
        lines = lines_of(read_text(data))
        reader = _Reader(*separator_of(lines), currency)
        reader.read(lines)
    except WrongFile as wrong:
        return Refused((LineProblem(0, wrong.code),))
    return reader.result()


class _Reader:
    """What is known of a file while it is read."""

    def __init__(self, first: int, separator: str, currency: str) -> None:
        self.first, self.separator, self.currency = first, separator, currency
        self.gifts: list[Gift] = []
        self.seen: dict[str, int] = {}
        self.problems: list[LineProblem] = []
        self.count = 0

    def read(self, lines: list[str]) -> None:
        """Every line of the table; the first that is not blank may name its columns."""
        heading_may_come = True
        for number, line in enumerate(lines[self.first :], self.first + 1):
            try:
                cells = cells_of(line, self.separator)
            except WrongCell as wrong:
                self.note(number, wrong.code, line)
                continue
            while len(cells) > 2 and not cells[-1]:
                cells.pop()
            if not any(cells):
                continue
            if heading_may_come and len(cells) == 2 and is_heading(*cells):
                heading_may_come = False
                continue
            heading_may_come = False
            self.read_cells(number, cells)

    def read_cells(self, number: int, cells: list[str]) -> None:
        """One line of a reference and an amount; both are read, so that both can be mended at once."""
        if len(cells) != 2:
            self.note(number, "columns", "")
            return
        reference, minor = "", 0
        try:
            reference = read_reference(cells[0])
            known = self.seen.setdefault(reference.upper(), number)
            if known != number:
                self.note(number, "duplicate", reference, known)
        except WrongCell as wrong:
            self.note(number, wrong.code, cells[0])
        try:
            minor = read_amount(cells[1], self.currency)
        except WrongCell as wrong:
            self.note(number, wrong.code, cells[1])
        self.gifts.append(Gift(reference, minor))

    def note(self, number: int, code: str, cell: str, other: int = 0) -> None:
        """One more problem."""
        self.count += 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(line_problem(number, code, cell, other))

    def result(self) -> Remittance | Refused:
        """The gifts, unless anything is wrong. Raises nothing."""
        if self.problems:
            return Refused(tuple(self.problems), self.count - len(self.problems))
        read = Remittance(tuple(self.gifts), self.currency)
        if not self.gifts:
            return Refused((LineProblem(0, "empty"),))
        return read if read.total.minor <= MOST_TOTAL else Refused((LineProblem(0, "too_much"),))
