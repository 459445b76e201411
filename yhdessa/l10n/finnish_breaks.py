"""Finnish: where a word may be broken at the end of a line, by its syllables.

Kielitoimiston ohjepankki: Tavutus; Kielikello 2/1996: Tavun rajat. What is used of their rules:

- a syllable begins with the last consonant before a vowel (`lah-joit-ta-ja`);
- a compound is broken where it is joined, whatever its syllables (`vuoden-aika`, never `vuode-naika`);
- between two vowels a line is broken at a join only, even where a syllable ends (`sosiaalinen`).

What rules cannot know: a join before a vowel that is not in the list of compounds (`yhdessa.l10n.compounds`),
and foreign clusters: before a stop with r or l (`infrarakenne`, `neutraali`) and around h in th, ph, ch
the word is not broken. Then there is a break less, not a wrong one. pyphen has no Finnish patterns.
"""

from __future__ import annotations

import re

from yhdessa.l10n.compounds import joins

VOWELS = "aeiouyäöå"
#: A consonant before a vowel, and what stands before it.
ONSET = re.compile(rf"(?<=[^\W\d_])[^\W\d_{VOWELS}](?=[{VOWELS}])")
FOREIGN = re.compile(r"[bcdfgkpt][rl]|[cpt]h|qu|ck")
#: Words in -us and -ys keep no s before a vowel when they are inflected: what follows is another word.
CLOSED = re.compile(r".{2,}[aeiouyäö][^aeiouyäö]*[uy]s")


def finnish_breaks(word: str) -> set[int]:
    """The places in `word` (lower case) before which it may be broken; close to a join only the join."""
    certain, possible = joins(word, "fi")
    syllables = {match.start() for match in ONSET.finditer(word)}
    return certain | {
        place
        for place in syllables
        if re.search(f"[{VOWELS}]", word[:place])
        and not FOREIGN.match(word, place - 1)
        and not {place - 1, place + 1} & possible
        and not CLOSED.fullmatch(word, 0, place + 1)
        and all(abs(place - join) > 2 for join in certain)
    }
