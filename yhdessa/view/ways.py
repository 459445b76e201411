"""The other ways to give: what the donation page shows under its form."""

from __future__ import annotations

from msgspec import Struct

from yhdessa.view.parts import Detail


class QrCode(Struct, frozen=True):
    """A QR code as a drawing: `path` strokes its dark modules, one unit each, in a square of `size` units.

    `name` is said in its place, `text` stands beside it; an `example` pays nobody.
    """

    name: str
    text: str
    size: int
    path: str
    example: bool


class Way(Struct, frozen=True):
    """One way: what it is, and the numbers that a giver copies. `number` stands alone and large."""

    name: str
    text: str
    example: bool
    number: str = ""
    details: tuple[Detail, ...] = ()
    code: QrCode | None = None


class OtherWays(Struct, frozen=True):
    """All of them; `notice` is empty unless a number is an example."""

    title: str
    lead: str
    notice: str
    ways: tuple[Way, ...]
