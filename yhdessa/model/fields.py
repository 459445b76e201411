"""The field types that every content type shares: dates, money, ids, texts.

Each turns what an editor writes into what the model holds, or says how it looks right.
"""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from yhdessa.l10n.money import Money, NotMoney, parse_fact


class Record(BaseModel):
    """One set of fields in a content file: nothing unknown, nothing guessed, nothing changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)


def _date(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else value
        except ValueError as error:
            raise ValueError("is no day of the calendar") from error
    return value


def _money(value: Any) -> Any:
    if not isinstance(value, str):
        raise ValueError("should be a sum with its currency")
    try:
        money = parse_fact(value)
    except NotMoney as error:
        raise ValueError("should be a sum with its currency") from error
    if money.minor < 0:
        raise ValueError("should not be below zero")
    return money


def _decimal(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("should be a number")
    return repr(value) if isinstance(value, float) else str(value)


def _figure_text(value: str) -> str:
    for name in re.findall(r"\{([^}]*)\}", value):
        if not FIGURE.fullmatch("{" + name + "}"):
            raise ValueError(f"has a figure it cannot read: {{{name}}}")
    return value


def _message_text(value: str) -> str:
    for name in re.findall(r"\{([^}]*)\}", value):
        if not REPORT_FIGURE.fullmatch("{" + name + "}"):
            raise ValueError(f"has a figure it cannot read: {{{name}}}")
    return value


def _web_address(value: str) -> str:
    if len(value) > 500 or not re.fullmatch(r"https://[^\s/.]+(?:\.[^\s/.]+)+(?:/\S*)?", value):
        raise ValueError("should be a web address that begins with https://")
    return value


#: A figure inside a text: `{isolated-75}`, or with a Finnish case `{ever-lonely:ade}`.
FIGURE = re.compile(r"\{([a-z][a-z0-9_-]*)(?::([a-z]+))?\}")
#: A figure of the impact report, and which of its numbers: `{seniors-hope.before:ela}`, `{encounters}`.
REPORT_FIGURE = re.compile(r"\{([a-z][a-z0-9_-]*)(?:\.([a-z]+))?(?::([a-z]+))?\}")

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
#: A text that may hold figures.
Text = Annotated[
    str, StringConstraints(min_length=1, max_length=3000, strip_whitespace=True), AfterValidator(_figure_text)
]
#: A headline that may hold figures of the impact report.
Message = Annotated[
    str,
    StringConstraints(min_length=1, max_length=300, strip_whitespace=True),
    AfterValidator(_message_text),
]
Day = Annotated[datetime.date, BeforeValidator(_date)]
Sum = Annotated[Money, BeforeValidator(_money)]
#: A decimal figure, kept as the text of its digits so that no float is printed.
Decimal = Annotated[str, BeforeValidator(_decimal)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
Year = Annotated[int, Field(ge=1800, le=2200)]


def placeholders(*names: str) -> dict[str, Any]:
    """What a text field declares when it has places of its own, as `{amount}`, instead of figures."""
    return {"placeholders": list(names)}
