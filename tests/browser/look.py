"""Looking at a page as it is shown, with the site's own styles or a visitor's."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

#: Functions in the page, each of which answers with sentences of what is wrong.
FUNCTIONS = Path(__file__).with_name("look.js").read_text(encoding="utf-8")
SET = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""


def look(page: Page, what: Literal["cut", "overlaid", "unseen", "moving", "unprinted", "small"]) -> list[str]:
    """What is wrong with the page as it stands, each fault a sentence."""
    found: list[str] = page.evaluate(f"() => {{ const asked =\n{FUNCTIONS};\nreturn asked.{what}(); }}")
    return found


def restyle(page: Page, css: str) -> None:
    """Lay `css` over the page's own style sheet, in the place of what was laid there before.

    A visitor may; the site's policy would forbid it in the page itself.
    """
    page.evaluate(SET, css)


def open_all(page: Page) -> None:
    """Open whatever can be unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
