"""Confirmed translations: stale when the source's words change, and for no other reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.edits import change
from yhdessa.model import load_content
from yhdessa.model.confirmations import (
    Review,
    confirm,
    fingerprint,
    load_confirmed,
    review,
    save_confirmed,
)


def confirm_all(tree: Path, only: str = "") -> None:
    documents = load_content(tree).documents
    save_confirmed(tree, "sv", confirm(documents, "fi", "sv", load_confirmed(tree, "sv"), only))


def swedish(tree: Path) -> Review:
    return review(load_content(tree).documents, "fi", "sv", load_confirmed(tree, "sv"))


def test_what_nobody_has_confirmed_is_said_to_be_so(tree: Path) -> None:
    found = swedish(tree)
    assert found.percent == 0
    assert found.summary() == f"sv: 0 % of {found.texts} texts ({found.texts} never confirmed)"


def test_what_is_confirmed_is_current(tree: Path) -> None:
    confirm_all(tree)
    assert swedish(tree).waiting == []
    assert swedish(tree).percent == 100


def test_a_changed_source_makes_its_translation_stale_and_no_other(tree: Path) -> None:
    confirm_all(tree)
    change(tree, {"file": "content/fi/home.yml", "replace": "give: Lahjoita", "with": "give: Tee lahjoitus"})
    waiting = [str(text) for text in swedish(tree).waiting]
    assert waiting == ["content/sv/home.yml:7: give: stale; see content/fi/home.yml:7"]
    assert swedish(tree).percent == 99


@pytest.mark.parametrize(
    ("replace", "by"),
    [
        ("give: Lahjoita\n", 'give: "Lahjoita"\n'),
        ("give: Lahjoita\n", "# A comment.\ngive: >-\n  Lahjoita\n"),
        ("give: Lahjoita\n", "give:   Lahjoita   # now with a comment\n"),
    ],
)
def test_reformatting_and_comments_make_nothing_stale(replace: str, by: str, tree: Path) -> None:
    confirm_all(tree)
    change(tree, {"file": "content/fi/home.yml", "replace": replace, "with": by})
    assert swedish(tree).waiting == []


def test_a_changed_markdown_text_makes_its_translation_stale(tree: Path) -> None:
    confirm_all(tree)
    change(tree, {"file": "docs/fi/about.md", "append": "\nUusi kappale.\n"})
    assert [(text.file, text.path, text.state.value) for text in swedish(tree).waiting] == [
        ("docs/sv/about.md", "text", "stale")
    ]


def test_confirming_one_file_leaves_the_others_as_they_were(tree: Path) -> None:
    confirm_all(tree, "content/sv/home.yml")
    assert {text.file for text in swedish(tree).waiting}.isdisjoint({"content/sv/home.yml"})
    assert swedish(tree).waiting


def test_a_page_that_waits_is_untranslated(tree: Path) -> None:
    confirm_all(tree)
    (tree / "docs/sv/about.md").unlink()
    change(tree, {"file": "content/sv/pending.yml", "write": "pages: [about]\n"})
    assert {(text.file, text.state.value) for text in swedish(tree).waiting} == {
        ("docs/sv/about.md", "untranslated")
    }


def test_what_the_source_no_longer_has_is_obsolete(tree: Path) -> None:
    documents = load_content(tree).documents
    source = documents["content/fi/home.yml"]
    without = {key: value for key, value in source.data.items() if key != "give"}
    shorter = {**documents, "content/fi/home.yml": replace(source, data=without, outline=None)}
    found = review(shorter, "fi", "sv", confirm(documents, "fi", "sv", {}, ""))
    assert [str(text) for text in found.waiting] == [
        "content/sv/home.yml:7: give: obsolete; fi no longer has it"
    ]


def test_the_same_words_have_the_same_fingerprint_however_they_are_wrapped_or_composed() -> None:
    assert fingerprint("Hyvä  \n päivä") == fingerprint("Hyva\u0308 päivä ")
    assert fingerprint("Hyvä päivä") != fingerprint("Hyvää päivää")


def test_a_broken_record_of_confirmations_confirms_nothing(tree: Path) -> None:
    (tree / "content/sv/.confirmed.json").write_text("[nonsense", encoding="utf-8")
    assert load_confirmed(tree, "sv") == {}
