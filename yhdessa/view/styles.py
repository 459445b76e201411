"""The style sheet: one file a site, joined from the parts in `overrides/assets/styles/`, in this order.

The first part names the cascade layers; within a layer the order of the parts decides.
"""

from __future__ import annotations

import re
from pathlib import Path

PARTS = (
    "order",
    "fonts",
    "tokens",
    "base",
    "layout",
    "header",
    "content",
    "goal",
    "joining",
    "charts",
    "report",
    "partners",
    "news",
    "help",
    "search",
    "forms",
    "giving",
    "footer",
    "share",
    "utilities",
    "print",
)


def join_styles(folder: Path) -> str:
    """The whole style sheet, from its parts in `folder`, without what only its writers read."""
    return "".join(lighten((folder / f"{name}.css").read_text(encoding="utf-8")) for name in PARTS)


def lighten(style: str) -> str:
    """`style` without comments and indents: a tenth of what a visitor would fetch."""
    return re.sub(r"\n\s*", "\n", re.sub(r"/\*.*?\*/", "", style, flags=re.S)).lstrip()
