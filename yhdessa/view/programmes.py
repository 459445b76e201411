"""What the pages of the services and their programmes say."""

from __future__ import annotations

from typing import ClassVar

from yhdessa.view.page import Page
from yhdessa.view.parts import Card, CardGroup, Passage, Quote
from yhdessa.view.shell import Link


class ProgrammesPage(Page, frozen=True):
    """What we do: the services, each with its programmes."""

    kind: ClassVar[str] = "programmes"
    lead: str
    services: tuple[CardGroup, ...]


class ProgrammePage(Page, frozen=True):
    """One programme. `html` is its text, already marked up; `art` names the drawing.

    `practical` is who it is for, when and where. `support` is how the reader can help, each with its link.
    """

    kind: ClassVar[str] = "programme"
    over: str
    name: str
    summary: str
    art: int
    practical: tuple[Passage, ...]
    about_title: str
    html: str
    steps_title: str
    steps: tuple[Passage, ...]
    contact_title: str
    contact: Link
    quote: Quote | None
    goals_title: str
    goals: tuple[Card, ...]
    support_title: str
    support: tuple[Passage, ...]
    others_title: str
    others: tuple[Card, ...]
