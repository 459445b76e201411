"""In whatever order Stripe's pages and objects come, and however often, the ledger is the same."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.conftest import HELSINKI
from tests.ledger.test_ledger_meaning import SOUND
from tests.proof import sized
from yhdessa.ledger.book import Ledger, keep, open_ledger
from yhdessa.ledger.counting import count
from yhdessa.ledger.meaning import rows_of
from yhdessa.ledger.pulling import OVERLAP, pull
from yhdessa.ledger.records import Gift
from yhdessa.payments.client import PaymentsUnavailable
from yhdessa.payments.pulled import Page, PlaceLost
from yhdessa.payments.pulled_records import STREAMS, Record

NOW = 2_000_000_000
DEBIT = ["pending", "succeeded"]
DISPUTE = ["warning_needs_response", "needs_response", "under_review", "lost"]
REFUND = ["pending", "succeeded", "failed"]
BILL = ["draft", "open", "uncollectible", "paid"]


def made(name: str, number: int, **changes: Any) -> Record:
    told = {**SOUND[name], "id": f"{name}_{number}", "created": NOW - number, **changes}
    return msgspec.convert(told, STREAMS[name].record)


@st.composite
def histories(draw: st.DrawFn) -> list[list[Record]]:
    """For each of some objects the states it goes through, in order."""
    found: list[list[Record]] = []
    for number in range(draw(st.integers(1, 5))):
        gift = draw(st.integers(1, 10_000))
        own = {"amount_captured": gift, "payment_intent": f"pi_{number}"}
        upto = draw(st.integers(1, 2))
        found.append([made("charges", number, status=status, **own) for status in DEBIT[:upto]])
        back = draw(st.integers(1, gift))
        same = {"payment_intent": f"pi_{number}"}
        for name, states in (("refunds", REFUND), ("disputes", DISPUTE)):
            upto = draw(st.integers(0, len(states)))
            found.append([made(name, number, status=each, amount=back, **same) for each in states[:upto]])
        upto = draw(st.integers(0, len(BILL)))
        untaxed = draw(st.integers(1, 10_000))
        sums = {"total": 10_000, "total_excluding_tax": untaxed, "amount_due": 10_000}
        paid = {True: {"amount_paid": 10_000}, False: {"amount_paid": 0}}
        found.append(
            [made("invoices", number, status=each, **sums, **paid[each == "paid"]) for each in BILL[:upto]]
        )
        link = {"id": f"inpay_{number}", "object": "invoice_payment", "invoice": f"invoices_{number}"}
        payment = {"payment_intent": f"pi_of_{number}"}
        link |= {"created": NOW, "livemode": False, "payment": payment}
        found.append([msgspec.convert(link, STREAMS["invoice_payments"].record)])
        found.append([made("refunds", 100 + number, amount=back, **payment)])
    return [states for states in found if states]


def ledger_of(records: Iterable[Record]) -> Ledger:
    ledger = open_ledger("sqlite://")
    with ledger.writing() as connection:
        for each in records:
            keep(connection, rows_of(each, NOW, livemode=False))
    return ledger


def told(ledger: Ledger) -> list[Gift]:
    found = list(ledger.gifts())
    ledger.close()
    return found


@settings(deadline=None, max_examples=sized(40, 400))
@given(histories(), st.randoms(use_true_random=False), st.data())
def test_any_order_and_any_repetition_give_the_same_gifts(
    states: list[list[Record]], chance: random.Random, data: st.DataObject
) -> None:
    """Stale states come too: whatever has come further is never put back."""
    whole = [each for history in states for each in history]
    shuffled = whole + data.draw(st.lists(st.sampled_from(whole), max_size=10))
    chance.shuffle(shuffled)
    last = told(ledger_of(history[-1] for history in states))
    assert told(ledger_of(shuffled)) == last
    totals = count(last, HELSINKI, NOW)
    assert sum(row.minor for row in totals.rows) == sum(gift.net for gift in last)
    assert sum(row.gifts for row in totals.rows) == sum(gift.net > 0 for gift in last)
    for gift in last:
        assert sum(each.minor for each in gift.returns) == gift.returned


class Lists:
    """Stripe's lists, in pages of a few objects; between two requests something may be done."""

    def __init__(self, objects: dict[str, list[Record]], size: int, between: Any = lambda _: None) -> None:
        self.objects, self.size, self.between = objects, size, between
        self.asked: list[tuple[str, int | None, str | None]] = []

    def page(self, name: str, since: int | None, after: str | None) -> Page:
        self.asked.append((name, since, after))
        self.between(self)
        newest_first = sorted(self.objects.get(name, []), key=lambda each: -each.created)
        asked = [each for each in newest_first if since is None or each.created >= since]
        ids = [each.id for each in asked]
        if after is not None and after not in ids:
            raise PlaceLost
        start = 0 if after is None else ids.index(after) + 1
        part = asked[start : start + self.size]
        more = len(asked) > start + self.size
        return Page(list(part), part[-1].id if more else None, part[-1].created if part else None)

    def find(self, name: str, object_id: str) -> Record | None:
        return next((each for each in self.objects.get(name, []) if each.id == object_id), None)


