"""The clock: which day is today, for whom."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.edits import change
from yhdessa.model import ContentProblems, load_content
from yhdessa.model.honesty.clock import Clock, clock_of, read_today
from yhdessa.site_url import is_public

DAY = datetime.date(2026, 11, 21)
LATER = datetime.date(2036, 1, 1)


def test_a_day_that_somebody_says_comes_before_every_other(tree: Path) -> None:
    organisation = load_content(tree).organisation
    assert clock_of(organisation, LATER, public=False) == Clock(LATER)
    assert clock_of(organisation, LATER, public=True) == Clock(LATER, public=True)


def test_nobody_is_shown_the_demonstration_on_its_own_day(tree: Path) -> None:
    assert clock_of(load_content(tree).organisation, None, public=False) == Clock(DAY, demonstration=True)


def test_the_public_and_a_real_organisation_have_the_real_day(tree: Path) -> None:
    organisation = load_content(tree).organisation
    real = organisation.model_copy(update={"demonstration": False})
    before = datetime.date.today()
    days = [clock_of(organisation, None, public=True).today, clock_of(real, None, public=False).today]
    assert before <= min(days)
    assert max(days) <= datetime.date.today()


def test_today_may_be_said_in_the_environment() -> None:
    assert read_today({"TODAY": "2027-05-20"}) == datetime.date(2027, 5, 20)
    assert read_today({"TODAY": ""}) is None
    assert read_today({}) is None


@pytest.mark.parametrize("written", ["2027-02-30", "tomorrow", "20.5.2027", "20270520", "2027-W20-4"])
def test_a_day_that_is_none_is_refused_with_the_right_form(written: str) -> None:
    with pytest.raises(ContentProblems) as refused:
        read_today({"TODAY": written})
    assert str(refused.value) == (
        f"TODAY: `{written}` is no day of the calendar; write it as `TODAY=2027-05-20`"
    )


def test_a_helpline_checked_after_the_demonstrations_day_names_that_day(tree: Path) -> None:
    change(tree, {"file": "content/facts/helplines.yml", "replace": "2026-11-21", "with": "2026-11-22"})
    with pytest.raises(ContentProblems) as refused:
        load_content(tree)
    errors = [str(problem) for problem in refused.value.problems if problem.severity == "error"]
    assert errors == [
        "content/facts/helplines.yml:4: emergency.checked: is after today, 2026-11-21; write the day "
        "somebody read the source, or move `demonstration_date` in content/facts/organisation.yml on"
    ]


def test_a_fresh_clone_holds_for_ever(tree: Path, project: Path) -> None:
    for clone in (tree, project):
        assert load_content(clone, LATER).goals
        warnings = [remark for remark in load_content(clone).remarks if "checked" in remark.field]
        assert warnings == []


@pytest.mark.parametrize("url", ["", "/", "https://yhdessa.example/", "http://127.0.0.1:8000/", "https://[x"])
def test_an_address_that_nobody_reaches_is_not_public(url: str) -> None:
    assert not is_public(url)


@pytest.mark.parametrize("url", ["https://yhdessa.fi/", "https://example.fi/", "http://192.168.1.2/"])
def test_an_address_that_somebody_reaches_is_public(url: str) -> None:
    assert is_public(url)
