"""The page of help: where somebody answers now."""

from __future__ import annotations

from yhdessa.pages.maker import Maker
from yhdessa.view.help import HelpPage
from yhdessa.view.parts import HelplineEntry


def help_page(maker: Maker) -> HelpPage:
    """Where somebody answers now; what is an example can be neither dialled nor taken for real."""
    lead = maker.words.pages.help.lead or ""
    return HelpPage(
        lead=maker.texts.fill(lead),
        helplines=tuple(_helpline(maker, name) for name in maker.content.helplines),
    )


def _helpline(maker: Maker, name: str) -> HelplineEntry:
    facts, words = maker.content.helplines[name], maker.words.helplines[name]
    checked, source = "", ""
    if facts.checked is not None and facts.source is not None:
        checked = maker.words.interface.checked.format(date=maker.texts.day(facts.checked))
        source = f"{maker.words.interface.source}: {maker.texts.source(maker.content.sources[facts.source])}"
    return HelplineEntry(
        name=words.name,
        number=facts.number or "",
        dial=f"tel:{facts.number.replace(' ', '')}" if facts.number else "",
        text=maker.texts.fill(words.text),
        hours=words.hours,
        checked=checked,
        source=source,
        example=facts.example,
    )
