"""The small tree made honest, and a whole project over it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.edits import change

TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text(encoding="utf-8"))


def make_honest(tree: Path) -> None:
    """What somebody does to the small tree before the public may see it."""
    for step in TABLE["honest"]:
        change(tree, step)


@pytest.fixture
def honest(tree: Path) -> Path:
    """The small tree, fit to be published."""
    make_honest(tree)
    return tree


@pytest.fixture
def whole(tree: Path, project: Path) -> Path:
    """A project over the small tree, to be built by MkDocs."""
    for folder in ("overrides", "hooks"):
        shutil.copytree(project / folder, tree / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(project / "mkdocs.yml", tree)
    return tree
