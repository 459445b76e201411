"""Chromium, the one on the PATH or Playwright's own: one for the whole run."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Error, expect, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HELP = """No Chromium could be started. Install one:
  Debian, as root:   apt-get install chromium
  or Playwright's:   .venv/bin/python -m playwright install --with-deps chromium
or leave the browser tests out: make test BROWSER=no"""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The Chromium on the PATH, or Playwright's own."""
    # Five seconds are too few where other work shares the processors.
    expect.set_options(timeout=20_000)
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        except Error as error:
            pytest.exit(f"{HELP}\n\n{error}", returncode=1)
        yield started
        started.close()
