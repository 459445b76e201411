"""Icons: those that our templates use, by their names among Material's, and the one of the browser's tab."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

ICONS = (
    "material/arrow-left",
    "material/arrow-right",
    "material/alert-circle-outline",
    "material/clock-outline",
    "material/download",
    "material/email-outline",
    "material/hand-heart-outline",
    "material/lifebuoy",
    "material/magnify",
    "material/menu",
    "material/phone-outline",
)


def load_icons(folder: Path) -> dict[str, str]:
    """The SVG of each icon, read from Material's folder `.icons`."""
    return {name: (folder / f"{name}.svg").read_text(encoding="utf-8").strip() for name in ICONS}


def data_address(svg: str) -> str:
    """The address of a picture that stands in it, so that a page which shows it asks for nothing more.

    Quotes are written so that an attribute need not escape them.
    """
    return "data:image/svg+xml," + quote(svg.strip().replace('"', "'"), safe="/:=;,()")
