"""What the page says on which staff decide of a company that would be a partner."""

from __future__ import annotations

from typing import ClassVar

from yhdessa.view.employer import DeskPart
from yhdessa.view.page import Page
from yhdessa.view.parts import Detail


class PartnerDeskPage(Page, frozen=True):
    """What a company asks, and what can be decided. `notice` says what was done just now, `trouble` what
    could not be.
    """

    kind: ClassVar[str] = "partner_desk"
    over: str
    lead: str
    details: tuple[Detail, ...]
    parts: tuple[DeskPart, ...]
    notice: str = ""
    trouble: str = ""
