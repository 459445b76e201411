"""The desk: what every answer is made with, whoever asks for what."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from yhdessa.catalogue import Catalogue
from yhdessa.giving.evenly import Evenly
from yhdessa.giving.limits import Limits
from yhdessa.giving.links import Links
from yhdessa.giving.pages import Pages
from yhdessa.giving.settings import Settings
from yhdessa.mail.mailer import Mailer
from yhdessa.payments.donors import Donors
from yhdessa.payments.gifts import Payments


class Desk(Struct, frozen=True):
    """Settings, what the build has compiled (and its `version`), Stripe, pages, mail, the links in it, what
    has been counted, what makes answers leave evenly, and a clock of Unix time.
    """

    settings: Settings
    catalogue: Catalogue
    version: str
    payments: Payments
    donors: Donors
    pages: Pages
    mailer: Mailer
    links: Links
    limits: Limits
    evenly: Evenly
    clock: Callable[[], float]
