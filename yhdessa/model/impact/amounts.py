"""The numbers of a figure, and what each is told in: what a message may name, and what a page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from yhdessa.model.impact.figures import (
    AnswerShare,
    BeforeAfter,
    Count,
    Figure,
    FollowUp,
    Mean,
    MeanChange,
    PartShare,
    Score,
)

#: `number` is a plain one; `points` those of an instrument; `score` has a sign.
Kind = Literal["number", "percent", "percentage-points", "points", "score"]


@dataclass(frozen=True)
class Amount:
    """One number, as the text of its digits, and its kind."""

    digits: str
    kind: Kind


def amounts(figure: Figure) -> dict[str, Amount]:
    """The numbers of a figure by name, in order; a figure that has but one has it under the empty name."""
    match figure:
        case Count():
            return {"": Amount(str(figure.value), "number")}
        case PartShare() | AnswerShare() | MeanChange():
            return {"": Amount(figure.percent, "percent")}
        case FollowUp():
            return {"middle": Amount(figure.middle, "percent"), "final": Amount(figure.final, "percent")}
        case Mean():
            return {"": Amount(figure.mean, "number")}
        case Score():
            return {"": Amount(str(figure.score), "score")}
        case BeforeAfter():
            return _before_after(figure)
    raise TypeError(f"no numbers are known of {type(figure).__name__}")


def _before_after(figure: BeforeAfter) -> dict[str, Amount]:
    told: Kind = "percent" if figure.unit == "percent" else "points"
    found = {"before": Amount(figure.before, told), "after": Amount(figure.after, told)}
    if figure.change is not None:
        found["change"] = Amount(figure.change, "percentage-points" if told == "percent" else "points")
    return found
