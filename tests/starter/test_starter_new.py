"""`yhdessa new`: a project that builds at once, or a refusal that writes nothing."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.output import mkdocs, read_pages
from yhdessa.model import load_content
from yhdessa.starter import run_new
from yhdessa.starter.choices import Choices, known_languages, read_choices
from yhdessa.starter.project import SKELETON, load_skeleton
from yhdessa.starter.tree import SKELETON_LANGUAGES, TO_TRANSLATE, new_tree

REFUSALS = yaml.safe_load((Path(__file__).parent / "refusals.yml").read_text(encoding="utf-8"))
#: What is chosen, and how the pages of each language are tagged and write the smallest sum offered.
PROJECTS: dict[str, tuple[dict[str, str], dict[str, tuple[str, str]]]] = {
    "nothing chosen": (
        {},
        {"fi": ("fi", "20\xa0€"), "sv": ("sv-FI", "20\xa0€"), "en": ("en-FI", "€20")},
    ),
    "Sweden": ({"country": "SE"}, {"sv": ("sv", "200\xa0kr"), "en": ("en-SE", "SEK\xa0200")}),
    "German alone": ({"languages": "de", "currency": "eur"}, {"de": ("de-FI", "20\xa0€")}),
    "German after Finnish": ({"languages": "fi, de"}, {"fi": ("fi", "20\xa0€"), "de": ("de-FI", "20\xa0€")}),
}


def built(folder: Path) -> Path:
    done = mkdocs("build", "--strict", project=folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.mark.parametrize("name", PROJECTS)
def test_a_new_project_builds_at_once_in_the_languages_and_the_currency_chosen(
    name: str, tmp_path: Path
) -> None:
    chosen, expected = PROJECTS[name]
    folder = tmp_path / "our site"
    assert run_new(folder, **chosen) == 0
    pages = read_pages(built(folder))
    first = next(iter(expected))
    for language, (tag, _) in expected.items():
        root = "" if language == first else f"{language}/"
        assert pages[root].one("html").attributes["lang"] == tag
    assert {page.one("html").attributes["lang"] for page in pages.values()} == {
        tag for tag, _ in expected.values()
    }
    catalogue = json.loads((folder / "var/catalogue.json").read_text(encoding="utf-8"))
    assert list(catalogue["languages"]) == list(expected)
    for language, (_, sum_offered) in expected.items():
        form = catalogue["languages"][language]["donate_page"]["form"]
        assert form["fields"][0]["choices"][0]["text"] == sum_offered


def test_the_printed_steps_work_as_they_stand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_new(tmp_path / "our site") == 0
    steps = re.findall(r"^  (\S.*)$", capsys.readouterr().out, re.MULTILINE)
    commands = [step for step in steps if " serve " not in step]
    assert [command.partition("  #")[0].rsplit("/", 1)[-1] for command in commands] == [
        "our site'",
        "yhdessa check",
        "mkdocs build --strict",
    ]
    done = subprocess.run(["bash", "-ec", "\n".join(commands)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "our site/site/sv/donera/index.html").is_file()


def test_what_is_not_true_yet_is_marked_and_nothing_can_be_dialled(tmp_path: Path) -> None:
    assert run_new(tmp_path / "new") == 0
    content = load_content(tmp_path / "new")
    assert content.organisation.demonstration
    assert content.giving.permit.example
    assert all(line.example and line.number is None for line in content.helplines.values())
    assert not content.statistics
    for words in content.words.values():
        assert words.organisation.demonstration


def test_a_language_without_words_of_its_own_says_so_in_every_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_new(tmp_path / "new", languages="de") == 0
    files = [*(tmp_path / "new/content/de").rglob("*.*"), *(tmp_path / "new/docs/de").rglob("*.md")]
    assert len(files) == 16
    assert all(TO_TRANSLATE in file.read_text(encoding="utf-8").splitlines()[:2] for file in files)
    told = (
        "Deutsch: the words are English until you translate content/de, addresses (`slug`) too, and docs/de."
    )
    assert told in capsys.readouterr().out


def test_pages_of_docs_wait_where_the_first_language_has_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_new(tmp_path / "new", languages="sv,de") == 0
    assert "its pages of docs/ are shown in svenska and say so." in capsys.readouterr().out
    page = (built(tmp_path / "new") / "de/om-webbplatsen/index.html").read_text(encoding="utf-8")
    assert '<div class="prose" lang="sv-FI">' in page


@pytest.mark.parametrize("name", ["Föreningen: ”Hos oss” & \\ #1", 'The "Open" Door', "yes"])
def test_a_name_stands_as_it_was_given_in_every_language(name: str, tmp_path: Path) -> None:
    assert run_new(tmp_path / "new", name=f" {name} ") == 0
    content = load_content(tmp_path / "new")
    assert {words.organisation.name for words in content.words.values()} == {name}
    assert {words.pages.home.title for words in content.words.values()} == {name}
    head = (tmp_path / "new/mkdocs.yml").read_text(encoding="utf-8").splitlines()
    assert yaml.safe_load(next(line for line in head if line.startswith("site_name:")))["site_name"] == name


@pytest.mark.parametrize("name", REFUSALS)
def test_what_cannot_be_is_refused_with_what_may_be_meant_and_nothing_is_written(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case: dict[str, Any] = REFUSALS[name]
    assert run_new(tmp_path / "new", **case["chosen"]) == 1
    assert capsys.readouterr() == ("", f"{case['says']}\n")
    assert not (tmp_path / "new").exists()


def test_a_folder_that_is_not_empty_is_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "diary.txt").write_text("Dear diary", encoding="utf-8")
    assert run_new(tmp_path) == 1
    assert capsys.readouterr().err == f"{tmp_path} is not empty; choose a new folder, nothing was written\n"
    assert [file.name for file in tmp_path.iterdir()] == ["diary.txt"]
    assert run_new(tmp_path / "diary.txt") == 1
    assert capsys.readouterr().err == f"{tmp_path / 'diary.txt'} is a file; choose a new folder\n"


def test_a_folder_that_is_empty_is_taken(tmp_path: Path) -> None:
    assert run_new(tmp_path) == 0
    assert (tmp_path / "content/facts/organisation.yml").is_file()


def test_without_a_house_beside_the_program_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_new(tmp_path / "new", house=tmp_path) == 1
    says = f"{tmp_path} has no overrides, hooks, mkdocs.yml: run this from a clone of Yhdessä's repository\n"
    assert capsys.readouterr().err == says
    assert not (tmp_path / "new").exists()


def test_a_project_inside_the_house_s_own_rooms_is_refused(project: Path) -> None:
    assert run_new(project / "overrides/new") == 1
    assert not (project / "overrides/new").exists()


def test_the_skeleton_is_sound_as_it_stands() -> None:
    content = load_content(SKELETON)
    assert tuple(content.languages) == SKELETON_LANGUAGES


def test_the_skeleton_in_its_own_languages_and_currency_is_not_changed() -> None:
    assert new_tree(load_skeleton(), read_choices(None, None, None, None)) == load_skeleton()


def test_sums_become_round_ones_in_the_other_currency() -> None:
    files = new_tree(load_skeleton(), Choices(("sv",), "SE", "SEK"))
    facts = "\n".join(text for name, text in files.items() if name.startswith("content/facts/"))
    assert "presets: [200 SEK, 500 SEK, 1 000 SEK]" in facts
    assert "maximum: 100 000 SEK" in facts
    assert "EUR" not in facts


def test_every_language_that_may_be_chosen_can_be_read_back() -> None:
    refused = {"ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
    for code in sorted(known_languages() - refused):
        assert read_choices(code, None, None, None).languages == (code,)
