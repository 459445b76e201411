"""A company in a browser: it signs up, staff approve it, and a build shows it on its goal."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from tests.browser.letters import letter_to, link_to
from tests.browser.sync import synced
from tests.browser.test_employer import held
from tests.output import mkdocs
from yhdessa.l10n.hyphens import harden
from yhdessa.model import load_content
from yhdessa.pages.site import Site

pytestmark = pytest.mark.browser

GOAL, ROUTE = "no-loneliness", "/api/partner/decision"
#: A company of nobody, whose name has to be quoted everywhere; and one for each window.
COMPANY = "Exempel & Döttrar <3 Ab: bröd, ”bullar”"
BUSINESS_IDS = {"test": "9000011-8", 320: "9000012-6", 1280: "9000013-4"}


class Tour(NamedTuple):
    """Swedish pages and words of the content, whoever edits it; and where staff are told."""

    partners: str
    goals: tuple[str, ...]
    sent: str
    received: str
    approved: str
    staff: str


@pytest.fixture(scope="module")
def tour(project: Path) -> Tour:
    content = load_content(project)
    addresses = Site(content, "http://127.0.0.1/", "assets/site.css").addresses
    words = content.words["sv"]
    assert words.partner is not None
    assert words.letters is not None
    assert content.partner is not None
    letters = words.letters.named()
    return Tour(
        addresses.href("sv", "partners"),
        tuple(addresses.href(language, f"goals/{GOAL}") for language in content.languages),
        words.partner.door.sent_title,
        letters["partner_received"].subject,
        letters["partner_approved"].subject,
        content.partner.staff or content.organisation.partnerships_email,
    )


def sign_up(page: Page, tour: Tour, business_id: str, address: str) -> None:
    page.goto(f"{tour.partners}#sign-up")
    filled = {
        "company": COMPANY,
        "business_id": business_id,
        "contact_name": "Exempel Exempelsson",
        "contact_email": address,
        "billing_email": "invoices@example.org",
        "address_line": "Exempelgatan 1",
        "postal_code": "00100",
        "city": "Exempelby",
        "message": "Hej!\nVi bakar gärna något till er.",
    }
    for name, value in filled.items():
        page.locator(f"#{name}").fill(value)
    page.locator("input[name=tier][value=partner] + label").click()
    page.locator(f"input[name=goal][value={GOAL}] + label").click()
    page.locator("label[for=country-0]").click()
    page.locator("#sign-up form button").click()


def told_on(folder: Path, address: str) -> str:
    """The text of the built page at `address`."""
    page = (folder / address.strip("/") / "index.html").read_text(encoding="utf-8")
    return harden(html.unescape(page))


def test_a_company_signs_up_in_swedish_is_approved_and_stands_on_its_goal_after_a_sync_and_a_build(
    page: Page, outbox: Path, tour: Tour, copy: Path, site: str, tmp_path: Path
) -> None:
    sign_up(page, tour, BUSINESS_IDS["test"], "kontakt@example.org")
    expect(page.locator("h1")).to_have_text(tour.sent)
    assert COMPANY in letter_to(outbox, "kontakt@example.org", tour.received)

    page.goto(link_to(outbox, tour.staff, ROUTE, COMPANY))
    expect(page.locator("h1")).to_have_text(COMPANY)
    expect(page.locator("main")).to_contain_text("Vi bakar gärna något till er.")
    page.locator("section[aria-labelledby=approve] button").click()
    expect(page.locator("[role=status]")).to_be_visible()
    assert COMPANY in letter_to(outbox, "kontakt@example.org", tour.approved)

    synced(copy, site)
    built = mkdocs("build", "--strict", "--site-dir", str(tmp_path / "pages"), project=copy)
    assert built.returncode == 0, built.stderr
    for address in (*tour.goals, tour.partners):
        assert COMPANY in told_on(tmp_path / "pages", address), address


@pytest.mark.parametrize(("width", "theme"), [(320, "dark"), (1280, "light")])
def test_the_pages_of_a_partner_fit_a_narrow_window_and_hold_to_the_rules(
    width: int, theme: str, visitor: Callable[..., Page], outbox: Path, tour: Tour
) -> None:
    page = visitor(width, theme)
    page.goto(tour.partners)
    held(page, "partners")
    page.locator("#sign-up form button").click()
    expect(page.locator(".error-summary")).to_be_focused()
    held(page, "errors")
    sign_up(page, tour, BUSINESS_IDS[width], f"narrow-{width}@example.org")
    held(page, "sent")
    assert COMPANY in letter_to(outbox, f"narrow-{width}@example.org", tour.received)
    page.goto(link_to(outbox, tour.staff, ROUTE, COMPANY))
    held(page, "decision")
    page.locator("section[aria-labelledby=decline] button").click()
    held(page, "no reason")
    page.locator("section[aria-labelledby=decline] textarea").fill("Vi har redan ett bageri.")
    page.locator("section[aria-labelledby=decline] button").click()
    expect(page.locator("[role=status]")).to_be_visible()
    held(page, "declined")
