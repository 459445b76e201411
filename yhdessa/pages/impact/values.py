"""Values: the numbers of the report as the language writes them, with their units."""

from __future__ import annotations

from decimal import Decimal

from yhdessa.l10n.marks import NBSP
from yhdessa.l10n.numbers import format_number, format_number_range
from yhdessa.l10n.percent import format_percent, format_points
from yhdessa.l10n.plural import plural_category
from yhdessa.model.impact.amounts import Amount, amounts
from yhdessa.model.impact.figures import BeforeAfter, Count, Figure, FollowUp
from yhdessa.model.impact.index import Place
from yhdessa.model.impact.words import UnitWords
from yhdessa.pages.impact.telling import Telling

#: Between the parts of a line that says several things.
APART = " · "


def write(telling: Telling, amount: Amount, case: str = "nom", *, signed: bool = False) -> str:
    """A number with its sign: `29 %`, `23 %-yks.`, `+89`, `53 560`. Points come without their unit."""
    language = telling.language
    if amount.kind == "percent":
        return format_percent(amount.digits, language, case, signed=signed)
    if amount.kind == "percentage-points":
        return format_points(amount.digits, language, case, signed=signed)
    return format_number(amount.digits, language, case, signed=signed or amount.kind == "score")


def write_in_full(telling: Telling, amount: Amount) -> str:
    """The same, with the unit of points: `42 pistettä`."""
    written = write(telling, amount)
    if amount.kind != "points":
        return written
    return f"{written}{NBSP}{unit_of(telling, telling.words.points, amount.digits)}"


def unit_of(telling: Telling, words: UnitWords, digits: str) -> str:
    """The word after a number."""
    return words.one if plural_category(Decimal(digits), telling.language) == "one" else words.other


def count(telling: Telling, figure: Count) -> str:
    """How many: `53 560`, or `yli 100` for a lower bound."""
    number = format_number(figure.value, telling.language)
    return telling.words.over.format(figure=number) if figure.over else number


def count_in_full(telling: Telling, figure: Count) -> str:
    """How many of what: `200 vapaaehtoista`."""
    unit = unit_of(telling, telling.words.units[figure.unit], str(figure.value))
    return f"{count(telling, figure)}{NBSP}{unit}"


def told(telling: Telling, figure: Figure) -> str:
    """A figure in a sentence: a count with its unit, anything else as its first number."""
    if isinstance(figure, Count):
        return count_in_full(telling, figure)
    return write_in_full(telling, next(iter(amounts(figure).values())))


def label(telling: Telling, place: Place) -> str:
    """What a row tells, with the length of its instrument or the answers that were counted."""
    figure, words = place.figure, telling.words
    name = words.labels[figure.label or place.id]
    if not isinstance(figure, BeforeAfter):
        return name
    beside = []
    if figure.questions is not None:
        beside.append(words.questions.format(count=format_number(figure.questions, telling.language)))
    if figure.answers:
        span = format_number_range(min(figure.answers), max(figure.answers), telling.language)
        beside.append(words.answers.format(answers=span))
    return f"{name} ({', '.join(beside)})" if beside else name


def change(telling: Telling, figure: BeforeAfter | FollowUp) -> str:
    """Which way it went, and how far if that was printed: `Väheni 23 %-yks.`."""
    words = telling.words
    points = isinstance(figure, BeforeAfter) and figure.unit == "points"
    verb = getattr(words.point_changes if points else words.percent_changes, figure.direction)
    size = amounts(figure).get("change")
    return f"{verb} {write_in_full(telling, size)}" if size else str(verb)


def ratings(telling: Telling, figure: BeforeAfter) -> str:
    """What points mean in words, each time."""
    words = telling.words
    return APART.join(
        f"{getattr(words.waves, wave)}: {words.ratings[rating]}" for wave, rating in figure.ratings.items()
    )
