"""A picture of each page type, narrow and wide, light and dark, in each language: `make screenshots`.

The pictures are for eyes, into var/screenshots/; no test compares them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.chromium import ARGUMENTS
from tests.serving import free_port, wait_for
from yhdessa.model import load_content
from yhdessa.pages.site import Site

FOLDER = Path("var/screenshots")


def main() -> int:
    """Serve the project, take the pictures, stop the server."""
    port = free_port()
    server = subprocess.Popen([sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"])
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/", lambda page: "</html>" in page)
        take_pictures(address, page_types(Path.cwd()))
    finally:
        server.terminate()
        server.wait(timeout=10)
    return 0


def page_types(project: Path) -> dict[str, str]:
    """The address of the first page of each type in each language, by `<type>-<language>`."""
    site = Site(load_content(project), "http://127.0.0.1/", "site.css")
    found: dict[str, str] = {}
    for language in site.content.languages:
        about = site.prose_plan(language, "about", "")
        for plan in (*site.plans(language), about):
            address = f"/{plan.file.removesuffix('index.html')}"
            found.setdefault(f"{plan.page.kind}-{language}", address)
    return found


def take_pictures(address: str, pages: dict[str, str]) -> None:
    """Every page type x language x width x theme, as <type>-<language>-<width>-<theme>.png."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for width in (320, 768, 1280):
            for theme in ("light", "dark"):
                context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme)  # type: ignore[arg-type]
                page = context.new_page()
                for name, path in pages.items():
                    page.goto(address + path)
                    page.screenshot(path=FOLDER / f"{name}-{width}-{theme}.png", full_page=True)
                context.close()
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
