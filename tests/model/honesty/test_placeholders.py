"""Placeholders: the names that wait for a real one, in three languages, and real ones that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from yhdessa.model.honesty.placeholders import FILLING, NAME

NAMES: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "names.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", NAMES["waiting"])
def test_a_name_that_waits_for_the_real_one_is_known(name: str) -> None:
    assert NAME.fullmatch(name)


@pytest.mark.parametrize("name", NAMES["real"])
def test_a_real_name_is_let_through(name: str) -> None:
    assert not NAME.fullmatch(name)


@pytest.mark.parametrize("text", NAMES["filling"])
def test_what_stands_in_no_text_is_known(text: str) -> None:
    assert FILLING.search(text)


@pytest.mark.parametrize("text", NAMES["ordinary"])
def test_ordinary_text_is_let_through(text: str) -> None:
    assert not FILLING.search(text)
