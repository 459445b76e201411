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

FOLDER = Path("var/screenshots")
PAGES = {
    "home": ("/", "/sv/", "/en/"),
    "mission": ("/missio/", "/sv/mission/", "/en/mission/"),
    "strategy": ("/strategia/", "/sv/strategi/", "/en/strategy/"),
    "goals": ("/tavoitteet/", "/sv/mal/", "/en/goals/"),
    "goal": ("/tavoitteet/kukaan-ei-jaa-yksin/", "/sv/mal/ingen-blir-ensam/", "/en/goals/nobody-is-lonely/"),
    "partners": ("/kumppanit/", "/sv/partner/", "/en/partners/"),
    "donate": ("/lahjoita/", "/sv/donera/", "/en/donate/"),
    "thanks": ("/kiitos/", "/sv/tack/", "/en/thank-you/"),
    "help": ("/apua/", "/sv/hjalp/", "/en/help/"),
    "news": ("/uutiset/", "/sv/nyheter/", "/en/news/"),
    "prose": ("/tietoa-sivustosta/", "/sv/om-webbplatsen/", "/en/about-this-site/"),
    "not-found": ("/404.html", "/sv/404.html", "/en/404.html"),
}


def main() -> int:
    """Serve the project, take the pictures, stop the server."""
    port = free_port()
    server = subprocess.Popen([sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"])
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/", lambda page: "</html>" in page)
        take_pictures(address)
    finally:
        server.terminate()
        server.wait(timeout=10)
    return 0


def take_pictures(address: str) -> None:
    """Every page type x language x width x theme, as <type>-<language>-<width>-<theme>.png."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for width in (320, 768, 1280):
            for theme in ("light", "dark"):
                context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme)  # type: ignore[arg-type]
                page = context.new_page()
                for kind, addresses in PAGES.items():
                    for language, path in zip(("fi", "sv", "en"), addresses, strict=True):
                        page.goto(address + path)
                        page.screenshot(
                            path=FOLDER / f"{kind}-{language}-{width}-{theme}.png", full_page=True
                        )
                context.close()
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
