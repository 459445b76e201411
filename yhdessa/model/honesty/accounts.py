"""The collection's accounts: of a year that has not begun, nobody can know what it cost."""

from __future__ import annotations

from collections.abc import Iterator

from yhdessa.model.content import Content
from yhdessa.model.honesty.clock import Clock
from yhdessa.model.problem import Problem


def check_accounts(content: Content, clock: Clock) -> Iterator[Problem]:
    """A financial year that begins after today."""
    if content.collection is None:
        return
    document = content.document("facts", "collection.yml")
    for index, year in enumerate(content.collection.years):
        first, _ = year.days()
        if first > clock.today:
            place = ("years", index, "year")
            message = f"{year.year} has not begun: it does on {first}, and today is {clock.today}"
            yield Problem(
                document.file, document.line(place), f"years.{index}.year", message, "mend the year"
            )
