"""Companies in the ledger, from sign-up to file: `yhdessa sync` as a command, the sandbox on a socket."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.books.trees import add_books
from tests.edits import change
from tests.ledger.conftest import Bank
from tests.ledger.office import SECRETS, Office
from tests.ledger.test_ledger_refusals import between
from tests.ledger.test_ledger_tells import mails
from yhdessa.books import partner_files
from yhdessa.cli import main
from yhdessa.ledger.book import open_ledger
from yhdessa.model import load_content
from yhdessa.payments.pulled_records import Company

FOLDER = "content/facts/partners"
Sync = Callable[..., tuple[int, str, str]]


@pytest.fixture
def office(bank: Bank) -> Office:
    return Office(bank)


@pytest.fixture
def sync(bank: Bank, tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Sync:
    """`yhdessa sync` in a project whose bank is the sandbox: exit status, what it prints and what it says."""
    add_books(tree)
    for name in ("STRIPE_SECRET_KEY", "LEDGER_URL", "TOTALS", "SMTP_URL", "TODAY"):
        monkeypatch.delenv(name, raising=False)

    def command(name: str = "sync", *options: str, api: str = bank.url) -> tuple[int, str, str]:
        monkeypatch.setenv("STRIPE_API", api)
        capsys.readouterr()
        status = main([name, "--project", str(tree), *options])
        said = capsys.readouterr()
        return status, said.out.replace("\u00a0", " "), said.err

    return command


def companies(tree: Path) -> list[Company]:
    ledger = open_ledger(f"sqlite:///{tree / 'var/ledger.sqlite'}", create=False)
    try:
        return ledger.companies()
    finally:
        ledger.close()


def files(tree: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted((tree / FOLDER).iterdir())}


def test_an_approved_partner_gets_its_file_once_and_stands_on_the_page_of_its_goal(
    office: Office, sync: Sync, tree: Path
) -> None:
    before = files(tree)
    office.signs_up(company="Odottaja Oy")
    declined = office.signs_up(company="Torjuttu Oy")
    office.partners.decline(declined, "Ei sovi")
    partner = office.partner()
    status, out, err = sync()
    assert status == 0, err
    assert f"{FOLDER}/leipomo-malli-oy.yml is written: Leipomo Malli Oy. The next build shows it.\n" in out
    new = {name: text for name, text in files(tree).items() if name not in before}
    assert list(new) == ["leipomo-malli-oy.yml"]
    assert yaml.safe_load(new["leipomo-malli-oy.yml"]) == {
        "name": "Leipomo Malli Oy",
        "tier": "partner",
        "goals": ["no-loneliness"],
        "website": "https://example.org/leipomo",
        "language": "fi",
        "customer": partner.id,
        "example": True,
    }
    assert load_content(tree).partners["leipomo-malli-oy"].customer == partner.id
    status, out, err = sync()
    assert (status, "written" in out, files(tree)) == (0, False, before | new)


def test_a_file_that_staff_have_edited_stays_as_it_is_and_is_known_again(
    office: Office, sync: Sync, tree: Path
) -> None:
    office.partner()
    sync()
    file = f"{FOLDER}/leipomo-malli-oy.yml"
    change(tree, {"file": file, "replace": "name: Leipomo Malli Oy", "with": "name: Leipomo Malli"})
    change(tree, {"file": file, "replace": "tier: partner", "with": "tier: main"})
    change(tree, {"file": file, "replace": "[no-loneliness]", "with": "[everyone-safe]"})
    (tree / file).rename(tree / FOLDER / "leipomo.yml")
    edited = files(tree)
    status, out, err = sync()
    assert (status, files(tree)) == (0, edited)
    assert "written" not in out
    assert f"{FOLDER}/leipomo.yml: it says the tier main, and partner was approved.\n" in err
    assert f"{FOLDER}/leipomo.yml: it leaves out the goal no-loneliness, which was approved.\n" in err


NAMES = [
    "Kahvila & Kauppa: Äiti & Tytär Oy",
    "🙂",
    "<script>alert(1)</script>",
    "- no",
    "no",
    "0012",
    "1.5e5",
    "'\"#|>{[",
    "Å" * 120,
    "=HYPERLINK(1)",
]


def test_names_of_any_kind_are_written_so_that_content_reads_them_back(
    office: Office, sync: Sync, tree: Path
) -> None:
    made = {office.partner(company=name, goal=None).id: name for name in NAMES}
    assert sync()[0] == 0
    written = {each.customer: each for each in load_content(tree).partners.values() if each.customer}
    assert {customer: each.name for customer, each in written.items()} == made
    assert {tuple(each.goals) for each in written.values()} == {()}


def test_two_companies_of_one_name_have_a_file_each(office: Office, sync: Sync, tree: Path) -> None:
    first, second = office.partner(), office.partner()
    assert first.id != second.id
    status, out, _ = sync()
    assert (status, out.count("is written")) == (0, 2)
    content = load_content(tree)
    known = [content.partners[name].customer for name in ("leipomo-malli-oy", "leipomo-malli-oy-2")]
    assert known == [first.id, second.id]


def test_a_file_of_the_same_name_that_nobody_signed_up_for_is_named(
    office: Office, sync: Sync, tree: Path
) -> None:
    own = "name: leipomo  malli OY\ntier: friend\ngoals: [no-loneliness]\n"
    change(tree, {"file": f"{FOLDER}/leipomo.yml", "write": own})
    office.partner()
    status, _, err = sync()
    assert status == 0
    assert f"{FOLDER}/leipomo.yml has the same name and no `customer`" in err
    assert files(tree)["leipomo.yml"] == own


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"tier": "gold"}, "content has no tier `gold`"),
        ({"goal": "no-lonliness"}, "content has no goal `no-lonliness`; did you mean `no-loneliness`?"),
        (
            {"goal": "everyone-safe", "tier": "friend"},
            "the goal `everyone-safe` does not offer the tier `friend`",
        ),
    ],
)
def test_a_partner_that_content_cannot_show_is_named_and_written_when_it_can(
    asked: dict[str, str], said: str, office: Office, sync: Sync, tree: Path
) -> None:
    before = files(tree)
    partner = office.partner(**asked)
    office.partner(company="Toinen Oy")
    status, _, err = sync()
    assert status == 1
    assert f"The file of Leipomo Malli Oy ({partner.id}) is not written: {said}" in err
    assert set(files(tree)) - set(before) == {"toinen-oy.yml"}, "one of them hides no other"
    assert load_content(tree)


def test_while_a_partners_file_cannot_be_read_none_is_written(
    office: Office, sync: Sync, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be the very one; content was sound when the sync began."""
    office.partner()
    before = set(files(tree))

    def broken(project: Path) -> list[partner_files.PartnerFile]:
        change(tree, {"file": f"{FOLDER}/bageri-exempel.yml", "append": "name: [\n"})
        return partner_files.partner_files(project)

    monkeypatch.setattr("yhdessa.books.partners.partner_files", broken)
    status, _, err = sync()
    assert status == 1
    assert "No partner's file is written while one cannot be read" in err
    assert set(files(tree)) == before


