"""Telling: what a sync does for staff when the totals are written."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from yhdessa.books.events import events_of
from yhdessa.books.letters import staff_letter
from yhdessa.books.names import Names, NoWords
from yhdessa.books.notices import tell
from yhdessa.ledger.book import Ledger
from yhdessa.mail.mailer import Mailer, MailUnavailable, create_mailer
from yhdessa.model import Content

#: Where mails go while there is no server for them.
OUTBOX = Path("var/outbox")
LATER = "Staff are told at the next sync."


def tell_staff(ledger: Ledger, content: Content, mailer: Mailer) -> int:
    """Mail staff what they have not heard of; how many things that were. Raises MailUnavailable.

    Nothing without notices.yml in the content. Raises NoWords as Names does.
    """
    language, now = content.languages[0], ledger.synced_at
    notices, words = content.notices, content.words[language].notices
    if notices is None or words is None or now is None:
        return 0
    names, large = Names(content, language), notices.large_gift
    events = events_of(ledger.gifts(), ledger.overdue(now), large.minor, large.currency)
    return tell(
        ledger.engine, events, lambda fresh: staff_letter(fresh, content, names, notices, words), mailer, now
    )


def tell_after_sync(ledger: Ledger, content: Content, project: Path, environment: Mapping[str, str]) -> None:
    """What `yhdessa sync` does when the totals are written: a line says what was told, or why nothing was."""
    try:
        mailer = create_mailer(environment.get("SMTP_URL"), project / OUTBOX)
    except ValueError as error:
        _say(f"SMTP_URL is no mail server: {error}. {LATER}")
        return
    try:
        told = tell_staff(ledger, content, mailer)
    except MailUnavailable:
        _say(f"The mail did not leave. {LATER}")
    except NoWords as error:
        _say(f"{error}. {LATER}")
    else:
        if told:
            print(f"Staff were told of {told} thing{'' if told == 1 else 's'} by mail.")


def _say(line: str) -> None:
    print(line, file=sys.stderr)
