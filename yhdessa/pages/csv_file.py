"""A table as a CSV file that a spreadsheet opens as it is meant, in the language of the page.

Spreadsheets read a CSV file by the habits of their language, not by a standard: where the decimal mark is a
comma, cells are parted by semicolons. So numbers keep the mark of the language, and lose what would make
text of them: marks between thousands, the plus, the true minus (U+2212).
"""

from __future__ import annotations

import csv
import io
import re
from functools import cache

from yhdessa.l10n.marks import MINUS, NBSP, marks_of
from yhdessa.view.chart import Table

#: Without it Excel takes UTF-8 for the code page of the machine.
BYTE_ORDER_MARK = "\ufeff"
#: A cell that begins so is run as a formula (OWASP: CSV Injection), the wide forms of East Asia as well.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
SPACES = " \u00a0\u202f\u2009"


def csv_text(table: Table, language: str) -> str:
    """The head and rows of `table` as the text of a CSV file (RFC 4180), to be written as UTF-8 as it is.

    The first character is a byte order mark; lines end in CR LF; the caption is left out. `28 %` stays a
    percentage. A text that would be run as a formula gets an apostrophe before it.
    """
    file = io.StringIO(newline="")
    file.write(BYTE_ORDER_MARK)
    writer = csv.writer(file, delimiter=separator(language), lineterminator="\r\n")
    writer.writerows([_cell(text, language) for text in row] for row in (table.head, *table.rows))
    return file.getvalue()


def separator(language: str) -> str:
    """What parts the cells: a semicolon where the decimal mark is a comma, else a comma."""
    return ";" if marks_of(language).decimal == "," else ","


def _cell(text: str, language: str) -> str:
    number = _number(language).fullmatch(text)
    if number:
        below = "-" if number["sign"] in ("-", MINUS) else ""
        return below + re.sub(r"[^\d]", "", number["whole"]) + number["rest"].replace(NBSP, " ")
    safe = f"'{text}" if text.lstrip(SPACES).startswith(FORMULA) else text
    return re.sub(f"[{SPACES}]", " ", safe)


@cache
def _number(language: str) -> re.Pattern[str]:
    """A number as the language writes it, with its thousands parted or not, and perhaps a per cent sign."""
    marks = marks_of(language)
    between = f"[{SPACES}{re.escape(marks.group)}]"
    return re.compile(
        rf"(?P<sign>[+{MINUS}-]?)(?P<whole>[0-9]{{1,3}}(?:{between}[0-9]{{3}})+|[0-9]+)"
        rf"(?P<rest>(?:{re.escape(marks.decimal)}[0-9]+)?(?:[{SPACES}]?%)?)"
    )
