"""Pages of workplace challenges: sums are right, only who agreed is compared, and names break nothing."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from tests.edits import change
from tests.model.shapes.trees import add_optional_files
from tests.view.examples import renderer
from tests.view.parsed import Element, parse
from yhdessa.model import load_content
from yhdessa.model.honesty.clock import Clock
from yhdessa.pages.counted import count
from yhdessa.pages.qr import draw_code
from yhdessa.pages.site import Site
from yhdessa.totals import VERSION, Row, Totals
from yhdessa.view.challenges import ChallengePage, ChallengesPage, PosterPage, TeamPage
from yhdessa.view.page import Page

CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("challenge_standings.yml").read_text("utf-8").replace("␣", "\u00a0")
)
FACTS, PAGE = "content/facts/challenges.yml", "challenges/long-table"
TIME = datetime.datetime(2026, 11, 20, 12, 5, tzinfo=datetime.UTC)
BEFORE, DURING, AFTER = (datetime.date(*day) for day in ((2026, 11, 1), (2026, 12, 13), (2026, 12, 14)))
THREE = (("five", "Five", 5), ("ten", "Ten", 10), ("twenty", "Twenty", 20))
STRANGE = "<script>alert('lag')</script> 🎉 & Söner \"Ab\" {team} " + "Kiinteistönhuolto" * 4


def challenge(*teams: tuple[str, str, int], more: str = "") -> str:
    rest = "agreed: 2026-10-20, example: true"
    told = "".join(
        f"    - {{id: {name}, name: {json.dumps(label, ensure_ascii=False)}, members: {members}, {rest}}}\n"
        for name, label, members in teams
    )
    days = "  starts: 2026-11-02\n  ends: 2026-12-13\n"
    return f"long-table:\n  goal: no-loneliness\n{days}{more}  teams:\n{told}"


def totals(*gifts: list[Any], time: datetime.datetime = TIME) -> Totals:
    rows = (
        Row("no-loneliness", f"long-table-{team}", "one-off", month, currency, minor, times)
        for team, month, minor, currency, times in gifts
    )
    return Totals(VERSION, time, tuple(rows))


def made_site(tree: Path, facts: str, counted: Totals | None = None, today: datetime.date = DURING) -> Site:
    add_optional_files(tree, "finnish", "challenges")
    change(tree, {"file": FACTS, "write": facts})
    content = load_content(tree)
    known = count(counted, content.organisation, today) if counted is not None else None
    return Site(content, "https://example.org/", "assets/site.css", known, clock=Clock(today))


def page_of(site: Site, name: str, language: str = "en") -> Page:
    return next(plan.page for plan in site.plans(language) if plan.name == name)


def challenge_page(site: Site) -> ChallengePage:
    page = page_of(site, PAGE)
    assert isinstance(page, ChallengePage)
    return page


def team_page(site: Site, name: str) -> TeamPage:
    page = page_of(site, name)
    assert isinstance(page, TeamPage)
    return page


def shown(site: Site, name: str) -> Element:
    plan = next(plan for plan in site.plans("en") if plan.name == name)
    return parse(renderer().render(plan.shell, plan.page))


@pytest.mark.parametrize("name", CASES)
def test_the_table_and_the_charts_say_what_each_team_has_collected(name: str, tree: Path) -> None:
    case = CASES[name]
    page = challenge_page(made_site(tree, challenge(*THREE), totals(*case["gifts"])))
    assert page.table is not None
    assert [list(row) for row in page.table.rows] == case["table"]
    assert [chart.message for chart in page.charts] == case["messages"]
    assert page.note == case.get("note", "")


@pytest.mark.parametrize("name", CASES)
def test_a_team_says_the_same_on_its_own_page_and_on_its_card(name: str, tree: Path) -> None:
    case = CASES[name]
    site = made_site(tree, challenge(*THREE), totals(*case["gifts"]))
    cards = {card.name: card for card in challenge_page(site).teams}
    for label, place, per_member, total, gifts, _ in case["table"]:
        own = team_page(site, f"{PAGE}/{label.lower()}")
        assert [detail.value for detail in cards[label].details] == [per_member, total, gifts]
        assert [detail.value for detail in own.details][:2] == [per_member, place]
        assert own.progress is not None
        assert (own.progress.value, own.progress.lines[0]) == (total, f"{gifts} gift{'s' * (gifts != '1')}")
        assert own.progress.iso == "2026-11-20T12:05:00Z"


def test_all_teams_together_have_a_target_and_a_time(tree: Path) -> None:
    gifts = [["five", "2026-11", 5000, "EUR", 2], ["ten", "2026-11", 10000, "EUR", 3]]
    facts = challenge(*THREE, more="  target: 600 EUR\n")
    progress = challenge_page(made_site(tree, facts, totals(*gifts), DURING)).progress
    assert progress is not None
    assert progress.lines == ("25% of the target", "5 gifts")
    assert progress.old


@pytest.mark.parametrize(
    ("counted", "old"), [(datetime.date(2026, 12, 1), True), (datetime.date(2026, 12, 14), False)]
)
def test_a_result_that_was_counted_after_the_end_never_grows_old(
    counted: datetime.date, old: bool, tree: Path
) -> None:
    time = datetime.datetime.combine(counted, datetime.time(12), datetime.UTC)
    later = datetime.date(2028, 1, 1)
    progress = challenge_page(made_site(tree, challenge(*THREE), totals(time=time), later)).progress
    assert progress is not None
    assert progress.old == old


def test_without_totals_there_is_no_table_and_no_sum_and_it_is_said(tree: Path) -> None:
    site = made_site(tree, challenge(*THREE))
    page = challenge_page(site)
    assert (page.table, page.charts, page.csv, page.note) == (None, (), None, "")
    assert [card.details for card in page.teams] == [(), (), ()]
    for progress in (page.progress, team_page(site, f"{PAGE}/five").progress):
        assert progress is not None
        assert (progress.notice, progress.value) == ("The gifts have not been added up yet.", "")
    assert not [file for file in site.files() if file.path.endswith("teams.csv")]


def test_the_table_is_a_file_as_well(tree: Path) -> None:
    gifts = [["five", "2026-11", 123456, "EUR", 2]]
    files = {file.path: file for file in made_site(tree, challenge(*THREE), totals(*gifts)).files()}
    (english,) = (path for path in files if path.startswith("en/") and path.endswith("teams.csv"))
    assert files[english].content().decode("utf-8-sig").splitlines()[1] == 'Five,1,€246.91,"€1,234.56",2,5'


@pytest.mark.parametrize(
    ("today", "form", "kit", "gives", "said"),
    [
        (BEFORE, False, True, [False] * 3, "The challenge starts on 2\u00a0November 2026."),
        (DURING, True, True, [True] * 3, "The challenge is on until 13\u00a0December 2026."),
        (AFTER, False, False, [False] * 3, "The challenge ended on 13\u00a0December 2026."),
    ],
)
def test_gifts_are_taken_from_the_first_day_to_the_last(
    today: datetime.date, form: bool, kit: bool, gives: list[bool], said: str, tree: Path
) -> None:
    site = made_site(tree, challenge(*THREE), None, today)
    team, page = team_page(site, f"{PAGE}/five"), challenge_page(site)
    assert (team.form is not None, team.kit is not None) == (form, kit)
    assert (team.give_anyway is None) == form
    assert [card.gives for card in page.teams] == gives
    assert page.season.startswith(said)
    index = page_of(site, "challenges/index")
    assert isinstance(index, ChallengesPage)
    season = {BEFORE: "coming", DURING: "running", AFTER: "ended"}[today]
    assert [group.id for group in index.groups] == [season]


def test_a_teams_form_names_the_challenge_and_the_team_and_asks_for_a_sum_alone(tree: Path) -> None:
    form = team_page(made_site(tree, challenge(*THREE)), f"{PAGE}/ten").form
    assert form is not None
    assert form.hidden == {"language": "en", "challenge": "long-table", "team": "ten"}
    assert [field.name for field in form.fields] == ["amount", "other_amount"]


def test_one_team_is_a_collection_with_one_page_and_no_contest(tree: Path) -> None:
    site = made_site(tree, challenge(THREE[0]), totals(["five", "2026-11", 5000, "EUR", 2]))
    names = [plan.name for plan in site.plans("en") if plan.name.startswith("challenges/")]
    assert names == ["challenges/index", PAGE, f"{PAGE}/five/poster"]
    assert site.addresses.path("en", f"{PAGE}/five/poster") == "en/challenges/the-long-table/poster/"
    page = team_page(site, PAGE)
    assert (page.over, page.title) == ("Workplace collection", "The long table")
    assert page.form is not None
    assert page.form.hidden["team"] == "five"
    assert page.progress is not None
    assert page.progress.value == "€50"
    assert page.kit is not None
    assert page.kit.url == "https://example.org/en/challenges/the-long-table/"


def test_a_team_that_has_not_agreed_is_in_no_page_and_in_no_offer(tree: Path) -> None:
    facts = challenge(*THREE).replace("agreed: 2026-10-20, ", "", 1)
    site = made_site(tree, facts, totals(["five", "2026-11", 5000, "EUR", 2]))
    assert [card.name for card in challenge_page(site).teams] == ["Ten", "Twenty"]
    assert not site.addresses.has("en", f"{PAGE}/five")
    assert list(site.catalogue({}).offer.challenges["long-table"].teams) == ["ten", "twenty"]


def test_a_challenge_in_which_nobody_has_agreed_yet_has_no_page(tree: Path) -> None:
    site = made_site(tree, challenge(*THREE).replace("agreed: 2026-10-20, ", ""))
    assert [plan.name for plan in site.plans("en") if "challenges" in plan.name] == ["challenges/index"]
    assert site.catalogue({}).offer.challenges == {}


def test_the_functions_take_gifts_by_the_organisations_own_midnights(tree: Path) -> None:
    offer = made_site(tree, challenge(*THREE)).catalogue({}).offer.challenges["long-table"]
    opens, closes = (
        datetime.datetime.fromtimestamp(moment, ZoneInfo("Europe/Helsinki"))
        for moment in (offer.opens, offer.closes)
    )
    assert (opens.isoformat(), closes.isoformat()) == (
        "2026-11-02T00:00:00+02:00",
        "2026-12-14T00:00:00+02:00",
    )
    assert offer.teams == {name: f"long-table-{name}" for name, _, _ in THREE}


@pytest.mark.parametrize(
    ("clock", "stopped"),
    [
        (Clock(DURING, demonstration=True), "2026-12-13T12:00:00+02:00"),
        (Clock(DURING), None),
        (Clock(DURING, public=True), None),
    ],
)
def test_the_functions_of_a_demonstration_stand_still_with_its_day(
    clock: Clock, stopped: str | None, tree: Path
) -> None:
    add_optional_files(tree, "finnish", "challenges")
    site = Site(load_content(tree), "https://example.org/", "assets/site.css", clock=clock)
    moment = site.catalogue({}).offer.stopped
    told = moment and datetime.datetime.fromtimestamp(moment, ZoneInfo("Europe/Helsinki")).isoformat()
    assert told == stopped


def test_a_kit_has_a_message_in_each_language_that_leads_to_the_page_of_that_language(tree: Path) -> None:
    kit = team_page(made_site(tree, challenge(*THREE)), f"{PAGE}/five").kit
    assert kit is not None
    assert [(message.name, message.tag) for message in kit.messages] == [
        ("English", "en-FI"),
        ("suomi", "fi"),
        ("svenska", "sv-FI"),
    ]
    assert [message.url for message in kit.messages] == [
        f"https://example.org/{language}challenges/the-long-table/five/" for language in ("en/", "", "sv/")
    ]
    assert kit.poster.href == "/en/challenges/the-long-table/five/poster/"


def test_a_poster_leads_to_its_teams_page_by_code_and_by_address(tree: Path) -> None:
    site = made_site(tree, challenge(*THREE))
    page = page_of(site, f"{PAGE}/five/poster")
    assert isinstance(page, PosterPage)
    path, size = draw_code("https://example.org/en/challenges/the-long-table/five/")
    assert (page.poster.code.path, page.poster.code.size) == (path, size)
    assert page.poster.url == "example.org/en/challenges/the-long-table/five/"
    assert (page.poster.team, page.poster.challenge) == ("Five", "The long table")
    assert [heading.text for heading in shown(site, f"{PAGE}/five/poster").all("h1")] == ["Give for our team"]


def test_a_poster_that_still_hangs_leads_to_a_page_that_says_it_is_over(tree: Path) -> None:
    page = page_of(made_site(tree, challenge(*THREE), None, AFTER), f"{PAGE}/five/poster")
    assert isinstance(page, PosterPage)
    assert page.poster.until.startswith("The challenge ended on 13\u00a0December 2026.")


@pytest.mark.parametrize("page", ["challenges/index", PAGE, f"{PAGE}/odd", f"{PAGE}/odd/poster"])
def test_a_strange_name_is_shown_as_it_is_written(page: str, tree: Path) -> None:
    site = made_site(
        tree, challenge(("odd", STRANGE, 5), THREE[1]), totals(["odd", "2026-11", 500, "EUR", 1])
    )
    read = shown(site, page)
    assert [script["type"] for script in read.all("script")] == ["application/ld+json"]
    if page != "challenges/index":
        assert STRANGE in read.one("main").text


def test_two_workplaces_of_one_name_are_told_apart(tree: Path) -> None:
    facts = challenge(("one", "Bank", 5), ("two", "Bank", 6)).replace("members: 6", "place: Åbo, members: 6")
    page = challenge_page(made_site(tree, facts, totals(["two", "2026-11", 500, "EUR", 1])))
    assert page.table is not None
    assert [row[0] for row in page.table.rows] == ["Bank (Åbo)", "Bank"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_page_of_a_challenge_has_a_title_and_a_description_of_its_own(
    language: str, tree: Path
) -> None:
    site = made_site(tree, challenge(*THREE))
    shells = [plan.shell for plan in site.plans(language)]
    for told in ([shell.title for shell in shells], [shell.description for shell in shells]):
        assert len(set(told)) == len(told)


def test_the_path_to_a_team_leads_over_its_challenge(tree: Path) -> None:
    site = made_site(tree, challenge(*THREE))
    shell = next(plan.shell for plan in site.plans("en") if plan.name == f"{PAGE}/five")
    assert [link.text for link in shell.breadcrumbs][1:] == ["challenges", "The long table", "Five"]