def test_what_a_company_says_of_its_people_comes_into_no_file(office: Office, sync: Sync, tree: Path) -> None:
    office.partner()
    office.remits(office.employer(), "2026-10", 5_000)
    sync()
    sync("report", "--by", "partner", "--csv", str(tree / "var/partners.csv"))
    sync("report", "--by", "employer", "--svg", str(tree / "var/employers.svg"))
    checked = [file for folder in ("var", FOLDER) for file in (tree / folder).rglob("*") if file.is_file()]
    assert len(checked) > 6
    for file in checked:
        assert not [secret for secret in SECRETS if secret.encode() in file.read_bytes()], file


def test_partners_and_employers_are_kept_as_they_stand_now(office: Office, sync: Sync, tree: Path) -> None:
    paid, ended = office.partner(company="A Oy"), office.partner(company="B Oy", goal=None, language="sv")
    late = office.partner(company="C Oy")
    office.pays(paid)
    office.cancels(ended)
    employer = office.employer()
    sync()
    assert {each.name: (each.role, each.state) for each in companies(tree)} == {
        "A Oy": ("partner", "paid"),
        "B Oy": ("partner", "cancelled"),
        "C Oy": ("partner", "approved"),
        employer.company: ("employer", "active"),
    }
    office.bank.advance(20)
    sync()
    assert next(each for each in companies(tree) if each.id == late.id).state == "overdue"
    office.bank.api.customers.delete(employer.id)
    sync()
    assert employer.id not in {each.id for each in companies(tree)}


def test_staff_hear_once_of_what_is_paid_late_or_over_and_nothing_is_removed(
    office: Office, sync: Sync, tree: Path
) -> None:
    good, _, ended = (office.partner(company=name) for name in ("A Oy", "B Oy", "C Oy"))
    assert sync()[0] == 0
    assert mails(tree) == []
    invoice = office.pays(good)
    office.bank.advance(20)
    office.cancels(ended)
    status, out, _ = sync()
    assert status == 0
    assert f"Proposed for removal: {FOLDER}/c-oy.yml; the partnership has ended. Nothing was removed." in out
    (text,) = mails(tree)
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    told = [line for line in lines if "A Oy" in line or "B Oy" in line]
    assert len([line for line in lines if "laskunsa: A Oy (" in line and "3 000 €" in line]) == 1
    assert [line.split()[-1] for line in lines if "A Oy" in line] == [invoice]
    assert len([line for line in lines if "maksamatta: B Oy" in line and "3 765 €" in line]) == 1
    assert len([line for line in lines if "päättynyt: C Oy" in line and line.endswith(ended.id)]) == 1
    assert len([line for line in lines if f"Tiedosto on {FOLDER}/c-oy.yml" in line]) == 1
    assert len(told) == 2, "a partner's payment is no large gift besides"
    assert {"a-oy.yml", "b-oy.yml", "c-oy.yml"} <= set(files(tree))
    status, out, _ = sync()
    assert len(mails(tree)) == 1, "once is enough"
    assert f"Proposed for removal: {FOLDER}/c-oy.yml" in out, "the sync says it as long as it is so"
    office.bank.advance(62)
    assert f"Proposed for removal: {FOLDER}/b-oy.yml; its invoice is long overdue" in sync()[1]
    first, *others = (text for text in mails(tree) if f"{FOLDER}/b-oy.yml" in text)
    assert "Poistetaanko sivustolta B Oy?" in first
    assert not others
    (tree / FOLDER / "c-oy.yml").unlink()
    status, out, _ = sync()
    assert f"{FOLDER}/c-oy.yml" not in out, "who has ended gets no file again"
    assert "c-oy.yml" not in files(tree)


