"""No reference is a personal identity code: whatever python-stdnum calls one is refused."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.fi import hetu
from stdnum.se import personnummer

from yhdessa.payroll.cells import read_reference
from yhdessa.payroll.personal import is_personal
from yhdessa.payroll.problems import WrongCell

#: Signs of the century; the later ones came in 2023: https://dvv.fi/en/personal-identity-code
SIGNS = {1800: "+", 1900: "-YXWVU", 2000: "ABCDEF"}
CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2026, 11, 22))


@given(DAYS, st.integers(900, 999), st.data())
def test_a_finnish_code_is_known(born: datetime.date, number: int, data: st.DataObject) -> None:
    """Numbers from 900 on are given to nobody: they are for tests."""
    sign = data.draw(st.sampled_from(SIGNS[born.year // 100 * 100]))
    check = CHECKS[int(f"{born:%d%m%y}{number}") % 31]
    code = f"{born:%d%m%y}{sign}{number}{check}"
    assert is_personal(code)
    assert is_personal(code.lower())
    if sign in "+-A":
        assert hetu.is_valid(code, allow_temporary=True)


@given(DAYS, st.integers(0, 999), st.sampled_from(["{long}{rest}", "{short}{rest}", "{short}-{rest}"]))
def test_a_swedish_code_is_known(born: datetime.date, number: int, shape: str) -> None:
    short = f"{born:%y%m%d}"
    rest = f"{number:03d}{luhn.calc_check_digit(f'{short}{number:03d}')}"
    code = shape.format(long=f"{born:%Y%m%d}", short=short, rest=rest)
    assert is_personal(code)
    assert personnummer.is_valid(code)


@given(st.from_regex(r"[0-9]{6}[-+A0-9]?[0-9]{4,6}", fullmatch=True))
def test_what_the_library_calls_a_code_is_one_here(code: str) -> None:
    if hetu.is_valid(code, allow_temporary=True) or personnummer.is_valid(code):
        with pytest.raises(WrongCell, match="personal"):
            read_reference(code)


@pytest.mark.parametrize(
    "reference", ["A-17", "1234567890", "0000000000", "123456789012", "E-010100-12", "2026-11-0042"]
)
def test_an_ordinary_reference_is_none(reference: str) -> None:
    assert not is_personal(reference)
    assert read_reference(reference) == reference
