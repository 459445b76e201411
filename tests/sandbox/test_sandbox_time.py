"""Time that passes on demand: renewals, retries, due dates, each at its own moment."""

from datetime import UTC, datetime
from typing import Any

import pytest
import requests
import stripe

from tests.sandbox.states import CARD, Maker
from yhdessa.sandbox import Sandbox
from yhdessa.sandbox.objects.subscription import period_end

DAY = 24 * 3600


@pytest.fixture
def maker(client: stripe.StripeClient, sandbox: Sandbox, clock: Any) -> Maker:
    return Maker(client.v1, sandbox.settings.public_url, int(clock()))


@pytest.fixture
def advance(maker: Maker) -> Any:
    def advanced(days: float) -> None:
        maker.control("clock", advance=int(days * DAY))

    return advanced


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("anchor", "start", "interval", "count", "end"),
    [
        ("2026-01-31", "2026-01-31", "month", 1, "2026-02-28"),
        ("2026-01-31", "2026-02-28", "month", 1, "2026-03-31"),
        ("2027-12-31", "2028-01-31", "month", 1, "2028-02-29"),
        ("2026-11-22", "2026-12-22", "month", 1, "2027-01-22"),
        ("2026-11-30", "2026-11-30", "month", 3, "2027-02-28"),
        ("2028-02-29", "2028-02-29", "year", 1, "2029-02-28"),
        ("2028-02-29", "2031-02-28", "year", 1, "2032-02-29"),
        ("2026-11-22", "2026-11-22", "week", 2, "2026-12-06"),
        ("2026-11-22", "2026-11-22", "day", 10, "2026-12-02"),
    ],
)
def test_a_period_ends_on_the_day_of_the_anchor_or_the_last_of_a_short_month(
    anchor: str, start: str, interval: str, count: int, end: str
) -> None:
    rhythm = {"interval": interval, "interval_count": count}
    assert period_end(at(anchor), at(start), rhythm) == at(end)


def test_a_year_passed_at_once_leaves_twelve_renewals_with_their_own_dates(
    maker: Maker, advance: Any
) -> None:
    ids = maker.subscription()
    advance(366)
    invoices = maker.api.invoices.list(params={"subscription": ids["subscription"], "limit": 100}).data
    assert [each.status for each in invoices] == ["paid"] * 13
    months = [datetime.fromtimestamp(each.created, UTC).strftime("%Y-%m") for each in invoices]
    assert len(set(months)) == 13
    assert all(each.status_transitions.paid_at - each.created == 3600 for each in invoices[:-1])
    assert len({each.number for each in invoices}) == 13
    charges = maker.api.charges.list(params={"customer": ids["customer"], "limit": 100}).data
    assert [each.created for each in charges] == [each.status_transitions.paid_at for each in invoices]


def test_a_renewal_stays_a_draft_for_an_hour(maker: Maker, advance: Any) -> None:
    ids = maker.subscription()
    end = maker.api.subscriptions.retrieve(ids["subscription"])["items"].data[0].current_period_end
    advance((end - maker.now) / DAY)
    [draft, _] = maker.api.invoices.list(params={"subscription": ids["subscription"]}).data
    assert (draft.status, draft.billing_reason, draft.auto_advance) == ("draft", "subscription_cycle", True)
    advance(1 / 24)
    assert maker.api.invoices.retrieve(draft.id).status == "paid"


def test_a_renewal_that_fails_is_tried_again_and_then_paid(maker: Maker, advance: Any) -> None:
    ids = maker.subscription()
    maker.control("faults", kind="decline_payment")
    advance(31.1)
    late = maker.api.subscriptions.retrieve(ids["subscription"], params={"expand": ["latest_invoice"]})
    assert (late.status, late.latest_invoice.status) == ("past_due", "open")
    assert (late.latest_invoice.attempt_count, late.latest_invoice.attempted) == (1, True)
    assert late.latest_invoice.next_payment_attempt is not None
    advance(3.1)
    paid = maker.api.subscriptions.retrieve(ids["subscription"], params={"expand": ["latest_invoice"]})
    assert (paid.status, paid.latest_invoice.status, paid.latest_invoice.attempt_count) == (
        "active",
        "paid",
        2,
    )
    types = [each.type for each in maker.api.events.list(params={"type": "invoice.*", "limit": 100}).data]
    assert types.count("invoice.payment_failed") == 1


