"""Footnotes: what was printed and what its parts make, and nothing more."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from yhdessa.l10n.numbers import format_number
from yhdessa.model.arithmetic.report import Footnote
from yhdessa.model.impact.amounts import Amount, Kind, amounts
from yhdessa.pages.impact.telling import Telling
from yhdessa.pages.impact.values import write
from yhdessa.view.shell import Link


class Notes:
    """The footnotes of one chart or list in the order of their figures; `id` is that of the chart or list."""

    def __init__(self, telling: Telling, id_: str, figures: Iterable[str]) -> None:
        self.telling = telling
        self.id = id_
        self.of = [note for name in figures for note in telling.footnotes.get(name, [])]

    @property
    def texts(self) -> tuple[str, ...]:
        """Each footnote in words."""
        return tuple(_said(self.telling, note) for note in self.of)

    def link(self, figure: str) -> Link | None:
        """The link from a figure to its first footnote, if it has one."""
        for number, note in enumerate(self.of, start=1):
            if note.id == figure:
                written = format_number(number, self.telling.language)
                text = self.telling.words.footnote_link.format(number=written)
                return Link(text, f"#{self.id}-note-{number}")
        return None


def _said(telling: Telling, note: Footnote) -> str:
    printed, computed = (_written(telling, note, value) for value in (note.printed, note.computed))
    return telling.words.footnote.format(printed=printed, computed=computed)


def _written(telling: Telling, note: Footnote, value: Decimal) -> str:
    """A number of a footnote in the unit of its figure; a change with its sign."""
    kind: Kind = "number"
    if note.kind == "change":
        kind = amounts(telling.figures[note.id].figure)["change"].kind
    elif note.kind == "share":
        kind = "percent"
    elif note.kind == "rollup":
        kind = amounts(telling.figures[note.id].figure)[""].kind
    return write(telling, Amount(str(value), kind), signed=note.kind == "change")
