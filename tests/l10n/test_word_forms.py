"""Words of a search: a form is cut to what it shares with the others."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from yhdessa.l10n.word_forms import CUTS, shorten

CASES: dict[str, dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("word_forms.yml").read_text("utf-8")
)


@pytest.mark.parametrize(
    ("language", "word", "cut"),
    [(language, word, cut) for language, words in CASES.items() for word, cut in words.items()],
)
def test_a_word_is_cut_before_it_changes_from_form_to_form(language: str, word: str, cut: str) -> None:
    assert shorten(word, language) == cut


def test_what_is_left_is_the_beginning_of_the_word() -> None:
    """Only so does it find the word itself."""
    assert all(
        word.lower().startswith(cut.lower()) for words in CASES.values() for word, cut in words.items()
    )


def test_the_patterns_hold_nothing_that_javascript_reads_differently() -> None:
    for pattern in (pattern for patterns in CUTS.values() for pattern in patterns):
        assert not set("\\#<>&") & set(pattern), pattern
        assert (pattern[0], pattern[-1]) == ("^", "$")
