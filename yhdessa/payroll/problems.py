"""What is wrong in a file that an employer sends: a code each, whose words are content."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

#: Problems of the file as a whole: it is not read further.
FILE_CODES = ("empty", "too_big", "spreadsheet", "not_text", "encoding", "too_many_lines", "too_much")
#: Problems of one line of a remittance.
LINE_CODES = (
    "long_line",
    "quotes",
    "columns",
    "formula",
    "no_reference",
    "reference",
    "name",
    "personal",
    "email",
    "duplicate",
    "no_amount",
    "amount",
    "ambiguous",
    "currency",
    "negative",
    "zero",
    "too_large",
)
#: What else can be wrong in a payroll file, which only a browser reads.
PAY_CODES = ("pay_columns", "no_salary", "salary", "no_pledge", "pledge", "over_pay")
#: Those of which nothing is repeated: what stood there may say who somebody is.
UNREPEATED = frozenset({"personal", "email", "name", "columns", "pay_columns", "quotes", "long_line"})

#: How many problems are told one by one.
MOST_PROBLEMS = 50
#: How much of a cell is repeated.
MOST_REPEATED = 40


class WrongCell(ValueError):
    """A cell that cannot stand; `code` is one of LINE_CODES."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class WrongFile(ValueError):
    """A file that cannot be read at all; `code` is one of FILE_CODES."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class LineProblem(NamedTuple):
    """One problem: its line in the file, counted from 1 (0: the whole file), its code, and what stood there.

    `read` is cut short, and empty where it may say who somebody is. `other` is a duplicate's earlier line.
    """

    line: int
    code: str
    read: str = ""
    other: int = 0


class Refused(Struct, frozen=True):
    """Why nothing of a file is taken: the first MOST_PROBLEMS problems, and how many `more` there are."""

    problems: tuple[LineProblem, ...]
    more: int = 0


def line_problem(line: int, code: str, cell: str, other: int = 0) -> LineProblem:
    """The problem `code` of a `cell`, with as much of it as may be repeated."""
    return LineProblem(line, code, "" if code in UNREPEATED else cell[:MOST_REPEATED], other)
