"""Attempts: what a page's script marks as one try is one session; all else is a gift of its own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

ATTEMPT = "0b5f6a52-7d2c-4a43-9a6e-7d4b2a1f9c3e"
OTHER = "9c1d2e3f-7d2c-4a43-9a6e-7d4b2a1f9c3e"
GIFT = {"language": "fi", "amount": "2000"}


@pytest.mark.parametrize("rhythm", ["once", "monthly"])
def test_a_double_click_is_one_session(rhythm: str, house: Any, visitor: Any) -> None:
    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(lambda _: visitor.donate(**GIFT, rhythm=rhythm, attempt=ATTEMPT), range(2)))
    assert [answer.status_code for answer in answers] == [303, 303]
    assert len({answer.headers["Location"] for answer in answers}) == 1
    assert len(house.sessions()) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({}, {}, id="two strangers without a script"),
        pytest.param({"attempt": ATTEMPT}, {"attempt": OTHER}, id="two views of the page"),
        pytest.param({"attempt": "x"}, {"attempt": "x"}, id="a mark that is none"),
        pytest.param({"attempt": ATTEMPT}, {"attempt": ATTEMPT, "amount": "5000"}, id="another sum"),
        pytest.param({"attempt": ATTEMPT}, {"attempt": ATTEMPT, "rhythm": "monthly"}, id="another rhythm"),
        pytest.param({"attempt": ATTEMPT}, {"attempt": ATTEMPT, "language": "sv"}, id="another language"),
    ],
)
def test_all_else_is_a_session_of_its_own(
    first: dict[str, str], second: dict[str, str], house: Any, visitor: Any
) -> None:
    answers = [visitor.donate(**{**GIFT, **more}) for more in (first, second)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert len({answer.headers["Location"] for answer in answers}) == 2
    assert len(house.sessions()) == 2
