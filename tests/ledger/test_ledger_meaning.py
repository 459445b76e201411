"""What each object of Stripe's is to the ledger: a table of cases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from yhdessa.ledger import tables
from yhdessa.ledger.meaning import Puzzling, rows_of, share
from yhdessa.payments.pulled_records import STREAMS

NOW = 5000
CASES = yaml.safe_load(Path(__file__).with_name("meaning.yml").read_text("utf-8"))
MARK = {"source": "yhdessa", "kind": "one-off", "goal": "no-loneliness", "language": "sv"}
SOUND: dict[str, dict[str, Any]] = {
    "charges": {
        "id": "ch_1",
        "object": "charge",
        "status": "succeeded",
        "captured": True,
        "created": 1000,
        "amount_captured": 2000,
        "currency": "eur",
        "livemode": False,
        "payment_intent": "pi_1",
        "metadata": MARK,
    },
    "invoices": {
        "id": "in_1",
        "object": "invoice",
        "status": "paid",
        "created": 1000,
        "currency": "eur",
        "livemode": False,
        "total": 10_000,
        "amount_due": 10_000,
        "amount_paid": 10_000,
        "total_excluding_tax": 10_000,
        "status_transitions": {"paid_at": 4000},
        "due_date": 3000,
        "metadata": {"source": "yhdessa", "kind": "payroll"},
    },
    "refunds": {
        "id": "re_1",
        "object": "refund",
        "status": "succeeded",
        "created": 2000,
        "currency": "eur",
        "amount": 500,
        "payment_intent": "pi_1",
    },
    "disputes": {
        "id": "du_1",
        "object": "dispute",
        "status": "needs_response",
        "created": 2000,
        "currency": "eur",
        "amount": 2000,
        "payment_intent": "pi_1",
        "livemode": False,
        "balance_transactions": [{"amount": -2000, "created": 900}],
    },
}


def record(name: str, changes: dict[str, Any]) -> Any:
    return msgspec.convert({**SOUND[name], **changes}, STREAMS[name].record)


@pytest.mark.parametrize(
    ("name", "case"),
    [
        pytest.param(name, case, id=f"{name} {told}")
        for name, cases in CASES.items()
        for told, case in cases.items()
    ],
)
def test_an_object_is_what_the_table_says(name: str, case: dict[str, Any]) -> None:
    found = record(name, case["object"])
    if "puzzle" in case:
        with pytest.raises(Puzzling, match=f"^{case['puzzle']}"):
            rows_of(found, NOW, livemode=False)
        return
    rows = {row.table: row.values for row in rows_of(found, NOW, livemode=False)}
    gift = rows.get(tables.gifts)
    assert (gift is not None) == ("gift" in case)
    if gift is not None:
        assert {key: gift[key] for key in case["gift"]} == case["gift"]
    if "bill" in case:
        bill = rows[tables.bills]
        assert {key: bill[key] for key in case["bill"]} == case["bill"]
    if "back" in case:
        assert rows[tables.returns]["counts"] is case["back"]


def test_a_dispute_that_was_won_went_and_came_back_on_its_days() -> None:
    [row] = rows_of(record("disputes", CASES["disputes"]["won"]["object"]), NOW, livemode=False)
    assert (row.values["at"], row.values["back"], row.values["open"]) == (900, 1900, False)


@pytest.mark.parametrize(
    ("amount", "part", "whole", "is_"),
    [(100, 1, 2, 50), (1, 1, 2, 1), (-1, 1, 2, -1), (3, 1, 3, 1), (4, 1, 3, 1), (5, 1, 3, 2), (0, 1, 3, 0)],
)
def test_a_share_is_rounded_half_away_from_nought(amount: int, part: int, whole: int, is_: int) -> None:
    assert share(amount, part, whole) == is_


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**12))
def test_a_whole_share_is_all_of_it(amount: int, whole: int) -> None:
    assert share(amount, whole, whole) == amount
