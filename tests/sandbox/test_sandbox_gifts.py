"""Many gifts at once: the same for the same seed, whole, and quickly made."""

import time
from collections import Counter
from typing import Any

import pytest
import requests
import stripe

from tests.proof import sized
from yhdessa.sandbox import Sandbox, contract

ORDER = {
    "count": 500,
    "seed": 7,
    "days": 90,
    "currencies": {"eur": 9, "sek": 1},
    "amounts": [1000, 2500],
    "metadata": {"goal": {"roof": 3, "": 1}, "kind": {"once": 1}},
    "refunded": 0.1,
}


def make(sandbox: Sandbox, **changes: Any) -> Any:
    answer = requests.post(
        f"{sandbox.settings.public_url}/_control/gifts", json={**ORDER, **changes}, timeout=300
    )
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_gifts_add_up_to_what_was_answered(
    client: stripe.StripeClient, sandbox: Sandbox, clock: Any
) -> None:
    told = make(sandbox)["totals"]
    charges = list(client.v1.charges.list(params={"limit": 100}).auto_paging_iter())
    assert len(charges) == told["eur"]["gifts"] + told["sek"]["gifts"] == 500
    for currency, sums in told.items():
        mine = [each for each in charges if each.currency == currency]
        assert sum(each.amount for each in mine) == sums["amount"]
        assert sum(each.amount_refunded for each in mine) == sums["refunded"]
    assert min(each.created for each in charges) > clock() - 91 * 24 * 3600
    goals = Counter(each.metadata.to_dict().get("goal") for each in charges)
    assert set(goals) == {"roof", None}
    assert 0.65 < goals["roof"] / 500 < 0.85
    refunds = list(client.v1.refunds.list(params={"limit": 100}).auto_paging_iter())
    assert sum(each.amount for each in refunds) == sum(each.amount_refunded for each in charges)


def test_lists_are_newest_first_and_every_object_leads_to_the_others(
    client: stripe.StripeClient, sandbox: Sandbox
) -> None:
    make(sandbox, count=150)
    sessions = list(client.v1.checkout.sessions.list(params={"limit": 100}).auto_paging_iter())
    created = [each.created for each in sessions]
    assert created == sorted(created, reverse=True)
    whole = client.v1.checkout.sessions.retrieve(
        sessions[3].id, params={"expand": ["payment_intent.latest_charge.balance_transaction"]}
    )
    charge = whole.payment_intent.latest_charge
    assert charge.amount == whole.amount_total
    assert charge.balance_transaction.net == charge.amount - charge.balance_transaction.fee


def test_every_object_is_what_stripe_describes(sandbox: Sandbox) -> None:
    make(sandbox)
    for kind in ("checkout.session", "payment_intent", "charge", "balance_transaction", "refund", "event"):
        found = list(sandbox.account.store.newest_first(kind))
        assert found
        for each in found:
            contract.check_object(each)


def test_the_same_seed_makes_the_same_gifts_and_another_one_others(sandbox: Sandbox) -> None:
    def made(seed: int) -> list[tuple[str, int]]:
        sandbox.reset()
        make(sandbox, seed=seed, count=50)
        return [(each["id"], each["amount"]) for each in sandbox.account.store.newest_first("charge")]

    assert made(1) == made(1)
    assert made(1) != made(2)


def test_events_are_there_for_the_last_thirty_days_and_none_is_delivered(
    hooked: Sandbox, hooked_client: stripe.StripeClient
) -> None:
    make(hooked)
    completed = list(
        hooked_client.v1.events.list(
            params={"type": "checkout.session.completed", "limit": 100}
        ).auto_paging_iter()
    )
    assert 120 < len(completed) < 220
    assert hooked.wait_until_idle()
    assert hooked.deliveries == []


def test_gifts_are_made_quickly(sandbox: Sandbox) -> None:
    """5 000 a second on an idle processor; the bound leaves room for a shared one."""
    count = sized(5000, 100_000)
    begun = time.process_time()
    make(sandbox, count=count)
    assert count / (time.process_time() - begun) > 2500


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"count": 0}, "count must be between 1 and 1000000"),
        ({"currencies": {}}, "need something to choose from"),
        ({"metadata": {"goal": {}}}, "need something to choose from"),
        ({"refunded": 2}, "out of range"),
        ({"colour": "red"}, "unknown field `colour`"),
    ],
)
def test_an_order_that_cannot_be_is_refused(changes: Any, message: str, sandbox: Sandbox) -> None:
    order = {**ORDER, **changes}
    answer = requests.post(f"{sandbox.settings.public_url}/_control/gifts", json=order, timeout=8)
    assert answer.status_code == 400
    assert message in answer.json()["error"]["message"]
