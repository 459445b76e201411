"""A table in a file: from bytes to numbered rows of cells, whatever saved it. Nothing is guessed twice.

Read are UTF-8 with or without its mark, UTF-16 with its mark (what Excel calls Unicode text), and
Windows-1252, of which Latin-1 is a part: bytes that are no UTF-8 can be nothing else that is saved here. A
cell in quotes never runs over a line, so that a problem's line is the line of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from yhdessa.payroll.problems import WrongCell, WrongFile

MOST_BYTES = 4 * 1024 * 1024
MOST_LINES = 100_000
MOST_LETTERS = 1000
#: A tab or a semicolon is no part of any number, a comma may be.
SEPARATORS = "\t;,"
#: Around a cell: the spaces of `l10n.typed`, and a tab where it is not the separator.
AROUND = "\u0020\u00a0\u2009\u202f\t"
#: How XLSX (a zip) and the older XLS begin: https://en.wikipedia.org/wiki/List_of_file_signatures
SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read_text(data: bytes) -> str:
    """The text of a file. Raises WrongFile: empty, too_big, spreadsheet, not_text, encoding."""
    if len(data) > MOST_BYTES:
        raise WrongFile("too_big")
    if data.startswith(SPREADSHEETS):
        raise WrongFile("spreadsheet")
    text = _decode(data)
    if "\0" in text:
        raise WrongFile("not_text")
    if not text.strip():
        raise WrongFile("empty")
    return text


def _decode(data: bytes) -> str:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for saved in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(saved)
        except UnicodeDecodeError:
            continue
    raise WrongFile("encoding")


def lines_of(text: str) -> list[str]:
    """The lines, however they end. Raises WrongFile: too_many_lines. Blank ones at the end do not count."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    if len(lines) > MOST_LINES + 1:
        raise WrongFile("too_many_lines")
    return lines


def separator_of(lines: list[str]) -> tuple[int, str]:
    """How many lines stand before the table, and what parts its cells: by `sep=`, else by the first line.

    Excel writes `sep=;` for itself. The first line is the first that has any mark of SEPARATORS; a table
    without any is taken for one with semicolons.
    """
    first = next((number for number, line in enumerate(lines) if re.search(f"[{SEPARATORS}]", line)), 0)
    said = re.fullmatch(r'"?sep=([;,\t])"?', lines[first], re.IGNORECASE)
    if said:
        return first + 1, said[1]
    return 0, next((mark for mark in SEPARATORS if mark in lines[first]), ";")


def cells_of(line: str, separator: str) -> list[str]:
    """The cells of a line. Raises WrongCell: long_line, quotes."""
    if len(line) > MOST_LETTERS:
        raise WrongCell("long_line")
    cells = _quoted(line, separator) if '"' in line else line.split(separator)
    return [cell.strip(AROUND) for cell in cells]


def _quoted(line: str, separator: str) -> list[str]:
    return [
        found[1].replace('""', '"') if found[1] is not None else found[2] for found in _cells(line, separator)
    ]


def _cells(line: str, separator: str) -> Iterator[re.Match[str]]:
    place, pattern = 0, _cell(separator)
    while found := pattern.match(line, place):
        yield found
        if not found[3]:
            return
        place = found.end()
    raise WrongCell("quotes")


@lru_cache(maxsize=3)
def _cell(separator: str) -> re.Pattern[str]:
    return re.compile(rf'(?:"([^"]*(?:""[^"]*)*)"|([^"{separator}]*))({separator}|\Z)')
