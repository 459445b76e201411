"""Soft hyphens: every word of hyphens.yml, and what holds for any text."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pyphen
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from yhdessa.l10n.hyphens import SHORTEST_PART, SOFT_HYPHEN, break_places, harden, soften
from yhdessa.l10n.patterns import load_patterns

TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("hyphens.yml").read_text(encoding="utf-8"))
BROKEN = [(language, word) for language, words in TABLE["broken"].items() for word in words.split()]
WHOLE = [(language, text) for language, texts in TABLE["whole"].items() for text in texts]


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len([word for language, word in BROKEN if language == "fi"]) >= 115
    assert len([word for language, word in BROKEN if language != "fi"]) >= 115


@pytest.mark.parametrize(("language", "word"), BROKEN)
def test_a_word_is_broken_where_its_language_breaks_it(language: str, word: str) -> None:
    assert soften(word.replace("|", ""), language).replace(SOFT_HYPHEN, "|") == word


@pytest.mark.parametrize(("language", "text"), WHOLE)
def test_what_is_no_plain_long_word_is_left_as_it_is(language: str, text: str) -> None:
    written = text.replace("~", SOFT_HYPHEN)
    assert soften(written, language) == written


def test_a_region_changes_no_break() -> None:
    assert soften("frivilligverksamhet", "sv-FI") == soften("frivilligverksamhet", "sv")
    assert soften("volunteering", "en-FI") == soften("volunteering", "en")


def test_another_language_is_broken_by_its_patterns() -> None:
    assert soften("Nachbarschaftshilfe", "de").replace(SOFT_HYPHEN, "|") == "Nach|bar|schafts|hilfe"


def test_only_the_long_words_of_a_sentence_are_broken() -> None:
    softened = soften("Anna aikaa: ryhdy vapaaehtoiseksi (tai soita).", "fi")
    assert softened.replace(SOFT_HYPHEN, "|") == "Anna aikaa: ryhdy vapaa|ehtoi|seksi (tai soita)."


def test_capitals_and_no_break_spaces_stay() -> None:
    softened = soften("Yksinäisyys\u00a01\u00a0200 – Ensimmäinen", "fi")
    assert harden(softened) == "Yksinäisyys\u00a01\u00a0200 – Ensimmäinen"


@given(st.text(alphabet="abdeghijklmnoprstuvyäöåABÄ .,-@/1\u00a0\u00ad", max_size=80))
def test_nothing_but_soft_hyphens_is_ever_added(text: str) -> None:
    for language in ("fi", "sv-FI", "en", "de"):
        assert harden(soften(text, language)) == harden(text)


@given(st.text(alphabet="aeiouyäöhklmnrstpv", min_size=10, max_size=40))
def test_every_part_of_a_finnish_word_can_be_read(word: str) -> None:
    places = [0, *break_places(word, "fi"), len(word)]
    assert places[1] >= SHORTEST_PART or len(places) == 2
    assert len(word) - places[-2] >= SHORTEST_PART
    for place in places[1:-1]:
        assert set(word[:place]) & set("aeiouyäö"), "a syllable has a vowel"


@pytest.mark.parametrize(
    ("language", "dictionary"), [("sv", "sv"), ("en", "en_GB"), ("de", "de_DE"), ("nb", "nb_NO")]
)
def test_patterns_are_read_as_pyphen_reads_them(language: str, dictionary: str) -> None:
    ours, theirs = load_patterns(language), pyphen.Pyphen(lang=dictionary, left=1, right=1)
    assert ours is not None
    for _, broken in BROKEN:
        word = harden(broken.replace("|", "")).lower()
        assert ours.places(word) == [int(place) for place in theirs.positions(word) if place < len(word)]


def test_a_finnish_page_brings_no_patterns() -> None:
    program = (
        "import sys; from yhdessa.l10n.hyphens import soften; "
        "soften('vapaaehtoistoiminta', 'fi'); print('pyphen' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
