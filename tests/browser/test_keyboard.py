"""The site without a mouse: menu, languages, a whole gift; the focus is seen, targets are large enough."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.focus import contrast, focus_fault, tab_to, walk
from tests.browser.look import look, open_all, restyle
from tests.browser.visitors import VIEWS
from tests.output import Output
from tests.proof import sized

pytestmark = pytest.mark.browser

#: The form, the thanks, the word that begins a title when something is wrong, and a sum in the language.
LANGUAGES = {
    "sv": ("/sv/donera/", "Tack, din gåva har kommit fram", "Fel:", "12,50"),
    "fi": ("/lahjoita/", "Kiitos, lahjoituksesi on perillä", "Virhe:", "12,50"),
    "en": ("/en/donate/", "Thank you, your gift has arrived", "Error:", "12.50"),
}
#: What can have the focus, is seen, and is no more than one of a group of radio buttons.
FOCUSABLE = """() => {
  const fields = "input:not([type=hidden]), select, textarea";
  const all = document.querySelectorAll(`a[href], button, ${fields}, summary, [tabindex='0']`);
  const groups = new Set();
  return [...all].filter(one => one.checkVisibility({visibilityProperty: true})).filter(one => {
    if (one.type !== "radio") return true;
    const first = !groups.has(one.name);
    groups.add(one.name);
    return first;
  }).length;
}"""
#: Whether the elements that Tab went through came in the order in which they stand.
IN_ORDER = """() => [...window.seenByWalk].every((one, place, all) =>
  place === 0 || all[place - 1].compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)"""


@pytest.mark.parametrize("key", ["Enter", "Space"])
@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_menu_of_a_narrow_screen_opens_with_a_key_and_gives_the_focus_back(
    key: str, script: bool, visitor: Callable[..., Page]
) -> None:
    page = visitor(320, java_script_enabled=script)
    page.goto("/sv/donera/")
    panel, links = page.locator("#menu"), page.locator("#menu a")
    expect(panel).to_be_hidden()
    button = tab_to(page, ".menu-button")
    page.keyboard.press(key)
    expect(panel).to_be_visible()
    for number in range(links.count()):
        page.keyboard.press("Tab")
        expect(links.nth(number)).to_be_focused()
        expect(links.nth(number)).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press(key)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("/sv/donera/$"))


def test_the_menus_button_says_whether_the_menu_is_open(visitor: Callable[..., Page]) -> None:
    page = visitor(320)
    page.goto("/")
    tab_to(page, ".menu-button")
    assert expanded(page) is False
    page.keyboard.press("Enter")
    assert expanded(page) is True


def expanded(page: Page) -> bool:
    """What assistive technology is told of the menu's button: the browser itself knows of its popover."""
    session = page.context.new_cdp_session(page)
    found = session.send("Runtime.evaluate", {"expression": "document.querySelector('.menu-button')"})
    asked = {"objectId": found["result"]["objectId"], "fetchRelatives": False}
    (node,) = session.send("Accessibility.getPartialAXTree", asked)["nodes"]
    assert node["name"]["value"]
    return next(told["value"]["value"] for told in node["properties"] if told["name"] == "expanded")


def test_the_first_key_leads_past_the_menu_to_the_content(visitor: Callable[..., Page]) -> None:
    page = visitor()
    page.goto("/lahjoita/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.locator("main").evaluate("main => main.contains(document.activeElement)")


@pytest.mark.parametrize(("width", "theme"), VIEWS[:2])
def test_the_language_is_changed_with_the_keyboard(
    width: int, theme: str, visitor: Callable[..., Page]
) -> None:
    page = visitor(width, theme)
    page.goto("/lahjoita/")
    for language, address in (("sv", "/sv/donera/"), ("en", "/en/donate/"), ("fi", "/lahjoita/")):
        tab_to(page, f".languages a[hreflang={language}]")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(f"{address}$"))
        expect(page.locator("html")).to_have_attribute("lang", re.compile(f"^{language}"))
        expect(page.locator(".languages [aria-current]")).to_have_attribute("hreflang", language)


@pytest.mark.parametrize("language", sized(list(LANGUAGES)[:1], list(LANGUAGES)))
def test_a_whole_gift_is_given_with_the_keyboard(language: str, visitor: Callable[..., Page]) -> None:
    address, thanks, _, sum_ = LANGUAGES[language]
    page = visitor(320)
    page.goto(address)
    first = tab_to(page, "input[name=amount]")
    page.keyboard.press("Space")
    expect(first).to_be_checked()
    page.keyboard.press("ArrowUp")
    expect(page.locator("input[name=amount]").last).to_be_checked()
    tab_to(page, "#other_amount")
    page.keyboard.type(sum_)
    tab_to(page, "main form button")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/sandbox/checkout/cs_test_"))
    tab_to(page, "input[type=email]")
    page.keyboard.type("giver@example.org")
    tab_to(page, "button.pay")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/api/thanks"))
    expect(page.locator("h1")).to_have_text(thanks)
    expect(page.locator("main")).to_contain_text(sum_)


