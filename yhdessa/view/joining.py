"""What the pages of joining in say: what you can do, and volunteering."""

from __future__ import annotations

from typing import ClassVar

from yhdessa.view.page import Page
from yhdessa.view.parts import ActGroup, Passage, Task
from yhdessa.view.shell import Link


class ActPage(Page, frozen=True):
    """What a person, a workplace and a company can do."""

    kind: ClassVar[str] = "act"
    lead: str
    groups: tuple[ActGroup, ...]


class VolunteeringPage(Page, frozen=True):
    """What a volunteer does and gets, how it begins, and what people ask about it."""

    kind: ClassVar[str] = "volunteering"
    lead: str
    tasks_title: str
    tasks: tuple[Task, ...]
    gets_title: str
    gets: tuple[Passage, ...]
    asks_title: str
    asks: tuple[str, ...]
    steps_title: str
    steps: tuple[Passage, ...]
    questions_title: str
    questions: tuple[Passage, ...]
    contact_title: str
    contact_text: str
    contact: Link
