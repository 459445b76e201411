"""Notices: staff hear of each event once, by mail; the ledger's file remembers what was told.

An event is marked right after the mail has left: killed in between, the same mail goes out once more (at
least once, in practice once). While mail is down, events wait for the next sync. What is older than the
ledger itself is told to nobody: a first sync of an old account brings its gifts, not its news.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from sqlalchemy import Column, Engine, Integer, MetaData, String, Table, UniqueConstraint, select
from sqlalchemy.dialects.sqlite import insert

from yhdessa.books.events import Event
from yhdessa.mail.letter import Letter
from yhdessa.mail.mailer import Mailer

#: A table of our own beside the ledger's: a ledger that is pulled anew keeps what was told.
metadata = MetaData()
#: `made_at` is when the event was first seen, `sent_at` when it was told, both Unix time; `sent_at` is None
#: while it waits. What was there when the ledger began is marked without having been told.
notices = Table(
    "notices",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("subject_id", String, nullable=False),
    Column("made_at", Integer, nullable=False),
    Column("sent_at", Integer),
    UniqueConstraint("kind", "subject_id"),
)
#: The row that says since when events are told.
BEGAN = "began"
#: Rows that one statement writes: SQLite takes no more than some thousand values.
BATCH = 1000

Key = tuple[str, str]


def tell(
    engine: Engine,
    events: Iterable[Event],
    write: Callable[[Sequence[Event]], Letter],
    mailer: Mailer,
    now: int,
) -> int:
    """Tell staff of those `events` that nobody was told of, in the letter that `write` makes; how many.

    `now` is Unix time. The first time, all events count as told. Raises MailUnavailable: they wait.
    """
    metadata.create_all(engine)
    known = _marked(engine)
    named = {(event.kind, event.subject): event for event in events}
    fresh = {key: event for key, event in named.items() if key not in known}
    keys = list(fresh)
    if (BEGAN, BEGAN) not in known:
        _mark(engine, [*keys, (BEGAN, BEGAN)], now, sent=True)
        return 0
    _mark(engine, keys, now, sent=False)
    if not fresh:
        return 0
    mailer.send(write(list(fresh.values())))
    _mark(engine, keys, now, sent=True)
    return len(fresh)


def _marked(engine: Engine) -> Collection[Key]:
    """What has been told, or was there before there was anybody to tell."""
    with engine.connect() as connection:
        rows = connection.execute(
            select(notices.c.kind, notices.c.subject_id).where(notices.c.sent_at.is_not(None))
        )
        return {(kind, subject) for kind, subject in rows}


def _mark(engine: Engine, keys: Sequence[Key], now: int, *, sent: bool) -> None:
    """Keep that these were seen, and told if `sent`: all of them or none."""
    with engine.begin() as connection:
        for start in range(0, len(keys), BATCH):
            rows = [
                {"kind": kind, "subject_id": subject, "made_at": now, "sent_at": now if sent else None}
                for kind, subject in keys[start : start + BATCH]
            ]
            fresh = insert(notices)
            known = ["kind", "subject_id"]
            if sent:
                connection.execute(fresh.on_conflict_do_update(known, set_={"sent_at": now}), rows)
            else:
                connection.execute(fresh.on_conflict_do_nothing(known), rows)
