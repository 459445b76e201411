"""The icons that our templates use, by their names among Material's icons."""

from __future__ import annotations

from pathlib import Path

ICONS = (
    "material/arrow-left",
    "material/arrow-right",
    "material/alert-circle-outline",
    "material/clock-outline",
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
