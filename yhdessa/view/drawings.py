"""The drawings' style where no style sheet reaches: in a picture that is made of them.

The site's style sheet says how a drawing looks, in tokens that a browser mixes of the brand's colours. Here
the same rules are read and the same colours mixed: a picture cannot look unlike the page. What can style
nothing but a drawing is taken, as it looks on a light page.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping

#: The properties that draw: a rule that has only these belongs to a drawing.
DRAWING = {"fill", "opacity", "paint-order"}
TOKEN = re.compile(r"--([\w-]+)\s*:\s*([^;]+)")
ROOT = re.compile(r":root\s*\{([^}]*)\}")
RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
VARIABLE = re.compile(r"var\(--([\w-]+)\)")
CLASSES = re.compile(r'class="([^"]*)"')
MIX = re.compile(r"color-mix\(in oklab,\s*(.+?) ([\d.]+)%,\s*(.+)\)")
DARKER = re.compile(r"oklch\(from (.+?) min\(l,\s*([\d.]+)\) c h\)")

Lab = tuple[float, float, float]


class UnknownColour(ValueError):
    """A colour of the style sheet is written in a way that is not read here."""


def drawing_style(stylesheet: str) -> str:
    """The rules of `stylesheet` that draw, with every colour as `#rrggbb`. Raises UnknownColour.

    `stylesheet` is the whole one, with the brand's colours at its head (`:root{--brand-primary:...}`).
    """
    light = _without(re.sub(r"/\*.*?\*/", "", stylesheet, flags=re.S), "@media")
    tokens = dict(TOKEN.findall(";".join(ROOT.findall(light))))
    return "".join(
        f"{selectors.strip()}{{{VARIABLE.sub(lambda match: mixed(match[0], tokens), style.strip())}}}\n"
        for selectors, style in RULE.findall(light)
        if _draws(style)
    )


def style_of(style: str, drawing: str) -> str:
    """The rules of a drawing style that `drawing` has classes for, and a picture's own (`share-`)."""
    there = {name for classes in CLASSES.findall(drawing) for name in classes.split()} | {"night"}

    def wanted(selector: str) -> bool:
        names = re.findall(r"\.([\w-]+)", selector)
        return all(name in there or name.startswith("share-") for name in names)

    rules = (rule.partition("{") for rule in style.splitlines())
    return "\n".join("".join(rule) for rule in rules if any(wanted(part) for part in rule[0].split(",")))


def mixed(colour: str, tokens: Mapping[str, str]) -> str:
    """`colour` as `#rrggbb`, with the `tokens` that it is mixed of. Raises UnknownColour."""
    return _hex(_lab(colour.strip(), tokens))


def _draws(style: str) -> bool:
    names = {part.partition(":")[0].strip() for part in style.split(";") if part.strip()}
    return bool(names) and all(name in DRAWING or name.startswith("stroke") for name in names)


def _without(text: str, start: str) -> str:
    """`text` without its blocks that begin with `start`."""
    return "".join(_outside(text, start))


def _outside(text: str, start: str) -> Iterator[str]:
    while (place := text.find(start)) >= 0:
        yield text[:place]
        depth, text = 0, text[text.index("{", place) :]
        for index, sign in enumerate(text):
            depth += {"{": 1, "}": -1}.get(sign, 0)
            if depth == 0:
                text = text[index + 1 :]
                break
    yield text


def _lab(colour: str, tokens: Mapping[str, str]) -> Lab:
    """A colour in OKLab. https://bottosson.github.io/posts/oklab/"""
    if (named := VARIABLE.fullmatch(colour)) and named[1] in tokens:
        return _lab(tokens[named[1]].strip(), tokens)
    if mix := MIX.fullmatch(colour):
        share, first, second = float(mix[2]) / 100, _lab(mix[1], tokens), _lab(mix[3], tokens)
        pairs = zip(first, second, strict=True)
        lightness, a, b = (one * share + other * (1 - share) for one, other in pairs)
        return lightness, a, b
    if darker := DARKER.fullmatch(colour):
        lightness, a, b = _lab(darker[1], tokens)
        # Hue and chroma stay as they are.
        return min(lightness, float(darker[2])), a, b
    if re.fullmatch(r"#[0-9a-f]{6}|#[0-9a-f]{3}", colour):
        return _from_hex(colour)
    raise UnknownColour(f"{colour!r} is no colour that a picture can be drawn in")


def _from_hex(colour: str) -> Lab:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    red, green, blue = (_linear(channel / 255) for channel in bytes.fromhex(digits))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _hex(lab: Lab) -> str:
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    channels = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(255 * min(1, max(0, _curved(value)))):02x}" for value in channels)


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def _curved(value: float) -> float:
    return float(12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055)