def charges(count: int, second: int = 10) -> list[Record]:
    """Charges, ten of them in each second."""
    return [
        made("charges", number, created=NOW - number // second, payment_intent=f"pi_{number}")
        for number in range(count)
    ]


def test_more_gifts_in_one_second_than_a_page_holds_are_all_read() -> None:
    ledger = open_ledger("sqlite://")
    pull(ledger, Lists({"charges": charges(95, second=50)}, size=7), lambda: NOW, livemode=False)
    assert len(told(ledger)) == 95


def test_gifts_that_come_while_pages_are_read_are_there_after_the_next_sync() -> None:
    objects = {"charges": charges(30)}

    def come(lists: Lists) -> None:
        number = 1000 + len(lists.asked)
        objects["charges"].append(made("charges", number, created=NOW, payment_intent=f"pi_{number}"))

    ledger = open_ledger("sqlite://")
    pull(ledger, Lists(objects, 7, come), lambda: NOW, livemode=False)
    pull(ledger, Lists(objects, 7), lambda: NOW + 5, livemode=False)
    assert len(told(ledger)) == len(objects["charges"])


def test_a_gift_of_the_very_second_of_the_last_sync_is_not_missed() -> None:
    objects = {"charges": charges(3)}
    ledger = open_ledger("sqlite://")
    pull(ledger, Lists(objects, 7), lambda: NOW, livemode=False)
    objects["charges"].append(made("charges", 7000, created=NOW, payment_intent="pi_same_second"))
    objects["charges"].append(made("charges", 7001, created=NOW - OVERLAP + 1, payment_intent="pi_late"))
    pull(ledger, Lists(objects, 7), lambda: NOW + 60, livemode=False)
    assert {"pi_same_second", "pi_late"} <= {gift.id for gift in told(ledger)}


def test_each_pull_reads_back_a_day_behind_the_beginning_of_the_last_one() -> None:
    ledger, moments = open_ledger("sqlite://"), [NOW, NOW + 1000, NOW + 3 * OVERLAP]
    seen = []
    for moment in moments:
        lists = Lists({"charges": charges(1)}, 7)
        pull(ledger, lists, lambda at=moment: at, livemode=False)  # type: ignore[misc]
        seen.append(next(since for name, since, _ in lists.asked if name == "charges"))
    assert seen[0] is None
    assert seen[1:] == [moment - OVERLAP for moment in moments[:-1]]
    ledger.close()


def test_a_gift_from_the_future_waits_until_its_time_has_come() -> None:
    objects = {"charges": [made("charges", 1, created=NOW + 4000, payment_intent="pi_early")]}
    ledger = open_ledger("sqlite://")
    pull(ledger, Lists(objects, 7), lambda: NOW, livemode=False)
    assert list(ledger.gifts()) == []
    pull(ledger, Lists(objects, 7), lambda: NOW + 5000, livemode=False)
    assert [gift.id for gift in told(ledger)] == ["pi_early"]


def test_a_place_that_is_lost_between_two_syncs_is_found_again_from_the_beginning() -> None:
    """A draft of an invoice may be deleted while a sync that was stopped waits to go on behind it."""
    objects = {"charges": charges(30)}
    ledger = open_ledger("sqlite://")

    def stop(lists: Lists) -> None:
        if len(lists.asked) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pull(ledger, Lists(objects, 7, stop), lambda: NOW, livemode=False)
    lists = Lists(objects, 7)
    objects["charges"].remove(next(each for each in objects["charges"] if each.id == "charges_13"))
    pull(ledger, lists, lambda: NOW + 9, livemode=False)
    assert [after for name, _, after in lists.asked if name == "charges"][:2] == ["charges_13", None]
    assert len(told(ledger)) == 30


def test_a_list_that_goes_round_in_circles_is_left() -> None:
    class Circle(Lists):
        def page(self, name: str, since: int | None, after: str | None) -> Page:
            return super().page(name, since, None)

    with pytest.raises(PaymentsUnavailable):
        pull(open_ledger("sqlite://"), Circle({"charges": charges(30)}, 7), lambda: NOW, livemode=False)


def test_a_sync_that_was_stopped_goes_on_where_it_was_and_then_reads_what_came_since() -> None:
    objects = {"charges": charges(30)}
    ledger = open_ledger("sqlite://")

    def stop(lists: Lists) -> None:
        if len(lists.asked) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pull(ledger, Lists(objects, 7, stop), lambda: NOW, livemode=False)
    assert ledger.synced_at is None
    objects["charges"].append(made("charges", 8000, created=NOW + 600, payment_intent="pi_since"))
    lists = Lists(objects, 7)
    pull(ledger, lists, lambda: NOW + 900, livemode=False)
    assert lists.asked[0] == ("charges", None, "charges_13")
    assert ledger.synced_at == NOW + 900
    assert "pi_since" in {gift.id for gift in told(ledger)}


def test_a_list_that_changes_its_order_between_two_requests_loses_nothing() -> None:
    """Any object of a page would do to go on after, in whatever order they came; the oldest is taken."""
    objects = {"charges": charges(60, second=4)}

    class Shuffled(Lists):
        def page(self, name: str, since: int | None, after: str | None) -> Page:
            found = super().page(name, since, after).found
            random.Random(len(self.asked)).shuffle(found)
            last = min(reversed(found), key=lambda each: each.created, default=None)  # type: ignore[union-attr]
            end = last is None or after == last.id or len(found) < self.size
            return Page(found, None if end or last is None else last.id, None)

    ledger = open_ledger("sqlite://")
    pull(ledger, Shuffled(objects, 7), lambda: NOW, livemode=False)
    assert len(told(ledger)) == 60
