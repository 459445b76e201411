"""What the pages of giving say."""

from __future__ import annotations

from typing import ClassVar

from yhdessa.forms.view import FormView
from yhdessa.view.page import Page
from yhdessa.view.shell import Link
from yhdessa.view.ways import OtherWays


class DonatePage(Page, frozen=True):
    """The donation form, what a giver should know beside it, and the other ways to give.

    `manage` leads those who are `already` giving every month to their gift, where there are such gifts.
    """

    kind: ClassVar[str] = "donate"
    lead: str
    form: FormView
    use_title: str
    use: tuple[str, ...]
    permit: str
    permit_example: str
    ways: OtherWays | None = None
    already: str = ""
    manage: Link | None = None


class MonthlyDonorPage(Page, frozen=True):
    """Where those who give monthly ask for a link to their gift, and `how` that goes on."""

    kind: ClassVar[str] = "monthly_donor"
    lead: str
    form: FormView
    how_title: str
    how: tuple[str, ...]
    contact: Link


class CancelledPage(Page, frozen=True):
    """After a payment that was cancelled: nothing was charged; the way back, and other ways."""

    kind: ClassVar[str] = "cancelled"
    text: str
    again: Link
    next_title: str
    next: tuple[Link, ...]


class ThanksPage(Page, frozen=True):
    """After the payment page: what we know of the gift, and what comes next."""

    kind: ClassVar[str] = "thanks"
    text: str
    next_title: str
    next: tuple[Link, ...]
