"""The words by which the heading line of a table is known, in the languages that payroll offices write here.

A line is left out only when it is surely a heading. `sum` and its like must stand in the column of sums: a
first line that merely cannot be read is a problem, since a gift would be lost in silence.
"""

from __future__ import annotations

import re

#: What a column of sums may be called; one of these words is enough.
SUMS = frozenset(
    {
        *("summa", "summat", "määrä", "määrät", "euro", "euroa", "euroina", "eur", "lahjoitus", "vähennys"),
        *("belopp", "kronor", "sek", "kr", "gåva", "gåvobelopp", "avdrag"),
        *("amount", "amounts", "sum", "gift", "donation", "deduction", "euros"),
    }
)
#: What a column of salaries may be called.
PAYS = frozenset(
    {
        *("palkka", "bruttopalkka", "kuukausipalkka"),
        *("lön", "bruttolön", "månadslön"),
        *("salary", "salaries", "pay", "wage", "wages", "gross"),
    }
)
#: What a column of pledges may be called where its plain figures are per mille.
PERMILLES = frozenset(("promille", "promillea", "promillet", "permille", "‰"))


def is_heading(reference: str, amount: str) -> bool:
    """Whether the first line of a table names its columns, by the cells of its first two."""
    return not _has_digit(reference) and not _has_digit(amount) and bool(SUMS & words_of(amount))


def words_of(cell: str) -> set[str]:
    """The words of a cell, in small letters."""
    return set(re.findall(r"[^\W\d_]+|‰", cell.lower()))


def _has_digit(cell: str) -> bool:
    return any("0" <= letter <= "9" for letter in cell)
