"""The form of a month's remittance, and what is wrong with a file that was sent with it, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

from yhdessa.catalogue import LanguageCatalogue
from yhdessa.forms.view import Choice, FieldView, FormView
from yhdessa.giving.desk import Desk
from yhdessa.giving.employer_links import VISIT, told_to_employers
from yhdessa.giving.employer_said import employer_action
from yhdessa.giving.letters import set_in
from yhdessa.l10n.dates import format_month
from yhdessa.l10n.numbers import format_number
from yhdessa.l10n.plural import plural
from yhdessa.payroll.problems import LineProblem, Refused
from yhdessa.view.employer import FileProblems, LineOfProblem
from yhdessa.view.employer_words import EmployerCatalogue

ROUTE = "/api/remittance"
#: As much as is shown again of what was pasted.
KEPT = 20_000


def months_offered(now: float, time_zone: str, months_back: int) -> tuple[str, ...]:
    """The months that a remittance may be for, as `2026-11`, this one first; months of the organisation."""
    from zoneinfo import ZoneInfo

    today = datetime.fromtimestamp(now, UTC).astimezone(ZoneInfo(time_zone))
    last = today.year * 12 + today.month - 1
    return tuple(f"{each // 12:04d}-{each % 12 + 1:02d}" for each in range(last, last - months_back - 1, -1))


def month_name(month: str, language: str) -> str:
    """`marraskuu 2026` of `2026-11`."""
    return format_month(date.fromisoformat(f"{month}-01"), language)


def remittance_form(
    desk: Desk, spoken: LanguageCatalogue, visit: str, given: Mapping[str, str], wrong: Mapping[str, str]
) -> FormView:
    """The form; months that can be chosen, this one chosen unless another was."""
    told, terms = told_to_employers(desk, spoken)
    words, shared = told.words.remit, spoken.words
    months = months_offered(desk.clock(), terms.time_zone, terms.months_back)
    chosen = given.get("month", months[0])
    choices = tuple(
        Choice(each, month_name(each, shared.language), checked=each == chosen) for each in months
    )
    fields = (
        FieldView("month", "select", words.month, error=wrong.get("month", ""), choices=choices),
        FieldView("file", "file", words.file, hint=words.file_hint, error=wrong.get("file", "")),
        FieldView(
            "pasted",
            "textarea",
            words.pasted,
            hint=words.pasted_hint,
            value=given.get("pasted", "")[:KEPT],
            error=wrong.get("pasted", ""),
        ),
    )
    return FormView(
        action=employer_action(told, ROUTE),
        button=words.button,
        after_button=words.after_button,
        fields=fields,
        hidden={"language": shared.language, VISIT: visit},
        error_title=shared.error_title,
        error_label=shared.error_label,
        files=True,
    )


def problems_told(told: EmployerCatalogue, refused: Refused, language: str) -> FileProblems:
    """What is wrong with a file, a row for each line."""
    words = told.words.remit
    more = plural(words.more, refused.more, language) if refused.more else ""
    rows = tuple(_row(told, each, language) for each in refused.problems)
    return FileProblems(words.problems_title, words.problems_text, words.line, words.problem, rows, more)


def refused_told(told: EmployerCatalogue, refused: Refused, language: str) -> str:
    """The error at the field: how much is to be mended."""
    count = len(refused.problems) + refused.more
    return plural(told.words.remit.refused, Decimal(count), language)


def _row(told: EmployerCatalogue, problem: LineProblem, language: str) -> LineOfProblem:
    parts = {"read": problem.read, "other": format_number(problem.other, language)}
    words = told.words.remit
    line = (
        set_in(words.numbered, {"line": format_number(problem.line, language)})
        if problem.line
        else words.whole
    )
    return LineOfProblem(line, set_in(told.problems[problem.code], parts))
