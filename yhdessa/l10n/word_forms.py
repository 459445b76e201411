"""What a search takes off a typed word, so that a form of it finds the other forms.

Pagefind's stemmers take endings off, but know no change within a word: `yksinäisyys` and `yksinäisyydestä`
stay two words to the Finnish one. A word cut before the change finds both, since the beginning of a word
finds the whole. Better a form too many than the right page missed.
"""

from __future__ import annotations

import re

from yhdessa.l10n.tags import base_language

#: For each language, patterns of whole words in lower case; the first that fits leaves its group 1. The page
#: of search hands them to JavaScript: nothing may stand here that the two read differently.
CUTS = {
    "fi": (
        # yksinäisyys : yksinäisyyden : yksinäisyyttä : mahdollisuuksia
        "^([a-zåäöšž-]{2,}(?:uu|yy))(?:s|[dt][a-zåäö]+|ks[a-zåäö]+)$",
        # lahjoitus : lahjoituksen : lahjoitusta
        "^([a-zåäöšž-]{4,}[uy])(?:s|ks[a-zåäö]+|st[aä][a-zåäö]*)$",
        # vapaaehtoinen : vapaaehtoisen : vapaaehtoisille
        "^([a-zåäöšž-]{3,}?i)(?:nen|s(?:e[a-zåäö]{1,4}|i(?:[aä]|in|n[aä]|[lstk][a-zåäö]{2,4})|ten|t[aä]))$",
    ),
}


def cuts(language: str) -> tuple[str, ...]:
    """The patterns of a language, a BCP 47 tag; none where its stemmer is enough."""
    return CUTS.get(base_language(language), ())


def shorten(word: str, language: str) -> str:
    """What is searched for when somebody writes `word`, before the stemmer has it: the script's own rule."""
    for pattern in cuts(language):
        if found := re.search(pattern, word.lower()):
            return found[1]
    return word
