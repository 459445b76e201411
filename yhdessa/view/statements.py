"""What the statements say: how accessible the site is, and what becomes of personal data."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from yhdessa.view.page import Page
from yhdessa.view.parts import Detail, Run
from yhdessa.view.shell import Link


class LinkedPassage(Struct, frozen=True):
    """A heading and a text that may hold links."""

    title: str
    text: tuple[Run, ...]


class Purpose(Struct, frozen=True):
    """What data is used for: which data, on what ground, by whom, how long."""

    title: str
    text: str
    details: tuple[Detail, ...]


class Processor(Struct, frozen=True):
    """Who handles data for us, with a link to its own statement."""

    link: Link
    text: str


class AccessibilityPage(Page, frozen=True):
    """The accessibility statement."""

    kind: ClassVar[str] = "accessibility"
    lead: str
    conformance_title: str
    conformance: str
    evaluated: str
    methods_title: str
    methods: tuple[str, ...]
    shortcomings_title: str
    shortcomings: tuple[str, ...]
    feedback: LinkedPassage
    authority: LinkedPassage


class PrivacyPage(Page, frozen=True):
    """The privacy statement."""

    kind: ClassVar[str] = "privacy"
    lead: str
    controller: LinkedPassage
    cookies_title: str
    cookies: str
    purposes_title: str
    purposes: tuple[Purpose, ...]
    processors_title: str
    processors: tuple[Processor, ...]
    rights: LinkedPassage
    authority: LinkedPassage
