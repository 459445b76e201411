"""What the page of contact says."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from yhdessa.view.page import Page
from yhdessa.view.shell import Link


class ContactTopic(Struct, frozen=True):
    """One thing that people write about, the address that reads it, and a page that tells more."""

    title: str
    text: str
    mail: Link
    page: Link | None = None


class ContactPage(Page, frozen=True):
    """Whom to write to; first of all where those turn who need help now."""

    kind: ClassVar[str] = "contact"
    lead: str
    help: Link
    topics: tuple[ContactTopic, ...]
    example: str
