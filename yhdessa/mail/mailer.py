"""Mailers: a letter goes out by SMTP, or into a folder where a developer reads it."""

from __future__ import annotations

import re
import smtplib
import ssl
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from email.errors import MessageError
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from yhdessa.mail.letter import Letter, message_of

#: Seconds for each step of sending: a visitor waits for it, and hosts stop a function after ten.
PATIENCE = 3.0
PORTS = {"smtp": 587, "smtps": 465}
LOOPBACK = ("127.0.0.1", "localhost", "::1")
LOOKS_LIKE = "it looks like smtps://user:password@mail.example.org"


class MailUnavailable(Exception):
    """The letter did not leave: the cause is chained for the log. Sending it again is safe."""


class Mailer(Protocol):
    """Whoever takes letters."""

    def send(self, letter: Letter) -> None:
        """Send one letter. Raises MailUnavailable."""


@dataclass(frozen=True)
class Server:
    """A mail server: where it is, whether TLS comes first (`smtps`) or after a greeting, and who we are."""

    host: str
    port: int
    tls_first: bool
    user: str = ""
    password: str = ""

    @property
    def here(self) -> bool:
        """Whether it is on this machine, where nobody listens in between."""
        return self.host in LOOPBACK


def parse_smtp_url(url: str) -> Server:
    """The server of `smtps://user:password@host:465`, or `smtp://...` for TLS after a greeting.

    Raises ValueError, whose message repeats nothing of `url`: it holds a password.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ValueError(LOOKS_LIKE) from None
    if parts.scheme not in PORTS or not parts.hostname or parts.path.strip("/") or parts.query:
        raise ValueError(LOOKS_LIKE)
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Server(parts.hostname, port or PORTS[parts.scheme], parts.scheme == "smtps", user, password)


class SmtpMailer:
    """Sends through one server, a connection a letter: functions are frozen between two."""

    def __init__(self, server: Server, clock: Callable[[], float] = time.time) -> None:
        self.server, self.clock = server, clock

    def send(self, letter: Letter) -> None:
        """Send one letter. Raises MailUnavailable."""
        try:
            message = message_of(letter, self.clock())
            with self._connected() as connection:
                connection.send_message(message)
        except (OSError, smtplib.SMTPException, MessageError, ValueError) as error:
            raise MailUnavailable from error

    def _connected(self) -> smtplib.SMTP:
        """A connection that nobody reads along, and that knows us where it asks who we are."""
        server, trusted = self.server, ssl.create_default_context()
        if server.tls_first:
            connection: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=PATIENCE, context=trusted
            )
        else:
            connection = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
        try:
            if not server.tls_first and not server.here:
                connection.starttls(context=trusted)
            if server.user:
                connection.login(server.user, server.password)
        except BaseException:
            connection.close()
            raise
        return connection


class OutboxMailer:
    """Writes each letter into `folder` as a file that mail programs open: a developer's post."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self.folder, self.clock = folder, clock

    def send(self, letter: Letter) -> None:
        """Write one letter, whole or not at all. Raises MailUnavailable."""
        now = self.clock()
        try:
            message = message_of(letter, now)
            self.folder.mkdir(parents=True, exist_ok=True)
            fresh = self.folder / f".{uuid.uuid4().hex}"
            fresh.write_bytes(message.as_bytes())
            fresh.replace(self.folder / f"{_stamp(now)}-{_slug(letter.subject)}.eml")
        except (OSError, MessageError, ValueError) as error:
            raise MailUnavailable from error


def create_mailer(smtp_url: str | None, outbox: Path, clock: Callable[[], float] = time.time) -> Mailer:
    """SMTP where there is a server's address, else the outbox. Raises ValueError as parse_smtp_url does."""
    if smtp_url:
        return SmtpMailer(parse_smtp_url(smtp_url), clock)
    return OutboxMailer(outbox, clock)


def _stamp(now: float) -> str:
    """Files in the order in which they were written, none over another."""
    return f"{time.strftime('%Y%m%dT%H%M%S', time.gmtime(now))}-{time.monotonic_ns()}"


def _slug(subject: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", subject.lower())[:40].strip("-") or "letter"
