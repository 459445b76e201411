"""Mail leaves by a server that can be trusted, or does not leave, within a visitor's patience."""

from __future__ import annotations

import smtplib
import socket
import ssl
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from tests.mail.conftest import ELSEWHERE, HERE, answering, mailer_to
from tests.serving import free_port
from yhdessa.mail.letter import Letter
from yhdessa.mail.mailer import MailUnavailable, Server, parse_smtp_url

URLS = yaml.safe_load(Path(__file__).with_name("smtp_urls.yml").read_text("utf-8"))


@pytest.mark.parametrize("row", URLS, ids=[row["url"] for row in URLS])
def test_the_address_of_a_server_is_read_or_refused_without_being_repeated(row: dict[str, Any]) -> None:
    if "server" in row:
        assert parse_smtp_url(row["url"]) == Server(*row["server"])
        return
    with pytest.raises(ValueError, match="it looks like smtps://") as refused:
        parse_smtp_url(row["url"])
    assert "secret" not in str(refused.value)


def test_a_letter_is_delivered_to_its_one_address(mail_server: Any, letter: Letter) -> None:
    post, server = mail_server()
    mailer_to(server).send(letter)
    assert post.envelopes == [("info@example.org", ["giver@example.org"])]
    assert post.taken[0]["Subject"] == "Linkki lahjoitukseesi"
    assert post.taken[0].get_content().replace("\r\n", "\n") == letter.text + "\n"


def test_several_letters_go_out_by_one_connection_and_none_by_another(
    mail_server: Any, letter: Letter
) -> None:
    post, server = mail_server()
    mailer = mailer_to(server)
    with mailer.open() as opened:
        opened.send(letter)
        opened.send(msgspec.structs.replace(letter, to="payer@example.org"))
    with mailer.open():
        pass
    assert [to for _, to in post.envelopes] == [["giver@example.org"], ["payer@example.org"]]


@pytest.mark.parametrize("tls", ["first", "on request"])
def test_a_server_elsewhere_is_spoken_to_in_private_and_knows_us(
    tls: str, mail_server: Any, letter: Letter, trusted: None
) -> None:
    post, server = mail_server(ELSEWHERE, tls, password="pass:word")
    mailer_to(server).send(letter)
    assert (len(post.taken), post.encrypted) == (1, [True])


@pytest.mark.parametrize("tls", ["first", "on request"])
def test_a_certificate_that_nobody_trusts_is_refused(tls: str, mail_server: Any, letter: Letter) -> None:
    post, server = mail_server(ELSEWHERE, tls)
    with pytest.raises(MailUnavailable) as refused:
        mailer_to(server).send(letter)
    assert isinstance(refused.value.__cause__, ssl.SSLCertVerificationError)
    assert post.taken == []


@pytest.mark.parametrize("tls", ["first", "on request"])
def test_a_certificate_of_another_host_is_refused(
    tls: str, mail_server: Any, letter: Letter, trusted: None
) -> None:
    post, server = mail_server(ELSEWHERE, tls, named="mail.example.org")
    with pytest.raises(MailUnavailable) as refused:
        mailer_to(server).send(letter)
    assert isinstance(refused.value.__cause__, ssl.SSLCertVerificationError)
    assert post.taken == []


def test_a_server_elsewhere_that_has_no_tls_gets_neither_letter_nor_password(
    mail_server: Any, letter: Letter
) -> None:
    post, server = mail_server(ELSEWHERE, password="pass:word")
    with pytest.raises(MailUnavailable) as refused:
        mailer_to(server).send(letter)
    assert isinstance(refused.value.__cause__, smtplib.SMTPNotSupportedError)
    assert post.taken == []


def test_a_server_that_should_begin_with_tls_and_does_not_gets_nothing(
    mail_server: Any, letter: Letter
) -> None:
    post, server = mail_server(HERE)
    with pytest.raises(MailUnavailable):
        mailer_to(msgspec.structs.replace(server, tls_first=True)).send(letter)
    assert post.taken == []


