"""Cases: the endings that Finnish numerals and units take after a colon: `68 %:lla`, `12:n`, `100:aan`.

The ending is that of the last part of the word that inflects, with both letters of a long vowel
(Kielitoimiston ohjepankki: Luvut ja numerot: peruslukujen taivuttaminen; Prosenttimerkki; Lyhenteet).
"""

from __future__ import annotations

from dataclasses import dataclass

BACK = {
    "gen": "n",
    "ine": "ssa",
    "ela": "sta",
    "ade": "lla",
    "abl": "lta",
    "all": "lle",
    "ess": "na",
    "tra": "ksi",
}
FRONT = {case: ending.replace("a", "ä") for case, ending in BACK.items()}

#: The names of the cases, as editors write them after a figure: `{isolated-75:ade}`.
CASES = ("nom", "gen", "part", "ine", "ela", "ill", "ade", "abl", "all", "ess", "tra")


@dataclass(frozen=True)
class Word:
    """How a word inflects: the endings of its vowel harmony, and the two that depend on its stem."""

    harmony: dict[str, str]
    partitive: str
    illative: str

    def ending(self, case: str) -> str:
        """The ending in `case`, without the colon. Raises ValueError for a case we do not know."""
        if case not in CASES:
            raise ValueError(f"no Finnish case `{case}`: there are {', '.join(CASES)}")
        return {"nom": "", "part": self.partitive, "ill": self.illative, **self.harmony}[case]


DIGITS = (
    Word(BACK, "aa", "aan"),  # nolla
    Word(FRONT, "tä", "een"),  # yksi
    Word(BACK, "ta", "een"),  # kaksi
    Word(BACK, "a", "een"),  # kolme
    Word(FRONT, "ää", "ään"),  # neljä
    Word(FRONT, "tä", "een"),  # viisi
    Word(BACK, "ta", "een"),  # kuusi
    Word(FRONT, "ää", "ään"),  # seitsemän
    Word(BACK, "aa", "aan"),  # kahdeksan
    Word(FRONT, "ää", "ään"),  # yhdeksän
)
TEN = Word(FRONT, "tä", "een")  # kymmenen
#: The word that a round number ends in: it is the first whose limit does not divide the number.
ROUND = (
    (10**2, TEN),
    (10**3, Word(BACK, "aa", "aan")),  # sata
    (10**6, Word(BACK, "ta", "een")),  # tuhat
    (10**9, Word(BACK, "aa", "aan")),  # miljoona
)
MILLIARD = Word(BACK, "a", "iin")  # miljardi

KRONA = Word(BACK, "a", "uun")
#: Units by their sign as we write it. The full stop of `%-yks.` goes when an ending comes (Lyhenteet).
UNITS = {
    "%": Word(BACK, "a", "iin"),  # prosentti
    "‰": Word(BACK, "a", "een"),  # promille
    "%-yks": Word(FRONT, "ä", "öön"),  # prosenttiyksikkö
    "€": Word(BACK, "a", "oon"),
    "£": Word(BACK, "aa", "aan"),  # punta
    "kr": KRONA,
    "NOK": KRONA,
    "DKK": KRONA,
    "USD": Word(BACK, "a", "iin"),  # dollari
    "CHF": Word(BACK, "a", "iin"),  # frangi
    "JPY": Word(FRONT, "ä", "iin"),  # jeni
}


def unit_ending(unit: str, case: str) -> str:
    """The ending after a unit, with its colon; nothing in the nominative.

    `%` in `ade` is `:lla`. In the partitive only when the numeral is one too: `lähestyy 9 %:a`, but
    `nousi 9 %`. Raises ValueError for an unknown case.
    """
    ending = UNITS[unit].ending(case)
    return f":{ending}" if ending else ""


def numeral_ending(whole: int, decimals: str, case: str) -> str:
    """The ending after a number in digits, with its colon: 100 in `ill` is `:aan`.

    Decimals are read as a number of their own: `39,5:een`, pilkku viiteen. Raises ValueError for an unknown
    case.
    """
    ending = _last_word(int(decimals) if decimals else abs(whole)).ending(case)
    return f":{ending}" if ending else ""


def _last_word(number: int) -> Word:
    """The last part of the numeral that inflects: in 11-19 the digit, as `-toista` never does."""
    if number % 10 or number == 0:
        return DIGITS[number % 10]
    return next((word for limit, word in ROUND if number % limit), MILLIARD)
