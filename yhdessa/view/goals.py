"""What the pages of the local goals say."""

from __future__ import annotations

from typing import ClassVar

from yhdessa.forms.view import FormView
from yhdessa.view.page import Page
from yhdessa.view.parts import Card, Figure, GlobalGoal, PartnerGroup, Passage, Progress
from yhdessa.view.shell import Link


class GoalsPage(Page, frozen=True):
    """The index of the local goals."""

    kind: ClassVar[str] = "goals"
    lead: str
    goals: tuple[Card, ...]


class GoalPage(Page, frozen=True):
    """One local goal. `html` is the background text, already marked up.

    `sections` leads to what there is on the page; `ask` and `ask_partnership` are a text and an address.
    """

    kind: ClassVar[str] = "goal"
    over: str
    number: int
    name: str
    summary: str
    problem: str
    belief: str
    statistics: tuple[Figure, ...]
    background_title: str
    html: str
    activities: tuple[Passage, ...]
    wishes: tuple[Passage, ...]
    global_goals: tuple[GlobalGoal, ...]
    sdg_note: str
    actions: tuple[Passage, ...]
    partners: tuple[PartnerGroup, ...]
    become_partner: Link
    sources: tuple[str, ...]
    form_title: str
    form: FormView
    previous: Link | None
    next: Link | None
    ask: Passage
    ask_partnership: Passage
    sections: tuple[Link, ...]
    progress: Progress | None = None
    programmes: tuple[Card, ...] = ()
