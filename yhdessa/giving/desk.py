"""The desk: what every answer is made with, whoever asks for what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from yhdessa.catalogue import Catalogue
from yhdessa.giving.pages import Pages
from yhdessa.giving.payments import Payments
from yhdessa.giving.settings import Settings


@dataclass(frozen=True)
class Desk:
    """Settings, what the build has compiled (and its `version`), Stripe, pages, and a clock of Unix time."""

    settings: Settings
    catalogue: Catalogue
    version: str
    payments: Payments
    pages: Pages
    clock: Callable[[], float]
