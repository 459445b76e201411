"""What the ledger tells of what it keeps."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from tests.ledger.test_ledger_meaning import SOUND, record
from yhdessa.ledger.book import Ledger, LedgerUnusable, keep, open_ledger
from yhdessa.ledger.meaning import rows_of
from yhdessa.ledger.records import Company, Return

NOW = 1_000_000
Open = Callable[[], Ledger]


def write(ledger: Ledger, *records: tuple[str, dict[str, Any]]) -> None:
    with ledger.writing() as connection:
        for name, changes in records:
            keep(connection, rows_of(record(name, changes), NOW, livemode=False))


def test_gifts_come_oldest_first_from_a_moment_on_and_before_another(open_book: Open) -> None:
    ledger = open_book()
    write(
        ledger,
        *(("charges", {"payment_intent": f"pi_{at}", "created": at}) for at in (30, 10, 20, 40)),
    )
    assert [gift.paid for gift in ledger.gifts()] == [10, 20, 30, 40]
    assert [gift.paid for gift in ledger.gifts(20, 40)] == [20, 30]
    assert [gift.paid for gift in ledger.gifts(since=40)] == [40]
    assert list(ledger.gifts(until=10)) == []


def test_a_ledger_can_be_read_while_it_is_written(open_book: Open) -> None:
    ledger = open_book()
    write(ledger, ("charges", {}))
    reading = ledger.gifts()
    assert next(reading).id == "pi_1"
    write(ledger, ("charges", {"payment_intent": "pi_2"}))
    reading.close()
    assert len(list(ledger.gifts())) == 2


def test_what_goes_back_is_told_with_its_day_and_its_kind(open_book: Open) -> None:
    ledger = open_book()
    write(ledger, ("charges", {}), ("refunds", {"created": 2500}), ("disputes", {"amount": 1500}))
    [gift] = ledger.gifts()
    assert gift.returns == (Return(1500, 900, "dispute"), Return(500, 2500, "refund"))
    assert (gift.returned, gift.net, gift.disputed) == (2000, 0, True)


def test_a_dispute_in_another_currency_than_its_gift_takes_the_whole_of_it(open_book: Open) -> None:
    ledger = open_book()
    write(ledger, ("charges", {}), ("disputes", {"amount": 21_345, "currency": "sek"}))
    [gift] = ledger.gifts()
    assert (gift.currency, gift.returned) == ("EUR", 2000)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.lists(st.integers(1, 1000), min_size=1, max_size=8))
def test_a_taxed_invoice_that_goes_back_in_parts_goes_back_to_the_cent(
    untaxed: int, tax: int, parts: list[int]
) -> None:
    ledger = open_ledger("sqlite://")
    total = untaxed + tax
    taxed = {"total": total, "amount_due": total, "amount_paid": total, "total_excluding_tax": untaxed}
    cuts = sorted({min(part * total // 1000, total) for part in parts} | {0, total})
    refunds = [
        ("refunds", {"id": f"re_{at}", "amount": end - begin, "created": 2000 + at, "payment_intent": "in_1"})
        for at, (begin, end) in enumerate(pairwise(cuts))
    ]
    # A payment that has the invoice's own id is linked to it without a payment of Stripe's in between.
    write(ledger, ("invoices", taxed), *refunds)
    [gift] = ledger.gifts()
    assert (gift.gross, gift.returned) == (untaxed, untaxed)
    assert all(each.minor >= 0 for each in gift.returns)
    ledger.close()


def test_an_empty_ledger_tells_of_nothing(open_book: Open) -> None:
    ledger = open_book()
    assert list(ledger.gifts()) == []
    assert list(ledger.overdue(NOW)) == []
    assert ledger.synced_at is None


def test_only_invoices_of_companies_that_are_open_and_late_are_overdue(open_book: Open) -> None:
    ledger = open_book()
    unpaid = {"amount_paid": 0, "status": "open"}
    monthly = {"source": "yhdessa", "kind": "monthly"}
    write(
        ledger,
        ("invoices", {"id": "in_late", **unpaid, "due_date": 3000}),
        ("invoices", {"id": "in_later", **unpaid, "due_date": 3001}),
        ("invoices", {"id": "in_monthly", **unpaid, "metadata": monthly}),
        ("invoices", {"id": "in_charged", **unpaid, "due_date": None}),
        ("invoices", {"id": "in_lost", **unpaid, "status": "uncollectible"}),
        ("invoices", {"id": "in_paid"}),
    )
    assert [each.id for each in ledger.overdue(3001)] == ["in_late"]


def test_an_invoice_that_may_still_be_paid_in_time_is_not_late(open_book: Open) -> None:
    ledger = open_book()
    unpaid = {"amount_paid": 0, "status": "open", "due_date": 3000}
    write(ledger, ("invoices", {"id": "in_open", **unpaid}), ("invoices", {"id": "in_paid"}))
    write(ledger, ("invoices", {"id": "in_lost", **unpaid, "status": "uncollectible"}))
    found = {bill.id: bill for bill in ledger.bills()}
    assert [found[name].is_late(3000) for name in ("in_open", "in_paid", "in_lost")] == [False, False, True]
    assert found["in_open"].is_late(3001)


def test_companies_are_those_that_were_found_last(open_book: Open) -> None:
    ledger = open_book()
    assert (ledger.fact("companies"), ledger.companies()) == (None, [])
    first = Company(
        "cus_1", "partner", "A Oy", "1", "main", None, "fi", "https://example.org", "paid", "sub_1", 5, False
    )
    second = structs.replace(first, id="cus_2", goal="no-loneliness", at=4)
    ledger.keep_companies([first, second])
    assert ledger.companies() == [second, first]
    ledger.keep_companies([structs.replace(first, state="cancelled")])
    assert [(each.id, each.state) for each in ledger.companies()] == [("cus_1", "cancelled")]
    ledger.keep_companies([])
    assert (ledger.fact("companies"), ledger.companies()) == ("0", [])


def test_a_ledger_that_is_only_read_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(LedgerUnusable, match="There is no ledger yet"):
        open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite", create=False)
    assert list(tmp_path.iterdir()) == []


def test_nothing_of_a_giver_has_a_place_in_a_record() -> None:
    """Whatever else Stripe sends of a charge is dropped while it is read."""
    told = {**SOUND["charges"], "billing_details": {"name": "Aino Antaja", "email": "aino@example.org"}}
    assert "Aino" not in repr(record("charges", told))
