"""Pulling: Stripe's lists are read into the ledger, a page and a transaction at a time.

Stripe lists what was made since a moment, newest first. What changes later, a debit that a bank confirms, an
invoice paid after weeks, a dispute that is won, it tells in events, for thirty days. So a pull reads the
lists from a day before the last pull began, then the events since, and asks for each older object that they
name as it is now; an event's own picture of it may be stale or of another version. Where the last pull is too
long ago for events, everything is read again. Each page is kept together with the place it ended at: a pull
that is killed goes on there, and what is read twice is kept once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from sqlalchemy import Connection, delete, select

from yhdessa.ledger import tables
from yhdessa.ledger.book import Ledger, keep, know
from yhdessa.ledger.meaning import AHEAD, Puzzling, Row, rows_of
from yhdessa.payments.client import PaymentsUnavailable
from yhdessa.payments.pulled import Page, PlaceLost
from yhdessa.payments.pulled_records import STREAMS, Event, Record, Unreadable

DAY = 24 * 3600
#: How far a pull reads back behind the beginning of the last one: lists may lag, and clocks differ.
OVERLAP = DAY
#: Events are listed for thirty days; within these all that a pull needs is still told.
TOLD_FOR = 25 * DAY
#: The list that an object of an event stands in.
LISTS = {stream.object: stream.name for stream in STREAMS.values() if stream.record is not Event}


class Source(Protocol):
    """What is pulled from: `payments.pulled.StripeAccount`, or a stand-in of a test."""

    def page(self, name: str, since: int | None, after: str | None) -> Page:
        """A page of a list."""

    def find(self, name: str, object_id: str) -> Record | Unreadable | None:
        """One object as it is now."""


#: What Stripe's clock shows, in Unix time. It goes on during a pull that takes long.
Clock = Callable[[], int]
#: Told after each page: the list, how many objects of it have been read, how old the oldest is (Unix time).
Told = Callable[[str, int, int | None], None]


def pull(
    ledger: Ledger,
    source: Source,
    clock: Clock,
    livemode: bool,
    told: Told = lambda *_: None,
    full: bool = False,
) -> None:
    """Bring `ledger` up to now; an unfinished pull is ended first. `full` reads everything again.

    `livemode` is whether it is of real money. Raises what `source` and the database raise; what was read by
    then stays.
    """
    begun, resumed = _begin(ledger, clock(), full)
    one = _Pull(ledger, source, begun, clock, livemode, told)
    for name in STREAMS:
        one.read(name)
    one.solve()
    with ledger.writing() as connection:
        connection.execute(delete(tables.places))
        connection.execute(delete(tables.facts).where(tables.facts.c.name.in_(("begun", "since"))))
        keep(connection, [know("synced_at", begun)])
    if resumed:
        # What came since the other one was stopped is still to be read.
        pull(ledger, source, clock, livemode, told)


def _begin(ledger: Ledger, now: int, full: bool) -> tuple[int, bool]:
    """When the pull began that is to be done, and whether it was there: an unfinished one that events still
    cover, or a new one, `now`.
    """
    begun, last = ledger.fact("begun"), ledger.synced_at
    if begun is not None and not full and 0 <= now - int(begun) < TOLD_FOR:
        return int(begun), True
    everything = full or last is None or not 0 <= now - last < TOLD_FOR
    with ledger.writing() as connection:
        connection.execute(delete(tables.places))
        since = "" if everything or last is None else str(last - OVERLAP)
        keep(connection, [know("begun", now), know("since", since)])
    return now, False


class _Pull:
    """One pull, from `since` on: its lists one after another."""

    def __init__(
        self, ledger: Ledger, source: Source, begun: int, clock: Clock, livemode: bool, told: Told
    ) -> None:
        self._ledger, self._source, self._told = ledger, source, told
        self._clock, self._livemode = clock, livemode
        since = ledger.fact("since")
        self._since = int(since) if since else None
        self._begun = begun
        self._known = ""

    def read(self, name: str) -> None:
        """Read one list to its end, from where it was left."""
        after, done = self._place(name)
        # Where everything is read, events tell what changes meanwhile.
        since = self._begun - AHEAD if name == "events" and self._since is None else self._since
        count = 0
        while not done:
            try:
                page = self._source.page(name, since, after)
            except PlaceLost as error:
                if after is None:
                    raise PaymentsUnavailable from error
                after = None
                continue
            if page.next is not None and page.next == after:
                raise PaymentsUnavailable  # A list that goes round in circles has no end.
            after, done = page.next, page.next is None
            rows, puzzles, solved = self._understood(name, page.found)
            with self._ledger.writing() as connection:
                known = [know("known", self._known)] if self._known else []
                keep(connection, [*rows, *puzzles, *known, _stand(name, after, done)])
                _forget(connection, solved)
            count += len(page.found)
            self._told(name, count, page.oldest)

    def solve(self) -> None:
        """Ask again for what could not be counted."""
        with self._ledger.engine.connect() as connection:
            puzzles = connection.execute(select(tables.puzzles.c.id, tables.puzzles.c.stream)).all()
        for puzzle, name in puzzles:
            found = self._source.find(name, puzzle)
            rows, puzzles_left, _ = self._understood(name, [found] if found is not None else [])
            with self._ledger.writing() as connection:
                keep(connection, [*rows, *puzzles_left])
                _forget(connection, [] if puzzles_left else [puzzle])

    def _place(self, name: str) -> tuple[str | None, bool]:
        with self._ledger.engine.connect() as connection:
            asked = select(tables.places.c.after, tables.places.c.done).where(tables.places.c.stream == name)
            found = connection.execute(asked).first()
        return (None, False) if found is None else (found.after, found.done)

    def _understood(
        self, name: str, found: Iterable[Record | Unreadable]
    ) -> tuple[list[Row], list[Row], list[str]]:
        """Rows to keep, puzzles to keep, and the ids of what is no puzzle any more."""
        rows: list[Row] = []
        puzzles: dict[str, Row] = {}
        solved = []
        for stream, each in self._subjects(name, found):
            try:
                rows += self._rows(each)
                solved.append(each.id)
            except Puzzling as why:
                puzzles[each.id] = Row(tables.puzzles, {"id": each.id, "stream": stream, "why": str(why)})
        return rows, list(puzzles.values()), solved

    def _subjects(
        self, name: str, found: Iterable[Record | Unreadable]
    ) -> Iterator[tuple[str, Record | Unreadable]]:
        """Objects with their lists: in the place of an event the object that it tells of, as that is now.

        One that its own list has just told of is left out.
        """
        for each in found:
            if not isinstance(each, Event):
                yield name, each
                continue
            subject = each.data.object
            if subject.object not in LISTS:
                yield name, Unreadable(each.id, "tells of an object of a type that is not known")
            elif self._since is None or subject.created < self._since:
                stream = LISTS[subject.object]
                now_found = self._source.find(stream, subject.id)
                if now_found is not None:
                    yield stream, now_found

    def _rows(self, found: Record | Unreadable) -> list[Row]:
        if isinstance(found, Unreadable):
            raise Puzzling(found.why)
        rows = rows_of(found, self._clock(), self._livemode)
        if any(row.table is tables.gifts for row in rows):
            self._known = f"{LISTS[found.object]} {found.id}"
        return rows


def _stand(name: str, after: str | None, done: bool) -> Row:
    return Row(tables.places, {"stream": name, "after": after, "done": done})


def _forget(connection: Connection, ids: list[str]) -> None:
    if ids:
        connection.execute(delete(tables.puzzles).where(tables.puzzles.c.id.in_(ids)))
