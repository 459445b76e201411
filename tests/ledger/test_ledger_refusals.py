"""What can go wrong with a sync: one clear line each, exit status 1, and nothing that was pulled is lost."""

from __future__ import annotations

import json
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from werkzeug import Request, Response

from tests.ledger.chaos import begin
from tests.ledger.conftest import HELSINKI, Bank
from tests.serving import free_port, served
from yhdessa.ledger.book import open_ledger
from yhdessa.ledger.commands import run_sync
from yhdessa.ledger.lock import Locked, locked
from yhdessa.payments.client import API_VERSION
from yhdessa.totals import load_totals

KEY = "sk_test_sandbox"
Sync = Callable[..., tuple[int, str]]


@pytest.fixture
def sync(
    bank: Bank, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Sync:
    """Run the command in an environment of its own: its exit status, and what it says on standard error."""

    def ran(full: bool = False, **environment: str) -> tuple[int, str]:
        for name in ("STRIPE_SECRET_KEY", "LEDGER_URL", "TOTALS"):
            monkeypatch.delenv(name, raising=False)
        for name, value in {"STRIPE_API": bank.url, **environment}.items():
            monkeypatch.setenv(name, value)
        capsys.readouterr()
        status = run_sync(tmp_path, HELSINKI, full)
        return status, capsys.readouterr().err.strip()

    return ran


def last_line(said: str) -> str:
    return said.splitlines()[-1] if said else ""


def total(folder: Path) -> int:
    totals = load_totals(folder / "var" / "totals.json")
    return sum(row.minor for row in totals.rows) if totals else 0


@contextmanager
def between(bank: Bank, changed: Callable[[str, Any], Any]) -> Iterator[str]:
    """The sandbox with other answers: `changed(path, body)` gives the body, or a status to answer with."""

    def answer(environ: Any, start_response: Any) -> Any:
        response = Response.from_app(bank.sandbox, environ)
        body = changed(Request(environ).path, json.loads(response.get_data()))
        if isinstance(body, int):
            error = {"error": {"type": "invalid_request_error", "message": "The words of Stripe"}}
            response, body = Response(status=body, content_type="application/json"), error
        response.set_data(json.dumps(body))
        return response(environ, start_response)

    with socket.create_server(("127.0.0.1", 0)) as listener, served(answer, listener) as url:
        yield url


def test_without_a_key_the_sandbox_is_asked_and_a_sync_says_so(bank: Bank, sync: Sync) -> None:
    bank.give(2000)
    status, said = sync()
    assert status == 0
    assert said == f"No STRIPE_SECRET_KEY: the sandbox at {bank.url} is asked. `make serve` runs it."


@pytest.mark.parametrize(
    ("environment", "line"),
    [
        ({"STRIPE_SECRET_KEY": "sk_test_another"}, "Stripe refuses the key in STRIPE_SECRET_KEY."),
        ({"STRIPE_SECRET_KEY": "pk_test_sandbox"}, "STRIPE_SECRET_KEY is no secret or restricted key"),
        ({"STRIPE_SECRET_KEY": "rk_live_1"}, "STRIPE_API is set, and the key is live"),
        ({"LEDGER_URL": "postgresql://127.0.0.1/ledger"}, "LEDGER_URL is of another database"),
        ({"LEDGER_URL": "var/ledger"}, "LEDGER_URL is no address"),
    ],
)
def test_a_setting_that_is_wrong_is_named(environment: dict[str, str], line: str, sync: Sync) -> None:
    status, said = sync(**environment)
    assert status == 1
    assert last_line(said).startswith(line)


def test_a_key_that_may_not_read_a_list_is_told_which(bank: Bank, sync: Sync) -> None:
    with between(bank, lambda path, body: 403 if path == "/v1/disputes" else body) as url:
        status, said = sync(STRIPE_API=url)
    assert status == 1
    assert last_line(said) == (
        "The key in STRIPE_SECRET_KEY may not read disputes: give it that right at Stripe."
    )
    assert "words of Stripe" not in said


def test_when_stripe_is_down_what_was_pulled_stays_and_the_next_sync_goes_on(
    bank: Bank, sync: Sync, tmp_path: Path
) -> None:
    bank.give(2000)
    assert sync(STRIPE_SECRET_KEY=KEY)[0] == 0
    bank.give(500)
    with between(bank, lambda path, body: 503 if path == "/v1/refunds" else body) as url:
        status, said = sync(STRIPE_API=url, STRIPE_SECRET_KEY=KEY)
    assert (status, said) == (1, "Stripe does not answer. What was pulled is kept; the next sync goes on.")
    assert total(tmp_path) == 2000
    ledger = open_ledger(f"sqlite:///{tmp_path}/var/ledger.sqlite")
    assert len(list(ledger.gifts())) == 2
    ledger.close()
    assert sync(STRIPE_SECRET_KEY=KEY)[0] == 0
    assert total(tmp_path) == 2500


def test_a_sandbox_that_does_not_run_is_told_apart_from_stripe(sync: Sync) -> None:
    nowhere = f"http://127.0.0.1:{free_port()}"
    status, said = sync(STRIPE_API=nowhere)
    assert (status, last_line(said)) == (
        1,
        f"The sandbox does not answer at {nowhere}: does `make serve` run?",
    )
    status, said = sync(STRIPE_API=nowhere, STRIPE_SECRET_KEY=KEY)
    assert (status, last_line(said)[:23]) == (1, "Stripe does not answer.")


@pytest.mark.parametrize("days", [0.1, 400])
def test_a_clock_that_is_wrong_pulls_nothing(days: float, bank: Bank, sync: Sync, tmp_path: Path) -> None:
    bank.give(2000)
    bank.advance(days)
    status, said = sync(STRIPE_SECRET_KEY=KEY)
    assert status == 1
    told = re.fullmatch(r"This machine's clock is (\d+) seconds behind Stripe's. Set it; nothing .*", said)
    assert told
    assert abs(int(told[1]) - days * 86400) < 60
    assert not (tmp_path / "var" / "totals.json").exists()


def test_an_object_from_the_future_is_told_and_the_rest_is_counted(
    bank: Bank, sync: Sync, tmp_path: Path
) -> None:
    bank.give(2000)
    bank.give(300)
    charge = bank.all("charge")[0]
    charge["created"] += 7200
    status, said = sync(STRIPE_SECRET_KEY=KEY)
    assert status == 1
    assert said == (
        f"Not counted: {charge['id']} is dated in the future; it is counted when its time has come"
    )
    assert total(tmp_path) == 2000
    charge["created"] -= 7200
    assert sync(STRIPE_SECRET_KEY=KEY) == (0, "")
    assert total(tmp_path) == 2300


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("object", "charge_of_tomorrow", "is of a type that is not known: charge_of_tomorrow"),
        ("amount_captured", None, "is no charge as Stripe describes it"),
        ("currency", "zzz", "has a currency that is not known: zzz"),
        ("livemode", True, "is not of this ledger: test and real money do not mix"),
    ],
)
def test_an_object_that_cannot_be_understood_is_told_and_asked_for_again(
    field: str, value: Any, why: str, bank: Bank, sync: Sync, tmp_path: Path
) -> None:
    bank.give(2000)
    bank.give(300)
    odd = bank.all("charge")[0]["id"]

    def altered(path: str, body: Any) -> Any:
        for each in [body, *(body["data"] if body["object"] == "list" else [])]:
            if isinstance(each, dict) and each.get("id") == odd:
                each[field] = value
        return body

    with between(bank, altered) as url:
        status, said = sync(STRIPE_API=url)
        assert status == 1
        assert last_line(said).startswith(f"Not counted: {odd} {why}")
        assert total(tmp_path) == 2000
    assert sync()[0] == 0
    assert total(tmp_path) == 2300


