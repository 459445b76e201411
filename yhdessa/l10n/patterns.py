"""Patterns: hyphenation as TeX does it, by the dictionaries that pyphen brings.

pyphen reads every pattern of a dictionary before it breaks a word, 75 ms a language, which is much for a
function that shows one page. Here a pattern is read when a word has its letters.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

#: Lines of a dictionary that are no patterns.
SETTINGS = ("%", "#", "LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUND", "NOHYPHEN", "NEXTLEVEL")
DIGITS = str.maketrans("", "", "0123456789")
#: Dictionaries that we prefer to the one that pyphen takes for a language: English as the British break it.
PREFERRED = {"en": "en_GB"}


class Patterns:
    """The patterns of one dictionary (Liang, Word hy-phen-a-tion by com-put-er, 1983), by their letters."""

    def __init__(self, lines: list[str]) -> None:
        self.written = {line.translate(DIGITS): line for line in lines}
        self.longest = max(map(len, self.written), default=0)

    def places(self, word: str) -> list[int]:
        """The places before which `word` (lower case) may be broken: those whose highest value is odd."""
        text = f".{word}."
        values = [0] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, min(start + self.longest, len(text)) + 1):
                pattern = self.written.get(text[start:end])
                if pattern is not None:
                    for offset, value in _values(pattern):
                        values[start + offset] = max(values[start + offset], value)
        return [place - 1 for place in range(2, len(text) - 1) if values[place] % 2]


@cache
def load_patterns(language: str) -> Patterns | None:
    """The patterns for a language, or None where pyphen has none; it is imported here, when it is needed."""
    import pyphen

    name = PREFERRED.get(language) or pyphen.language_fallback(language)
    return Patterns(_lines(pyphen.LANGUAGES[name])) if name else None


def _lines(file: Path) -> list[str]:
    """The patterns of a dictionary, whose first line names its encoding.

    Those that change letters (`till-lägg` of tillägg, written after a slash) are left out: a soft hyphen
    cannot change any.
    """
    encoding = file.read_bytes().partition(b"\n")[0].decode("ascii").strip()
    lines = file.read_text("cp1251" if encoding == "microsoft-cp1251" else encoding).split("\n")[1:]
    return [
        line.strip() for line in lines if line.strip() and "/" not in line and not line.startswith(SETTINGS)
    ]


@cache
def _values(pattern: str) -> tuple[tuple[int, int], ...]:
    """The values in a pattern, each after how many letters it stands: `a1b2` has (1, 1) and (2, 2)."""
    found = []
    letters = 0
    for sign in pattern:
        if sign.isdigit():
            found.append((letters, int(sign)))
        else:
            letters += 1
    return tuple(found)