def test_a_renewal_that_fails_to_the_last_ends_the_subscription(maker: Maker, advance: Any) -> None:
    ids = maker.subscription()
    maker.control("faults", kind="decline_payment", times=4)
    advance(31.1 + 16)
    ended = maker.api.subscriptions.retrieve(ids["subscription"], params={"expand": ["latest_invoice"]})
    assert (ended.status, ended.cancellation_details.reason) == ("canceled", "payment_failed")
    assert (ended.latest_invoice.status, ended.latest_invoice.attempt_count) == ("open", 4)
    advance(60)
    assert len(maker.api.invoices.list(params={"subscription": ids["subscription"]}).data) == 2


def test_a_first_invoice_that_nobody_pays_in_23_hours_ends_the_subscription(
    maker: Maker, advance: Any
) -> None:
    ids = maker.no_method()
    made = maker.api.subscriptions.create(
        params={
            "customer": ids["customer"],
            "items": [{"price": ids["price"]}],
            "payment_behavior": "default_incomplete",
        }
    )
    advance(22 / 24)
    assert maker.api.subscriptions.retrieve(made.id).status == "incomplete"
    advance(1 / 24)
    ended = maker.api.subscriptions.retrieve(made.id, params={"expand": ["latest_invoice"]})
    assert (ended.status, ended.latest_invoice.status) == ("incomplete_expired", "void")


def test_an_invoice_that_is_not_paid_in_time_is_overdue(maker: Maker, advance: Any) -> None:
    ids = maker.open_invoice()
    advance(13.9)
    assert maker.api.events.list(params={"type": "invoice.overdue"}).data == []
    advance(0.2)
    [event] = maker.api.events.list(params={"type": "invoice.overdue"}).data
    assert event.data.object.id == ids["invoice"]
    assert event.created == maker.api.invoices.retrieve(ids["invoice"]).due_date


def test_a_draft_that_advances_by_itself_is_final_and_sent_in_an_hour(maker: Maker, advance: Any) -> None:
    ids = maker.draft_invoice(auto_advance=True)
    advance(1 / 24)
    assert maker.api.invoices.retrieve(ids["invoice"]).status == "open"
    assert len(maker.api.events.list(params={"type": "invoice.sent"}).data) == 1


def test_a_test_clock_moves_its_own_customers_only(maker: Maker) -> None:
    other = maker.subscription()
    ids = maker.clock()
    customer = maker.customer(**ids, **CARD)["customer"]
    price = maker.price()["price"]
    mine = maker.api.subscriptions.create(params={"customer": customer, "items": [{"price": price}]})
    answered = maker.api.test_helpers.test_clocks.advance(
        ids["test_clock"], params={"frozen_time": maker.now + 32 * DAY}
    )
    assert answered.status == "advancing"
    assert maker.api.test_helpers.test_clocks.retrieve(ids["test_clock"]).frozen_time == maker.now + 32 * DAY
    assert len(maker.api.invoices.list(params={"subscription": mine.id}).data) == 2
    assert len(maker.api.invoices.list(params={"subscription": other["subscription"]}).data) == 1


def test_what_belongs_to_a_deleted_clock_goes_no_further(maker: Maker) -> None:
    ids = maker.clock_with_monthly()
    assert maker.api.test_helpers.test_clocks.delete(ids["test_clock"]).deleted
    with pytest.raises(stripe.InvalidRequestError, match="No such billing clock"):
        maker.api.test_helpers.test_clocks.retrieve(ids["test_clock"])


@pytest.mark.parametrize("body", [b"{}", b'{"advance": -1}', b'{"advance": 99999999999}', b"x"])
def test_a_jump_that_cannot_be_is_refused(body: bytes, sandbox: Sandbox) -> None:
    answer = requests.post(f"{sandbox.settings.public_url}/_control/clock", data=body, timeout=8)
    assert answer.status_code == 400
    assert "Invalid request" in answer.json()["error"]["message"]


def test_events_are_listed_for_thirty_days(maker: Maker, advance: Any) -> None:
    maker.expired_session()
    [event] = maker.api.events.list().data
    advance(30.1)
    assert maker.api.events.list().data == []
    assert maker.api.events.retrieve(event.id) == event


def test_answers_of_the_api_are_dated_by_the_time_of_the_sandbox(
    client: stripe.StripeClient, sandbox: Sandbox, advance: Any
) -> None:
    advance(40)
    answered = client.raw_request("get", "/v1/charges").headers["Date"]
    told = datetime.strptime(answered, "%a, %d %b %Y %H:%M:%S GMT").replace(tzinfo=UTC)
    assert told.timestamp() == sandbox.account.timeline.everyday()