def test_a_wrong_password_is_told_when_the_way_is_opened(
    mail_server: Any, letter: Letter, trusted: None
) -> None:
    post, server = mail_server(ELSEWHERE, "first", password="right")
    with (
        pytest.raises(MailUnavailable) as refused,
        mailer_to(msgspec.structs.replace(server, password="w")).open(),
    ):
        pass
    assert isinstance(refused.value.__cause__, smtplib.SMTPAuthenticationError)
    assert post.taken == []


@pytest.mark.parametrize(
    "change", [{"to": "nobody@example.org"}, {"subject": "The mailbox is full"}, {"to": "no address"}]
)
def test_a_letter_that_is_not_taken_is_told_and_the_next_is_sent(
    change: dict[str, str], mail_server: Any, letter: Letter
) -> None:
    post, server = mail_server()
    with mailer_to(server).open() as opened:
        with pytest.raises(MailUnavailable):
            opened.send(msgspec.structs.replace(letter, **change))
        opened.send(letter)
    assert len(post.taken) == 1


def test_nobody_at_the_address_is_told_at_once(letter: Letter) -> None:
    with pytest.raises(MailUnavailable):
        mailer_to(Server(HERE, free_port(), tls_first=False)).send(letter)


TROUBLES: dict[str, Callable[[socket.socket], None]] = {
    "hangs up at once": lambda connection: None,
    "hangs up after its greeting": lambda connection: connection.sendall(b"220 here\r\n"),
    "is too busy": lambda connection: connection.sendall(b"421 come again\r\n"),
    "is no mail server": lambda connection: connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
    "says one endless line": lambda connection: connection.sendall(b"220 " + b"a" * 20_000 + b"\r\n"),
}


@pytest.mark.parametrize("how", TROUBLES)
def test_a_server_that_breaks_off_is_told(how: str, letter: Letter) -> None:
    with answering(TROUBLES[how]) as server, pytest.raises(MailUnavailable):
        mailer_to(server).send(letter)


def test_a_letter_that_was_taken_is_sent_even_if_the_server_then_hangs_up(letter: Letter) -> None:
    """Whoever is told that it is not would send it again."""
    taken = []

    def talk(connection: socket.socket) -> None:
        lines = connection.makefile("rb")
        connection.sendall(b"220 here\r\n")
        while (line := lines.readline()) and not line.lower().startswith(b"data"):
            connection.sendall(b"250 OK\r\n")
        connection.sendall(b"354 Go on\r\n")
        while (line := lines.readline()) != b".\r\n":
            taken.append(line)
        connection.sendall(b"250 Taken\r\n")

    with answering(talk) as server:
        mailer_to(server).send(letter)
    assert any(line.startswith(b"Subject: ") for line in taken)


@pytest.mark.parametrize("greets", [False, True], ids=["says nothing", "greets and says no more"])
def test_a_server_that_hangs_costs_no_more_than_its_time(greets: bool, letter: Letter) -> None:
    ended = threading.Event()

    def talk(connection: socket.socket) -> None:
        if greets:
            connection.sendall(b"220 here\r\n")
        ended.wait(30)

    begun = time.monotonic()
    with answering(talk) as server:
        with pytest.raises(MailUnavailable):
            mailer_to(server, patience=0.6).send(letter)
        took = time.monotonic() - begun
        ended.set()
    assert 0.5 <= took < 10


def test_all_steps_share_one_time(letter: Letter) -> None:
    """Each step answers in time; a dozen of them would keep a visitor a dozen times as long."""
    ended = threading.Event()

    def talk(connection: socket.socket) -> None:
        lines = connection.makefile("rb")
        connection.sendall(b"220 here\r\n")
        while lines.readline() and not ended.wait(0.4):
            connection.sendall(b"250 OK\r\n")

    begun = time.monotonic()
    with answering(talk) as server:
        with pytest.raises(MailUnavailable) as late:
            mailer_to(server, patience=1.0).send(letter)
        took = time.monotonic() - begun
        ended.set()
    assert isinstance(late.value.__cause__, smtplib.SMTPServerDisconnected)
    assert took < 10
