"""Made-up prose in the words of the site's own texts: a chain of which word follows which.

The sentences mean little, but they are as long as real ones, and each page's differ from every other's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from random import Random

SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
#: A sentence that every Markdown dialect and typographer leaves as it is, so that it can be found again.
PLAIN = re.compile(r"[\w ,.:;!?’-]+[.!?]")
LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")
#: So that texts come out as long as asked for on average, and not half a sentence longer.
HALF_A_SENTENCE = 35
FEWEST_WORDS, MOST_WORDS = 5, 18


class Vocabulary:
    """The words of one language, as `texts` use them; `texts` may be Markdown."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.first: list[str] = []
        self.following: dict[str, list[str]] = {}
        for sentence in _sentences(texts):
            words = sentence.split()
            self.first.append(words[0])
            for word, after in pairwise(words):
                self.following.setdefault(word, []).append(after)

    def sentence(self, random: Random) -> str:
        """A sentence of words that stand beside each other in the texts."""
        while True:
            words = list(self._walk(random))
            if len(words) >= FEWEST_WORDS:
                return " ".join(words).rstrip(",:;.!?") + "."

    def text(self, random: Random, length: int) -> str:
        """Sentences of about `length` characters, one at least."""
        text = self.sentence(random)
        while len(text) < length - HALF_A_SENTENCE:
            text += f" {self.sentence(random)}"
        return text

    def title(self, random: Random) -> str:
        """A few words without a full stop, for a heading."""
        words = self.sentence(random).rstrip(".").split()[: random.randint(2, 5)]
        return " ".join(words).rstrip(",:;").capitalize()

    def _walk(self, random: Random) -> Iterator[str]:
        word = random.choice(self.first)
        for _ in range(MOST_WORDS):
            yield word
            if word.endswith((".", "!", "?")) or word not in self.following:
                return
            word = random.choice(self.following[word])


def _sentences(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for paragraph in LINK.sub(r"\1", text).split("\n\n"):
            for sentence in SENTENCE_END.split(" ".join(paragraph.split())):
                if PLAIN.fullmatch(sentence) and " " in sentence:
                    yield sentence
