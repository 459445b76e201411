"""A dedication: the gift is made in honour or in memory of somebody, whose name the giver writes."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from msgspec import Struct

from yhdessa.forms.view import Choice, FieldView, MoreFields

DEDICATION = "dedication"
NAME = "dedication_name"
NOBODY = "none"
#: Letters in a name, of which Stripe would keep 500.
LONGEST_NAME = 80
#: As much of a name that is too long as is shown again.
_KEPT = 2 * LONGEST_NAME


class Dedication(Struct, frozen=True):
    """Which kind, by its id (`honour` or `memory`), and to whom."""

    kind: str
    name: str


class DedicationWords(Struct, frozen=True):
    """How it is asked in one language; `kinds` are those that the organisation offers, by their ids."""

    summary: str
    question: str
    nobody: str
    kinds: dict[str, str]
    name: str
    name_hint: str
    kind_missing: str
    name_missing: str
    name_too_long: str


def clean_name(written: str) -> str:
    """`written` on one line: without what controls or hides, which could be a header or a row of its own."""
    composed = unicodedata.normalize("NFC", written)
    seen = "".join(" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in composed)
    return " ".join(seen.split())


def read_dedication(
    words: DedicationWords | None, answer: Mapping[str, str], messages: dict[str, str]
) -> Dedication | None:
    """The dedication in `answer`; None when there is none, or when `messages` say what is wrong with it."""
    if words is None:
        return None
    kind, name = answer.get(DEDICATION, NOBODY) or NOBODY, clean_name(answer.get(NAME, ""))
    if kind == NOBODY and not name:
        return None
    if kind not in words.kinds:
        messages[DEDICATION] = words.kind_missing
    elif not name:
        messages[NAME] = words.name_missing
    elif len(name) > LONGEST_NAME:
        messages[NAME] = words.name_too_long
    return Dedication(kind, name)


def dedication_fields(
    words: DedicationWords, given: Mapping[str, str], messages: Mapping[str, str]
) -> MoreFields:
    """The fields, folded away until somebody uses them."""
    chosen, name = given.get(DEDICATION, NOBODY) or NOBODY, given.get(NAME, "")[:_KEPT]
    choices = [Choice(NOBODY, words.nobody, checked=chosen == NOBODY)]
    choices += [Choice(kind, text, checked=chosen == kind) for kind, text in words.kinds.items()]
    fields = (
        FieldView(
            DEDICATION, "radios", words.question, error=messages.get(DEDICATION, ""), choices=tuple(choices)
        ),
        FieldView(NAME, "text", words.name, hint=words.name_hint, value=name, error=messages.get(NAME, "")),
    )
    return MoreFields(words.summary, fields, opened=bool(name) or chosen != NOBODY)
