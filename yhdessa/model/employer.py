"""Employers that give by payroll: what the sign-up takes, and how a remittance is invoiced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from yhdessa.model.document import Document
from yhdessa.model.fields import Record
from yhdessa.model.problem import Problem
from yhdessa.model.repeated import check_repeated

Days = Annotated[int, Field(ge=1, le=365)]


class Employers(Record):
    """content/facts/employer.yml"""

    countries: list[Literal["FI", "SE"]] = Field(
        description="Whose business ids are taken: those that we can check.",
        examples=[["FI", "SE"]],
        min_length=1,
    )
    days_until_due: Days = Field(
        description="How many days an employer has to pay an invoice.", examples=[14]
    )
    link_days: Days = Field(
        description="How many days a link to the employer's own page works.", examples=[30]
    )
    months_back: Annotated[int, Field(ge=0, le=24)] = Field(
        description="How many months back a remittance may be for.", examples=[6]
    )
    largest_matching: Annotated[int, Field(ge=0, le=1000)] = Field(
        description="The most that an employer can add by itself, in per cent of the gifts.", examples=[200]
    )


def check_employer(document: Document, employers: Employers, *, payroll: bool) -> Iterator[Problem]:
    """Countries that stand twice; a sign-up for `payroll` giving that the site does not tell of."""
    if not payroll:
        message = "needs payroll giving, and there is no content/facts/payroll.yml"
        yield Problem(document.file, 1, "", message, "write it, or take this file away")
    yield from check_repeated(document, "countries", employers.countries)
