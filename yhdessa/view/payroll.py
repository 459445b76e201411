"""What the page of payroll giving says."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from yhdessa.view.page import Page
from yhdessa.view.parts import Passage, Run
from yhdessa.view.shell import Link


class PayGift(Struct, frozen=True):
    """What a share of a salary comes to: the head of its column, the sums of a month and of a year."""

    share: str
    month: str
    year: str


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
    table: PayTable
    revocable: Passage
    privacy: Passage
    tax: tuple[TaxNote, ...]
    contact_title: str
    contact: str
    mail: Link
