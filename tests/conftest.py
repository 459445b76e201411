"""What the tests share: the project's own content, and a small tree of content that may be broken."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.chromium import chromium
from tests.output import Output, mkdocs, read_pages
from tests.proof import FULL

__all__ = ["chromium"]

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's folder. Read only: tests that change content take `tree`."""
    return PROJECT


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of a small sound tree, to be changed: no edit of the site's own texts fails a test."""
    return Path(shutil.copytree(PROJECT / "tests/trees/small", tmp_path / "project"))


@pytest.fixture(scope="session")
def built(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Output:
    """The project, built strictly into a folder of the tests."""
    folder = tmp_path_factory.mktemp("built") / "site"
    catalogue = str(folder.with_name("catalogue.json"))
    done = mkdocs("build", "--strict", "--site-dir", str(folder), project=project, CATALOGUE=catalogue)
    assert done.returncode == 0, done.stderr
    return Output(folder, read_pages(folder))


def pytest_report_header() -> list[str]:
    """Say what is left out, and whether all is done at full size."""
    said = {
        "BROWSER=no: the browser tests are left out": os.environ.get("BROWSER") == "no",
        "VNU=no: the Nu HTML checker is left out": os.environ.get("VNU") == "no",
        "PROOF=yes: every test at full size": FULL,
    }
    return [line for line, true in said.items() if true]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """`BROWSER=no` leaves out what needs a Chromium."""
    if os.environ.get("BROWSER") != "no":
        return
    left_out = [item for item in items if item.get_closest_marker("browser")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]
