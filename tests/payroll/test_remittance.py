"""Reading a remittance: all of it, or every problem with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.remittances import LINES, PROMISED, large_remittance, remittance_ratio
from tests.payroll.files import cases_of, currency_of, file_of, problem
from yhdessa.l10n.money import Money
from yhdessa.payroll.problems import FILE_CODES, LINE_CODES, MOST_PROBLEMS, MOST_REPEATED, UNREPEATED, Refused
from yhdessa.payroll.remittance import Gift, Remittance, read_remittance

CASES = cases_of("remittances")


@pytest.mark.parametrize("name", CASES)
def test_each_file_has_its_outcome(name: str) -> None:
    case = CASES[name]
    read = read_remittance(file_of(case), currency_of(case))
    if "problems" in case:
        assert isinstance(read, Refused)
        assert list(read.problems) == [problem(*told) for told in case["problems"]]
        assert read.more == 0
        return
    assert isinstance(read, Remittance), read
    if "gifts" in case:
        assert read.gifts == tuple(Gift(str(reference), minor) for reference, minor in case["gifts"])
    else:
        assert (read.participants, read.total.minor) == (case["participants"], case["total"])


def test_every_code_has_a_case() -> None:
    told = {str(line[1]) for case in CASES.values() for line in case.get("problems", [])}
    assert told == {*FILE_CODES, *LINE_CODES}


def test_a_remittance_is_so_many_people_and_so_much_money() -> None:
    read = read_remittance(b"A1;12,50\nA2;20\n", "SEK")
    assert isinstance(read, Remittance)
    assert (read.participants, read.total) == (2, Money(3250, "SEK"))


def test_so_many_problems_are_told_and_of_the_rest_how_many() -> None:
    read = read_remittance(b"A1;x\n" * (MOST_PROBLEMS + 7), "EUR")
    assert isinstance(read, Refused)
    assert len(read.problems) == MOST_PROBLEMS
    # Each line but the first is a duplicate too.
    assert len(read.problems) + read.more == 2 * (MOST_PROBLEMS + 7) - 1


def test_what_may_say_who_somebody_is_is_never_repeated() -> None:
    read = read_remittance(b"010100-123X;x\nanyone@example.org;x\nEtu Esimerkki;x\nA1;1;2500\n", "EUR")
    assert isinstance(read, Refused)
    repeated = {one.code: one.read for one in read.problems if one.code != "amount"}
    assert repeated == dict.fromkeys(("personal", "email", "name", "columns"), "")
    assert set(repeated) <= UNREPEATED


CELL = st.text(st.sampled_from("A1;,.\t\"' \u00a0\r\n\0=+-@€å0k9:"), max_size=60)


@given(st.one_of(st.binary(max_size=200), CELL.map(str.encode), CELL.map(lambda text: text.encode("utf-16"))))
def test_no_file_is_too_strange_to_be_read_or_refused(data: bytes) -> None:
    read = read_remittance(data, "EUR")
    if isinstance(read, Refused):
        assert read.problems
        assert all(len(one.read) <= MOST_REPEATED for one in read.problems)
    else:
        assert read.participants > 0
        assert all(gift.minor > 0 for gift in read.gifts)


@given(st.lists(st.integers(1, 1_000_000), min_size=1, max_size=60), st.sampled_from([",", "."]))
def test_what_is_written_out_is_read_in_to_the_cent(sums: list[int], mark: str) -> None:
    text = "".join(f"R{n};{minor // 100}{mark}{minor % 100:02d}\r\n" for n, minor in enumerate(sums))
    read = read_remittance(text.encode(), "EUR")
    assert isinstance(read, Remittance)
    assert read.total == Money(sum(sums), "EUR")


@given(st.lists(st.integers(1, 1_000_000), min_size=1, max_size=20), st.integers(0, 19))
def test_one_wrong_line_and_nothing_is_taken(sums: list[int], place: int) -> None:
    lines = [f"R{n};{minor // 100},{minor % 100:02d}" for n, minor in enumerate(sums)]
    lines.insert(min(place, len(lines)), "R-wrong-1;x")
    assert isinstance(read_remittance("\n".join(lines).encode(), "EUR"), Refused)


@pytest.mark.parametrize("amount", ["7,50", "x"])
def test_a_hundred_thousand_lines_take_at_most_twenty_times_what_csv_takes(amount: str) -> None:
    data = large_remittance(amount)
    read = read_remittance(data, "EUR")
    assert isinstance(read, Remittance) == (amount != "x")
    told = read.participants if isinstance(read, Remittance) else len(read.problems) + read.more
    assert told == LINES
    assert remittance_ratio(data) <= PROMISED
