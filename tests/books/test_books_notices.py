"""Notices to staff: told once, by mail, when something new stands in the ledger; never who gave."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import select

from tests.books.gifts import bill, fill, gift, gifts_of, ledger_at, moment
from tests.proof import sized
from yhdessa.books.letters import LINES
from yhdessa.books.notices import notices
from yhdessa.books.telling import tell_after_sync, tell_staff
from yhdessa.ledger.book import Ledger
from yhdessa.mail.letter import Letter
from yhdessa.mail.mailer import MailUnavailable
from yhdessa.model import Content, load_content

CASES: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("notices.yml").read_text("utf-8"))
#: What an old account holds when the ledger begins: a gift to one goal, large, half paid back.
OLD = {
    "paid": "2026-10-01",
    "gross": 500_000,
    "goal": "no-loneliness",
    "id": "pi_old",
    "back": [[250_000, "2026-10-02"]],
}


class Post:
    """Takes letters; `down` refuses them, `killed` stops the process after it has taken one."""

    def __init__(self) -> None:
        self.letters: list[Letter] = []
        self.down = self.killed = False

    def send(self, letter: Letter) -> None:
        if self.down:
            raise MailUnavailable
        self.letters.append(letter)
        if self.killed:
            raise KeyboardInterrupt

    @property
    def lines(self) -> list[str]:
        """The lines of all letters, as a person reads them."""
        texts = "\n".join(letter.text for letter in self.letters).replace("\u00a0", " ")
        return [line.removeprefix("- ") for line in texts.splitlines() if line.startswith("- ")]


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def ledger(tmp_path: Path, content: Content, post: Post) -> Iterator[Ledger]:
    """A ledger that has begun with what an old account holds."""
    ledger = ledger_at(tmp_path / "ledger.sqlite", moment("2026-11-21"))
    fill(ledger, [gift(OLD)])
    assert tell_staff(ledger, content, post) == 0
    yield ledger
    ledger.close()


@pytest.mark.parametrize("name", CASES)
def test_staff_are_told(name: str, ledger: Ledger, content: Content, post: Post) -> None:
    case = CASES[name]
    fill(ledger, gifts_of(case.get("gifts", [])))
    for each in case.get("bills", []):
        bill(ledger, each["id"], each["minor"], moment(str(each["due"])))
    assert tell_staff(ledger, content, post) == len(case["lines"])
    assert post.lines == case["lines"]
    assert len(post.letters) == (1 if case["lines"] else 0)
    assert tell_staff(ledger, content, post) == 0, "once is enough"
    assert len(post.letters) == (1 if case["lines"] else 0)


def test_a_second_dispute_and_two_refunds_of_one_second_are_news_of_their_own(
    ledger: Ledger, content: Content, post: Post
) -> None:
    told = {"paid": "2026-10-02", "gross": 5_000, "id": "pi_a"}
    two = [[1_000, "2026-11-02"], [1_000, "2026-11-02"]]
    fill(ledger, [gift({**told, "back": two})])
    assert tell_staff(ledger, content, post) == 2
    first = [*two, [3_000, "2026-11-03", "dispute"]]
    fill(ledger, [gift({**told, "back": first, "disputed": True})])
    assert tell_staff(ledger, content, post) == 1
    again = [*first, [-3_000, "2026-11-04", "dispute"], [3_000, "2026-11-05", "dispute"]]
    fill(ledger, [gift({**told, "back": again, "disputed": True})])
    assert tell_staff(ledger, content, post) == 1
    assert tell_staff(ledger, content, post) == 0


def test_a_first_sync_of_an_old_account_tells_nobody_of_its_past(
    tmp_path: Path, content: Content, post: Post
) -> None:
    ledger = ledger_at(tmp_path / "ledger.sqlite", moment("2026-11-21"))
    count = sized(2_000, 100_000)
    fill(ledger, (gift({**OLD, "id": f"pi_{number}"}) for number in range(count)))
    assert tell_staff(ledger, content, post) == 0
    fill(ledger, [gift({"paid": "2026-10-05", "gross": 200_000, "id": "pi_late"})])
    assert tell_staff(ledger, content, post) == 1, "what came late is new, however old it is"
    assert (len(post.letters), len(post.lines)) == (1, 1)
    ledger.close()


def test_an_empty_ledger_begins_too(tmp_path: Path, content: Content, post: Post) -> None:
    ledger = ledger_at(tmp_path / "ledger.sqlite", moment("2026-11-21"))
    assert tell_staff(ledger, content, post) == 0
    fill(ledger, [gift({"paid": "2026-11-22", "gross": 500, "goal": "no-loneliness"})])
    assert tell_staff(ledger, content, post) == 1
    ledger.close()


def test_while_mail_is_down_they_wait_and_are_told_of_once(
    ledger: Ledger, content: Content, post: Post
) -> None:
    fill(ledger, [gift({"paid": "2026-11-02", "gross": 200_000, "id": "pi_a"})])
    post.down = True
    for _ in range(3):
        with pytest.raises(MailUnavailable):
            tell_staff(ledger, content, post)
    fill(ledger, [gift({"paid": "2026-11-03", "gross": 300_000, "id": "pi_b"})])
    post.down = False
    assert [tell_staff(ledger, content, post) for _ in range(3)] == [2, 0, 0]
    assert [line.split()[-1] for line in post.lines] == ["pi_b", "pi_a"]


def test_whoever_is_killed_after_the_mail_has_left_tells_it_once_more(
    ledger: Ledger, content: Content, post: Post
) -> None:
    fill(ledger, [gift({"paid": "2026-11-02", "gross": 200_000})])
    post.killed = True
    with pytest.raises(KeyboardInterrupt):
        tell_staff(ledger, content, post)
    post.killed = False
    assert [tell_staff(ledger, content, post) for _ in range(2)] == [1, 0]
    assert len(post.letters) == 2


def test_what_waits_and_what_was_told_is_kept_with_its_time(
    ledger: Ledger, content: Content, post: Post
) -> None:
    fill(ledger, [gift({"paid": "2026-11-02", "gross": 200_000, "id": "pi_a"})])
    asked = select(notices.c.made_at, notices.c.sent_at).where(notices.c.subject_id == "pi_a")
    post.down = True
    with pytest.raises(MailUnavailable):
        tell_staff(ledger, content, post)
    with ledger.engine.connect() as connection:
        assert connection.execute(asked).all() == [(moment("2026-11-21"), None)]
    post.down = False
    tell_staff(ledger, content, post)
    with ledger.engine.connect() as connection:
        assert connection.execute(asked).all() == [(moment("2026-11-21"), moment("2026-11-21"))]


def test_thousands_of_events_are_one_letter_that_counts_what_it_does_not_list(
    ledger: Ledger, content: Content, post: Post
) -> None:
    told = ({"paid": "2026-11-02", "gross": 200_000, "id": f"pi_{number}"} for number in range(1200))
    fill(ledger, map(gift, told))
    assert tell_staff(ledger, content, post) == 1200
    assert (len(post.letters), len(post.lines)) == (1, LINES)
    assert f"… ja {1200 - LINES:,} muuta".replace(",", "\u00a0") in post.letters[0].text
    assert tell_staff(ledger, content, post) == 0


def test_the_letter_is_in_the_first_language_to_the_role_that_the_content_names(
    ledger: Ledger, content: Content, post: Post
) -> None:
    fill(ledger, [gift({"paid": "2026-11-02", "gross": 200_000, "id": "pi_a"})])
    tell_staff(ledger, content, post)
    (letter,) = post.letters
    assert (letter.to, letter.language, letter.sender.name) == ("info@example.org", "fi", "Yhdessä")
    assert letter.subject == "Lahjoitukset: 1 uusi asia"


def test_a_site_without_notices_tells_nobody(ledger: Ledger, books: Path, post: Post) -> None:
    for file in books.glob("content/*/notices.yml"):
        file.unlink()
    fill(ledger, [gift({"paid": "2026-11-02", "gross": 200_000})])
    assert tell_staff(ledger, load_content(books), post) == 0
    assert post.letters == []


def test_a_ledger_that_was_never_whole_tells_nobody(tmp_path: Path, content: Content, post: Post) -> None:
    """A first pull that was killed half-way is not yet what the ledger began with."""
    ledger = ledger_at(tmp_path / "ledger.sqlite")
    fill(ledger, [gift(OLD)])
    assert tell_staff(ledger, content, post) == 0
    with ledger.engine.connect() as connection:
        assert not ledger.engine.dialect.has_table(connection, "notices")
    ledger.close()


def test_after_a_sync_the_mail_lies_in_the_outbox_of_whoever_develops(
    ledger: Ledger, content: Content, books: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(ledger, [gift({"paid": "2026-11-02", "gross": 200_000, "id": "pi_a"})])
    tell_after_sync(ledger, content, books, {})
    assert capsys.readouterr().out == "Staff were told of 1 thing by mail.\n"
    (file,) = (books / "var/outbox").iterdir()
    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    body = message.get_body()
    assert body is not None
    assert "pi_a" in body.get_content()
    tell_after_sync(ledger, content, books, {})
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("smtp://127.0.0.1:1", "The mail did not leave. Staff are told at the next sync.\n"),
        (
            "mail.example.org",
            "SMTP_URL is no mail server: it looks like smtps://user:password@mail.example.org. "
            "Staff are told at the next sync.\n",
        ),
    ],
)
def test_a_sync_goes_on_without_mail_and_says_so(
    ledger: Ledger, content: Content, books: Path, capsys: pytest.CaptureFixture[str], url: str, said: str
) -> None:
    fill(ledger, [gift({"paid": "2026-11-02", "gross": 200_000})])
    tell_after_sync(ledger, content, books, {"SMTP_URL": url})
    assert capsys.readouterr().err == said
