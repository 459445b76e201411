"""Writes overrides/components/drawing.yml: `.venv/bin/python -m tests.pages.drawn_examples`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import yaml

from tests.pages.drawings import CASES, draw

FILE = Path(__file__).parents[2] / "overrides" / "components" / "drawing.yml"
HEAD = "# Written by tests/pages/drawn_examples.py from tests/pages/charts.yml.\n"


def examples() -> str:
    """The text of the file: every case, drawn."""
    shown = {"takes": "Drawing", "examples": {name: _plain(draw(name)) for name in CASES}}
    return HEAD + yaml.safe_dump(
        shown, allow_unicode=True, sort_keys=False, width=110, default_flow_style=None
    )


def _plain(drawing: object) -> Any:
    """Without what is empty or as it is by itself."""
    return _without_empty(msgspec.to_builtins(drawing))


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {name: inner for name, inner in value.items() if inner or name == "rows"}
        return {name: _without_empty(inner) for name, inner in kept.items()}
    return [_without_empty(inner) for inner in value] if isinstance(value, list | tuple) else value


if __name__ == "__main__":
    FILE.write_text(examples(), encoding="utf-8")
