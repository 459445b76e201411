"""A browser, and the project's own site served as `make serve` serves it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.visitors import from_elsewhere
from tests.serving import serve_project

SCREENSHOTS = Path("var/screenshots")


@pytest.fixture(scope="session")
def browser(chromium: Browser) -> Browser:
    """The run's Chromium."""
    return chromium


@pytest.fixture(scope="session")
def served_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the served project writes."""
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="session")
def site(project: Path, served_folder: Path) -> Iterator[str]:
    """The address of the project, served with its functions and the sandbox."""
    with serve_project(project, served_folder) as address:
        yield address


@pytest.fixture
def outbox(site: str, served_folder: Path) -> Path:
    """Where the letters of the served project are."""
    return served_folder / "outbox"


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A visitor with an ordinary browser."""
    opened = browser.new_context(base_url=site, extra_http_headers=from_elsewhere())
    opened.set_default_timeout(10_000)
    yield opened
    opened.close()


@pytest.fixture
def visitor(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """A visitor whose window is so wide, with the theme and whatever else is asked for."""
    opened: list[BrowserContext] = []

    def visit(width: int = 1280, theme: str = "light", **more: Any) -> Page:
        window = {"width": width, "height": 800}
        seen = {"viewport": window, "color_scheme": theme, "extra_http_headers": from_elsewhere()}
        opened.append(browser.new_context(base_url=site, **{**seen, **more}))
        opened[-1].set_default_timeout(10_000)
        return opened[-1].new_page()

    yield visit
    for context in opened:
        context.close()


@pytest.fixture
def page(request: pytest.FixtureRequest, context: BrowserContext) -> Iterator[Page]:
    """A page; when the test fails, a picture of it is kept in var/screenshots."""
    opened = context.new_page()
    failed = request.session.testsfailed
    yield opened
    if request.session.testsfailed > failed:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        opened.screenshot(path=SCREENSHOTS / f"{request.node.name}.png".replace("/", "_"), full_page=True)


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    """The project as somebody has checked it out: a sync writes into its content."""
    for folder in ("content", "docs", "overrides", "hooks"):
        shutil.copytree(
            project / folder, tmp_path / "copy" / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(project / "mkdocs.yml", tmp_path / "copy")
    return tmp_path / "copy"
