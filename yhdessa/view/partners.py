"""What the page of the partners says."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from yhdessa.view.chart import Table
from yhdessa.view.company import SignUpPage
from yhdessa.view.page import Page
from yhdessa.view.parts import Detail, PartnerGroup, Tier
from yhdessa.view.shell import Link


class PartnerOptions(Struct, frozen=True):
    """Which goal has which tiers, and what VAT is added for whom."""

    title: str
    table: Table
    vat: tuple[Detail, ...]
    vat_note: str


class PartnersPage(Page, frozen=True):
    """The partner tiers, and the partners by tier: one alone does not look so among the others. Where
    companies can sign up, the `options` that they have, and the form of `sign_up` under its title.
    """

    kind: ClassVar[str] = "partners"
    lead: str
    tiers: tuple[Tier, ...]
    partners: tuple[PartnerGroup, ...]
    contact: Link
    options: PartnerOptions | None = None
    sign_up_title: str = ""
    sign_up: SignUpPage | None = None
