"""Links in mail open what they were signed for, for whoever holds them, for a while, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from yhdessa.giving.links import LONGEST_TOKEN, LinkExpired, LinkInvalid, Links

SECRET, OLD, STRANGERS = "new" * 12, "old" * 12, "other" * 8
NOW = 1_790_000_000.0
FACTS = {"customer": "cus_a1b2c3d4", "language": "sv"}
ROWS = yaml.safe_load(Path(__file__).with_name("links.yml").read_text("utf-8"))


def links(*secrets: str, now: float = NOW) -> Links:
    return Links(secrets or (SECRET,), lambda: now)


def test_a_link_gives_back_what_it_was_signed_with() -> None:
    token = links().token("portal", FACTS)
    assert links().read("portal", token, 60) == FACTS
    assert all(letter.isascii() and (letter.isalnum() or letter in "._-") for letter in token)


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_what_was_altered_is_no_link(row: dict[str, Any]) -> None:
    token = links().token("portal", FACTS)
    facts, stamp, signature = token.rsplit(".", 2)
    other = links(STRANGERS).token("portal", FACTS).rpartition(".")[2]
    parts = {"cut": token[:-1], "rest": token[1:], "facts": facts, "stamp": stamp, "signature": signature}
    with pytest.raises(LinkInvalid):
        links().read("portal", row["token"].format(token=token, other=other, **parts), 60)


def test_a_link_of_one_purpose_opens_nothing_of_another() -> None:
    with pytest.raises(LinkInvalid) as refused:
        links().read("employer", links().token("portal", FACTS), 60)
    assert not isinstance(refused.value, LinkExpired)


@pytest.mark.parametrize(
    ("age", "outcome"),
    [(0, None), (59, None), (60, None), (61, LinkExpired), (10**6, LinkExpired), (-61, LinkExpired)],
)
def test_a_link_lasts_as_long_as_whoever_reads_it_says(age: int, outcome: type[Exception] | None) -> None:
    token = links(now=NOW - age).token("portal", FACTS)
    if outcome is None:
        assert links().read("portal", token, 60) == FACTS
    else:
        with pytest.raises(outcome):
            links().read("portal", token, 60)


def test_a_secret_can_be_changed_while_links_are_on_their_way() -> None:
    sent = links(OLD).token("portal", FACTS)
    assert links(SECRET, OLD).read("portal", sent, 60) == FACTS
    with pytest.raises(LinkInvalid):
        links(SECRET).read("portal", sent, 60)
    fresh = links(SECRET, OLD).token("portal", FACTS)
    assert links(SECRET).read("portal", fresh, 60) == FACTS, "the newest secret signs"
    with pytest.raises(LinkInvalid):
        links(OLD).read("portal", fresh, 60)


def test_a_huge_token_is_not_looked_at() -> None:
    huge = links().token("portal", {f"note{n}": f"{n * 7919}" for n in range(LONGEST_TOKEN)})
    with pytest.raises(LinkInvalid):
        links().read("portal", huge, 60)


@pytest.mark.parametrize("facts", [["a list"], "a text", 7, None])
def test_what_is_signed_and_is_no_set_of_facts_opens_nothing(facts: Any) -> None:
    with pytest.raises(LinkInvalid):
        links().read("portal", links().token("portal", facts), 60)


@given(token=st.text(max_size=200) | st.text("aA0_-.", max_size=200))
def test_nothing_that_somebody_makes_up_opens_anything(token: str) -> None:
    with pytest.raises(LinkInvalid):
        links().read("portal", token, 60)
