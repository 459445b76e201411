"""A problem: what an editor is told, in one line, with the place and the remedy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong with the content.

    `file` is relative to the project, `line` counts from 1 (0: the file as a whole), `field` is a dotted
    path such as `activities.life-stories.title` and may be empty. Only an error keeps the content from
    being published.
    """

    file: str
    line: int
    field: str
    message: str
    remedy: str = ""
    severity: Literal["error", "warning", "info"] = "error"

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        field = f" {self.field}:" if self.field else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place}:{field} {self.message}{remedy}"


class ContentProblems(Exception):
    """Raised by the loader, for errors only, with every problem of the run, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def in_the_way(self) -> str:
        """The errors alone, and their count: what is merely good to know is `yhdessa check`'s to tell."""
        errors = (problem for problem in self.problems if problem.severity == "error")
        return ContentProblems(errors).summary()

    def summary(self) -> str:
        """All problems, a line each, and a last line that counts them."""
        count = len(self.problems)
        return f"{self}\n{count} problem{'' if count == 1 else 's'} in the content."


def printable(name: str) -> str:
    """A name that came from elsewhere (a disk, a form) as it can be printed: it may hold any signs."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)
