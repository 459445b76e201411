"""Content to be broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    """The project's own content, to be broken."""
    for folder in ("content", "docs"):
        shutil.copytree(project / folder, tmp_path / folder)
    return tmp_path
