"""A browser, and the project's own site served as `make serve` serves it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.serving import free_port, wait_for

SCREENSHOTS = Path("var/screenshots")


@pytest.fixture(scope="session")
def browser(chromium: Browser) -> Browser:
    """The run's Chromium."""
    return chromium


@pytest.fixture(scope="session")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the project, served with its functions and the sandbox."""
    port = free_port()
    environment = {key: value for key, value in os.environ.items() if not key.startswith("STRIPE_")}
    folder = tmp_path_factory.mktemp("served")
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=project,
        env={
            **environment,
            "NO_MKDOCS_2_WARNING": "1",
            "CATALOGUE": str(folder / "catalogue.json"),
            "TMPDIR": str(folder),
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}/"
    try:
        wait_for(address, lambda page: "</html>" in page)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=10)


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A visitor with an ordinary browser."""
    opened = browser.new_context(base_url=site)
    opened.set_default_timeout(10_000)
    yield opened
    opened.close()


@pytest.fixture
def page(request: pytest.FixtureRequest, context: BrowserContext) -> Iterator[Page]:
    """A page; when the test fails, a picture of it is kept in var/screenshots."""
    opened = context.new_page()
    failed = request.session.testsfailed
    yield opened
    if request.session.testsfailed > failed:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        opened.screenshot(path=SCREENSHOTS / f"{request.node.name}.png".replace("/", "_"), full_page=True)
