"""The permit: without one that holds today, the public must not be asked for money."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Literal

from yhdessa.model.content import Content
from yhdessa.model.honesty.clock import Clock
from yhdessa.model.problem import Problem

#: Days before the end of a permit when it is time to ask for a new one.
SOON = 60
#: Why a public site needs one, by country.
WHY = {
    # Rahankeräyslaki 863/2019
    "FI": "the law asks for a money-collection permit before asking the public for money",
    # https://www.insamlingskontroll.se
    "SE": "Svensk Insamlingskontroll grants a 90 account before the public is asked for money",
}
RENEW = "write the number and the days of the new permit"

#: A field, what is wrong with it, the remedy, and how severe that is.
Wrong = tuple[str, str, str, Literal["error", "warning"]]


def check_permit(content: Content, clock: Clock) -> Iterator[Problem]:
    """A permit that is invented, has run out, has not begun, or will soon end."""
    permit, why = content.giving.permit, WHY[content.organisation.country]
    document = content.document("facts", "giving.yml")
    if permit.example:
        wrong = _invented(clock, why)
    else:
        wrong = [*_begin(permit.valid_from, clock, why), *_end(permit.valid_to, clock, why)]
    if permit.valid_to is not None and permit.valid_to < permit.valid_from:
        wrong = [
            ("valid_to", f"is before its first day, {permit.valid_from}", "mend one of the two", "error")
        ]
    for field, message, remedy, severity in wrong:
        line = document.line(("permit", field))
        yield Problem(document.file, line, f"permit.{field}", message, remedy, severity)


def _invented(clock: Clock, why: str) -> list[Wrong]:
    remedy = "write your own permit's number and days, and take this line away"
    return [("example", f"is true: {why}", remedy, "error")] if clock.public else []


def _begin(day: datetime.date, clock: Clock, why: str) -> Iterator[Wrong]:
    if day > clock.today:
        remedy = "publish when it has begun, or write the permit that holds today"
        yield "valid_from", f"is after today, {clock.today}: {why}", remedy, clock.for_the_public


def _end(day: datetime.date | None, clock: Clock, why: str) -> Iterator[Wrong]:
    if day is None:
        return
    left = -clock.days_since(day)
    soon = "is today" if left == 0 else f"is {left} day{'' if left == 1 else 's'} from today, {clock.today}"
    if left < 0:
        yield "valid_to", f"is before today, {clock.today}: {why}", RENEW, clock.for_the_public
    elif left <= SOON:
        yield "valid_to", soon, RENEW, "warning"
