"""The gallery of `make serve`: everything in it, whatever is broken, and none of it in a build."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from werkzeug.test import Client

from yhdessa.gallery.app import FOUNDATIONS, create_gallery
from yhdessa.view.examples import load_examples
from yhdessa.view.icons import ICONS

PROJECT = Path(__file__).parents[1]
EXAMPLES = load_examples(PROJECT / "overrides")
COMPONENTS = sorted({example.component for example in EXAMPLES})


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A project of its own to break: the templates and interface words of this one."""
    shutil.copytree(PROJECT / "overrides", tmp_path / "overrides")
    for file in [
        *PROJECT.glob("content/*/interface.yml"),
        PROJECT / "content" / "facts" / "organisation.yml",
    ]:
        there = tmp_path / file.relative_to(PROJECT)
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, there)
    return tmp_path


def gallery(project: Path = PROJECT) -> Client:
    return Client(create_gallery(project))


def test_the_list_names_every_example_of_every_component() -> None:
    listed = gallery().get("/").text
    for example in EXAMPLES:
        assert f"/{example.component}/frame?language=fi#{quote(example.name)}" in listed


@pytest.mark.parametrize("component", COMPONENTS)
def test_a_component_is_shown_with_all_of_its_examples_and_without_an_error(component: str) -> None:
    frame = gallery().get(f"/{component}/frame").text
    shown = [example for example in EXAMPLES if example.component == component]
    assert frame.count('class="gallery-name"') == len(shown)
    assert "gallery-error" not in frame


@pytest.mark.parametrize("name", [*COMPONENTS[:1], *FOUNDATIONS])
def test_a_page_has_frames_of_two_widths_and_two_themes(name: str) -> None:
    page = gallery().get(f"/{name}/?language=en").text
    for theme in ("light", "dark"):
        assert page.count(f'src="/{name}/frame?language=en&amp;theme={theme}"') == 2


def test_the_interface_speaks_the_language_that_is_asked_for() -> None:
    assert "Huvudmeny" in gallery().get("/words/frame?language=sv").text
    assert '<html lang="sv">' in gallery().get("/words/frame?language=sv").text


def test_an_unknown_language_falls_back_to_the_first_of_the_site() -> None:
    client = gallery()
    assert client.get("/words/frame?language=tlh").text == client.get("/words/frame?language=fi").text


def test_the_sheet_is_the_sites_own_in_the_theme_that_is_asked_for() -> None:
    dark, light = (gallery().get(f"/site.css?theme={theme}").text for theme in ("dark", "light"))
    assert "prefers-color-scheme" not in dark + light
    assert "@media all" in dark
    assert "@media not all" in light
    assert "--brand-primary:#5a2150" in light


def test_the_fonts_that_the_sheet_asks_for_are_there() -> None:
    client = gallery()
    for asked in re.findall(r"url\(['\"]?([^'\")]+)", client.get("/site.css").text):
        assert client.get(f"/{asked}").status_code == 200, asked
    assert client.get("/fonts/no-such-font.woff2").status_code == 404


def test_every_token_has_a_swatch_and_every_icon_is_shown() -> None:
    tokens = gallery().get("/tokens/frame").text
    style = gallery().get("/gallery.css").text
    for name, rule in (("--mark", "background"), ("--title-1", "font-size"), ("--gap", "width")):
        assert f"swatch{name}" in tokens
        assert f".swatch{name}{{{rule}:var({name})}}" in style
    icons = gallery().get("/icons/frame").text
    assert all(icon in icons for icon in ICONS)


def test_a_broken_example_shows_its_error_and_the_others_stay(copy: Path) -> None:
    file = copy / "overrides" / "components" / "card.html"
    file.write_text(
        file.read_text("utf-8").replace("{{ card.summary }}", "{{ card.no_such_field }}"), "utf-8"
    )
    client = gallery(copy)
    broken = client.get("/card/frame")
    assert broken.status_code == 200
    assert "no_such_field" in broken.text
    assert "gallery-error" in broken.text
    assert "gallery-error" not in client.get("/tier/frame").text


def test_an_example_file_that_cannot_be_read_is_told_in_the_list_and_on_its_page(copy: Path) -> None:
    (copy / "overrides" / "components" / "card.yml").write_text("takes: [Card\n", "utf-8")
    client = gallery(copy)
    assert "ParserError" in client.get("/").text
    assert "ParserError" in client.get("/card/frame").text
    assert "tier" in client.get("/").text


def test_broken_content_does_not_close_the_gallery(copy: Path) -> None:
    (copy / "content" / "facts" / "organisation.yml").write_text("brand: [", "utf-8")
    (copy / "content" / "fi" / "interface.yml").write_text("menu: [", "utf-8")
    client = gallery(copy)
    assert client.get("/").status_code == 200
    assert client.get("/site.css").status_code == 200
    assert client.get("/tier/frame?language=fi").status_code == 200


@pytest.mark.parametrize("path", ["/no_such_component/", "/card/no_such_part", "/../overrides/", "/%00/"])
def test_there_is_nothing_else_in_it(path: str) -> None:
    assert gallery().get(path).status_code == 404


def test_search_engines_are_sent_away() -> None:
    for path in ("/", "/card/", "/card/frame", "/site.css"):
        assert gallery().get(path).headers["X-Robots-Tag"] == "noindex"
