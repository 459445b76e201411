"""Goal pages: what is said of money is true in each language, and what is not counted is not said."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from tests.edits import change
from tests.view.examples import renderer
from tests.view.parsed import Element, parse
from yhdessa.model import load_content
from yhdessa.pages.build import Build, WarningCount
from yhdessa.pages.counted import count, load_counted
from yhdessa.pages.site import Site
from yhdessa.totals import VERSION, Row, Totals, TotalsUnreadable, write_totals
from yhdessa.view.about import HomePage
from yhdessa.view.goals import GoalPage, GoalsPage
from yhdessa.view.page import Page

CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("goal_progress.yml").read_text("utf-8").replace("␣", "\u00a0")
)
TOLD = [
    (name, language) for name, case in CASES.items() for language in ("fi", "sv", "en") if language in case
]
GOAL, FACTS = "no-loneliness", "content/facts/goals/no-loneliness.yml"
TIME = datetime.datetime(2026, 11, 20, 12, 5, tzinfo=datetime.UTC)
#: The small tree is a demonstration, which takes this day for today.
TODAY = datetime.date(2026, 11, 21)


def totals(*rows: tuple[int, str, int], time: datetime.datetime = TIME) -> Totals:
    made = (Row(GOAL, None, "one-off", "2026-11", currency, minor, gifts) for minor, currency, gifts in rows)
    return Totals(VERSION, time, tuple(made))


def with_target(tree: Path, target: str | None) -> Path:
    if target is not None:
        change(tree, {"file": FACTS, "append": f"target: {target}\n"})
    return tree


def made_site(tree: Path, counted: Totals | None, today: datetime.date = TODAY) -> Site:
    content = load_content(tree)
    known = count(counted, content.organisation, today) if counted is not None else None
    return Site(content, "https://example.org/", "assets/site.css", known)


def page_of(site: Site, language: str, name: str = f"goals/{GOAL}") -> Page:
    return next(plan.page for plan in site.plans(language) if plan.name == name)


def goal_page(site: Site, language: str) -> GoalPage:
    page = page_of(site, language)
    assert isinstance(page, GoalPage)
    return page


def shown(site: Site, language: str) -> Element:
    plan = next(plan for plan in site.plans(language) if plan.name == f"goals/{GOAL}")
    return parse(renderer().render(plan.shell, plan.page))


@pytest.mark.parametrize(("name", "language"), TOLD)
def test_a_goal_says_how_far_it_has_come(name: str, language: str, tree: Path) -> None:
    case, said = CASES[name], CASES[name][language]
    site = made_site(with_target(tree, case.get("target")), totals(*map(tuple, case["rows"])))
    progress = goal_page(site, language).progress
    assert progress is not None
    assert list(progress.lines) == said["lines"]
    assert (progress.time, progress.iso, progress.old) == (said["time"], "2026-11-20T12:05:00Z", False)
    told = shown(site, language).with_class("progress")[0].text
    wanted = [text.replace("\u00a0", " ") for text in (*said["sums"], *said["lines"], said["time"])]
    assert [text for text in wanted if text not in told] == []


@pytest.mark.parametrize(("name", "language"), TOLD)
def test_a_goals_card_says_the_same_in_a_line(name: str, language: str, tree: Path) -> None:
    case = CASES[name]
    site = made_site(with_target(tree, case.get("target")), totals(*map(tuple, case["rows"])))
    index, home = page_of(site, language, "goals/index"), page_of(site, language, "index")
    assert isinstance(index, GoalsPage)
    assert isinstance(home, HomePage)
    assert index.goals == home.goals
    assert [card.progress for card in index.goals if card.mark == 3] == [case[language]["card"]]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", ("Tavoite", "25 000 €", "Lahjoituksia ei ole vielä laskettu yhteen.")),
        ("sv", ("Mål", "25 000 €", "Gåvorna har inte räknats ihop ännu.")),
        ("en", ("Target", "€25,000", "The gifts have not been added up yet.")),
    ],
)
def test_without_totals_a_goal_says_that_nothing_is_counted_and_no_sum(
    language: str, said: tuple[str, str, str], tree: Path
) -> None:
    site = made_site(with_target(tree, "25 000 EUR"), None)
    progress = goal_page(site, language).progress
    assert progress is not None
    assert (progress.label, progress.value.replace("\u00a0", " "), progress.notice) == said
    assert (progress.drawing, progress.lines, progress.time) == (None, (), "")
    index = page_of(site, language, "goals/index")
    assert isinstance(index, GoalsPage)
    assert {card.progress for card in index.goals} == {""}


def test_without_totals_and_target_a_goal_says_nothing_of_sums(tree: Path) -> None:
    site = made_site(tree, None)
    assert goal_page(site, "fi").progress is None
    assert not shown(site, "fi").with_class("progress")


@pytest.mark.parametrize(("days", "old"), [(-400, False), (0, False), (7, False), (8, True), (400, True)])
def test_sums_older_than_a_week_are_not_taken_for_fresh(days: int, old: bool, tree: Path) -> None:
    today = TIME.date() + datetime.timedelta(days=days)
    site = made_site(with_target(tree, "25 000 EUR"), totals((5000, "EUR", 1)), today)
    progress, card = goal_page(site, "en").progress, page_of(site, "en", "goals/index")
    assert isinstance(card, GoalsPage)
    assert progress is not None
    fresh = "Updated 20 November 2026 at 14:05"
    stale = "As of 20 November 2026 at 14:05. Gifts made since then are not included."
    assert progress.time.replace("\u00a0", " ") == (stale if old else fresh)
    assert bool(shown(site, "en").with_class("progress-old")) == progress.old == old
    lines = [line.progress.replace("\u00a0", " ") for line in card.goals if line.mark == 3]
    assert lines == ["€50 raised of €25,000" + (" (as of 20 November 2026)" if old else "")]


def test_the_time_is_that_of_the_organisations_own_zone(tree: Path) -> None:
    change(
        tree,
        {
            "file": "content/facts/organisation.yml",
            "replace": "country: FI",
            "with": "country: FI\ntime_zone: Europe/Stockholm",
        },
    )
    late = datetime.datetime(2026, 6, 30, 22, 30, tzinfo=datetime.UTC)
    site = made_site(with_target(tree, "25 000 EUR"), totals(time=late), datetime.date(2026, 7, 1))
    progress = goal_page(site, "fi").progress
    assert progress is not None
    assert progress.time.replace("\u00a0", " ") == "Päivitetty 1. heinäkuuta 2026 klo 0.30"
    assert progress.iso == "2026-06-30T22:30:00Z"


def test_what_is_given_to_no_goal_is_no_goals(tree: Path) -> None:
    rows = (
        Row(None, None, "one-off", "2026-11", "EUR", 9900, 1),
        Row("closed", None, "one-off", "2026-11", "EUR", 1, 1),
    )
    page = goal_page(made_site(with_target(tree, "25 000 EUR"), Totals(VERSION, TIME, rows)), "en")
    assert page.progress is not None
    assert page.progress.lines[1] == "0 gifts"


@pytest.fixture
def house(tree: Path, project: Path) -> Path:
    """The small tree with the templates, fit to be built."""
    shutil.copytree(project / "overrides", tree / "overrides")
    return with_target(tree, "25 000 EUR")


def built(house: Path) -> Build:
    return Build(house, "http://127.0.0.1/", house / "site", WarningCount.watch("tests.totals"))


def test_a_build_takes_the_totals_from_var(house: Path) -> None:
    write_totals(totals((5000, "EUR", 1)), house / "var" / "totals.json")
    progress = goal_page(built(house).site, "en").progress
    assert progress is not None
    assert progress.lines == ("0% of the target", "1 gift")


def test_a_build_takes_the_totals_from_where_totals_says(
    house: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOTALS", str(tmp_path / "elsewhere.json"))
    write_totals(totals((5000, "EUR", 1)), tmp_path / "elsewhere.json")
    progress = goal_page(built(house).site, "en").progress
    assert progress is not None
    assert progress.lines == ("0% of the target", "1 gift")


def test_a_build_goes_on_without_totals_that_cannot_be_read_and_says_so(house: Path) -> None:
    (house / "var").mkdir()
    (house / "var" / "totals.json").write_text('{"version":1,"ti', encoding="utf-8")
    build = built(house)
    reason, remedy = (
        "is no whole JSON: Input data was truncated",
        "let the ledger write it again, or remove it",
    )
    assert [str(problem) for problem in build.to_know()] == [f"var/totals.json: {reason}; {remedy}"]
    progress = goal_page(build.site, "en").progress
    assert progress is not None
    assert progress.notice == "The gifts have not been added up yet."


@pytest.mark.parametrize(("play", "public"), [(True, False), (False, True)])
def test_test_money_is_shown_at_home_and_real_money_everywhere(
    play: bool, public: bool, tree: Path, tmp_path: Path
) -> None:
    organisation, file = load_content(tree).organisation, tmp_path / "totals.json"
    write_totals(msgspec.structs.replace(totals((5000, "EUR", 1)), play=play), file)
    assert load_counted(file, organisation, TIME.date(), public) is not None


def test_a_public_site_shows_no_test_money_and_says_why(tree: Path, tmp_path: Path) -> None:
    organisation, file = load_content(tree).organisation, tmp_path / "totals.json"
    write_totals(msgspec.structs.replace(totals((5000, "EUR", 1)), play=True), file)
    with pytest.raises(TotalsUnreadable) as refused:
        load_counted(file, organisation, TIME.date(), public=True)
    assert refused.value.reason == "is counted of test money, and this site is public"


def test_a_build_without_totals_has_nothing_to_say_of_it(house: Path) -> None:
    assert built(house).to_know() == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_list_of_sections_leads_to_every_section_by_its_heading(language: str, tree: Path) -> None:
    page = shown(made_site(tree, None), language)
    (links,) = [nav.all("a") for nav in page.with_class("section-list")]
    known = page.by_id()
    named = {link["href"][1:]: link.text for link in links}
    for name, text in named.items():
        place = known[name]
        heading = known[place["aria-labelledby"]] if place.tag == "section" else place
        assert heading.text == text
    sections = [
        section["aria-labelledby"].removesuffix("-title") for section in page.one("article").all("section")
    ]
    # The belief stands beside the problem, and the sources are small print.
    assert list(named) == [name for name in sections if name not in ("belief", "sources")]


def test_a_goal_says_where_to_ask(tree: Path) -> None:
    page = shown(made_site(tree, None), "sv")
    mails = [link["href"] for ask in page.with_class("ask") for link in ask.all("a")]
    assert mails == ["mailto:partnerships@example.org", "mailto:info@example.org"]


def test_a_foreign_name_of_a_partner_carries_its_language(tree: Path) -> None:
    change(
        tree,
        {
            "file": "content/facts/partners/bageri-exempel.yml",
            "replace": "example: true",
            "with": "language: sv\nexample: true",
        },
    )
    site = made_site(tree, None)
    tags = {
        language: {name.text: name.get("lang") for name in shown(site, language).with_class("wall-name")}
        for language in ("fi", "sv")
    }
    assert (tags["fi"]["Bageri Exempel Ab"], tags["sv"]["Bageri Exempel Ab"]) == ("sv-FI", "")
    assert not tags["fi"]["Kahvila Esimerkki <3"]
