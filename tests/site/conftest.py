"""A whole project over the small tree of content, and the processes that serve it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def house(tree: Path, project: Path) -> Path:
    """A whole project over the small tree of content, to be built, served and broken."""
    for folder in ("overrides", "hooks"):
        shutil.copytree(project / folder, tree / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(project / "mkdocs.yml", tree)
    return tree


@pytest.fixture
def processes() -> Iterator[list[subprocess.Popen[Any]]]:
    """Processes that a test starts; each is stopped by its own id."""
    started: list[subprocess.Popen[Any]] = []
    yield started
    for process in started:
        process.terminate()
        process.wait(timeout=10)
        if process.stdout:
            process.stdout.close()
