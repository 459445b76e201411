"""What the page of the partners says."""

from __future__ import annotations

from typing import ClassVar

from yhdessa.view.page import Page
from yhdessa.view.parts import PartnerGroup, Tier
from yhdessa.view.shell import Link


class PartnersPage(Page, frozen=True):
    """The partner tiers, and the partners by tier: one alone does not look so among the others."""

    kind: ClassVar[str] = "partners"
    lead: str
    tiers: tuple[Tier, ...]
    partners: tuple[PartnerGroup, ...]
    contact: Link
