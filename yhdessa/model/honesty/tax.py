"""Tax rules: what the page of payroll giving says of a law must still hold."""

from __future__ import annotations

from collections.abc import Iterator

from yhdessa.model.content import Content
from yhdessa.model.honesty.clock import Clock
from yhdessa.model.problem import Problem


def check_tax(content: Content, clock: Clock) -> Iterator[Problem]:
    """Every tax rule that has ended."""
    if content.payroll is None:
        return
    document = content.document("facts", "payroll.yml")
    for name, credit in content.payroll.tax.items():
        if credit.valid_to is not None and credit.valid_to < clock.today:
            field, line = f"tax.{name}.valid_to", document.line(("tax", name, "valid_to"))
            message, remedy = f"is before today, {clock.today}", "write the rule that holds today"
            yield Problem(document.file, line, field, message, remedy, clock.for_the_public)
