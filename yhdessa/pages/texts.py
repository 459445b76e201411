"""Texts: what an editor wrote, with its figures set in as the language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from yhdessa.l10n.dates import format_date
from yhdessa.l10n.foreign import ForeignText
from yhdessa.l10n.money import NBSP
from yhdessa.l10n.numbers import format_number
from yhdessa.l10n.percent import format_percent
from yhdessa.model.content import Content
from yhdessa.model.fields import FIGURE
from yhdessa.model.source import Source
from yhdessa.view.parts import Figure


class Texts:
    """The texts of one language, and the figures that stand in them."""

    def __init__(self, content: Content, language: str) -> None:
        self.content = content
        self.language = language
        self.words = content.words[language]

    def fill(self, text: str) -> str:
        """`text` with each `{figure}` written out: `{isolated-75}` becomes `10 %`."""
        if isinstance(text, ForeignText):
            spoken = Texts(self.content, self.content.languages[0])
            return ForeignText(spoken.fill(str(text)), text.tag, text.note)
        filled = FIGURE.sub(lambda match: self.figure_value(match[1], match[2] or "nom"), text)
        return re.sub(r" (?=[–—]\s)", NBSP, filled)

    def figure_value(self, name: str, case: str = "nom") -> str:
        """The figure as the language writes it; Finnish takes a case."""
        figure = self.content.statistics[name]
        if figure.unit == "percent":
            return format_percent(figure.value, self.language, case)
        return format_number(figure.value, self.language, case)

    def figures(self, names: Iterable[str]) -> tuple[Figure, ...]:
        """The figures `names`, each with what it counts and its source."""
        return tuple(self._figure(name) for name in names)

    def sources_of(self, *texts: str) -> tuple[str, ...]:
        """The sources of the figures that stand in `texts`, each once, in the order of their first figure."""
        names = [match[1] for text in texts for match in FIGURE.finditer(text)]
        statistics = self.content.statistics
        found = dict.fromkeys(statistics[name].source for name in names if name in statistics)
        return tuple(self.source(self.content.sources[name]) for name in found)

    def source(self, source: Source) -> str:
        """A source in a line: publisher, title, and the year, or that it states none."""
        dated = str(source.year) if source.year else self.words.interface.undated
        return f"{source.publisher}: {source.title} ({dated})"

    def day(self, day: date) -> str:
        """A date in words."""
        return format_date(day, self.language)

    def _figure(self, name: str) -> Figure:
        told = self.words.statistics[name]
        source = self.content.sources[self.content.statistics[name].source]
        return Figure(
            value=self.figure_value(name),
            label=self.fill(told.label),
            source=f"{self.words.interface.source}: {self.source(source)}",
        )
