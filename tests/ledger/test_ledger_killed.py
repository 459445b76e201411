"""The proof: many gifts, a sync killed again and again, money going back meanwhile; not a cent is lost."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.ledger.chaos import in_between, sync_and_kill, sync_to_the_end
from tests.ledger.conftest import HELSINKI, Bank
from tests.proof import sized
from yhdessa.totals import load_totals

GIFTS = sized(2_000, 100_000)
KILLS = sized(5, 20)
#: MB that a sync of all gifts may have beyond a sync of none.
FLAT = 60
MARKS = {
    "source": {"yhdessa": 9, "webshop": 1, "": 1},
    "kind": {"one-off": 1},
    "goal": {"no-loneliness": 2, "everyone-safe": 1, "": 1},
    "team": {"": 3, "blue": 1},
}
Key = tuple[str | None, str | None, str, str, str]


def recount(bank: Bank) -> dict[Key, tuple[int, int]]:
    """Sums and gifts by goal, team, kind, month and currency, from the sandbox's own objects."""
    back: dict[str, list[tuple[int, int]]] = {}
    for refund in bank.all("refund"):
        if refund["status"] == "succeeded":
            back.setdefault(refund["payment_intent"], []).append((refund["created"], refund["amount"]))
    for dispute in bank.all("dispute"):
        for moved in dispute["balance_transactions"]:
            back.setdefault(dispute["payment_intent"], []).append((moved["created"], -moved["amount"]))
    sums: dict[Key, tuple[int, int]] = {}
    for marks, currency, paid, amount, payment in paid_gifts(bank):
        own = (marks.get("goal"), marks.get("team"), marks["kind"])
        moves = back.get(payment, [])
        left = amount - sum(gone for _, gone in moves)
        for at, minor, gifts in [(paid, amount, int(left > 0)), *((at, -gone, 0) for at, gone in moves)]:
            key = (*own, datetime.fromtimestamp(at, HELSINKI).strftime("%Y-%m"), currency.upper())
            before = sums.get(key, (0, 0))
            sums[key] = (before[0] + minor, before[1] + gifts)
    return sums


def paid_gifts(bank: Bank) -> Iterator[tuple[dict[str, str], str, int, int, str]]:
    """Marks, currency, moment, sum and payment of each gift of ours that was paid."""
    for charge in bank.all("charge"):
        if charge["metadata"].get("source") == "yhdessa" and charge["status"] == "succeeded":
            told = (charge["currency"], charge["created"], charge["amount"], charge["payment_intent"])
            yield charge["metadata"], *told
    payments = {each["invoice"]: each["payment"]["payment_intent"] for each in bank.all("invoice_payment")}
    for invoice in bank.all("invoice"):
        parent = invoice["parent"] or {"subscription_details": {"metadata": {}}}
        marks = invoice["metadata"] or parent["subscription_details"]["metadata"]
        if marks.get("source") == "yhdessa" and invoice["status"] == "paid":
            paid = invoice["status_transitions"]["paid_at"]
            yield marks, invoice["currency"], paid, invoice["total"], payments[invoice["id"]]


def counted(folder: Path) -> dict[Key, tuple[int, int]]:
    totals = load_totals(folder / "var" / "totals.json")
    assert totals is not None
    assert totals.play
    return {
        (row.goal, row.team, row.kind, row.month, row.currency): (row.minor, row.gifts) for row in totals.rows
    }


def meddle(bank: Bank, chance: random.Random) -> None:
    """What happens in an account meanwhile: gifts, refunds, disputes, and the end of some."""
    bank.control("gifts", count=10, days=0, seed=chance.randrange(10**9), metadata=MARKS, refunded=0.3)
    whole = [each for each in bank.all("charge") if not each["amount_refunded"] and not each["disputed"]]
    for charge in chance.sample(whole, 3):
        bank.give_back(charge["payment_intent"], chance.randrange(1, charge["amount"] + 1))
    complained = chance.choice([each for each in whole if not each["amount_refunded"]])
    bank.control("disputes", charge=complained["id"])
    monthly = bank.checkout(monthly=True, minor=1500).invoice
    bank.give_back(bank.payment_of(monthly), chance.randrange(1, 1501))
    bill = bank.bill(18_518, {"source": "yhdessa", "kind": "payroll", "goal": "everyone-safe"})
    if chance.random() < 0.7:
        bank.api.invoices.pay(bill, params={"paid_out_of_band": True})
    waiting = [each["id"] for each in bank.all("dispute") if each["status"] == "needs_response"]
    if len(waiting) > 2:
        bank.control(f"disputes/{chance.choice(waiting)}", verdict=chance.choice(["won", "lost"]))


def test_totals_are_exact_to_the_cent_however_often_a_sync_is_killed(bank: Bank, tmp_path: Path) -> None:
    chance = random.Random(20261122)
    everything: dict[str, Any] = {"days": 700, "currencies": {"eur": 8, "sek": 2}, "amounts": [1, 999, 2550]}
    bank.control("gifts", count=GIFTS, metadata=MARKS, refunded=0.1, **everything)
    with in_between(bank.sandbox, chance) as (chaos, url):
        kills = 0
        # A few requests are asked at each start; between one and the next start nothing may be lost.
        span = max(GIFTS // 100 // KILLS * 2, 6)
        while kills < KILLS:
            kills += sync_and_kill(tmp_path, url, chaos, chance.randrange(1, span))
            meddle(bank, chance)
        most, seconds = sync_to_the_end(tmp_path, url)
        assert counted(tmp_path) == recount(bank)
        again, _ = sync_to_the_end(tmp_path, url)
        assert counted(tmp_path) == recount(bank)
    assert chaos.asked > GIFTS // 100
    print(f"{GIFTS} gifts, {kills} kills: {most} and {again} MB, the last part {seconds:.1f} s")


def test_memory_stays_flat_however_many_gifts_there_are(bank: Bank, tmp_path: Path) -> None:
    nothing, _ = sync_to_the_end(tmp_path / "empty", bank.url)
    bank.control("gifts", count=GIFTS, metadata=MARKS, refunded=0.1, days=700)
    most, seconds = sync_to_the_end(tmp_path / "full", bank.url)
    assert counted(tmp_path / "full") == recount(bank)
    print(f"{GIFTS} gifts: {nothing} MB for none, {most} MB for all, {seconds:.1f} s")
    assert most < nothing + FLAT
