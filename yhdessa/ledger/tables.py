"""Tables: what the ledger keeps, and of no person anything. Sums are minor units, moments Unix time."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, MetaData, String, Table

#: Raised with every change of what stands below; a ledger of another shape is pulled anew.
SHAPE = "2"

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

#: Invoices of ours that wait to be paid, and those that did: `status` is Stripe's. `amount` is what is left
#: to pay, `untaxed` the same without VAT; `due` is None where Stripe charges by itself. `company` is its
#: Customer's id, None for a person's invoice; `month` is as 2026-11, the one whose gifts a workplace remits.
bills = Table(
    "bills",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("goal", String),
    Column("company", String),
    Column("month", String),
    Column("currency", String, nullable=False),
    Column("amount", Integer, nullable=False),
    Column("untaxed", Integer, nullable=False),
    Column("due", Integer),
    Column("made", Integer, nullable=False),
    Column("status", String, nullable=False),
    Column("rank", Integer, nullable=False),
)

#: Partners and employers as the last sync found them: what is or may be public of them, no contact.
companies = Table(
    "companies",
    metadata,
    Column("id", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("name", String, nullable=False),
    Column("business_id", String, nullable=False),
    Column("tier", String, nullable=False),
    Column("goal", String),
    Column("language", String, nullable=False),
    Column("website", String, nullable=False),
    Column("state", String, nullable=False),
    Column("subscription", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("live", Boolean, nullable=False),
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
