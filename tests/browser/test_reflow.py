"""Pages as visitors change them: 400 % zoom, more space in the text, forced colours, no motion, on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.look import look, open_all, restyle
from tests.browser.visitors import VIEWS
from tests.output import Output
from tests.proof import sized

pytestmark = pytest.mark.browser

#: As much space as WCAG 1.4.12 lets a visitor ask for. https://www.w3.org/TR/WCAG22/#text-spacing
SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }
"""


def addresses(built: Output) -> list[str]:
    """The pages to look at: one of each kind, in a proof all."""
    return sized(list(built.one_of_each_kind()), list(built.pages))


def found_on(page: Page, built: Output, what: Any, css: str = "") -> str:
    """What `look` finds on the pages, under the styles `css`, a line each."""
    found = []
    for address in addresses(built):
        page.goto(f"/{address}")
        open_all(page)
        restyle(page, css)
        found += [f"/{address}: {fault}" for fault in look(page, what)]
    return "\n".join(found)


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways_and_no_text_is_cut(
    width: int, visitor: Callable[..., Page], built: Output
) -> None:
    """A window of 1280 px at 400 % is one of 320 px. https://www.w3.org/TR/WCAG22/#reflow"""
    page = visitor(width)
    assert found_on(page, built, "cut") == ""
    for address in addresses(built):
        page.goto(f"/{address}")
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"/{address} is {wide} px wide"


@pytest.mark.parametrize("width", [320, 1280])
def test_text_may_be_given_more_space_and_nothing_is_cut_or_overlaid(
    width: int, visitor: Callable[..., Page], built: Output
) -> None:
    page = visitor(width)
    assert found_on(page, built, "cut", SPACED) == ""
    assert found_on(page, built, "overlaid", SPACED) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    "css", ["h1 {overflow: hidden; height: 10px}", "h1 {text-indent: 1200px; overflow: clip}"]
)
def test_cut_text_would_be_found(css: str, visitor: Callable[..., Page]) -> None:
    page = visitor()
    page.goto("/en/donate/")
    assert look(page, "cut") == []
    restyle(page, css)
    assert look(page, "cut") != []


def test_overlaid_text_would_be_found(visitor: Callable[..., Page]) -> None:
    page = visitor()
    page.goto("/en/donate/")
    assert look(page, "overlaid") == []
    restyle(page, "h1 {margin-bottom: -60px}")
    assert look(page, "overlaid") != []


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_all_is_seen_in_the_colours_that_a_visitor_forces_on_the_page(
    theme: str, visitor: Callable[..., Page], built: Output
) -> None:
    page = visitor(1280, theme, forced_colors="active")
    assert found_on(page, built, "unseen") == ""
    page.goto("/sv/donera/")
    page.locator("main form button").click()
    assert page.locator(".error-summary").is_visible()
    assert look(page, "unseen") == []


def test_what_is_not_seen_in_forced_colours_would_be_found(visitor: Callable[..., Page]) -> None:
    page = visitor(forced_colors="active")
    page.goto("/sv/donera/")
    restyle(
        page, ".button, .radio {border: 0 !important} h1 {forced-color-adjust: none; color: #eee !important}"
    )
    found = look(page, "unseen")
    assert [line for line in found if "has no edge" in line]
    assert [line for line in found if "is not read" in line]


def test_nothing_moves_for_who_wants_no_motion(visitor: Callable[..., Page], built: Output) -> None:
    assert found_on(visitor(reduced_motion="reduce"), built, "moving") == ""


def test_what_moves_would_be_found(visitor: Callable[..., Page]) -> None:
    page = visitor()
    page.goto("/")
    restyle(page, "h1 {transition: color 1s} main {scroll-behavior: smooth}")
    assert len(look(page, "moving")) >= 2


@pytest.mark.parametrize(("width", "theme"), sized(VIEWS[:1], VIEWS))
def test_the_content_is_on_the_paper_when_a_page_is_printed(
    width: int, theme: str, visitor: Callable[..., Page], built: Output
) -> None:
    page = visitor(width, theme)
    page.emulate_media(media="print")
    assert found_on(page, built, "unprinted") == ""


def test_content_that_is_not_printed_would_be_found(visitor: Callable[..., Page]) -> None:
    page = visitor()
    page.goto("/")
    page.emulate_media(media="print")
    restyle(page, "h1 {display: none} h2 {color: #ccc !important}")
    found = look(page, "unprinted")
    assert [line for line in found if "is left out" in line]
    assert [line for line in found if "is too light" in line]
