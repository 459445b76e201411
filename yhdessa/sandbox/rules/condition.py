"""What a rule's condition looks at, and the table in which conditions stand."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from yhdessa.sandbox.settings import Json

_EMAIL = re.compile(r"[^@\s<>,;:\"()\[\]\\]+@[^@\s.<>,;:\"()\[\]\\]+(\.[^@\s.<>,;:\"()\[\]\\]+)+")


@dataclass(frozen=True)
class Asked:
    """The parameters of a request that keeps the contract, and its time in seconds since 1970."""

    params: Json
    now: int

    def lines(self) -> list[Json]:
        """The line items."""
        return list(self.params.get("line_items", []))

    def price_data(self) -> Iterator[tuple[int, Json]]:
        """The inline prices, each with the place of its line."""
        for index, line in enumerate(self.lines()):
            if "price_data" in line:
                yield index, line["price_data"]


Condition = Callable[[Asked], Iterator[Json]]
"""Yields, for each offence, the values that the rule's message and ``param`` name."""

CONDITIONS: dict[str, Condition] = {}


def rule(rule_id: str) -> Callable[[Condition], Condition]:
    """Make a function the condition of a rule in ``rules.yml``."""

    def remember(condition: Condition) -> Condition:
        CONDITIONS[rule_id] = condition
        return condition

    return remember


def is_email(text: str) -> bool:
    """Whether a text has the form of an e-mail address."""
    return len(text) <= 512 and _EMAIL.fullmatch(text) is not None
