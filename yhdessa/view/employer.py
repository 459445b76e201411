"""What the pages for employers say: the door of a link, their own page, a preview, a form."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from yhdessa.forms.view import FormView
from yhdessa.view.page import Page
from yhdessa.view.parts import Detail
from yhdessa.view.shell import Link


class EmployerDoorPage(Page, frozen=True):
    """What a link opens: a text and one button."""

    kind: ClassVar[str] = "employer_door"
    text: str
    form: FormView


class RemittanceRow(Struct, frozen=True):
    """An invoice so far: `state` in words, `mark` by its name; `link` leads to it once it is final."""

    month: str
    participants: str
    amount: str
    state: str
    mark: str
    link: Link | None = None


class RemittanceTable(Struct, frozen=True):
    """The invoices so far; `none` stands there before the first."""

    title: str
    none: str
    month: str
    participants: str
    amount: str
    state: str
    rows: tuple[RemittanceRow, ...]


class LineOfProblem(Struct, frozen=True):
    """What is wrong in one line of a file."""

    line: str
    problem: str


class FileProblems(Struct, frozen=True):
    """What is wrong in a file, by its lines; `more` tells of those that are not listed."""

    title: str
    text: str
    line: str
    problem: str
    rows: tuple[LineOfProblem, ...]
    more: str = ""


class DeskPart(Struct, frozen=True):
    """One thing that can be done: its heading, what it means, and its form, link or neither."""

    id: str
    title: str
    text: str
    form: FormView | None = None
    link: Link | None = None


class EmployerDeskPage(Page, frozen=True):
    """The workplace's own page. `notice` says what was done just now, `trouble` what could not be."""

    kind: ClassVar[str] = "employer_desk"
    over: str
    lead: str
    details: tuple[Detail, ...]
    remittance: DeskPart
    invoices: RemittanceTable
    pledge: DeskPart
    settings: tuple[DeskPart, ...]
    notice: str = ""
    trouble: str = ""
    problems: FileProblems | None = None


class EmployerPreviewPage(Page, frozen=True):
    """The sums of a month before they are sent; `notice` says what they replace. Without a `form` there is
    nothing to send.
    """

    kind: ClassVar[str] = "employer_preview"
    over: str
    lead: str
    details: tuple[Detail, ...]
    back: FormView
    notice: str = ""
    form: FormView | None = None


class EmployerPledgePage(Page, frozen=True):
    """The form for employees, to be printed: blank lines under their labels, boxes before the choices."""

    kind: ClassVar[str] = "employer_pledge"
    lead: str
    how: str
    lines: tuple[str, ...]
    choice: str
    choices: tuple[str, ...]
    goal: Detail
    consent_title: str
    consent: tuple[str, ...]
    signed: tuple[str, ...]
