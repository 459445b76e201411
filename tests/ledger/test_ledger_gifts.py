"""What becomes of gifts, and what the ledger makes of it: each flow through the sandbox, by its own HTTP."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from tests.ledger.conftest import DAY, GIVER, HELSINKI, OURS, Bank, Book, row, sums
from yhdessa.sandbox.flows import charging

PAYROLL = {"source": "yhdessa", "kind": "payroll", "goal": "no-loneliness", "team": "blue"}


def month(moment: int) -> str:
    return f"{datetime.datetime.fromtimestamp(moment, HELSINKI):%Y-%m}"


def test_a_gift_made_once_is_counted_by_its_marks(bank: Bank, book: Book) -> None:
    payment = bank.give(2550, team="blue")
    totals = book.sync()
    [gift] = book.gifts()
    told = (gift.id, gift.kind, gift.goal, gift.team, gift.language)
    assert told == (payment, "one-off", "no-loneliness", "blue", "fi")
    assert (gift.gross, gift.returned, gift.net, gift.currency) == (2550, 0, 2550, "EUR")
    assert not gift.disputed
    [counted] = totals.rows
    assert (counted.goal, counted.team, counted.kind) == ("no-loneliness", "blue", "one-off")
    assert (counted.month, counted.minor, counted.gifts) == (month(gift.paid), 2550, 1)


def test_a_gift_by_the_hosted_page_is_counted_and_its_giver_is_nowhere_in_the_ledger(
    bank: Bank, book: Book
) -> None:
    bank.checkout()
    bank.checkout(monthly=True)
    book.sync()
    assert {gift.kind for gift in book.gifts()} == {"one-off", "monthly"}
    written = b"".join(file.read_bytes() for file in book.folder.rglob("*") if file.is_file())
    assert b"pi_" in written
    for trace in (GIVER, "aino", "4242", "cus_", "pm_"):
        assert trace.encode() not in written


def test_a_monthly_gift_is_counted_each_time_it_is_paid(bank: Bank, book: Book) -> None:
    bank.checkout(monthly=True, minor=1000)
    assert sums(book.sync()) == {"EUR": 1000}
    for _ in range(3):
        bank.advance(32)
    totals = book.sync()
    assert sums(totals) == {"EUR": 4000}
    assert [gift.kind for gift in book.gifts()] == ["monthly"] * 4
    assert len({counted.month for counted in totals.rows}) >= 3


def test_a_monthly_gift_that_is_paid_back_is_taken_off_its_own(bank: Bank, book: Book) -> None:
    invoice = bank.checkout(monthly=True, minor=1000).invoice
    bank.give(1000)
    bank.give_back(bank.payment_of(invoice), 400)
    book.sync()
    assert {gift.kind: gift.returned for gift in book.gifts()} == {"monthly": 400, "one-off": 0}
    assert [gift.id for gift in book.gifts() if gift.kind == "monthly"] == [invoice]


def test_a_renewal_that_fails_is_not_counted_until_a_later_try_works(bank: Bank, book: Book) -> None:
    bank.checkout(monthly=True, minor=1000)
    bank.control("faults", kind="decline_payment")
    bank.advance(32)
    assert sums(book.sync()) == {"EUR": 1000}
    bank.advance(4)
    assert sums(book.sync()) == {"EUR": 2000}


def test_a_debit_counts_when_the_bank_has_confirmed_it_days_later(bank: Bank, book: Book) -> None:
    bank.control("faults", kind="delay_payment", seconds=30)
    session = bank.checkout()
    assert session.payment_status == "unpaid"
    assert sums(book.sync()) == {}
    bank.advance(9)
    # The bank answers now, nine days after the gift, and after the list of it was read for the last time.
    for _ in range(2):
        assert sums(book.sync()) == {}
    with bank.sandbox.account.store.lock:
        intent = bank.sandbox.account.store.find_any(session.payment_intent)
        assert intent is not None
        charging.settle(bank.sandbox.account, intent, succeeds=True)
    assert sums(book.sync()) == {"EUR": 2000}


@pytest.mark.parametrize("outcome", ["later_failed", "declined"])
def test_a_gift_that_is_never_paid_is_never_counted(outcome: str, bank: Bank, book: Book) -> None:
    bank.checkout(outcome)
    assert bank.sandbox.wait_until_idle()
    assert book.sync().rows == ()
    assert book.gifts() == []


def test_a_debit_is_counted_when_it_has_been_confirmed(bank: Bank, book: Book) -> None:
    bank.checkout("later_paid")
    assert bank.sandbox.wait_until_idle()
    assert sums(book.sync()) == {"EUR": 2000}


def test_what_is_paid_back_is_taken_off_in_the_month_of_the_refund(bank: Bank, book: Book) -> None:
    payment = bank.give(2000)
    bank.give(500)
    given = book.sync()
    bank.advance(40)
    bank.give_back(payment, 1500)
    totals = book.sync()
    assert len(totals.rows) == 2
    assert totals.rows[0] == given.rows[0]
    assert (totals.rows[1].minor, totals.rows[1].gifts) == (-1500, 0)
    assert sorted(gift.returned for gift in book.gifts()) == [0, 1500]


def test_a_gift_that_was_given_back_whole_is_no_gift_any_more(bank: Bank, book: Book) -> None:
    payment = bank.give(2000)
    for minor in (700, 1300):
        bank.give_back(payment, minor)
    totals = book.sync()
    assert [(each.minor, each.gifts) for each in totals.rows] == [(0, 0)]
    assert book.gifts()[0].net == 0


def test_a_refund_that_the_bank_could_not_make_comes_back(bank: Bank, book: Book) -> None:
    refund = bank.give_back(bank.give(2000), 700)
    assert sums(book.sync()) == {"EUR": 1300}
    bank.advance(12)
    with bank.sandbox.account.store.lock:
        failed = bank.sandbox.account.store.find_any(refund.id)
        assert failed is not None
        failed["status"] = "failed"
        bank.sandbox.account.record("refund.failed", failed)
    assert sums(book.sync()) == {"EUR": 2000}


def test_a_disputed_gift_is_withheld_and_comes_back_when_the_dispute_is_won(bank: Bank, book: Book) -> None:
    payment = bank.give(2000)
    book.sync()
    bank.advance(40)
    dispute = bank.dispute(payment)
    assert sums(book.sync()) == {"EUR": 0}
    assert book.gifts()[0].disputed
    bank.advance(33)
    bank.control(f"disputes/{dispute}", verdict="won")
    totals = book.sync()
    assert [each.minor for each in totals.rows] == [2000, -2000, 2000]
    [gift] = book.gifts()
    assert (gift.disputed, gift.net) == (False, 2000)
    assert [each.minor for each in gift.returns] == [2000, -2000]


def test_a_lost_dispute_stays_lost(bank: Bank, book: Book) -> None:
    dispute = bank.dispute(bank.give(2000))
    book.sync()
    bank.advance(60)
    bank.control(f"disputes/{dispute}", verdict="lost")
    assert sums(book.sync()) == {"EUR": 0}
    assert not book.gifts()[0].disputed


def test_an_invoice_counts_when_it_is_paid_weeks_after_it_was_made(bank: Bank, book: Book) -> None:
    invoice = bank.bill(18_518, PAYROLL)
    assert book.sync().rows == ()
    bank.advance(24)
    assert book.sync().rows == ()
    bank.advance(1)
    bank.api.invoices.pay(invoice, params={"paid_out_of_band": True})
    totals = book.sync()
    counted = row(totals, kind="payroll", goal="no-loneliness", team="blue")
    assert (counted.minor, counted.gifts) == (18_518, 1)
    assert book.gifts()[0].paid >= bank.sandbox.account.now() - 60


def test_a_partner_counts_without_vat_and_so_does_what_is_paid_back(bank: Bank, book: Book) -> None:
    invoice = bank.bill(100_000, {"source": "yhdessa", "kind": "partner"}, vat=25.5)
    bank.api.invoices.pay(invoice, params={"payment_method": "pm_card_visa"})
    payment = bank.payment_of(invoice)
    assert sums(book.sync()) == {"EUR": 100_000}
    for minor in (41_833, 41_833, 41_834):
        bank.give_back(payment, minor)
        book.sync()
    [gift] = book.gifts()
    assert (gift.gross, gift.returned, gift.goal) == (100_000, 100_000, None)


def test_an_open_invoice_of_a_company_is_overdue_after_its_day_and_not_when_it_is_void(
    bank: Bank, book: Book
) -> None:
    late, void = bank.bill(5000, PAYROLL), bank.bill(7000, PAYROLL)
    book.sync()
    bank.advance(15)
    bank.api.invoices.void_invoice(void)
    book.sync()
    ledger = book.open()
    found = list(ledger.overdue(bank.sandbox.account.now()))
    assert [(each.id, each.amount, each.kind) for each in found] == [(late, 5000, "payroll")]
    assert list(ledger.overdue(bank.sandbox.account.now() - 2 * DAY)) == []
    ledger.close()


def test_what_is_not_ours_in_the_account_is_not_counted(bank: Bank, book: Book) -> None:
    shop = bank.charge(9900, "eur", {"order": "17"})
    other = bank.charge(9900, "eur", {**OURS, "source": "webshop"})
    bank.give_back(shop, 100)
    bank.dispute(other)
    invoice = bank.bill(9900, {"order": "18"})
    bank.api.invoices.pay(invoice, params={"paid_out_of_band": True})
    assert book.sync().rows == ()
    assert book.said == []


def test_what_was_begun_and_given_up_is_not_counted(bank: Bank, book: Book) -> None:
    product = {"name": "Lahja"}
    line = {"quantity": 1, "price_data": {"currency": "eur", "unit_amount": 2000, "product_data": product}}
    asked = {"mode": "payment", "line_items": [line], "success_url": "https://example.org/", "metadata": OURS}
    bank.api.checkout.sessions.expire(bank.api.checkout.sessions.create(params=asked).id)
    customer = bank.api.customers.create(params={"name": "Esimerkki Oy"}).id
    draft = bank.api.invoices.create(params={"customer": customer, "currency": "eur", "metadata": PAYROLL})
    book.sync()
    bank.api.invoices.delete(draft.id)
    bank.api.invoices.void_invoice(bank.bill(5000, PAYROLL))
    bank.advance(2)
    assert book.sync().rows == ()
    assert book.said == []


def test_currencies_are_never_added_together(bank: Bank, book: Book) -> None:
    bank.give(2000)
    bank.give(2000, "sek")
    payment = bank.give(500, "jpy")
    bank.give_back(payment, 200)
    assert sums(book.sync()) == {"EUR": 2000, "SEK": 2000, "JPY": 300}


def test_months_are_those_of_the_organisation(bank: Bank, book: Book) -> None:
    now = datetime.datetime.fromtimestamp(bank.sandbox.account.now(), HELSINKI)
    # Half past midnight on the first of the next month in Helsinki is still the month before in UTC.
    first = (now.replace(day=1) + datetime.timedelta(days=40)).replace(day=1, hour=0, minute=30, second=0)
    bank.advance((first.timestamp() - bank.sandbox.account.now()) / DAY)
    bank.give(2000)
    [counted] = book.sync().rows
    assert counted.month == f"{first:%Y-%m}"


def test_a_second_sync_reads_what_is_new_and_not_everything_again(bank: Bank, book: Book) -> None:
    bank.control("gifts", count=500, days=300, metadata={name: {value: 1} for name, value in OURS.items()})
    bank.give(100)
    read: dict[str, int] = {}

    def told(name: str, count: int, oldest: Any) -> None:
        read[name] = count

    first = book.sync(told=told)
    assert read["charges"] == 501
    bank.advance(3)
    bank.give(200)
    assert sums(book.sync(told=told))["EUR"] == sums(first)["EUR"] + 200
    assert read["charges"] < 20
    bank.advance(40)
    assert sums(book.sync(told=told)) == sums(book.sync(told=told, full=True))
    assert read["charges"] == 502


def test_a_ledger_that_lay_longer_than_events_are_told_is_read_anew(bank: Bank, book: Book) -> None:
    payment = bank.give(2000)
    dispute = bank.dispute(payment)
    book.sync()
    bank.control(f"disputes/{dispute}", verdict="won")
    bank.advance(31)
    assert sums(book.sync()) == {"EUR": 2000}
