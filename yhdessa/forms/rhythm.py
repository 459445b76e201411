"""How often: once, which is chosen beforehand, or every month, where the organisation takes monthly gifts."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from yhdessa.forms.view import Choice, FieldView

RHYTHM = "rhythm"
ONCE = "once"
MONTHLY = "monthly"


class MonthlyOffer(Struct, frozen=True):
    """The limits of a monthly gift, in minor units."""

    minimum: int
    maximum: int


class MonthlyWords(Struct, frozen=True):
    """How the rhythm is asked in one language. `too_small` and `too_large` hold `{minimum}`, `{maximum}`."""

    question: str
    once: str
    monthly: str
    monthly_hint: str
    unknown: str
    too_small: str
    too_large: str
    button_amount: str


def read_rhythm(words: MonthlyWords | None, answer: Mapping[str, str], messages: dict[str, str]) -> bool:
    """Whether the gift is to be taken every month; never where that is not offered, nor by itself."""
    rhythm = answer.get(RHYTHM, ONCE) or ONCE
    if words is None or rhythm == ONCE:
        return False
    if rhythm != MONTHLY:
        messages[RHYTHM] = words.unknown
    return True


def rhythm_field(words: MonthlyWords, given: Mapping[str, str], error: str) -> FieldView:
    """The two rhythms; a gift is made once unless the giver chooses otherwise."""
    chosen = given.get(RHYTHM, ONCE) or ONCE
    choices = (
        Choice(ONCE, words.once, checked=chosen == ONCE),
        Choice(MONTHLY, words.monthly, words.monthly_hint, checked=chosen == MONTHLY),
    )
    return FieldView(RHYTHM, "radios", words.question, error=error, choices=choices)
