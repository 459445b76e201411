"""From a gift at Stripe to what people read: sync, notice, report and export, as commands."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.books.trees import add_books
from tests.ledger.conftest import GIVER, Bank
from yhdessa.cli import main

Run = Callable[..., str]


@pytest.fixture
def run(bank: Bank, tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command of `yhdessa` in a project whose bank is the sandbox; what it prints."""
    add_books(tree)
    monkeypatch.setenv("STRIPE_API", bank.url)
    for name in ("STRIPE_SECRET_KEY", "LEDGER_URL", "TOTALS", "SMTP_URL", "TODAY"):
        monkeypatch.delenv(name, raising=False)

    def command(name: str, *options: str) -> str:
        status = main([name, "--project", str(tree), *options])
        said = capsys.readouterr()
        assert status == 0, said.err
        return said.out.replace("\u00a0", " ")

    return command


def mails(tree: Path) -> list[str]:
    """The texts of what lies in the outbox."""
    found = []
    for file in sorted(tree.glob("var/outbox/*.eml")):
        body = email.message_from_bytes(file.read_bytes(), policy=email.policy.default).get_body()
        assert body is not None
        found.append(body.get_content().replace("\u00a0", " "))
    return found


def test_staff_hear_of_what_is_new_once_and_of_nothing_that_was_there_before(
    bank: Bank, run: Run, tree: Path
) -> None:
    bank.give(500_000)
    run("sync")
    assert mails(tree) == []
    large, ordinary = bank.give(250_000), bank.give(1_000)
    bank.give_back(ordinary, 400)
    assert "Staff were told of 2 things by mail.\n" in run("sync")
    (text,) = mails(tree)
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    assert [line.split()[-1] for line in lines] == [ordinary, large]
    assert "Palautus: 4 €" in lines[0]
    assert "Suuri lahjoitus: 2 500 €" in lines[1]
    run("sync")
    assert len(mails(tree)) == 1


def test_report_and_export_tell_what_was_given_and_never_by_whom(bank: Bank, run: Run, tree: Path) -> None:
    first = bank.give(5_000)
    bank.give(1_250, goal="")
    bank.give_back(first, 1_000)
    run("sync")
    assert "Yhteensä                         2  62,50       10,00  52,50" in run("report")
    year = run("report", "--by", "month").splitlines()[6].split()[1]
    files = run("export", "--year", year).splitlines()
    assert len(files) == 9
    assert first in Path(next(file for file in files if "gifts" in file)).read_text("utf-8")
    for file in (tree / "var").rglob("*"):
        assert not file.is_file() or GIVER.encode() not in file.read_bytes(), file


def test_an_invoice_that_nobody_pays_is_told_of_when_its_day_is_over(
    bank: Bank, run: Run, tree: Path
) -> None:
    run("sync")
    invoice = bank.bill(12_345, {"source": "yhdessa", "kind": "payroll", "goal": "no-loneliness"})
    run("sync")
    assert mails(tree) == []
    bank.advance(15)
    run("sync")
    (text,) = mails(tree)
    assert "- Maksamaton lasku: 123,45 € erääntyi" in text
    assert invoice in text
