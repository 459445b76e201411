"""The pages of services and programmes: who is where, what leads where, and what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edits import change
from tests.model.shapes.trees import add_optional_files
from tests.view.examples import renderer
from tests.view.parsed import parse
from yhdessa.model import ContentProblems, load_content
from yhdessa.model.honesty.anchors import PROGRAMME_PLACES
from yhdessa.pages.markdown import dead_links
from yhdessa.pages.programmes import programme_cards
from yhdessa.pages.site import Site
from yhdessa.view.goals import GoalPage
from yhdessa.view.page import Page
from yhdessa.view.programmes import ProgrammePage, ProgrammesPage


@pytest.fixture
def joined(tree: Path) -> Path:
    """The small tree with programmes; without acts and volunteering."""
    add_optional_files(tree, "finnish", "services")
    return tree


def site_of(tree: Path) -> Site:
    return Site(load_content(tree), "https://example.org/yhdessa/", "assets/site.css")


def page(site: Site, name: str, language: str = "sv") -> Page:
    return next(plan.page for plan in site.plans(language) if plan.name == name)


def programme(site: Site, name: str) -> ProgrammePage:
    found = page(site, f"programmes/{name}")
    assert isinstance(found, ProgrammePage)
    return found


def html(site: Site, name: str) -> str:
    plan = next(plan for plan in site.plans("sv") if plan.name == name)
    return renderer().render(plan.shell, plan.page)


def test_a_site_without_services_has_no_page_of_them(tree: Path) -> None:
    names = {plan.name for plan in site_of(tree).plans("sv")}
    assert not {name for name in names if name.startswith("programmes")}


def test_a_programme_stands_under_the_services_in_the_languages_own_address(joined: Path) -> None:
    file = "content/sv/programmes/living-room.md"
    change(joined, {"file": file, "replace": "slug: living-room", "with": "slug: vardagsrum"})
    addresses = site_of(joined).addresses
    assert addresses.href("sv", "programmes/living-room") == "/yhdessa/sv/programmes/vardagsrum/"
    assert addresses.href("fi", "programmes/living-room") == "/yhdessa/programmes/living-room/"


def test_services_stand_in_the_order_of_the_facts_each_with_its_own_programmes(joined: Path) -> None:
    change(
        joined,
        {
            "file": "content/facts/services.yml",
            "replace": "[meeting-places, company]",
            "with": "[company, meeting-places]",
        },
    )
    found = page(site_of(joined), "programmes/index")
    assert isinstance(found, ProgrammesPage)
    assert [(service.title, [card.text for card in service.cards]) for service in found.services] == [
        ("Company", ["An evening line"]),
        ("Meeting places", ["The living room"]),
    ]


def test_programmes_of_a_service_stand_in_the_order_of_their_names(joined: Path) -> None:
    file = "content/facts/programmes/evening-line.yml"
    change(joined, {"file": file, "replace": "service: company", "with": "service: meeting-places"})
    services = "content/facts/services.yml"
    change(joined, {"file": services, "replace": ", company", "with": ""})
    for language in ("fi", "sv", "en"):
        words = f"content/{language}/services.yml"
        gone = "  company:\n    name: Company\n    lead: We come to you.\n"
        change(joined, {"file": words, "replace": gone, "with": ""})
    found = page(site_of(joined), "programmes/index")
    assert isinstance(found, ProgrammesPage)
    assert [card.text for card in found.services[0].cards] == ["An evening line", "The living room"]
    assert [card.text for card in programme(site_of(joined), "living-room").others] == ["An evening line"]


def test_a_programme_leads_to_its_goals_and_its_first_goal_lends_the_drawing(joined: Path) -> None:
    site = site_of(joined)
    line = programme(site, "evening-line")
    assert [card.href for card in line.goals] == [
        site.addresses.href("sv", "goals/everyone-safe"),
        site.addresses.href("sv", "goals/no-loneliness"),
    ]
    assert line.art == site.content.goals["everyone-safe"].number


def test_a_programmes_own_address_is_shown_and_else_the_organisations(joined: Path) -> None:
    site = site_of(joined)
    assert programme(site, "evening-line").contact.href == "mailto:line@example.org"
    assert programme(site, "living-room").contact.text == site.content.organisation.general_email


def test_a_programme_invites_to_volunteer_only_where_the_site_tells_how(joined: Path) -> None:
    def support(tree: Path) -> list[str]:
        links = (item.link for item in programme(site_of(tree), "living-room").support)
        return [link.href for link in links if link is not None]

    assert support(joined) == ["/yhdessa/sv/donera/"]
    add_optional_files(joined, "finnish", "volunteering")
    assert support(joined) == ["/yhdessa/sv/volunteering/", "/yhdessa/sv/donera/"]


def test_a_goal_knows_its_programmes(joined: Path) -> None:
    site = site_of(joined)
    maker = site.makers["sv"]
    assert [card.text for card in programme_cards(maker, "everyone-safe")] == ["An evening line"]
    assert [card.text for card in programme_cards(maker, "no-loneliness")] == [
        "The living room",
        "An evening line",
    ]
    found = page(site, "goals/everyone-safe")
    assert isinstance(found, GoalPage)
    assert [card.text for card in found.programmes] == ["An evening line"]


def test_a_goal_without_programmes_has_none(tree: Path) -> None:
    found = page(site_of(tree), "goals/everyone-safe")
    assert isinstance(found, GoalPage)
    assert found.programmes == ()


def test_a_dead_link_in_a_programmes_text_is_named_with_its_line(joined: Path) -> None:
    file = "content/sv/programmes/living-room.md"
    change(joined, {"file": file, "append": "\nSe [sidan](finns-inte.md).\n"})
    site = site_of(joined)
    with pytest.raises(ContentProblems) as found:
        site.plans("sv")
    (problem,) = found.value.problems
    assert problem.file == file
    lines = (joined / file).read_text(encoding="utf-8").splitlines()
    assert lines[problem.line - 1] == "Se [sidan](finns-inte.md)."
    assert dead_links(site.content) == [problem]


def test_a_link_between_programmes_leads_to_the_languages_own_page(joined: Path) -> None:
    assert 'href="/yhdessa/sv/programmes/evening-line/"' in programme(site_of(joined), "living-room").html


def test_the_path_to_a_programme_leads_through_the_services(joined: Path) -> None:
    shell = next(p.shell for p in site_of(joined).plans("sv") if p.name == "programmes/living-room")
    assert [link.href for link in shell.breadcrumbs][1:] == [
        "/yhdessa/sv/programmes/",
        "/yhdessa/sv/programmes/living-room/",
    ]
    assert shell.heading == "The living room"
    assert shell.description == "Come in and stay."


def test_the_places_that_links_may_name_are_in_the_pages(joined: Path) -> None:
    site = site_of(joined)
    assert {"service-company", "service-meeting-places"} <= set(parse(html(site, "programmes/index")).by_id())
    there = set(parse(html(site, "programmes/living-room")).by_id())
    assert set(PROGRAMME_PLACES) - there == {"others"}


@pytest.mark.parametrize(("place", "wrong"), [("service-company", False), ("service-compny", True)])
def test_a_link_to_a_service_is_held_to_the_services_there_are(place: str, wrong: bool, joined: Path) -> None:
    file = "content/sv/programmes/living-room.md"
    change(joined, {"file": file, "append": f"\n[Se](index.md#{place}).\n"})
    if not wrong:
        assert "#service-company" in programme(site_of(joined), "living-room").html
        return
    with pytest.raises(ContentProblems) as found:
        load_content(joined)
    assert [problem.message for problem in found.value.problems if problem.severity == "error"] == [
        f"has a link to a place that its page does not have: index.md#{place}"
    ]
