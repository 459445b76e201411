"""Mailboxes: which addresses are a person's own, and which are a role's."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from yhdessa.model.honesty.mailboxes import ADDRESS, is_personal

LOCAL: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "addresses.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("local", LOCAL["persons"])
def test_a_persons_address_is_known(local: str) -> None:
    assert is_personal(local)


@pytest.mark.parametrize("local", LOCAL["roles"])
def test_a_roles_address_is_let_through(local: str) -> None:
    assert not is_personal(local)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kirjoita: anna.virtanen@yhdessa.fi.", [("anna.virtanen", "yhdessa.fi")]),
        ("(mailto:info@posti.yhdessa.fi?subject=x)", [("info", "posti.yhdessa.fi")]),
        ("<åsa@exempel.se>", [("åsa", "exempel.se")]),
        ("@yhdessa, a@b and 2@3.4", []),
    ],
)
def test_an_address_is_found_in_a_text(text: str, found: list[tuple[str, str]]) -> None:
    assert ADDRESS.findall(text) == found
