"""Messages: the headline of a chart, written by an editor or composed of its labels."""

from __future__ import annotations

import re
from decimal import Decimal

from yhdessa.model.fields import REPORT_FIGURE
from yhdessa.model.impact.amounts import amounts
from yhdessa.model.impact.charted import Charted
from yhdessa.model.impact.figures import Count
from yhdessa.model.impact.index import Place
from yhdessa.pages.impact.telling import Telling
from yhdessa.pages.impact.values import count, label, write, write_in_full


def message(telling: Telling, chart: Charted) -> str:
    """What the figures of a chart say."""
    text = telling.words.messages.get(chart.id)
    return composed(telling, chart) if text is None else filled(telling, text)


def filled(telling: Telling, text: str) -> str:
    """`text` with each `{figure}` written out. Figures and their numbers must be known (check_messages)."""
    return REPORT_FIGURE.sub(lambda match: _figure(telling, match), text)


def composed(telling: Telling, chart: Charted) -> str:
    """A headline of the labels: the largest change, or the largest value, with its name."""
    place = max(chart.rows, key=_size)
    numbers = [write_in_full(telling, amount) for amount in amounts(place.figure).values()]
    name, words = label(telling, place), telling.words
    if chart.kind in ("changes", "points", "follow_ups"):
        return words.change_message.format(label=name, first=numbers[0], last=numbers[1])
    return words.value_message.format(label=name, value=numbers[0])


def _figure(telling: Telling, match: re.Match[str]) -> str:
    figure = telling.figures[match[1]].figure
    if isinstance(figure, Count) and figure.over:
        return count(telling, figure)
    return write(telling, amounts(figure)[match[2] or ""], match[3] or "nom")


def _size(place: Place) -> Decimal:
    """What makes a row the one to name: how far it went, or how much it is."""
    numbers = [Decimal(amount.digits) for amount in amounts(place.figure).values()]
    return abs(numbers[1] - numbers[0]) if len(numbers) > 1 else numbers[0]
