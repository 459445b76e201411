"""What the page of payroll giving says."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from yhdessa.forms.view import Choice
from yhdessa.view.chart import Table
from yhdessa.view.page import Page
from yhdessa.view.parts import Passage, Run
from yhdessa.view.shell import Link


class PayGift(Struct, frozen=True):
    """What a share of a salary comes to: the head of its column, the sums of a month and of a year, and of a
    year with what the employer adds.
    """

    share: str
    month: str
    year: str
    matched: str


class PayRow(Struct, frozen=True):
    """One salary, and a gift for each share."""

    salary: str
    gifts: tuple[PayGift, ...]


class PayTable(Struct, frozen=True):
    """Salaries by shares; `salary` and `shares` are the heads of the columns."""

    title: str
    text: str
    salary: str
    shares: tuple[str, ...]
    rows: tuple[PayRow, ...]
    note: str
    matching: str


class PayCalculator(Struct, frozen=True):
    """The calculator: labels and choices, and for its script the `rules` and `words` as JSON.

    A choice's value is `permille:5`, or `sum:1000` in minor units. `reader` and `script` are addresses of
    scripts, empty where there are none.
    """

    title: str
    text: str
    salary: str
    unit: str
    gift: str
    choices: tuple[Choice, ...]
    matching: str
    error_label: str
    rules: str
    words: str
    reader: str
    script: str


class PayTool(Struct, frozen=True):
    """The tool for payroll offices: labels; the rest as of the calculator."""

    title: str
    label: str
    hint: str
    error_title: str
    error_label: str
    nothing_taken: str
    result_title: str
    save: str
    rules: str
    words: str
    reader: str
    workbook: str
    script: str


class TaxNote(Struct, frozen=True):
    """What a tax rule asks for, what that means for sums a month, since when it holds and who says so."""

    title: str
    text: str
    lines: tuple[str, ...]
    dates: str
    source: tuple[Run, ...]
    read: str


class PayrollPage(Page, frozen=True):
    """Payroll giving: what each side does, the choices and what they come to, tax, how to begin."""

    kind: ClassVar[str] = "payroll"
    lead: str
    employee: Passage
    employer: Passage
    choices_title: str
    choices: tuple[str, ...]
    choices_note: str
    calculator: PayCalculator
    table: PayTable
    tool: Passage
    revocable: Passage
    privacy: Passage
    tax: tuple[TaxNote, ...]
    contact_title: str
    contact: str
    mail: Link
    begin: Link | None = None


class PayrollToolPage(Page, frozen=True):
    """The tool for payroll offices: what happens to a file, what it must hold with an example of it, the tool
    itself, and what comes then.
    """

    kind: ClassVar[str] = "payroll_tool"
    lead: str
    privacy: Passage
    columns: Passage
    example: Table
    tool: PayTool
    own: Passage
    without: Passage
