"""Letters: what the catalogue says of one, with what it is sent for set in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from yhdessa.catalogue import LanguageCatalogue
from yhdessa.mail.letter import Letter, Sender

PLACE = re.compile(r"\{([a-z_]+)\}")


def write_letter(spoken: LanguageCatalogue, letter_id: str, to: str, parts: Mapping[str, str]) -> Letter:
    """The letter `letter_id` to the address `to`, signed by the organisation. Raises KeyError for an unknown
    letter, and for a place that `parts` do not fill.
    """
    words, sender = spoken.letters[letter_id], spoken.sender
    text = f"{set_in(words.text, parts)}\n\n{sender.name}"
    subject = set_in(words.subject, parts)
    return Letter(Sender(sender.name, sender.address), to, spoken.words.language, subject, text)


def set_in(text: str, parts: Mapping[str, str]) -> str:
    """`text` with its places filled; braces in what is set in stay as they are."""
    return PLACE.sub(lambda match: parts[match[1]], text)
