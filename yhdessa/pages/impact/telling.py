"""The report as one language tells it: facts, words, and what both are found by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from yhdessa.model.arithmetic.report import Footnote, footnotes
from yhdessa.model.impact.index import Place, index
from yhdessa.model.impact.report import ImpactReport
from yhdessa.model.impact.words import ImpactWords
from yhdessa.pages.maker import Maker


@dataclass(frozen=True)
class Telling:
    """The impact report in the language of `maker`."""

    maker: Maker
    report: ImpactReport
    words: ImpactWords

    @classmethod
    def of(cls, maker: Maker) -> Telling:
        """The report of a site that has one. Raises LookupError for a site without."""
        if maker.content.impact is None or maker.words.impact is None:
            raise LookupError("this site has no impact report")
        return cls(maker, maker.content.impact, maker.words.impact)

    @property
    def language(self) -> str:
        """The language it is told in."""
        return self.maker.language

    @cached_property
    def figures(self) -> dict[str, Place]:
        """The figures by their ids."""
        return index(self.report)

    @cached_property
    def footnotes(self) -> dict[str, list[Footnote]]:
        """The known discrepancies by the id of their figure, or breakdown."""
        found: dict[str, list[Footnote]] = {}
        for note in footnotes(self.report):
            found.setdefault(note.id, []).append(note)
        return found

    @property
    def source(self) -> str:
        """Who published the figures, in a line."""
        return self.maker.texts.source(self.maker.content.sources[self.report.source])
