"""What `yhdessa check` found, for a person, for GitHub, and for a program.

GitHub's workflow commands, and what they need escaped:
https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import PurePath

from yhdessa.model import Problem

FORMATS = ("text", "github", "json")
#: GitHub's word for each severity.
COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def as_text(problems: Sequence[Problem], *, hide_infos: bool = False) -> str:
    """A line each, and a last line that counts them by severity; `hide_infos` only counts the infos."""
    shown = [problem for problem in problems if not (hide_infos and problem.severity == "info")]
    hint = " (`yhdessa check --all` shows the remarks)" if len(shown) < len(problems) else ""
    return "\n".join([*(_line(problem) for problem in shown), _count(problems) + hint])


def as_github(problems: Sequence[Problem], project: PurePath) -> str:
    """Workflow commands; files are named from where the command runs, when `project` is given from there."""
    return "\n".join(_command(problem, project) for problem in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects: file, line, field, message, remedy, severity. Line 0 is the file as a whole."""
    return json.dumps([asdict(problem) for problem in problems], indent=2)


def has_errors(problems: Sequence[Problem]) -> bool:
    """Whether anything keeps the content from being published."""
    return any(problem.severity == "error" for problem in problems)


def _line(problem: Problem) -> str:
    return str(problem) if problem.severity == "error" else f"{problem.severity}: {problem}"


def _count(problems: Sequence[Problem]) -> str:
    named = (("error", "problem"), ("warning", "warning"), ("info", "remark"))
    counts = [(sum(problem.severity == severity for problem in problems), name) for severity, name in named]
    told = [f"{count} {name}{'' if count == 1 else 's'}" for count, name in counts if count]
    return f"{', '.join(told) or 'No problems'} in the content."


def _command(problem: Problem, project: PurePath) -> str:
    file = problem.file if project.is_absolute() else (project / problem.file).as_posix()
    properties = {"file": file, "line": str(problem.line or ""), "title": problem.field}
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    remedy = f"; {problem.remedy}" if problem.remedy else ""
    return f"::{COMMANDS[problem.severity]} {written}::{_data(problem.message + remedy)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
