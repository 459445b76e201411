"""What others see of a page, and the links that pass it on."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.edits import change
from tests.view.examples import renderer
from tests.view.parsed import parse
from yhdessa.model import ContentProblems, load_content
from yhdessa.pages.maker import PagePlan
from yhdessa.pages.sharing import SERVICES
from yhdessa.pages.site import Site

ORGANISATION = "content/facts/organisation.yml"
ALL = "sharing: [email, whatsapp, facebook, linkedin]\n"
GOAL = "https://example.org/sv/mal/ingen-blir-ensam/"


def plans(tree: Path, language: str = "sv") -> dict[str, PagePlan]:
    site = Site(load_content(tree), "https://example.org/", "assets/site.css")
    made = {plan.name: plan for plan in site.plans(language)}
    prose = {name: site.prose_plan(language, name, "") for name in site.content.words[language].prose}
    return made | prose


def shared(tree: Path, name: str, language: str = "sv") -> dict[str, str]:
    return {link.text: link.href for link in plans(tree, language)[name].shell.sharing}


def metadata(plan: PagePlan) -> dict[str, list[str]]:
    """What the head says of a page to others: `og:` and the like, by name."""
    said: dict[str, list[str]] = {}
    for meta in parse(renderer().render(plan.shell, plan.page)).all("meta"):
        name = meta.get("property") or meta.get("name")
        if name.partition(":")[0] in ("og", "twitter", "article"):
            said.setdefault(name, []).append(meta["content"])
    return said


def test_an_organisation_that_names_no_service_has_no_links(tree: Path) -> None:
    assert {plan.shell.sharing for plan in plans(tree).values()} == {()}


def test_the_links_are_those_that_the_organisation_names_in_its_order(tree: Path) -> None:
    change(tree, {"file": ORGANISATION, "append": "sharing: [linkedin, email]\n"})
    assert list(shared(tree, "goals/no-loneliness")) == ["LinkedIn", "E-post"]
    assert list(shared(tree, "goals/no-loneliness", "fi")) == ["LinkedIn", "Sähköposti"]


def test_every_service_of_the_model_has_an_address(tree: Path) -> None:
    change(tree, {"file": ORGANISATION, "append": ALL})
    assert len(shared(tree, "goals/no-loneliness")) == len(SERVICES) == 4


def test_a_link_carries_the_pages_address_and_its_heading_whole(tree: Path) -> None:
    change(tree, {"file": ORGANISATION, "append": ALL})
    name = "name: Ingen blir ensam"
    file = "content/sv/goals/no-loneliness.md"
    change(tree, {"file": file, "replace": name, "with": 'name: "Ingen & ensam? 100 % på #1"'})
    links = shared(tree, "goals/no-loneliness")
    heading = "Ingen & ensam? 100 % på #1"

    def asked(text: str) -> dict[str, list[str]]:
        return parse_qs(urlsplit(links[text]).query, strict_parsing=True)

    assert asked("Facebook") == {"u": [GOAL]}
    assert asked("LinkedIn") == {"url": [GOAL]}
    assert asked("WhatsApp") == {"text": [f"{heading} {GOAL}"]}
    assert asked("E-post") == {"subject": [heading], "body": [f"{heading}\r\n{GOAL}"]}
    # A mail program takes a plus for a plus (RFC 6068, 5).
    assert "+" not in links["E-post"]
    assert unquote(links["E-post"]).startswith("mailto:?")


@pytest.mark.parametrize("name", ["goals/no-loneliness", "goals/index", "mission", "strategy", "partners"])
def test_what_can_be_passed_on_has_links(tree: Path, name: str) -> None:
    change(tree, {"file": ORGANISATION, "append": ALL})
    assert shared(tree, name)


def test_a_news_item_has_links_and_the_list_of_news_has_none(tree: Path) -> None:
    change(tree, {"file": ORGANISATION, "append": ALL})
    assert shared(tree, "news/2026-11-five-local-goals")
    assert not shared(tree, "news/index")


@pytest.mark.parametrize("name", ["index", "help", "thanks", "404", "donate", "about"])
def test_a_page_of_the_readers_own_business_has_no_links(tree: Path, name: str) -> None:
    change(tree, {"file": ORGANISATION, "append": ALL})
    assert not shared(tree, name)


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("sharing: [email, email]", "sharing: has `email` twice"),
        ("sharing: [myspace]", "sharing.0: should be one of 'email', 'whatsapp', 'facebook' or 'linkedin'"),
    ],
)
def test_a_service_is_named_once_and_is_one_that_we_know(tree: Path, written: str, says: str) -> None:
    change(tree, {"file": ORGANISATION, "append": f"{written}\n"})
    with pytest.raises(ContentProblems) as found:
        load_content(tree)
    assert says in str(found.value.problems[0])


def test_a_page_tells_others_what_it_is_called_where_it_is_and_in_which_language(tree: Path) -> None:
    plan = plans(tree)["goals/no-loneliness"]
    goal = load_content(tree).words["sv"].goals["no-loneliness"]
    assert metadata(plan) == {
        "og:type": ["website"],
        "og:site_name": ["Tillsammans"],
        "og:title": [goal.name],
        "og:description": [goal.summary],
        "og:url": [GOAL],
        "og:locale": ["sv_FI"],
        "og:locale:alternate": ["fi_FI", "en_FI"],
        "og:image": ["https://example.org/assets/share/sv/goals/no-loneliness.png"],
        "og:image:type": ["image/png"],
        "og:image:width": ["1200"],
        "og:image:height": ["630"],
        "og:image:alt": [f"{goal.name} – Tillsammans"],
        "twitter:card": ["summary_large_image"],
    }


def test_a_news_item_is_an_article_with_its_day(tree: Path) -> None:
    said = metadata(plans(tree)["news/2026-11-five-local-goals"])
    assert (said["og:type"], said["article:published_time"]) == (["article"], ["2026-11-16"])
    assert said["og:image"] == ["https://example.org/assets/share/sv/news.png"]


@pytest.mark.parametrize("name", ["thanks", "404"])
def test_a_page_that_is_not_listed_names_no_address(tree: Path, name: str) -> None:
    said = metadata(plans(tree)[name])
    assert "og:url" not in said
    assert said["og:image"] == ["https://example.org/assets/share/sv/index.png"]


def test_a_page_that_waits_for_its_translation_is_named_in_plain_text(tree: Path) -> None:
    (tree / "docs/sv/about.md").unlink()
    change(tree, {"file": "content/sv/pending.yml", "write": "pages: [about]\n"})
    said = metadata(plans(tree)["about"])
    assert said["og:title"] == ["Tietoa sivustosta"]
    assert said["og:url"] == ["https://example.org/tietoa-sivustosta/"]
