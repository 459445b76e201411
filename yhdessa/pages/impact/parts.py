"""Parts: what the report, a section and a programme say alike; a programme with those under it."""

from __future__ import annotations

from collections.abc import Iterator

from yhdessa.l10n.tags import language_tag
from yhdessa.model.document import Path_
from yhdessa.model.impact.figures import Count
from yhdessa.model.impact.report import Block, Programme, Quote
from yhdessa.pages.impact.charts import charts_of
from yhdessa.pages.impact.notes import Notes
from yhdessa.pages.impact.telling import Telling
from yhdessa.pages.impact.values import count, count_in_full, unit_of
from yhdessa.view import impact as shown
from yhdessa.view import parts

#: The heading of a programme that lies deepest; a chart's is one lower, and there is no h7.
LOWEST = 5


def tallies_of(telling: Telling, id_: str, block: Block) -> parts.Tallies | None:
    """What a block counts, under the id of its list; None where it counts nothing."""
    notes = Notes(telling, id_, block.figures)
    counts = tuple(_tallies(telling, block, notes))
    return parts.Tallies(id_, counts, notes.texts) if counts else None


def quotes_of(telling: Telling, block: Block) -> tuple[parts.Quote, ...]:
    """What people said there, as they said it, with a translation for readers of another language."""
    return tuple(_quote(telling, quote) for quote in block.quotes.values())


def recommendation(telling: Telling, block: Block) -> parts.Passage | None:
    """What a Net Promoter Score is, where a block or a programme under it has one."""
    words = telling.words
    note = telling.maker.texts.fill(words.recommendation_note)
    return parts.Passage(words.recommendation, note) if _recommended(block) else None


def programmes_of(telling: Telling, page: str, path: Path_, above: Programme) -> tuple[shown.Programme, ...]:
    """The programmes under `above`, a section or programme at `path`, on the page of that name."""
    level = min(path.count("programmes") + 2, LOWEST)
    return tuple(
        shown.Programme(
            id=name,
            title=telling.words.programmes[name],
            level=level,
            chart_level=level + 1,
            tallies=tallies_of(telling, name, programme),
            charts=charts_of(telling, page, (*path, "programmes", name), programme),
            quotes=quotes_of(telling, programme),
            programmes=programmes_of(telling, page, (*path, "programmes", name), programme),
        )
        for name, programme in above.programmes.items()
    )


def _recommended(block: Block) -> bool:
    inner = block.programmes.values() if isinstance(block, Programme) else ()
    return any(measure.scores for measure in block.measures.values()) or any(map(_recommended, inner))


def _tallies(telling: Telling, block: Block, notes: Notes) -> Iterator[parts.Tally]:
    """Each count of a block, with those that are said to be in it; these do not stand alone then."""
    inside = {name for name, figure in block.figures.items() if figure.within in block.figures}
    for name, figure in block.figures.items():
        if name not in inside:
            yield parts.Tally(
                value=count(telling, figure),
                unit=_unit(telling, block, name, figure),
                label=telling.words.labels[figure.label] if figure.label else "",
                footnote=notes.link(name),
            )


def _unit(telling: Telling, block: Block, name: str, figure: Count) -> str:
    """What was counted, and what is in it: `haastattelua, joissa 200 vapaaehtoista`."""
    unit = unit_of(telling, telling.words.units[figure.unit], str(figure.value))
    for inner in block.figures.values():
        if inner.within == name:
            unit = telling.words.within.format(figure=unit, inner=count_in_full(telling, inner))
    return unit


def _quote(telling: Telling, quote: Quote) -> parts.Quote:
    country = telling.maker.content.organisation.country
    translation = "" if quote.language == telling.language else quote.translations.get(telling.language, "")
    return parts.Quote(
        text=quote.text,
        tag=language_tag(quote.language, country),
        attribution=telling.words.speakers[quote.speaker] if quote.speaker else "",
        example=quote.example,
        speaker_tag=language_tag(telling.language, country),
        translation=translation,
        translated=telling.words.translated if translation else "",
    )
