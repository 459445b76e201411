"""People: how many answered, and plainly so where they were few, or where the source does not say."""

from __future__ import annotations

from yhdessa.l10n.numbers import format_number
from yhdessa.model.arithmetic.answers import FEW
from yhdessa.model.impact.charted import Charted
from yhdessa.model.impact.figures import AnswerShare, BeforeAfter, Mean, Measure, Score
from yhdessa.model.impact.index import Place
from yhdessa.pages.impact.telling import Telling


def people(telling: Telling, n: int) -> str:
    """`134 vastasi`; `vain 13 vastasi`."""
    return telling.words.people.format(n=number(telling, n))


def number(telling: Telling, n: int) -> str:
    """How many, and that it is only so many."""
    written = format_number(n, telling.language)
    return telling.words.few.format(n=written) if n < FEW else written


def own_n(place: Place) -> int | None:
    """How many answered this one question, when it has an n of its own."""
    return place.figure.n if isinstance(place.figure, AnswerShare | BeforeAfter | Mean | Score) else None


def of_all(telling: Telling, chart: Charted) -> str:
    """How many answered what a chart shows; nothing where each row says it, or nobody was asked."""
    measure = chart.source
    if not isinstance(measure, Measure):
        return ""
    if measure.n_by_wave:
        first, *_, last = measure.n_by_wave.values()
        told = number(telling, first), number(telling, last)
        return telling.words.people_by_wave.format(first=told[0], last=told[1])
    if measure.n is not None:
        return people(telling, measure.n)
    return "" if any(own_n(place) for place in chart.rows) else telling.words.people_unknown


def of_row(telling: Telling, chart: Charted, place: Place) -> str:
    """How many answered one row's question, where that is not said of all."""
    own = own_n(place)
    if own is not None:
        return people(telling, own)
    asked = isinstance(chart.source, Measure)
    return telling.words.people_unknown if asked and not of_all(telling, chart) else ""
