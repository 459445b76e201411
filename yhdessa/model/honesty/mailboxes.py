"""Mailboxes: a site shows addresses of roles, which outlive the people in them and are no personal data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yhdessa.model.honesty.clock import Clock
from yhdessa.model.honesty.mailbox_words import FIRST_NAMES, ROLES
from yhdessa.model.honesty.written import Text
from yhdessa.model.problem import Problem
from yhdessa.site_url import is_reserved

ADDRESS = re.compile(r"(?<![\w.%+-])([\w%+-]+(?:\.[\w%+-]+)*)@((?:[\w-]+\.)+[^\W\d_]{2,})")
#: A role may begin a longer word: `info` is in `infotiimi`, `lahjoi` in `lahjoituspalvelu`.
BEGINNINGS = tuple(role for role in ROLES if len(role) >= 4)
#: Two or three words with dots or underscores between them: `anna.virtanen`, `a.von_essen`, `anna.aho-laine`.
DIVIDED = re.compile(r"[^\W\d_]+(?:[._][^\W\d_]+(?:-[^\W\d_]+)?){1,2}")


def check_mailboxes(texts: Iterable[Text], clock: Clock) -> Iterator[Problem]:
    """Addresses that seem to be a person's own and, on a public site, those at which nobody is reached."""
    for text in texts:
        if "@" not in text.text:
            continue
        # A link to an address says it twice, mostly in the same line.
        found = {(text.line(match.start()), match[1], match[2]) for match in ADDRESS.finditer(text.text)}
        for line, local, domain in sorted(found):
            yield from _address(text, line, local, domain, clock)


def _address(text: Text, line: int, local: str, domain: str, clock: Clock) -> Iterator[Problem]:
    file, address = text.document.file, f"{local}@{domain}"
    if is_personal(local):
        message, remedy = f"`{address}` looks like a person's own", f"write a role's, as `info@{domain}`"
        yield Problem(file, line, text.field, message, remedy, "warning")
    if clock.public and is_reserved(domain.lower()):
        message, remedy = f"`{address}` reaches nobody", "write an address that somebody reads"
        yield Problem(file, line, text.field, message, remedy)


def is_personal(local: str) -> bool:
    """Whether the part of an address before @ names a person, as `anna.virtanen`, `a.virtanen` or `anna`."""
    plain = re.sub(r"\+.*|\d", "", local.lower())
    parts = [part for part in re.split(r"[._-]", plain) if part]
    if not parts or any(part in ROLES or part.startswith(BEGINNINGS) for part in parts):
        return False
    return parts[0] in FIRST_NAMES or (DIVIDED.fullmatch(plain) is not None and max(map(len, parts)) > 2)
