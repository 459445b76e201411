"""Mailers: a letter goes out by SMTP, or into a folder where a developer reads it."""

from __future__ import annotations

import re
import smtplib
import ssl
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from email.errors import MessageError
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from yhdessa.mail.letter import Letter, message_of

#: Seconds for all steps of a connection: a visitor waits for it, and hosts stop a function after ten.
PATIENCE = 4.0
#: What there may be between the letters of a mail server and us: none of it is the visitor's fault.
TROUBLES = (OSError, smtplib.SMTPException, MessageError, ValueError)
PORTS = {"smtp": 587, "smtps": 465}
LOOPBACK = ("127.0.0.1", "localhost", "::1")
#: What we greet with: the library would ask for this machine's name, and may wait long for an answer.
OUR_NAME = "[127.0.0.1]"
LOOKS_LIKE = "it looks like smtps://user:password@mail.example.org"


class MailUnavailable(Exception):
    """The letter did not leave: the cause is chained for the log. Sending it again is safe."""


class Post(Protocol):
    """A way on which letters leave, and that is open."""

    def send(self, letter: Letter) -> None:
        """Send one letter. Raises MailUnavailable."""


class Mailer(Post, Protocol):
    """Whoever takes letters."""

    def open(self) -> AbstractContextManager[Post]:
        """A way for several letters, or for none: whoever must not tell whether there is one to send opens
        it all the same. Raises MailUnavailable when it cannot be opened.
        """


class Server(Struct, frozen=True):
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

    def __init__(
        self, server: Server, clock: Callable[[], float] = time.time, patience: float = PATIENCE
    ) -> None:
        self.server, self.clock, self.patience = server, clock, patience

    def send(self, letter: Letter) -> None:
        """Send one letter. Raises MailUnavailable."""
        with self.open() as post:
            post.send(letter)

    @contextmanager
    def open(self) -> Iterator[Post]:
        """A connection that nobody reads along, and that knows us. Raises MailUnavailable."""
        try:
            connection = self._connected()
        except TROUBLES as error:
            raise MailUnavailable from error
        try:
            yield _SmtpPost(connection, self.clock)
        finally:
            # What has been taken has been taken, however the server says good-bye.
            with suppress(OSError, smtplib.SMTPException):
                connection.quit()
            connection.close()

    def _connected(self) -> smtplib.SMTP:
        server, trusted = self.server, ssl.create_default_context()
        until = time.monotonic() + self.patience
        connection: smtplib.SMTP
        if server.tls_first:
            connection = _HurriedTls(server, until, context=trusted)
        else:
            connection = _Hurried(server, until)
        try:
            if not server.tls_first and not server.here:
                connection.starttls(context=trusted)
            if server.user:
                connection.login(server.user, server.password)
        except BaseException:
            connection.close()
            raise
        return connection


class _SmtpPost:
    """A connection that takes letters."""

    def __init__(self, connection: smtplib.SMTP, clock: Callable[[], float]) -> None:
        self.connection, self.clock = connection, clock

    def send(self, letter: Letter) -> None:
        """Send one letter. Raises MailUnavailable."""
        try:
            self.connection.send_message(message_of(letter, self.clock()))
        except TROUBLES as error:
            raise MailUnavailable from error


class _Hurried(smtplib.SMTP):
    """All its steps together take no longer than `until` (a moment of the monotonic clock): the library's
    own limit is for each of a dozen.
    """

    def __init__(self, server: Server, until: float, **more: Any) -> None:
        self._until = until
        super().__init__(server.host, server.port, OUR_NAME, timeout=self._left(), **more)

    def getreply(self) -> tuple[int, bytes]:
        """The answer to a command, within what is left."""
        if self.sock is not None:
            self.sock.settimeout(self._left())
        return super().getreply()

    def _left(self) -> float:
        return max(self._until - time.monotonic(), 0.01)


class _HurriedTls(_Hurried, smtplib.SMTP_SSL):
    """The same with TLS first."""


class OutboxMailer:
    """Writes each letter into `folder` as a file that mail programs open: a developer's post."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self.folder, self.clock = folder, clock

    @contextmanager
    def open(self) -> Iterator[Post]:
        """The folder, made if need be. Raises MailUnavailable."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise MailUnavailable from error
        yield self

    def send(self, letter: Letter) -> None:
        """Write one letter, whole or not at all. Raises MailUnavailable."""
        now = self.clock()
        fresh = self.folder / f".{uuid.uuid4().hex}"
        try:
            message = message_of(letter, now).as_bytes()
            self.folder.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(message)
            fresh.replace(self.folder / f"{_stamp(now)}-{_slug(letter.subject)}.eml")
        except TROUBLES as error:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise MailUnavailable from error


def create_mailer(smtp_url: str | None, outbox: Path, clock: Callable[[], float] = time.time) -> Mailer:
    """SMTP where there is a server's address, else the outbox. Raises ValueError as parse_smtp_url does."""
    if smtp_url:
        return SmtpMailer(parse_smtp_url(smtp_url), clock)
    return OutboxMailer(outbox, clock)


def _stamp(now: float) -> str:
    """Files in the order in which they were written, none over another."""
    return f"{time.strftime('%Y%m%dT%H%M%S', time.gmtime(now))}-{time.monotonic_ns():020d}"


def _slug(subject: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", subject.lower())[:40].strip("-") or "letter"
