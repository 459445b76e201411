"""Totals: what the ledger has counted, written whole or not at all, and read with suspicion."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from yhdessa.l10n.money import Money
from yhdessa.totals import (
    REMEDY,
    VERSION,
    Collected,
    Row,
    Totals,
    TotalsUnreadable,
    load_totals,
    sum_by_goal,
    write_totals,
)

BROKEN: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("totals.yml").read_text("utf-8"))
TIME = datetime(2026, 11, 20, 12, 5, tzinfo=UTC)


def row(goal: str | None, minor: int, currency: str = "EUR", gifts: int = 1) -> Row:
    return Row(goal, None, "one-off", "2026-11", currency, minor, gifts)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    totals = Totals(VERSION, TIME, (row("home", 1250), row(None, -500, "SEK", 0)))
    write_totals(totals, tmp_path / "var" / "totals.json")
    assert load_totals(tmp_path / "var" / "totals.json") == totals


def test_a_file_that_is_not_there_is_nothing_counted(tmp_path: Path) -> None:
    assert load_totals(tmp_path / "totals.json") is None


def test_a_folder_in_its_place_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(TotalsUnreadable) as found:
        load_totals(tmp_path)
    assert str(found.value) == f"{tmp_path}: cannot be read: Is a directory; {REMEDY}"


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_used_is_named_with_its_remedy(name: str, tmp_path: Path) -> None:
    file = tmp_path / "totals.json"
    file.write_text(BROKEN[name]["written"], encoding="utf-8")
    with pytest.raises(TotalsUnreadable) as found:
        load_totals(file)
    assert str(found.value) == f"{file}: {BROKEN[name]['said']}; let the ledger write it again, or remove it"


def test_every_beginning_of_a_file_is_refused_and_only_the_whole_is_read(tmp_path: Path) -> None:
    file = tmp_path / "totals.json"
    write_totals(Totals(VERSION, TIME, (row("home", 1250),)), file)
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        with pytest.raises(TotalsUnreadable):
            load_totals(file)


def test_a_writer_that_fails_leaves_the_last_totals(tmp_path: Path) -> None:
    file = tmp_path / "totals.json"
    write_totals(Totals(VERSION, TIME, ()), file)
    (tmp_path / "totals.fresh").mkdir()
    with pytest.raises(OSError, match="fresh"):
        write_totals(Totals(VERSION, TIME, (row("home", 1),)), file)
    assert load_totals(file) == Totals(VERSION, TIME, ())


def test_currencies_are_summed_apart() -> None:
    sums = sum_by_goal(Totals(VERSION, TIME, (row("home", 1000), row("home", 250), row("home", 300, "SEK"))))
    assert sums == {
        "home": {"EUR": Collected(Money(1250, "EUR"), 2), "SEK": Collected(Money(300, "SEK"), 1)},
    }


def test_what_was_paid_back_is_taken_off() -> None:
    sums = sum_by_goal(Totals(VERSION, TIME, (row("home", 1000), row("home", -400, gifts=0))))
    assert sums["home"]["EUR"] == Collected(Money(600, "EUR"), 1)


@given(
    st.lists(
        st.builds(
            row,
            st.sampled_from([None, "home", "work"]),
            st.integers(-(10**12), 10**12),
            st.sampled_from(["EUR", "SEK"]),
            st.integers(0, 10**6),
        )
    )
)
def test_no_cent_and_no_gift_is_lost_among_the_goals(rows: list[Row]) -> None:
    sums = sum_by_goal(Totals(VERSION, TIME, tuple(rows)))
    for currency in ("EUR", "SEK"):
        found = [goal[currency] for goal in sums.values() if currency in goal]
        own = [one for one in rows if one.currency == currency]
        assert sum(one.money.minor for one in found) == sum(one.minor for one in own)
        assert sum(one.gifts for one in found) == sum(one.gifts for one in own)


def test_totals_need_neither_yaml_nor_mkdocs() -> None:
    heavy = "{'yaml', 'pydantic', 'mkdocs', 'jinja2', 'babel'}"
    seen = f"import sys, yhdessa.totals; print(*sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