def test_test_money_and_play_money_never_stand_in_one_ledger(bank: Bank, sync: Sync, tmp_path: Path) -> None:
    bank.give(2000)
    assert sync()[0] == 0
    status, said = sync(STRIPE_SECRET_KEY=KEY)
    assert status == 1
    assert said.startswith("The ledger is of the sandbox's play money, and the key of test money.")
    assert total(tmp_path) == 2000


def test_a_live_key_leaves_a_ledger_of_test_money_alone(
    bank: Bank, sync: Sync, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank.give(2000)
    assert sync(STRIPE_SECRET_KEY=KEY)[0] == 0
    status, said = sync(STRIPE_SECRET_KEY="rk_live_1", STRIPE_API="")
    assert status == 1
    assert said.startswith("The ledger is of test money, and the key of real money.")


def test_a_key_of_another_account_is_refused(bank: Bank, sync: Sync, tmp_path: Path) -> None:
    bank.give(2000)
    assert sync(STRIPE_SECRET_KEY=KEY)[0] == 0
    bank.control("reset")
    bank.give(100)
    status, said = sync(STRIPE_SECRET_KEY=KEY)
    assert status == 1
    assert said.startswith("The key is of another account than the ledger")
    assert total(tmp_path) == 2000


def test_no_key_and_nothing_made_of_it_is_in_the_ledger(bank: Bank, sync: Sync, tmp_path: Path) -> None:
    bank.give(2000)
    assert sync(STRIPE_SECRET_KEY=KEY)[0] == 0
    written = b"".join(file.read_bytes() for file in (tmp_path / "var").iterdir())
    assert b"sk_test" not in written


def test_a_sandbox_that_was_started_anew_begins_a_new_ledger(bank: Bank, sync: Sync, tmp_path: Path) -> None:
    bank.give(2000)
    assert sync()[0] == 0
    bank.control("reset")
    bank.give(100)
    status, said = sync()
    assert (status, last_line(said)) == (0, "The sandbox was started anew, and so is the ledger.")
    assert total(tmp_path) == 100


@pytest.mark.parametrize("keep", [0.3, 0.7, 0.95])
def test_a_half_written_ledger_is_told_and_left_as_it_is(
    keep: float, bank: Bank, sync: Sync, tmp_path: Path
) -> None:
    bank.control("gifts", count=300, metadata={"source": {"yhdessa": 1}, "kind": {"one-off": 1}})
    assert sync()[0] == 0
    file = tmp_path / "var" / "ledger.sqlite"
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    half = file.read_bytes()[: int(file.stat().st_size * keep)]
    file.write_bytes(half)
    status, said = sync()
    assert status == 1
    assert last_line(said).startswith("The ledger is damaged. Move it away")
    assert file.read_bytes() == half


def test_a_file_that_is_no_ledger_is_told(sync: Sync, tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "ledger.sqlite").write_bytes(b"Dear diary, " * 1000)
    status, said = sync()
    assert status == 1
    assert last_line(said).startswith("The ledger is no database. Move it away")


def test_a_ledger_of_another_shape_is_told(bank: Bank, sync: Sync, tmp_path: Path) -> None:
    assert sync()[0] == 0
    with sqlite3.connect(tmp_path / "var" / "ledger.sqlite") as connection:
        connection.execute("UPDATE facts SET value = '0' WHERE name = 'shape'")
    connection.close()
    status, said = sync()
    assert status == 1
    assert last_line(said).startswith("The ledger is of shape 0")


def test_a_read_only_disk_is_told(bank: Bank, sync: Sync, tmp_path: Path) -> None:
    assert sync()[0] == 0
    bank.give(2000)
    url = f"sqlite:///file:{tmp_path}/var/ledger.sqlite?mode=ro&uri=true"
    status, said = sync(LEDGER_URL=url)
    assert status == 1
    assert last_line(said) == "The ledger cannot be written: its file or its disk is read-only."


def test_a_full_disk_is_told_and_what_was_pulled_is_kept(bank: Bank, sync: Sync, tmp_path: Path) -> None:
    bank.control("gifts", count=2000, metadata={"source": {"yhdessa": 1}, "kind": {"one-off": 1}})

    def small(connection: Any, _: object) -> None:
        connection.execute("PRAGMA max_page_count=40")

    event.listen(Engine, "connect", small)
    try:
        status, said = sync()
    finally:
        event.remove(Engine, "connect", small)
    assert status == 1
    assert last_line(said).startswith("The disk is full.")
    ledger = open_ledger(f"sqlite:///{tmp_path}/var/ledger.sqlite")
    assert 100 <= len(list(ledger.gifts())) < 2000
    ledger.close()
    assert sync()[0] == 0
    assert total(tmp_path) == sum(each["amount"] for each in bank.all("charge"))


def test_totals_that_cannot_be_written_are_told(bank: Bank, sync: Sync, tmp_path: Path) -> None:
    bank.give(2000)
    (tmp_path / "var" / "totals.json").mkdir(parents=True)
    status, said = sync()
    assert status == 1
    assert "totals" in last_line(said)
    assert "Traceback" not in said


def test_a_second_sync_waits_for_the_first(bank: Bank, tmp_path: Path) -> None:
    bank.give(2000)
    with locked(tmp_path / "var" / "ledger.lock", lambda: None):
        second = begin(tmp_path, bank.url)
        assert second.stderr is not None
        assert second.stderr.readline() == "Another sync is at work; this one waits for it.\n"
        assert not (tmp_path / "var" / "ledger.sqlite").exists()
    second.communicate(timeout=60)
    assert second.returncode == 0
    assert total(tmp_path) == 2000


def test_a_lock_that_is_not_let_go_is_left_to_the_other(tmp_path: Path) -> None:
    heard = []
    with (
        locked(tmp_path / "lock", lambda: None),
        pytest.raises(Locked),
        locked(tmp_path / "lock", lambda: heard.append("waiting"), patience=0.0),
    ):
        pass
    assert heard == ["waiting"]


def test_ctrl_c_leaves_with_a_line(bank: Bank, tmp_path: Path) -> None:
    bank.give(2000)
    bank.control("faults", kind="sleep", seconds=20, path="/v1/disputes")
    process = begin(tmp_path, bank.url)
    assert process.stderr is not None
    assert "sandbox" in process.stderr.readline()
    end = time.monotonic() + 30
    while not _pulled(tmp_path) and time.monotonic() < end:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 1
    assert said.strip() == "Stopped. What was pulled is kept; the next sync goes on."
    bank.control("reset")


def _pulled(folder: Path) -> bool:
    """Whether the refunds are read, so that the disputes are being asked for."""
    file = folder / "var" / "ledger.sqlite"
    if not file.exists():
        return False
    connection = sqlite3.connect(file, timeout=10)
    try:
        found = connection.execute("SELECT done FROM places WHERE stream = 'refunds'").fetchone()
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
    return bool(found and found[0])


def test_every_request_names_the_version_of_the_api_and_reads_only(bank: Bank, sync: Sync) -> None:
    bank.give(2000)
    asked = set()

    def noted(environ: Any, start_response: Any) -> Any:
        asked.add((environ["REQUEST_METHOD"], environ.get("HTTP_STRIPE_VERSION")))
        return bank.sandbox(environ, start_response)

    with socket.create_server(("127.0.0.1", 0)) as listener, served(noted, listener) as url:
        assert sync(STRIPE_API=url)[0] == 0
    assert asked == {("GET", API_VERSION)}


def test_nothing_else_of_the_command_is_needed_for_a_sync() -> None:
    """A sync reads no content, so that it needs neither YAML nor pydantic nor MkDocs."""
    heavy = "{'yaml', 'pydantic', 'mkdocs', 'jinja2'}"
    seen = f"import sys, yhdessa.ledger.commands; print(*sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
