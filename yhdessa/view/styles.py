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
    "employer",
    "giving",
    "challenges",
    "payroll",
    "footer",
    "share",
    "utilities",
    "print",
)


def join_styles(folder: Path) -> str:
    """The whole style sheet, from its parts in `folder`, without what only its writers read."""
    return "".join(lighten((folder / f"{name}.css").read_text(encoding="utf-8")) for name in PARTS)


def lighten(style: str) -> str:
    """`style` without comments, and without the space that only its writers read: a tenth of what is fetched.

    Texts in quotation marks stay as they are, and so does other space in selectors, sums and conditions:
    there it means something.
    """
    bare = re.sub(r"/\*.*?\*/", "", style, flags=re.S)
    joined = _outside_texts(r"\s*([{};,>])\s*", bare).replace(";}", "}")
    return _outside_texts(r"(?<=[\w-])(:)\s+(?=[^{}]*[;}])", joined).lstrip()


def _outside_texts(pattern: str, style: str) -> str:
    """`style` with the sign in each `pattern` alone, without the space around it."""
    return re.sub(f'("[^"]*")|{pattern}', lambda found: found[1] or found[2], style)
