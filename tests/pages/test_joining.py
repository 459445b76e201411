"""What you can do, and volunteering: order and links are facts, and the front page leads there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.model.shapes.trees import add_optional_files
from tests.view.examples import renderer
from tests.view.parsed import parse
from yhdessa.model import load_content
from yhdessa.model.honesty.anchors import PLACES
from yhdessa.pages.site import Site
from yhdessa.view.about import HomePage
from yhdessa.view.joining import ActPage, VolunteeringPage
from yhdessa.view.page import Page


@pytest.fixture
def site(tree: Path) -> Site:
    """The small tree's site with programmes, acts and volunteering."""
    add_optional_files(tree, "finnish", "services", "act", "volunteering")
    return site_of(tree)


def site_of(tree: Path) -> Site:
    return Site(load_content(tree), "https://example.org/", "assets/site.css")


def page(site: Site, name: str) -> Page:
    return next(plan.page for plan in site.plans("sv") if plan.name == name)


def test_acts_stand_in_the_order_of_the_facts_and_lead_where_the_facts_say(site: Site) -> None:
    found = page(site, "act")
    assert isinstance(found, ActPage)
    assert [group.id for group in found.groups] == ["person", "workplace", "company"]
    links = [(act.title, act.link and (act.link.text, act.link.href)) for act in found.groups[0].acts]
    assert links == [("Say hello", None), ("Give", ("Go to the form", "/sv/donera/"))]


def test_an_acts_link_has_the_pages_own_name_where_no_other_is_given(site: Site) -> None:
    found = page(site, "act")
    assert isinstance(found, ActPage)
    goal, programme = (group.acts[0].link for group in found.groups[1:])
    assert goal is not None
    assert programme is not None
    assert goal.text == site.content.words["sv"].goals["no-loneliness"].name
    assert (programme.text, programme.href) == ("The living room", "/sv/programmes/living-room/")


def test_a_task_says_its_time_and_leads_to_its_programme(site: Site) -> None:
    found = page(site, "volunteering")
    assert isinstance(found, VolunteeringPage)
    host, hand = found.tasks
    assert (host.name, host.time) == ("Host", "A shift a week")
    assert host.link is not None
    assert host.link.href == "/sv/programmes/living-room/"
    assert hand.link is None


def test_volunteers_write_to_a_role_of_the_organisation(site: Site) -> None:
    found = page(site, "volunteering")
    assert isinstance(found, VolunteeringPage)
    assert found.contact.href == f"mailto:{site.content.organisation.general_email}"


@pytest.mark.parametrize(("name", "kind"), [("act", ActPage), ("volunteering", VolunteeringPage)])
def test_a_site_without_these_pages_has_no_link_to_them(name: str, kind: type[Page], tree: Path) -> None:
    plans = site_of(tree).plans("sv")
    assert not [plan for plan in plans if isinstance(plan.page, kind)]
    shown = "".join(renderer().render(plan.shell, plan.page) for plan in plans)
    assert f"/sv/{name}/" not in shown


def ways_from_home(site: Site) -> list[str]:
    home = page(site, "index")
    assert isinstance(home, HomePage)
    return [way.link.href for way in home.together if way.link is not None]


def test_the_front_page_leads_to_what_there_is(tree: Path) -> None:
    assert ways_from_home(site_of(tree)) == ["/sv/donera/", "/sv/mal/", "/sv/partner/"]
    add_optional_files(tree, "finnish", "services", "act")
    assert ways_from_home(site_of(tree)) == ["/sv/donera/", "/sv/act/", "/sv/partner/"]


def test_the_front_page_leads_to_volunteering_where_there_is_any(site: Site) -> None:
    assert ways_from_home(site) == ["/sv/volunteering/", "/sv/act/", "/sv/partner/"]


@pytest.mark.parametrize("name", ["act", "volunteering"])
def test_the_places_that_links_may_name_are_in_the_page(name: str, site: Site) -> None:
    plan = next(plan for plan in site.plans("sv") if plan.name == name)
    part = parse(renderer().render(plan.shell, plan.page)).one("main")
    named = {element["id"] for element in part.elements if element.get("id")}
    assert sorted(named - {"content"}) == list(PLACES[name])
