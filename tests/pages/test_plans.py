"""Page plans: what content becomes before it is laid out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edits import change
from yhdessa.model import ContentProblems, load_content
from yhdessa.pages.markdown import resolve_link
from yhdessa.pages.site import Site
from yhdessa.view.about import MissionPage
from yhdessa.view.goals import GoalPage
from yhdessa.view.partners import PartnersPage


@pytest.fixture
def site(tree: Path) -> Site:
    """The small tree's site, under a path of its host."""
    return Site(load_content(tree), "https://example.org/yhdessa/", "assets/site.css")


def goal(site: Site, language: str, name: str) -> GoalPage:
    page = next(plan.page for plan in site.plans(language) if plan.name == f"goals/{name}")
    assert isinstance(page, GoalPage)
    return page


def test_addresses_are_in_the_words_of_each_language_and_under_the_sites_own_path(site: Site) -> None:
    addresses = site.addresses
    assert addresses.href("sv", "goals/no-loneliness") == "/yhdessa/sv/mal/ingen-blir-ensam/"
    assert addresses.url("fi", "donate") == "https://example.org/yhdessa/lahjoita/"
    assert addresses.file("en", "index") == "en/index.html"
    assert addresses.file("sv", "404") == "sv/404.html"


def test_the_form_posts_to_the_functions_under_the_sites_own_path(site: Site) -> None:
    assert goal(site, "en", "no-loneliness").form.action == "/yhdessa/api/donate"


def test_figures_are_set_into_texts_as_the_language_writes_them(site: Site) -> None:
    assert "14\u00a0% ensamma" in goal(site, "sv", "no-loneliness").problem
    assert "14%" in goal(site, "en", "no-loneliness").problem
    assert "{" not in goal(site, "fi", "no-loneliness").problem


def test_a_goal_names_the_sources_of_the_figures_in_its_texts_once_each(site: Site) -> None:
    sources = goal(site, "sv", "no-loneliness").sources
    assert len(sources) == len(set(sources)) == 2
    assert sources[1].startswith("Västerås stadsmission: ")


def test_a_goal_shows_its_partners_by_its_own_tiers_and_no_empty_tier(site: Site) -> None:
    groups = goal(site, "sv", "no-loneliness").partners
    tiers = site.content.words["sv"].tiers
    assert [group.title for group in groups] == [tiers[name].plural for name in ("main", "partner", "friend")]
    assert goal(site, "sv", "everyone-safe").partners == ()


def test_goals_lead_to_their_neighbours_and_the_ends_to_one_only(site: Site) -> None:
    first, last = goal(site, "en", "everyone-safe"), goal(site, "en", "no-loneliness")
    assert first.previous is None
    assert first.next is not None
    assert last.previous is not None
    assert last.next is None
    assert first.next.text == last.name


def test_values_stand_in_the_order_of_the_facts(site: Site) -> None:
    page = next(plan.page for plan in site.plans("en") if plan.name == "mission")
    assert isinstance(page, MissionPage)
    words = site.content.words["en"].mission.values
    assert [value.title for value in page.values] == [
        words[name].name for name in site.content.mission.values
    ]


def test_the_price_of_a_tier_is_written_as_the_language_writes_money(site: Site) -> None:
    def prices(language: str) -> str:
        page = next(plan.page for plan in site.plans(language) if plan.name == "partners")
        assert isinstance(page, PartnersPage)
        return page.tiers[0].price

    assert "10\u00a0000\u00a0€" in prices("fi")
    assert "€10,000" in prices("en")


@pytest.mark.parametrize(
    ("target", "leads_to"),
    [
        ("../donate.md", "/yhdessa/sv/donera/"),
        ("everyone-safe.md", "/yhdessa/sv/mal/ingen-ska-behova-vara-radd/"),
        ("../about.md#x", "/yhdessa/sv/om-webbplatsen/#x"),
        ("#here", "#here"),
        ("https://example.org/", "https://example.org/"),
        ("mailto:info@example.org", "mailto:info@example.org"),
        ("not-there.md", None),
        ("../donate", None),
        ("", None),
        ("javascript:alert(1)", None),
        ("//example.org/", None),
        ("../../../../etc/passwd", None),
    ],
)
def test_links_in_a_goals_text_lead_to_pages_of_its_language_or_nowhere(
    target: str, leads_to: str | None, site: Site
) -> None:
    assert resolve_link(target, site.addresses, "sv", "goals/no-loneliness") == leads_to


def test_a_dead_link_in_a_goals_text_is_named_with_its_line(tree: Path) -> None:
    file = "content/sv/goals/no-loneliness.md"
    change(tree, {"file": file, "append": "\nSe [sidan](finns-inte.md).\n"})
    lines = (tree / file).read_text(encoding="utf-8").splitlines()
    with pytest.raises(ContentProblems) as found:
        Site(load_content(tree), "https://example.org/", "site.css").plans("sv")
    problem = found.value.problems[0]
    assert lines[problem.line - 1] == "Se [sidan](finns-inte.md)."
    assert str(problem) == (
        f"{file}:{problem.line}: has a dead link: finns-inte.md; "
        "link to a page of this language by its file, for example `[...](no-loneliness.md)`"
    )


def test_markup_in_a_goals_text_is_left_out(tree: Path) -> None:
    change(tree, {"file": "content/en/goals/no-loneliness.md", "append": "\n<blink onclick=x>Hey</blink>\n"})
    page = goal(Site(load_content(tree), "https://example.org/", "site.css"), "en", "no-loneliness")
    assert "<blink" not in page.html
