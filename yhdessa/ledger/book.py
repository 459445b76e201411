"""The ledger as a file that is opened, written to a page at a time, and asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any

from msgspec import structs
from sqlalchemy import Connection, Engine, Table, create_engine, delete, event, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from yhdessa.ledger import tables
from yhdessa.ledger.meaning import BILLED, Row, by_table, share
from yhdessa.ledger.records import Bill, Company, Gift, Return

#: Rows that are held at a time while all are read.
AT_A_TIME = 500
REMEDY = "Move it away: the next sync pulls everything from Stripe again."


class LedgerUnusable(Exception):
    """The ledger cannot be opened or written; the message says why and what helps."""


class Ledger:
    """One ledger. `engine` is for whoever keeps tables of their own in the same file."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def gifts(self, since: int | None = None, until: int | None = None) -> Iterator[Gift]:
        """The gifts that were paid from `since` on and before `until` (Unix time), the oldest first.

        However many they are, only a few are held at a time.
        """
        asked = _gifts_with_returns()
        if since is not None:
            asked = asked.where(tables.gifts.c.paid >= since)
        if until is not None:
            asked = asked.where(tables.gifts.c.paid < until)
        with self.engine.connect() as connection:
            found = connection.execution_options(yield_per=AT_A_TIME).execute(asked).mappings()
            for _, rows in groupby(found, key=lambda row: row["id"]):
                yield _gift(list(rows))

    def bills(self) -> Iterator[Bill]:
        """The invoices of companies, whatever became of them, the oldest first."""
        bills = tables.bills.c
        asked = (
            select(*(bills[name] for name in Bill.__struct_fields__))
            .where(bills.kind.in_(BILLED))
            .order_by(bills.made, bills.id)
        )
        with self.engine.connect() as connection:
            for row in connection.execute(asked):
                yield Bill(*row)

    def overdue(self, now: int) -> list[Bill]:
        """Those of them that were to be paid before `now` (Unix time) and were not, the oldest debt first."""
        late = (bill for bill in self.bills() if bill.status == "open" and bill.is_late(now))
        return sorted(late, key=lambda bill: (bill.due or 0, bill.id))

    def companies(self) -> list[Company]:
        """Partners and employers as they were found last, in the order in which they came.

        The fact `companies` tells whether they were ever looked for.
        """
        known = tables.companies.c
        asked = select(*(known[name] for name in Company.__struct_fields__)).order_by(known.at, known.id)
        with self.engine.connect() as connection:
            return [Company(*row) for row in connection.execute(asked)]

    def keep_companies(self, found: Iterable[Company]) -> None:
        """These are all that there are: those that stood here before are forgotten."""
        rows = [Row(tables.companies, structs.asdict(each)) for each in found]
        with self.writing() as connection:
            connection.execute(delete(tables.companies))
            keep(connection, [*rows, know("companies", len(rows))])

    @property
    def synced_at(self) -> int | None:
        """The moment (Unix time) up to which all was pulled; None before the first whole sync."""
        known = self.fact("synced_at")
        return None if known is None else int(known)

    def fact(self, name: str) -> str | None:
        """What the ledger knows of itself under `name`."""
        with self.engine.connect() as connection:
            asked = select(tables.facts.c.value).where(tables.facts.c.name == name)
            return connection.execute(asked).scalar()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all that is written in the block is kept, or nothing of it."""
        with self.engine.begin() as connection:
            yield connection

    def forget_all(self) -> None:
        """Begin anew, as an empty ledger."""
        with self.writing() as connection:
            for table in tables.metadata.sorted_tables:
                connection.execute(delete(table))
            keep(connection, [_shape()])

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()


def open_ledger(url: str, create: bool = True) -> Ledger:
    """The ledger at `url` (`sqlite:///...`), made if it is not there and `create` says so.

    Raises LedgerUnusable, and SQLAlchemy's own errors for a file that cannot be read or written.
    """
    try:
        file = make_url(url)
    except ArgumentError as error:
        raise LedgerUnusable("LEDGER_URL is no address: it looks like sqlite:///var/ledger.sqlite") from error
    if file.get_backend_name() != "sqlite":
        raise LedgerUnusable("LEDGER_URL is of another database; the ledger is kept in SQLite: sqlite:///...")
    if not create and not _is_there(file.database):
        raise LedgerUnusable("There is no ledger yet: `yhdessa sync` makes it.")
    if create and file.database and not file.database.startswith("file:"):
        Path(file.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url)
    event.listen(engine, "connect", _set_up)
    ledger = Ledger(engine)
    try:
        _prepare(ledger)
    except BaseException:
        ledger.close()
        raise
    return ledger


def keep(connection: Connection, rows: Iterable[Row]) -> None:
    """Write `rows`, each in the place of the one with its id; what has come further is never put back."""
    for table, values in by_table(rows).items():
        connection.execute(_upsert(table), values)


def know(name: str, value: int | str) -> Row:
    """A fact that the ledger is to know of itself."""
    return Row(tables.facts, {"name": name, "value": str(value)})


def _upsert(table: Table) -> Any:
    given = insert(table)
    key = list(table.primary_key.columns)
    changed = {column.name: given.excluded[column.name] for column in table.columns if column not in set(key)}
    newer = given.excluded["rank"] >= table.c.rank if "rank" in table.c else None
    return given.on_conflict_do_update(index_elements=key, set_=changed, where=newer)


def _gifts_with_returns() -> Any:
    gifts, links, returns = tables.gifts, tables.links, tables.returns
    payment = func.coalesce(links.c.payment, gifts.c.id)
    return (
        select(
            gifts,
            returns.c.id.label("return_id"),
            returns.c.kind.label("return_kind"),
            returns.c.currency.label("return_currency"),
            *(returns.c[name] for name in ("amount", "at", "back", "counts", "open")),
        )
        .select_from(gifts)
        .outerjoin(links, links.c.gift == gifts.c.id)
        .outerjoin(returns, returns.c.payment == payment)
        .order_by(gifts.c.paid, gifts.c.id)
    )


def _gift(rows: list[Any]) -> Gift:
    gift, moved = rows[0], []
    for row in (row for row in rows if row["counts"]):
        # A dispute in another currency than its gift's takes the whole of it.
        amount = row["amount"] if row["return_currency"] == gift["currency"] else gift["charged"]
        moved.append((row["at"], row["return_id"], amount, row["return_kind"]))
        if row["back"] is not None:
            moved.append((row["back"], row["return_id"], -amount, row["return_kind"]))
    returns = _untaxed(sorted(moved), gift["gross"], gift["charged"])
    names = ("id", "kind", "goal", "team", "language", "currency", "gross", "paid")
    return Gift(
        **{name: gift[name] for name in names},
        returned=sum(each.minor for each in returns),
        disputed=any(row["open"] for row in rows),
        returns=returns,
    )


def _untaxed(moved: list[tuple[int, str, int, str]], gross: int, charged: int) -> tuple[Return, ...]:
    """What went back, without VAT: parts of a gift add up to the rounding of the whole."""
    returns, before, total = [], 0, 0
    for at, _, amount, kind in moved:
        total += amount
        after = share(total, gross, charged)
        returns.append(Return(after - before, at, kind))
        before = after
    return tuple(returns)


def _set_up(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    for pragma in ("busy_timeout=10000", "journal_mode=WAL", "synchronous=NORMAL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _prepare(ledger: Ledger) -> None:
    with ledger.engine.connect() as connection:
        sound = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if sound != "ok":
        raise LedgerUnusable(f"The ledger is damaged. {REMEDY}")
    tables.metadata.create_all(ledger.engine)
    shape = ledger.fact("shape")
    if shape is None:
        with ledger.writing() as connection:
            keep(connection, [_shape()])
    elif shape != tables.SHAPE:
        raise LedgerUnusable(
            f"The ledger is of shape {shape}, and this version keeps {tables.SHAPE}. {REMEDY}"
        )


def _shape() -> Row:
    return know("shape", tables.SHAPE)


def _is_there(database: str | None) -> bool:
    return bool(database) and (str(database).startswith("file:") or Path(str(database)).is_file())