def test_a_file_of_a_company_that_stripe_does_not_know_is_proposed_for_removal(
    office: Office, sync: Sync, tree: Path
) -> None:
    partner = office.partner()
    sync()
    office.bank.api.customers.delete(partner.id)
    out = sync()[1]
    assert f"Proposed for removal: {FOLDER}/leipomo-malli-oy.yml; Stripe knows no such partner." in out


@pytest.mark.parametrize("status", [403, 500])
def test_when_companies_cannot_be_read_gifts_are_counted_and_nobody_is_forgotten(
    status: int, bank: Bank, office: Office, sync: Sync, tree: Path
) -> None:
    office.approved()
    sync()
    known = companies(tree)
    bank.give(1234)

    def refused(path: str, body: object) -> object:
        return status if "/v1/customers" in path else body

    with between(bank, refused) as url:
        code, out, err = sync(api=url)
    assert code == 1
    assert "Gifts are counted; partners and employers stay as they were known." in err
    assert ("may not read customers" in err) == (status == 403)
    totals = json.loads((tree / "var/totals.json").read_text("utf-8"))
    assert sum(row["minor"] for row in totals["rows"]) == 1234
    assert companies(tree) == known
    assert "Proposed for removal" not in out


def test_before_companies_were_ever_read_no_file_is_proposed_for_removal(
    bank: Bank, sync: Sync, tree: Path
) -> None:
    own = "name: Oma Oy\ntier: friend\ngoals: [no-loneliness]\ncustomer: cus_unknown1\n"
    change(tree, {"file": f"{FOLDER}/oma.yml", "write": own})
    with between(bank, lambda path, body: 500 if "/v1/customers" in path else body) as url:
        assert "Proposed" not in sync(api=url)[1]
    assert f"Proposed for removal: {FOLDER}/oma.yml" in sync()[1]


#: A sync that is killed when it has written so many files, before the last is in its place.
KILLED = """
import os, signal, sys
from pathlib import Path
from yhdessa.cli import main
left, replace = int(sys.argv[2]), Path.replace
def killed(path, target):
    global left
    if target.parent.name == "partners":
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
    return replace(path, target)
Path.replace = killed
main(["sync", "--project", sys.argv[1]])
"""


@pytest.mark.parametrize("written", [0, 1, 2])
def test_a_sync_that_is_killed_leaves_whole_files_and_the_next_writes_the_rest(
    written: int, office: Office, sync: Sync, tree: Path
) -> None:
    before = set(files(tree))
    made = {office.partner(company=f"Yritys {letter}").id for letter in "ABC"}
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(tree), str(written)],
        env={"STRIPE_API": office.bank.url, "PATH": ""},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    there = {name for name in files(tree) if not name.startswith(".")} - before
    assert len(there) == written
    assert load_content(tree)
    assert sync()[0] == 0
    partners = [each.customer for each in load_content(tree).partners.values() if each.customer]
    assert sorted(partners) == sorted(made)
    assert sync()[1].count("written") == 0


def test_reports_of_companies_say_what_the_ledger_says_to_the_cent(office: Office, sync: Sync) -> None:
    paid = office.partner(company="A Oy")
    office.partner(company="B Oy")
    office.pays(paid)
    workplace = office.employer()
    first = office.remits(workplace, "2026-10", 12_345)
    office.remits(workplace, "2026-11", 5_005)
    office.bank.api.invoices.pay(first, params={"paid_out_of_band": True})
    sync()
    text = sync("report", "--by", "partner")[1]
    assert "Kumppani: maksanut            1  3 000,00      0,00      0,00" in text, text
    assert "Kumppani: hyväksytty          1      0,00  3 000,00      0,00" in text
    text = sync("report", "--by", "employer")[1]
    assert "Yhteensä" in text
    assert "173,50    123,45    50,05      0,00" in text, text
    assert "Työpaikkoja: mukana 1." in text
    kinds = sync("report", "--by", "kind")[1]
    assert "3 000,00" in kinds
    assert "123,45" in kinds
