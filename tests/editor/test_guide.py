"""guides/editing.md: who follows its steps gets what its headings promise."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.editor.guide import follow, sections, steps
from yhdessa.cli import main
from yhdessa.model import Content, load_content

GUIDE = (Path(__file__).resolve().parents[2] / "guides/editing.md").read_text(encoding="utf-8")
SECTIONS = sections(GUIDE)
TO_DO = [heading for heading, text in SECTIONS.items() if any(step.does != "says" for step in steps(text))]


def followed(heading: str, tree: Path, capsys: pytest.CaptureFixture[str]) -> Content:
    """The content after every step, with each claim about `make check` compared on the way."""
    for step in steps(SECTIONS[heading]):
        if step.does == "says":
            main(["check", "--project", str(tree)])
            assert capsys.readouterr().err == step.text
        follow(step, tree)
    return load_content(tree)


def test_the_steps_are_found_in_the_text() -> None:
    assert TO_DO == [
        "Change a figure",
        "Change a text",
        "Add a partner",
        "Add a goal",
        "Add a news item",
        "Add a language",
    ]
    assert [step.does for step in steps(SECTIONS["Add a goal"])] == [
        "make",
        "says",
        *["copy"] * 3,
        *["change"] * 3,
    ]


@pytest.mark.parametrize("heading", TO_DO)
def test_the_content_is_sound_after_the_steps(
    heading: str, tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = load_content(tree)
    assert followed(heading, tree, capsys).documents != before.documents


def test_a_figure_is_changed_for_every_language(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert followed("Change a figure", tree, capsys).statistics["volunteers"].value == "801"


def test_a_partner_is_added(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    partner = followed("Add a partner", tree, capsys).partners["leipomo-esimerkki"]
    assert (partner.name, partner.tier, partner.goals) == (
        "Leipomo Esimerkki Oy",
        "partner",
        ["no-loneliness"],
    )


def test_a_goal_is_added_in_every_language(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = followed("Add a goal", tree, capsys)
    assert content.goals_in_order()[-1] == "near-nature"
    slugs = {language: words.goals["near-nature"].slug for language, words in content.words.items()}
    assert slugs == {"fi": "luonto-lahella", "sv": "naturen-nara", "en": "nature-near-by"}


def test_a_news_item_is_added_in_every_language(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = followed("Add a news item", tree, capsys)
    titles = [words.prose["news/2026-12-winter-coffee"].title for words in content.words.values()]
    assert titles == ["Talvikahvit joulukuussa", "Vinterkaffe i december", "Winter coffee in December"]


def test_a_language_is_added(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert followed("Add a language", tree, capsys).languages == ["fi", "sv", "en", "de"]


def test_the_first_lines_that_the_guide_gives_lead_to_schemas(project: Path) -> None:
    told = re.findall(r"\$schema=(\S+?\.json)", GUIDE)
    assert told == ["../.schemas/words-home.json", "../../.schemas/facts-goals.json"]
    for path, file in zip(
        told, ("content/sv/home.yml", "content/facts/goals/no-loneliness.yml"), strict=True
    ):
        assert ((project / file).parent / path).resolve().is_file()
