"""An employer in each language, in a browser: from the page of payroll giving to a goal that has more."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.letters import link_to
from tests.browser.sync import synced
from tests.browser.test_payroll_tool import AXE, PAYROLL, choose, saved_by
from yhdessa.l10n.money import Money, format_money
from yhdessa.model import load_content
from yhdessa.pages.counted import load_counted
from yhdessa.pages.site import Site
from yhdessa.totals import load_totals

pytestmark = pytest.mark.browser

GOAL = "work-for-everyone"


#: Employers of nobody: one for each language, and one for each window.
BUSINESS_IDS = {"fi": "9000001-1", "sv": "9000003-8", "en": "9000004-6", 320: "9000006-2", 1280: "9000007-0"}


class Tour(NamedTuple):
    """Where it begins, and the words that are pressed and seen: those of the content, whoever edits it."""

    page: str
    business_id: str
    begin: str
    open: str
    tool: str
    check: str
    send: str
    sent: str
    paid: str


def tour_of(project: Path, language: str, who: str | int) -> Tour:
    content = load_content(project)
    addresses = Site(content, "http://127.0.0.1/", "assets/site.css").addresses
    words = content.words[language].employer
    assert words is not None
    return Tour(
        addresses.href(language, "payroll"),
        BUSINESS_IDS[who],
        words.begin,
        words.door.open_button,
        words.desk.tool,
        words.remit.button,
        words.preview.button,
        words.desk.done["sent"],
        words.desk.invoice_states["paid"],
    )


def press(page: Page, text: str) -> None:
    page.locator("main").get_by_role("button", name=text, exact=True).click()


def sign_up(page: Page, tour: Tour, address: str) -> None:
    """From the page of payroll giving through the form."""
    page.goto(tour.page)
    page.get_by_role("link", name=tour.begin).click()
    filled = {
        "company": "Esimerkkityö",
        "business_id": tour.business_id,
        "contact_name": "Esimerkki Henkilö",
        "contact_email": address,
        "billing_email": "invoices@example.org",
    }
    for name, value in filled.items():
        page.locator(f"#{name}").fill(value)
    page.locator("label[for=country-0]").click()
    page.locator(f"input[name=goal][value={GOAL}] + label").click()
    page.locator("summary").click()
    page.locator("#matching").fill("50")
    page.locator("main form button").click()


def make_list(page: Page, tour: Tour, folder: Path) -> Path:
    """The list of gifts, made by the tool in a tab of its own; the file it saves."""
    address = page.get_by_role("link", name=tour.tool).get_attribute("href")
    tool = page.context.new_page()
    tool.goto(str(address))
    choose(tool, PAYROLL)
    name, _ = saved_by(tool, folder)
    tool.close()
    return (folder / "saved.csv").rename(folder / name)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_an_employer_signs_up_remits_and_pays_and_the_next_build_shows_the_sum(
    language: str, page: Page, outbox: Path, tmp_path: Path, project: Path, copy: Path, site: str
) -> None:
    tour, address = tour_of(project, language, language), f"payroll-{language}@example.org"
    sign_up(page, tour, address)
    page.goto(link_to(outbox, address, "/api/employer"))
    press(page, tour.open)
    expect(page.locator("h1")).to_have_text("Esimerkkityö")
    assert "token" not in page.url
    assert Axe().run(page, options=AXE).response["violations"] == []

    page.locator("#file").set_input_files(make_list(page, tour, tmp_path))
    press(page, tour.check)
    total = format_money(Money(7130, "EUR"), language)
    expect(page.locator("main")).to_contain_text(total)
    press(page, tour.send)
    expect(page.locator("[role=status]")).to_have_text(tour.sent)
    page.locator("main table a").click()
    expect(page).to_have_url(re.compile("/sandbox/invoice/"))
    page.locator("button.pay").click()
    page.goto(link_to(outbox, address, "/api/employer"))
    press(page, tour.open)
    expect(page.locator("main table")).to_contain_text(tour.paid)

    written = synced(copy, site)
    totals = load_totals(written)
    assert totals is not None
    rows = [row for row in totals.rows if (row.kind, row.goal) == ("payroll", GOAL)]
    assert sum(row.minor for row in rows) % 7130 == 0
    assert sum(row.gifts for row in rows) >= 1
    content = load_content(project)
    counted = load_counted(written, content.organisation, totals.time.date())
    assert counted is not None
    [plan] = [
        plan
        for plan in Site(content, site, "assets/site.css", counted).plans(language)
        if plan.name == f"goals/{GOAL}"
    ]
    collected = format_money(counted.of(GOAL)["EUR"].money, language)
    assert collected in msgspec.json.encode(plan.page, enc_hook=str).decode()


@pytest.mark.parametrize(("width", "theme"), [(320, "dark"), (1280, "light")])
def test_the_pages_of_an_employer_fit_a_narrow_window_and_hold_to_the_rules(
    width: int, theme: str, visitor: Callable[..., Page], outbox: Path, tmp_path: Path, project: Path
) -> None:
    page = visitor(width, theme)
    tour, address = tour_of(project, "sv", width), f"narrow-{width}@example.org"
    page.goto(tour.page)
    page.get_by_role("link", name=tour.begin).click()
    page.locator("main form button").click()
    held(page, "errors")
    sign_up(page, tour, address)
    page.goto(link_to(outbox, address, "/api/employer"))
    held(page, "door")
    press(page, tour.open)
    file = tmp_path / "gifts.csv"
    file.write_text("1;=1\n2;x\n")
    page.locator("#file").set_input_files(file)
    press(page, tour.check)
    expect(page.locator("#problems")).to_be_visible()
    held(page, "problems")
    file.write_text("1;10\n")
    page.locator("#file").set_input_files(file)
    press(page, tour.check)
    held(page, "preview")
    press(page, tour.send)
    expect(page.locator("[role=status]")).to_have_text(tour.sent)
    held(page, "desk")
    page.locator("a[href*='/api/pledge']").click()
    expect(page.locator(".pledge")).to_be_visible()
    held(page, "pledge")


def held(page: Page, what: str) -> None:
    """No sideways scrolling, no breach of an accessibility rule."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), what
    assert Axe().run(page, options=AXE).response["violations"] == [], what