@pytest.mark.parametrize("language", sized(list(LANGUAGES)[:1], list(LANGUAGES)))
def test_what_is_wrong_is_announced_and_mended_with_the_keyboard(
    language: str, visitor: Callable[..., Page]
) -> None:
    address, _, error, _ = LANGUAGES[language]
    page = visitor()
    page.goto(address)
    tab_to(page, "main form button")
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile(f"^{error} "))
    summary = page.locator(".error-summary")
    expect(summary).to_have_role("alert")
    expect(summary).to_be_focused()
    expect(summary).to_have_accessible_name(summary.locator("h2").inner_text())
    group = page.locator("fieldset", has=page.locator("input[name=amount]"))
    expect(group).to_have_attribute("aria-invalid", "true")
    message = page.locator("#amount-error")
    expect(message).to_contain_text(error)
    expect(group).to_have_accessible_description(re.compile(re.escape(message.inner_text().split("\n")[-1])))
    page.keyboard.press("Tab")
    expect(summary.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("input[name=amount]").first).to_be_focused()
    page.keyboard.press("Space")
    tab_to(page, "main form button")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/sandbox/checkout/cs_test_"))


@pytest.mark.parametrize(("width", "theme"), sized(VIEWS[:1], VIEWS[:2]))
def test_the_tab_key_reaches_everything_in_the_order_in_which_it_stands(
    width: int, theme: str, visitor: Callable[..., Page], built: Output
) -> None:
    page = visitor(width, theme)
    for address in built.one_of_each_kind():
        page.goto(f"/{address}")
        steps = sum(1 for _ in walk(page))
        assert steps == page.evaluate(FOCUSABLE), address
        assert page.evaluate(IN_ORDER), address


@pytest.mark.parametrize(("width", "theme"), sized(VIEWS[:2], VIEWS))
def test_the_focus_is_seen_wherever_it_is(
    width: int, theme: str, visitor: Callable[..., Page], built: Output
) -> None:
    page = visitor(width, theme, reduced_motion="reduce")
    faults = []
    kinds = list(built.one_of_each_kind())
    for place, address in enumerate(sized(kinds[VIEWS.index((width, theme)) :: 2], kinds)):
        page.goto(f"/{address}")
        open_all(page)
        # Head and foot are the same on every page.
        part = "main" if place else "body"
        if place:
            page.locator("main").focus()
        faults += [f"/{address}: {fault}" for _ in walk(page, part) if (fault := focus_fault(page))]
    assert not faults, "\n".join(faults)


def test_the_focus_is_seen_in_the_menu_of_a_narrow_screen_and_in_a_form_with_errors(
    visitor: Callable[..., Page],
) -> None:
    page = visitor(320, "dark", reduced_motion="reduce")
    page.goto("/sv/donera/")
    tab_to(page, ".menu-button")
    page.keyboard.press("Enter")
    faults = [fault for _ in walk(page, "#menu") if (fault := focus_fault(page))]
    page.goto("/sv/donera/")
    tab_to(page, "main form button")
    page.keyboard.press("Enter")
    expect(page.locator(".error-summary")).to_be_focused()
    faults += [fault for _ in walk(page, "main") if (fault := focus_fault(page))]
    assert not faults, "\n".join(faults)


def test_a_focus_that_is_not_seen_would_be_found(visitor: Callable[..., Page]) -> None:
    page = visitor()
    page.goto("/sv/donera/")
    tab_to(page, "main form button")
    assert focus_fault(page) == ""
    for css, says in (
        ("button {outline: 0 !important}", "shows its focus with 0 of"),
        ("button {outline-width: 1px !important}", "shows its focus with"),
        ("button {outline: 3px solid #eee !important}", "shows its focus with"),
        ("body::after {content: ''; position: fixed; inset: 0; background: tan; z-index: 9}", "behind"),
    ):
        restyle(page, css)
        assert says in focus_fault(page), css


def test_contrasts_are_reckoned_as_the_guidelines_do() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((255, 255, 255), (118, 118, 118)) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("width", "theme"), VIEWS[:2])
def test_what_is_pressed_is_large_enough_or_far_enough_from_the_next(
    width: int, theme: str, visitor: Callable[..., Page], built: Output
) -> None:
    page = visitor(width, theme)
    faults = []
    for address in sized(list(built.one_of_each_kind()), list(built.pages)):
        page.goto(f"/{address}")
        faults += [f"/{address}: {fault}" for fault in look(page, "small")]
    assert not faults, "\n".join(faults)


def test_a_small_target_would_be_found(visitor: Callable[..., Page]) -> None:
    page = visitor()
    page.goto("/sv/donera/")
    assert look(page, "small") == []
    restyle(page, ".languages a {min-height: 20px}")
    assert len(look(page, "small")) == 3
