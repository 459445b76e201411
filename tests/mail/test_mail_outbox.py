"""The outbox: each letter a file, whole or not there at all, in the order in which they were sent."""

from __future__ import annotations

import threading
from email import message_from_bytes, policy
from pathlib import Path

import msgspec
import pytest

from yhdessa.mail.letter import Letter
from yhdessa.mail.mailer import MailUnavailable, OutboxMailer, SmtpMailer, create_mailer

NOW = 1_790_000_000.0


def subjects(folder: Path) -> list[str]:
    return [
        str(message_from_bytes(file.read_bytes(), policy=policy.default)["Subject"])
        for file in sorted(folder.iterdir())
    ]


def test_letters_are_files_that_mail_programs_open(letter: Letter, tmp_path: Path) -> None:
    OutboxMailer(tmp_path / "var" / "outbox", lambda: NOW).send(letter)
    [file] = (tmp_path / "var" / "outbox").iterdir()
    assert file.suffix == ".eml"
    assert file.name.startswith("20260921T")
    assert file.name.endswith("-linkki-lahjoitukseesi.eml")
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert message.get_content() == letter.text + "\n"


def test_files_stand_in_the_order_of_the_letters_also_of_one_second(letter: Letter, tmp_path: Path) -> None:
    mailer = OutboxMailer(tmp_path, lambda: NOW)
    for number in (3, 1, 2, 1):
        mailer.send(msgspec.structs.replace(letter, subject=f"Letter {number}"))
    assert subjects(tmp_path) == ["Letter 3", "Letter 1", "Letter 2", "Letter 1"]


@pytest.mark.parametrize("subject", ["💖", "../../etc/passwd", "\x00", "a" * 500, ""])
def test_a_file_lies_in_the_outbox_whatever_its_subject(subject: str, letter: Letter, tmp_path: Path) -> None:
    OutboxMailer(tmp_path / "outbox").send(msgspec.structs.replace(letter, subject=subject))
    assert [file.parent.name for file in tmp_path.rglob("*.eml")] == ["outbox"]


def test_a_letter_to_no_address_leaves_nothing_behind(letter: Letter, tmp_path: Path) -> None:
    with pytest.raises(MailUnavailable):
        OutboxMailer(tmp_path).send(msgspec.structs.replace(letter, to="nobody"))
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_leaves_nothing_behind(
    letter: Letter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: Path, data: bytes) -> int:
        with file.open("wb") as opened:
            opened.write(data[:100])
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(MailUnavailable):
        OutboxMailer(tmp_path).send(letter)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told_before_there_is_a_letter(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(MailUnavailable), OutboxMailer(tmp_path / "file" / "outbox").open():
        pass


def test_letters_of_one_moment_are_all_kept(letter: Letter, tmp_path: Path) -> None:
    mailer = OutboxMailer(tmp_path, lambda: NOW)
    threads = [threading.Thread(target=mailer.send, args=(letter,)) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(subjects(tmp_path)) == 20


def test_a_server_is_used_where_one_is_named_and_else_the_outbox(tmp_path: Path) -> None:
    named, unnamed = create_mailer("smtps://mail.example.org", tmp_path), create_mailer(None, tmp_path)
    assert isinstance(named, SmtpMailer)
    assert isinstance(unnamed, OutboxMailer)
    assert (named.server.host, unnamed.folder) == ("mail.example.org", tmp_path)
