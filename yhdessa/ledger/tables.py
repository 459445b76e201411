"""Tables: what the ledger keeps, and nothing of whoever gave. Sums are minor units, moments Unix time."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, MetaData, String, Table

#: Raised with every change of what stands below; a ledger of another shape is pulled anew.
SHAPE = "1"

metadata = MetaData()

#: What the ledger knows of itself: its shape, its mode, how far it has been pulled.
facts = Table("facts", metadata, Column("name", String, primary_key=True), Column("value", String))

#: Gifts that were paid. `charged` is with VAT, `gross` without.
gifts = Table(
    "gifts",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("goal", String),
    Column("team", String),
    Column("language", String),
    Column("currency", String, nullable=False),
    Column("gross", Integer, nullable=False),
    Column("charged", Integer, nullable=False),
    Column("paid", Integer, nullable=False),
    Index("gifts_by_paid", "paid", "id"),
)

#: Which payment belongs to which invoice; a gift made once is its payment.
links = Table(
    "links",
    metadata,
    Column("payment", String, primary_key=True),
    Column("gift", String, nullable=False),
    Index("links_by_gift", "gift"),
)

#: Refunds and disputes. `amount` is with VAT, gone `at` a moment and come `back` at another or never. `rank`
#: is how far one has come: it never goes back.
returns = Table(
    "returns",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("payment", String, nullable=False),
    Column("currency", String, nullable=False),
    Column("amount", Integer, nullable=False),
    Column("at", Integer, nullable=False),
    Column("back", Integer),
    Column("counts", Boolean, nullable=False),
    Column("open", Boolean, nullable=False),
    Column("rank", Integer, nullable=False),
    Index("returns_by_payment", "payment"),
)

#: Invoices of ours that wait to be paid, and those that did: `open` tells which. `amount` is with VAT, `due`
#: None where Stripe charges by itself.
bills = Table(
    "bills",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("goal", String),
    Column("currency", String, nullable=False),
    Column("amount", Integer, nullable=False),
    Column("due", Integer),
    Column("open", Boolean, nullable=False),
    Column("rank", Integer, nullable=False),
)

#: Where a pull stands in each list: the last object that was read, and whether the list is at its end.
places = Table(
    "places",
    metadata,
    Column("stream", String, primary_key=True),
    Column("after", String),
    Column("done", Boolean, nullable=False),
)

#: Objects that could not be counted, and why; each is asked for again by every sync.
puzzles = Table(
    "puzzles",
    metadata,
    Column("id", String, primary_key=True),
    Column("stream", String, nullable=False),
    Column("why", String, nullable=False),
)
