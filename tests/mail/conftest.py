"""A letter, and mail servers on sockets: one that works, and ones that do not."""

from __future__ import annotations

import socket
import ssl
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from tests.serving import free_port
from yhdessa.mail.letter import Letter, Sender
from yhdessa.mail.mailer import Server, SmtpMailer

#: Loopback addresses: the first is trusted to be this machine, the second, as any server's, is not.
HERE, ELSEWHERE = "127.0.0.1", "127.0.0.2"
NOW = 1_790_000_000.0


@pytest.fixture
def letter() -> Letter:
    sender = Sender("Yhdessä", "info@example.org")
    text = "Hei!\n\nTässä on linkkisi:\nhttps://example.org/api/portal?token=" + "a" * 200
    return Letter(sender, "giver@example.org", "fi", "Linkki lahjoitukseesi", text)


@dataclass
class Post:
    """What a mail server has taken, and how it came."""

    taken: list[EmailMessage] = field(default_factory=list)
    envelopes: list[tuple[str, list[str]]] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if address.startswith("nobody@"):
            return "550 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        message = message_from_bytes(envelope.content, policy=policy.default)
        if "full" in str(message["Subject"]):
            return "452 Too much mail"
        self.taken.append(message)
        self.envelopes.append((envelope.mail_from, envelope.rcpt_tos))
        self.encrypted.append(server.transport.get_extra_info("ssl_object") is not None)
        return "250 OK"


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """Vouches for the servers of these tests."""
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine believes the authority, as it believes those of the world."""
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))


@pytest.fixture
def mail_server(authority: trustme.CA) -> Iterator[Callable[..., tuple[Post, Server]]]:
    """Starts a mail server: with TLS `first`, `on request` or not at all, with a password or without."""
    running = ExitStack()

    def start(host: str = HERE, tls: str = "", password: str = "", named: str = "") -> tuple[Post, Server]:
        post, port = Post(), free_port()
        certificate = authority.issue_cert(named or host)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        how: dict[str, Any] = {"ssl_context": context} if tls == "first" else {}
        if tls == "on request":
            how["tls_context"] = context
        if password:
            # The library knows of TLS on request alone, and warns of what is TLS from the first byte.
            warnings.filterwarnings("ignore", "Requiring AUTH while not requiring TLS")
            right = LoginPassword(b"yhdessa", password.encode())
            how |= {
                "auth_required": True,
                "auth_require_tls": tls == "on request",
                "authenticator": lambda *asked: AuthResult(success=asked[-1] == right, handled=False),
            }
        controller = Controller(post, hostname=host, port=port, ready_timeout=20, **how)
        controller.start()
        running.callback(controller.stop)
        return post, Server(host, port, tls == "first", "yhdessa" if password else "", password)

    with running:
        yield start


@contextmanager
def answering(talk: Callable[[socket.socket], None]) -> Iterator[Server]:
    """A server that does with each connection what `talk` does."""
    with socket.create_server((HERE, 0)) as listener:
        ended = threading.Event()

        def serve() -> None:
            while not ended.is_set():
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with connection, suppress(OSError):
                    talk(connection)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield Server(HERE, listener.getsockname()[1], tls_first=False)
        ended.set()
        listener.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def mailer_to(server: Server, patience: float = 20.0) -> SmtpMailer:
    """A mailer with more patience than a visitor has: these tests are not about time, but for one."""
    return SmtpMailer(server, lambda: NOW, patience)
