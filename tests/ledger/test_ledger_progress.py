"""How far a sync has come: a moving line on a terminal, now and then a plain one elsewhere."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from yhdessa.ledger.progress import EVERY, shown
from yhdessa.ledger.settings import SANDBOX, read_settings

MOMENT = 1_780_000_000


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_the_list_how_many_objects_and_how_far_back() -> None:
    out = Terminal()
    with shown(out) as told:
        for count in (100, 200):
            told("invoice_payments", count, MOMENT)
        told("refunds", 50, None)
    assert "invoice payments" in out.getvalue()
    assert "refunds" in out.getvalue()


def test_a_log_has_a_plain_line_for_every_ten_thousandth_object_and_none_before() -> None:
    out = io.StringIO()
    with shown(out) as told:
        told("charges", 100, MOMENT)
        told("charges", EVERY, MOMENT)
        told("refunds", 0, None)
    assert out.getvalue() == "charges: 10000 read, back to 2026-05-28\n"


@pytest.mark.parametrize(
    ("environment", "mode", "api"),
    [
        ({}, "sandbox", SANDBOX),
        ({"STRIPE_API": "http://127.0.0.1:9/"}, "sandbox", "http://127.0.0.1:9"),
        ({"STRIPE_SECRET_KEY": "sk_test_1"}, "test", None),
        ({"STRIPE_SECRET_KEY": "rk_live_1"}, "live", None),
    ],
)
def test_whom_a_sync_asks(environment: dict[str, str], mode: str, api: str | None, tmp_path: Path) -> None:
    settings = read_settings(environment, tmp_path)
    assert (settings.mode, settings.api) == (mode, api)
    assert settings.ledger == f"sqlite:///{tmp_path}/var/ledger.sqlite"
    assert settings.totals == tmp_path / "var" / "totals.json"


def test_ledger_and_totals_can_be_elsewhere(tmp_path: Path) -> None:
    environment = {"LEDGER_URL": "sqlite:////srv/ledger.sqlite", "TOTALS": "/srv/totals.json"}
    settings = read_settings(environment, tmp_path)
    assert (settings.ledger, str(settings.totals)) == ("sqlite:////srv/ledger.sqlite", "/srv/totals.json")
