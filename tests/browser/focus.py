"""What a keyboard's user sees: where the focus goes, and whether the page shows where it is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache

from PIL import Image, ImageChops
from playwright.sync_api import Locator, Page, expect

#: Red, green and blue, 0 to 255 each.
Colour = tuple[int, int, int]
#: More stops of the Tab key than any page has.
MANY = 400
#: What remains of a line after its edges, which lie between two pixels, are blurred.
BLURRED = 0.8
#: Whether the focus is in a part of the page, and somewhere new: a page ends where it comes round again.
NEW = """part => {
  const here = document.activeElement;
  const seen = (window.seenByWalk ??= new Set());
  if (here === document.body || !document.querySelector(part).contains(here) || seen.has(here)) return false;
  seen.add(here);
  return true;
}"""
#: Where the focus is: a name to tell it by, its boxes within the window, and what lies on top of it.
PLACE = """() => {
  const here = document.activeElement;
  const inside = box => {
    const left = Math.max(0, box.left), right = Math.min(innerWidth, box.right);
    const top = Math.max(0, box.top), bottom = Math.min(innerHeight, box.bottom);
    return {x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top)};
  };
  const boxes = [...here.getClientRects()].map(inside).filter(box => box.width && box.height);
  const first = boxes[0];
  const top = first && document.elementFromPoint(first.x + first.width / 2, first.y + first.height / 2);
  const labels = [...(here.labels ?? [])];
  const own = top && (here.contains(top) || labels.some(label => label.contains(top)));
  const edge = boxes => {
    const least = side => Math.min(...boxes.map(side)), most = side => Math.max(...boxes.map(side));
    const width = most(box => box.x + box.width) - least(box => box.x);
    return 2 * (width + most(box => box.y + box.height) - least(box => box.y));
  };
  return {
    // Lines of a link that is broken touch: the way around all of them may be the shorter one.
    edge: Math.min(edge(boxes), boxes.reduce((sum, box) => sum + edge([box]), 0)),
    seen: boxes.length > 0,
    name: here.outerHTML.replace(/\\s+/g, " ").slice(0, 90),
    over: own || !top ? "" : top.outerHTML.slice(0, 90),
  };
}"""


def tab_to(page: Page, selector: str) -> Locator:
    """Press Tab until the focus is on the first element of `selector`, which is returned."""
    wanted = page.locator(selector).first
    for _ in range(MANY):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            expect(wanted).to_be_focused()
            return wanted
    raise AssertionError(f"{selector} cannot be reached with the Tab key on {page.url}")


def walk(page: Page, part: str = "body") -> Iterator[None]:
    """Press Tab through `part` of the page; the focus is on another element each time."""
    page.evaluate("() => { delete window.seenByWalk; }")
    for _ in range(MANY):
        page.keyboard.press("Tab")
        if not page.evaluate(NEW, part):
            return
        yield
    raise AssertionError(f"the Tab key never leaves {part} of {page.url}")


def focus_fault(page: Page) -> str:
    """What is wrong with how the page shows the element that has the focus; nothing when all is well.

    The pixels that change with the focus, by 3 to 1 or more, must be about as many as a line of two pixels
    around the element has. https://www.w3.org/TR/WCAG22/#focus-appearance
    """
    place = page.evaluate(PLACE)
    if not place["seen"]:
        return f"{place['name']} has the focus and cannot be seen"
    if place["over"]:
        return f"{place['name']} is hidden behind {place['over']}"
    with_focus = picture(page)
    page.evaluate("() => { window.lastFocused = document.activeElement; window.lastFocused.blur(); }")
    without = picture(page)
    page.evaluate("() => window.lastFocused.focus({preventScroll: true, focusVisible: true})")
    needed = 2 * place["edge"] * BLURRED
    shown = changed_pixels(with_focus, without)
    return "" if shown >= needed else f"{place['name']} shows its focus with {shown} of {needed:.0f} pixels"


def picture(page: Page) -> Image.Image:
    """The window, as it is."""
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def changed_pixels(one: Image.Image, other: Image.Image) -> int:
    """How many pixels differ by a contrast of 3 to 1 or more between two pictures of the same size."""
    box = ImageChops.difference(one, other).getbbox()
    if box is None:
        return 0
    pairs = zip(colours(one.crop(box)), colours(other.crop(box)), strict=True)
    return sum(contrast(before, after) >= 3 for before, after in pairs if before != after)


def colours(image: Image.Image) -> Iterator[Colour]:
    """The colour of each pixel."""
    parts = iter(image.tobytes())
    return zip(parts, parts, parts, strict=True)


@lru_cache(maxsize=100_000)
def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Colour) -> float:
    """The relative luminance of a colour, 0 to 1. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
