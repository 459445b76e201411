"""Conditions of the rules for lists and searches; what each means stands in ``rules.yml``."""

from collections.abc import Iterator

from yhdessa.sandbox.rules.condition import Asked, rule
from yhdessa.sandbox.settings import Json


@rule("list-limit")
def _limit(asked: Asked) -> Iterator[Json]:
    if not 1 <= asked.params.get("limit", 10) <= 100:
        yield {}


@rule("list-one-cursor")
def _one_cursor(asked: Asked) -> Iterator[Json]:
    if "starting_after" in asked.params and "ending_before" in asked.params:
        yield {}


@rule("events-type-or-types")
def _type_or_types(asked: Asked) -> Iterator[Json]:
    if "type" in asked.params and "types" in asked.params:
        yield {}


@rule("events-types-at-most-20")
def _types_at_most_20(asked: Asked) -> Iterator[Json]:
    if len(asked.params.get("types", ())) > 20:
        yield {}
