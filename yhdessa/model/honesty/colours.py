"""Colours: the brand's must be readable against white, as text on paper and under a button's white text.

WCAG 2.2, 1.4.3: https://www.w3.org/TR/WCAG22/#contrast-minimum. The style sheet darkens a light colour where
a browser can, but not every browser can, and the tab's icon is drawn as it is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from yhdessa.model.content import Content
from yhdessa.model.problem import Problem

NEEDED = 4.5
#: Each colour of the brand, and what it is read against.
USES = {"primary": "as text on white", "accent": "under the white text of a button"}


def check_colours(content: Content) -> Iterator[Problem]:
    """Brand colours with too little contrast to white, each with the nearest darker one that has enough."""
    document = content.document("facts", "organisation.yml")
    for name, use in USES.items():
        colour = getattr(content.organisation.brand, name)
        ratio = contrast_to_white(colour)
        if ratio < NEEDED:
            # Rounded down: 4.46 is not 4.5.
            message = f"has contrast {math.floor(ratio * 10) / 10} {use}, and WCAG asks for {NEEDED}"
            remedy = f'a darker one that has it: `{name}: "{darker(colour)}"`'
            line = document.line(("brand", name))
            yield Problem(document.file, line, f"brand.{name}", message, remedy)


def contrast_to_white(colour: str) -> float:
    """The contrast ratio of `#rrggbb` and white, 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def darker(colour: str) -> str:
    """The lightest shade of `colour` that has enough contrast to white; black has, so there is one."""
    shades = (_shade(colour, light) for light in range(255, -1, -1))
    return next(shade for shade in shades if contrast_to_white(shade) >= NEEDED)


def _shade(colour: str, light: int) -> str:
    return "#" + "".join(f"{channel * light // 255:02x}" for channel in _channels(colour))


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _linear(channel: float) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)
