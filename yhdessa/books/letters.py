"""Letters: what staff read of events, a line each, in the site's first language. They name no giver."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from yhdessa.books.events import KINDS, Event
from yhdessa.books.names import Names
from yhdessa.l10n.plural import plural
from yhdessa.mail.letter import Letter, Sender
from yhdessa.model.content import Content
from yhdessa.model.notices import Notices, NoticesWords
from yhdessa.model.problem import printable

#: So many events stand in a letter; the rest is counted. After a long pause there may be thousands.
LINES = 50


def staff_letter(
    events: Sequence[Event], content: Content, names: Names, notices: Notices, words: NoticesWords
) -> Letter:
    """One letter about all `events`, of which there is at least one; the most pressing come first."""
    pressing = sorted(events, key=lambda event: (KINDS.index(event.kind), -event.at, event.subject))
    lines = [f"- {_line(event, content, names, words)}" for event in pressing[:LINES]]
    if len(events) > LINES:
        lines.append(plural(words.more, len(events) - LINES, names.language))
    text = "\n\n".join([words.intro, "\n".join(lines), words.outro])
    organisation = content.words[names.language].organisation.name
    sender = Sender(organisation, content.organisation.general_email)
    return Letter(sender, notices.to, names.tag, plural(words.subject, len(events), names.language), text)


def _line(event: Event, content: Content, names: Names, words: NoticesWords) -> str:
    day = datetime.datetime.fromtimestamp(event.at, content.organisation.zone()).date()
    told: str = getattr(words, event.kind)
    return told.format(
        amount=names.money(event.minor, event.currency) if event.currency else "",
        goal=names.goal(event.goal),
        date=names.day(day),
        id=event.id,
        company=printable(event.company),
        tier=names.tier(event.tier),
        file=event.file,
    )
