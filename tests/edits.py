"""Edits of a content tree, as the tables of cases write them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path


def change(tree: Path, step: dict[str, str]) -> None:
    """One edit of a case: `write`, `append`, `delete`, or `replace` by `with`, which must be there."""
    path = tree / step["file"]
    if "delete" in step:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    elif "write" in step:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(step["write"], encoding="utf-8")
    elif "append" in step:
        path.write_text(path.read_text(encoding="utf-8") + step["append"], encoding="utf-8")
    else:
        text = path.read_text(encoding="utf-8")
        assert step["replace"] in text, f"the case's text is no longer in {step['file']}"
        path.write_text(text.replace(step["replace"], step["with"], 1), encoding="utf-8")


def replace(root: Path, file: str, pattern: str, new: str) -> None:
    """Change what a pattern finds, whatever words editors have written there."""
    changed, count = re.subn(pattern, new, (root / file).read_text("utf-8"), count=1)
    assert count == 1
    (root / file).write_text(changed, "utf-8")
