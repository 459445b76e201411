"""Telling: what a sync does for staff when the totals are written."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from yhdessa.books.events import events_of, partner_events, payers
from yhdessa.books.lapsed import Lapsed
from yhdessa.books.letters import staff_letter
from yhdessa.books.names import Names, NoWords
from yhdessa.books.notices import tell
from yhdessa.books.partners import bring_up_to_date
from yhdessa.ledger.book import Ledger
from yhdessa.mail.mailer import Mailer, MailUnavailable, create_mailer
from yhdessa.model import Content

#: Where mails go while there is no server for them.
OUTBOX = Path("var/outbox")
LATER = "Staff are told at the next sync."


def tell_staff(ledger: Ledger, content: Content, mailer: Mailer, lapsed: Sequence[Lapsed] = ()) -> int:
    """Mail staff what they have not heard of; how many things that were. Raises MailUnavailable.

    `lapsed` are partners' files to remove. Nothing without notices.yml in the content. Raises NoWords as
    Names does.
    """
    language, now = content.languages[0], ledger.synced_at
    notices, words = content.notices, content.words[language].notices
    if notices is None or words is None or now is None:
        return 0
    names, large = Names(content, language), notices.large_gift
    companies = ledger.companies()
    events = chain(
        events_of(
            *(ledger.gifts(), ledger.overdue(now), large.minor, large.currency),
            payers(companies, ledger.bills()),
        ),
        partner_events(companies, lapsed, now),
    )
    return tell(
        ledger.engine, events, lambda fresh: staff_letter(fresh, content, names, notices, words), mailer, now
    )


def tell_after_sync(ledger: Ledger, content: Content, project: Path, environment: Mapping[str, str]) -> bool:
    """What `yhdessa sync` does when the totals are written; whether all partners' files could be written.

    A line says which were written, what is proposed, what was told, or why not.
    """
    written, lapsed = bring_up_to_date(ledger, content, project)
    _tell(ledger, content, project, environment, lapsed)
    return written


def _tell(
    ledger: Ledger,
    content: Content,
    project: Path,
    environment: Mapping[str, str],
    lapsed: Sequence[Lapsed],
) -> None:
    try:
        mailer = create_mailer(environment.get("SMTP_URL"), project / OUTBOX)
    except ValueError as error:
        _say(f"SMTP_URL is no mail server: {error}. {LATER}")
        return
    try:
        told = tell_staff(ledger, content, mailer, lapsed)
    except MailUnavailable:
        _say(f"The mail did not leave. {LATER}")
    except NoWords as error:
        _say(f"{error}. {LATER}")
    else:
        if told:
            print(f"Staff were told of {told} thing{'' if told == 1 else 's'} by mail.")


def _say(line: str) -> None:
    print(line, file=sys.stderr)
