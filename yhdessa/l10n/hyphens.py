"""Soft hyphens: where a long word may be broken at the end of a line.

Browsers do not hyphenate Finnish dependably, and a compound in a heading is wider than a telephone. Rather no
break than a wrong one. Finnish is broken by rules of our own, the other languages by the patterns that pyphen
brings, which are read when a word is first broken by them: functions that show no page start without them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from yhdessa.l10n.compounds import joins
from yhdessa.l10n.finnish_breaks import finnish_breaks
from yhdessa.l10n.patterns import load_patterns
from yhdessa.l10n.tags import base_language

SOFT_HYPHEN = "\u00ad"
#: A word that is shorter is left whole, and so is a part of a word.
SHORTEST_WORD, SHORTEST_PART = 10, 3
LETTERS = re.compile(r"[^\W\d_]+")
#: What is no plain word: addresses, figures, and what an editor has broken already.
ADDRESS = re.compile(rf"[\d@_/\\{SOFT_HYPHEN}]|\w\.\w")


@lru_cache(maxsize=16384)
def soften(
    text: str, language: str, shortest_word: int = SHORTEST_WORD, shortest_part: int = SHORTEST_PART
) -> str:
    """`text` with a soft hyphen (U+00AD) wherever a long word of `language` may be broken.

    `language` is a BCP 47 tag. Left as they are: words of fewer than `shortest_word` letters, addresses,
    words with figures, names with a capital inside (`JavaScript`), words that an editor has broken already,
    and the text of a language whose words we cannot break. At least `shortest_part` letters stand on each
    side of a break.
    """
    if len(text) < shortest_word:
        return text

    def broken(letters: re.Match[str]) -> str:
        word = letters[0]
        return word if len(word) < shortest_word else _soften_word(word, language, shortest_part)

    chunks = text.split(" ")
    return " ".join(chunk if ADDRESS.search(chunk) else LETTERS.sub(broken, chunk) for chunk in chunks)


def harden(text: str) -> str:
    """`text` without soft hyphens: for what is searched, compared or copied."""
    return text.replace(SOFT_HYPHEN, "")


@lru_cache(maxsize=16384)
def _soften_word(word: str, language: str, shortest_part: int) -> str:
    if not word[1:].islower():
        return word
    places = [0, *break_places(word.lower(), base_language(language), shortest_part), len(word)]
    return SOFT_HYPHEN.join(word[start:end] for start, end in pairwise(places))


def break_places(word: str, language: str, shortest_part: int = SHORTEST_PART) -> list[int]:
    """The places before which `word` (lower case) may be broken, in order."""
    places = finnish_breaks(word) if language == "fi" else _pattern_breaks(word, language)
    return sorted(place for place in places if shortest_part <= place <= len(word) - shortest_part)


def _pattern_breaks(word: str, language: str) -> set[int]:
    """By pyphen's patterns; what is closer to a join of a compound than a syllable is left out."""
    certain, patterns = joins(word, language)[0], load_patterns(language)
    found = patterns.places(word) if patterns else []
    return certain | {
        place
        for place in _without_crumbs(found, word, language)
        if all(abs(place - join) >= SHORTEST_PART for join in certain)
    }


def _without_crumbs(places: list[int], word: str, language: str) -> set[int]:
    """Without the break before a single letter (`häls-o-station`), and in English after a short syllable
    that no consonant begins (`access-ib-il-ity`).
    """
    kept = set(places)
    for start, end in pairwise(places):
        if end - start == 1:
            kept.discard(start)
        elif language == "en" and end - start == 2 and start in kept and word[start] in "aeiou":
            kept.discard(end)
    return kept
