"""What the tests share: the project's own content, and a small tree of content that may be broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's folder. Read only: tests that change content take `tree`."""
    return PROJECT


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of a small sound tree, to be changed: the site's own texts may be edited without a test failing."""
    return Path(shutil.copytree(PROJECT / "tests/trees/small", tmp_path / "project"))
