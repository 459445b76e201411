"""What the gallery reads of a project: languages, interface words, style sheet and its tokens, icons."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from yhdessa.view.icons import ICONS, load_icons
from yhdessa.view.styles import join_styles

#: How a sheet asks for the dark: answered here, so that a frame shows either whatever the browser prefers.
DARK = "(prefers-color-scheme: dark)"
THEMES = {"light": "not all", "dark": "all"}
TOKEN = re.compile(r"^\s*(--[\w-]+):\s*(.+?);", re.M)


class Token(Struct, frozen=True):
    """A custom property of the style sheet: its first value, and whether it is a colour, font or length."""

    name: str
    value: str
    kind: str


class GalleryProject:
    """The files of one project, read when they are asked for."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.templates = root / "overrides"

    def languages(self) -> list[str]:
        """The languages that have interface words, the site's own order first."""
        there = sorted(file.parent.name for file in (self.root / "content").glob("*/interface.yml"))
        return sorted(there, key=lambda language: _place(language, self._organisation().get("languages")))

    def words(self, language: str) -> dict[str, str]:
        """The interface words of a language of `languages`, by their keys."""
        read = _read(self.root / "content" / language / "interface.yml")
        return {str(key): str(word) for key, word in read.items()}

    def icons(self) -> dict[str, str]:
        """The icons of the templates, from Material; without it, empty drawings of the same names."""
        found = find_spec("material")
        if found is None or found.origin is None:
            return dict.fromkeys(ICONS, "<svg viewBox='0 0 24 24'></svg>")
        return load_icons(Path(found.origin).parent / "templates" / ".icons")

    def stylesheet(self, theme: str) -> str:
        """The site's style sheet as one of `THEMES`, with the project's colours."""
        brand = self._organisation().get("brand") or {}
        colours = "".join(f"--brand-{name}:{brand[name]};" for name in ("primary", "accent") if name in brand)
        sheet = join_styles(self.templates / "assets" / "styles").replace(DARK, THEMES[theme])
        return f":root{{{colours}}}\n{sheet}:root{{color-scheme:{theme}}}\n"

    def font(self, place: str) -> bytes:
        """The font that the sheet asks for at `place` (`fonts/name.woff2`); nothing if there is none."""
        fonts = {f"fonts/{file.name}": file for file in (self.templates / "assets" / "fonts").glob("*.woff2")}
        return fonts[place].read_bytes() if place in fonts else b""

    def tokens(self) -> list[Token]:
        """The design tokens, in the order in which they are first defined."""
        text = (self.templates / "assets" / "styles" / "tokens.css").read_text(encoding="utf-8")
        found: dict[str, str] = {}
        for name, value in TOKEN.findall(text):
            found.setdefault(name, value)
        return [Token(name, value, _kind(name, value)) for name, value in found.items()]

    def _organisation(self) -> dict[str, Any]:
        return _read(self.root / "content" / "facts" / "organisation.yml")


def _read(file: Path) -> dict[str, Any]:
    """A file of content; nothing while it is missing or no YAML: what is broken is told elsewhere."""
    try:
        read = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError):
        return {}
    return read if isinstance(read, dict) else {}


def _place(language: str, order: object) -> int:
    return order.index(language) if isinstance(order, list) and language in order else len(language) + 99


def _kind(name: str, value: str) -> str:
    if "sans-serif" in value:
        return "font"
    if name.startswith("--title") or name in ("--small", "--large"):
        return "type"
    return "length" if re.match(r"[\d.]+(?:rem|px|em)|clamp\(", value) else "colour"
