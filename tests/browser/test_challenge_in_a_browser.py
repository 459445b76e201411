"""Two teams compete: a gift each, counted by the ledger, built into the table; one gift is paid back."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import stripe
from playwright.sync_api import Page, expect
from werkzeug.exceptions import NotFound
from werkzeug.middleware.shared_data import SharedDataMiddleware

from tests.output import mkdocs
from tests.serving import served
from yhdessa.ledger.book import open_ledger
from yhdessa.ledger.settings import SANDBOX_KEY, read_settings
from yhdessa.ledger.syncing import sync
from yhdessa.model import load_content
from yhdessa.payments.pulled import StripeAccount

#: In which language a team's colleague gives: the challenge's page, the sum on the form, the thanks.
GIFTS = {
    "library": ("/sv/arbetsplatsutmaningar/langbordet/", "100.€$", "Tack, din gåva har kommit fram"),
    "teachers": ("/en/workplace-challenges/the-long-table/", "€50$", "Thank you, your gift has arrived"),
}
RESULTS = "en/workplace-challenges/the-long-table/"

pytestmark = pytest.mark.browser


@pytest.fixture
def count(site: str, project: Path, tmp_path: Path) -> Callable[[], Path]:
    """Counts what the sandbox has taken, as `yhdessa sync` does; the file of the totals."""
    content = load_content(project)
    settings = read_settings({"STRIPE_API": f"{site}sandbox"}, tmp_path)

    def counted() -> Path:
        ledger = open_ledger(settings.ledger)
        try:
            account = StripeAccount(settings.secret_key, settings.api)
            sync(ledger, account, settings, content.organisation.zone(), lambda _: None)
        finally:
            ledger.close()
        return settings.totals

    return counted


@pytest.fixture
def build(project: Path, tmp_path: Path) -> Callable[[Path], Path]:
    """Builds the site from totals; its folder."""

    def built(totals: Path) -> Path:
        folder, catalogue = tmp_path / "site", str(tmp_path / "catalogue.json")
        settings = {"TOTALS": str(totals), "CATALOGUE": catalogue, "SEARCH_INDEX": "no"}
        done = mkdocs("build", "--site-dir", str(folder), project=project, **settings)
        assert done.returncode == 0, done.stderr
        return folder

    return built


@contextmanager
def published(folder: Path) -> Iterator[str]:
    """The built site at an address."""
    files = SharedDataMiddleware(NotFound(), {"/": str(folder)})
    with socket.create_server(("127.0.0.1", 0)) as listener, served(files, listener) as url:
        yield url


def give(page: Page, team: str, label: str) -> None:
    """From the page of the challenge to the thanks, for a team."""
    address, amount, thanks = GIFTS[team]
    page.goto(address)
    page.get_by_role("link", name=label).click()
    expect(page).to_have_url(re.compile(f"/{team}/$"))
    page.locator("label", has_text=re.compile(amount)).click()
    page.locator("main form button").click()
    expect(page).to_have_url(re.compile("/sandbox/checkout/cs_test_"))
    expect(page.locator("body")).to_contain_text(label)
    page.locator("input[type=email]").fill("giver@example.org")
    page.locator("button.pay").click()
    expect(page.locator("h1")).to_have_text(thanks)


def rows(page: Page, folder: Path) -> dict[str, list[str]]:
    """The table of the teams as a screen reader meets it: the name of each row, and its cells."""
    with published(folder) as url:
        page.goto(f"{url}/{RESULTS}index.html")
        table = page.get_by_role("table")
        expect(table).to_be_visible()
        read = {
            row.get_by_role("rowheader").inner_text(): row.get_by_role("cell").all_inner_texts()
            for row in table.get_by_role("row").all()[1:]
        }
    return {name.replace("\u00ad", ""): cells for name, cells in read.items()}


def test_two_teams_compete_and_a_gift_that_is_paid_back_is_taken_off_again(
    page: Page, site: str, project: Path, count: Callable[[], Path], build: Callable[[Path], Path]
) -> None:
    facts = (load_content(project).challenges or {})["long-table"]
    names = {team.id: team.label for team in facts.shown_teams()}
    for team in GIFTS:
        give(page, team, names[team])

    before = rows(page, build(count()))
    assert list(before) == [names["library"], names["teachers"], names["software"]]
    assert before[names["library"]] == ["1", "€11.11", "€100", "1", "9"]
    assert before[names["teachers"]] == ["2", "€1.61", "€50", "1", "31"]
    assert before[names["software"]] == ["3", "€0", "€0", "0", "64"]

    api = stripe.StripeClient(SANDBOX_KEY, base_addresses={"api": f"{site}sandbox"}).v1
    (gift,) = (
        payment
        for payment in api.payment_intents.list().data
        if payment.metadata.to_dict().get("team") == "long-table-library"
    )
    api.refunds.create(params={"payment_intent": gift.id})

    after = rows(page, build(count()))
    assert list(after) == [names["teachers"], names["software"], names["library"]]
    assert after[names["library"]] == ["2", "€0", "€0", "0", "9"]
    assert after[names["teachers"]] == ["1", "€1.61", "€50", "1", "31"]
