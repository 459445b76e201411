"""Helplines: a number on a page is a promise that somebody answers. Somebody must have read that, lately."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yhdessa.model.content import Content
from yhdessa.model.document import Document
from yhdessa.model.helpline import Helpline
from yhdessa.model.honesty.clock import Clock
from yhdessa.model.problem import Problem

#: Days since somebody read the source: from the first it is time to read again, after the second too late.
SOON, LATE = 150, 180
STILL = f"after {LATE} a public site is not built"
#: What a telephone can dial: digits in groups, maybe a country's plus before them.
DIALLABLE = re.compile(r"\+?[0-9]+(?:[ -][0-9]+)*")
FACTS = "content/facts/organisation.yml"


def check_helplines(content: Content, clock: Clock) -> Iterator[Problem]:
    """Numbers that nobody can dial or has checked of late, and, for the public, invented helplines."""
    document = content.document("facts", "helplines.yml")
    for name, helpline in content.helplines.items():
        if helpline.example and clock.public:
            message = "is true, and a public site must not show a helpline that does not exist"
            remedy = "write a number and the day you checked it, or delete this helpline"
            yield Problem(document.file, document.line((name, "example")), f"{name}.example", message, remedy)
        if helpline.number is not None and not DIALLABLE.fullmatch(helpline.number):
            message = f"`{helpline.number}` cannot be dialled"
            remedy = 'write digits and plain spaces, for example `number: "09 123 4567"`'
            yield Problem(document.file, document.line((name, "number")), f"{name}.number", message, remedy)
        yield from _checked(document, name, helpline, clock)


def _checked(document: Document, name: str, helpline: Helpline, clock: Clock) -> Iterator[Problem]:
    if helpline.checked is None:
        return
    line, field = document.line((name, "checked")), f"{name}.checked"
    age = clock.days_since(helpline.checked)
    if age < 0:
        message, remedy = f"is after today, {clock.today}", "write the day somebody read the source"
        if clock.demonstration:
            remedy += f", or move `demonstration_date` in {FACTS} on"
        yield Problem(document.file, line, field, message, remedy)
    elif age >= SOON:
        message = f"is {age} days ago: {'somebody may look for help in vain' if age > LATE else STILL}"
        remedy = f"read the source again, and write the day you did, as `checked: {clock.today}`"
        severity = clock.for_the_public if age > LATE else "warning"
        yield Problem(document.file, line, field, message, remedy, severity)
