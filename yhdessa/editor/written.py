"""How each field type is written: what an editor types, not what the model makes of it.

The keys are the model's own validators, so that a field type is known wherever it is used. A validator that
is not here leaves its field to the plainer rules that pydantic itself can tell.
`patternErrorMessage` is what the YAML language server says in place of the pattern.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, get_args

from pydantic import AfterValidator, BeforeValidator

from yhdessa.l10n.money import MINOR_DIGITS
from yhdessa.l10n.typed import SPACES
from yhdessa.model.fields import (
    FIGURE,
    REPORT_FIGURE,
    Colour,
    Day,
    Decimal,
    Email,
    Identifier,
    Message,
    Slug,
    Sum,
    Text,
    WebAddress,
)
from yhdessa.model.files import GlobalGoal
from yhdessa.model.impact.figures import Percentage

Rules = dict[str, Any]

_SPACES = "".join(f"\\u{ord(space):04x}" for space in SPACES)
_GROUPED = rf"[1-9][0-9]{{0,2}}(?:[{_SPACES}][0-9]{{3}}){{1,3}}"
_WHOLE = rf"(?:{_GROUPED}|[1-9][0-9]{{0,11}}|0)"
_DAY_OF_MONTH = (
    r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    r"|02-(?:0[1-9]|[12][0-9]))"
)
#: A text whose braces all hold a figure; the last one may stay open.
_FIGURES_ONLY = rf"^(?:[^{{]|{FIGURE.pattern})*(?:\{{[^}}]*)?$"
_REPORT_FIGURES_ONLY = rf"^(?:[^{{]|{REPORT_FIGURE.pattern})*(?:\{{[^}}]*)?$"


def _sum_pattern() -> str:
    sums = []
    for digits in sorted(set(MINOR_DIGITS.values())):
        decimals = rf"(?:\.[0-9]{{1,{digits}}})?" if digits else ""
        currencies = "|".join(code for code, its_digits in MINOR_DIGITS.items() if its_digits == digits)
        sums.append(f"{decimals} (?:{currencies})")
    return rf"^{_WHOLE}(?:{'|'.join(sums)})$"


def _validators(annotated: Any) -> Iterator[Callable[..., Any]]:
    for metadata in get_args(annotated)[1:]:
        if isinstance(metadata, AfterValidator | BeforeValidator):
            yield metadata.func


def _validator(annotated: Any) -> Callable[..., Any]:
    """The type's own validator, the last one."""
    return list(_validators(annotated))[-1]


def _pattern(annotated: Any) -> str:
    return next(str(metadata.pattern) for metadata in get_args(annotated)[1:] if hasattr(metadata, "pattern"))


#: What takes the place of all that pydantic says of a type.
INSTEAD: dict[Callable[..., Any], Rules] = {
    _validator(Sum): {
        "type": "string",
        "title": "a sum with its currency",
        "pattern": _sum_pattern(),
        "patternErrorMessage": "Write a sum with its currency: 50 EUR, 49.90 EUR or 10 000 SEK.",
    },
    _validator(Day): {
        "type": "string",
        "format": "date",
        "title": "a day, year first",
        "pattern": rf"^(?!0000)[0-9]{{4}}-{_DAY_OF_MONTH}$",
        "patternErrorMessage": "Write a day of the calendar, year first: 2026-11-21.",
    },
    _validator(Decimal): {"type": "number", "title": "a number"},
}
#: What is added to what pydantic says of a type.
BESIDES: dict[Callable[..., Any], Rules] = {
    _validator(Text): {
        "title": "a text that may hold figures",
        "pattern": _FIGURES_ONLY,
        "patternErrorMessage": "In braces stands a figure: {isolated-75} or {isolated-75:ade}.",
    },
    _validator(Message): {
        "title": "a headline that may hold figures of the impact report",
        "pattern": _REPORT_FIGURES_ONLY,
        "patternErrorMessage": "In braces stands a figure: {encounters} or {seniors-hope.before:ela}.",
    },
    _validator(WebAddress): {
        "title": "a web address",
        "pattern": r"^https://[^\s/.]+(?:\.[^\s/.]+)+(?:/\S*)?$",
        "maxLength": 500,
        "patternErrorMessage": "Write a web address that begins with https://.",
    },
    _validator(Percentage): {"title": "a number from 0 to 100", "minimum": 0, "maximum": 100},
}
#: What is added to a text that has this pattern.
PATTERNS: dict[str, Rules] = {
    _pattern(Identifier): {
        "title": "an id",
        "patternErrorMessage": "Write an id with small letters a-z, digits and hyphens: no-loneliness.",
    },
    _pattern(Slug): {
        "title": "an address",
        "patternErrorMessage": "Write an address with small letters a-z, digits and hyphens: om-oss.",
    },
    _pattern(Email): {"title": "an e-mail address", "patternErrorMessage": "Write an e-mail address."},
    _pattern(Colour): {
        "title": "a colour",
        "patternErrorMessage": 'Write a colour with six digits in quotation marks: "#1d4f4a".',
    },
    _pattern(GlobalGoal): {
        "title": "a number from 1 to 17",
        "patternErrorMessage": "Write the number of one of the 17 global goals.",
    },
}


def only_places(names: list[str]) -> Rules:
    """The rule of a text that has places of its own, as `{amount}`, and no other."""
    places = "|".join(names)
    listed = " and ".join(f"{{{name}}}" for name in names)
    figure = FIGURE.pattern.removeprefix(r"\{")
    return {
        "pattern": rf"^(?![\s\S]*\{{(?!(?:{places})[:}}]){figure})",
        "patternErrorMessage": f"Only {listed} can stand in braces here.",
    }
