"""What the page of help says."""

from __future__ import annotations

from typing import ClassVar

from yhdessa.view.page import Page
from yhdessa.view.parts import HelplineEntry


class HelpPage(Page, frozen=True):
    """Get help now: `dial` is a tel: address, or empty when there is nothing to dial."""

    kind: ClassVar[str] = "help"
    lead: str
    helplines: tuple[HelplineEntry, ...]
