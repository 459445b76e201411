"""Words in lines: where a text is broken that no browser breaks. Widths come from whoever measures."""

from __future__ import annotations

from collections.abc import Callable

SOFT_HYPHEN, HYPHEN, ELLIPSIS = "\u00ad", "-", "…"
#: How often the room is halved in the search for even lines; more changes nothing that can be seen.
STEPS = 8

Width = Callable[[str], float]


def wrap(text: str, width: Width, room: float, *, anywhere: bool = False) -> list[str] | None:
    """`text` in lines no wider than `room`, as even as they can be.

    A word that is wider is divided at its soft hyphens, or `anywhere`; None when that does not help.
    """
    lines = _filled(text, width, room, anywhere)
    if lines is None:
        return None
    # As many lines, no more divided, in the narrowest room that still has place for them.
    narrow, wide = room / 2, room
    for _ in range(STEPS):
        middle = (narrow + wide) / 2
        tried = _filled(text, width, middle, anywhere=False)
        if tried is not None and len(tried) <= len(lines) and _divisions(tried) <= _divisions(lines):
            lines, wide = tried, middle
        else:
            narrow = middle
    return lines


def shortened(lines: list[str], most: int, width: Width, room: float) -> list[str]:
    """At most so many of `lines`; what is left out shows in three dots, which have room too."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while width(last.rstrip(" .,:;-") + ELLIPSIS) > room:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip(" .,:;-") + ELLIPSIS]


def _filled(text: str, width: Width, room: float, anywhere: bool) -> list[str] | None:
    """`text` in lines, each as full as it can be."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        if width(_bare(f"{line} {word}".strip())) <= room:
            line = f"{line} {word}".strip()
            continue
        pieces = _divided(word, width, room, anywhere)
        if pieces is None:
            return None
        lines += [line, *pieces[:-1]] if line else pieces[:-1]
        line = pieces[-1]
    return [_bare(full) for full in (*lines, line)]


def _divided(word: str, width: Width, room: float, anywhere: bool) -> list[str] | None:
    """A word in pieces that have room, each but the last with a hyphen; whole, when that has."""
    if width(_bare(word)) <= room:
        return [word]
    pieces, piece = [], ""
    for part in _bare(word) if anywhere else word.split(SOFT_HYPHEN):
        if piece and width(piece + part + HYPHEN) > room:
            pieces.append(piece + HYPHEN)
            piece = ""
        piece += part
        if width(piece) > room:
            return None
    return [*pieces, piece]


def _bare(text: str) -> str:
    return text.replace(SOFT_HYPHEN, "")


def _divisions(lines: list[str]) -> int:
    return sum(line.endswith(HYPHEN) for line in lines)
