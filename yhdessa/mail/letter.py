"""A letter: plain text from one of the organisation's roles to one address."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

from msgspec import Struct

#: What ends a line of a header, and whatever else is not written there.
CONTROLS = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")
#: One address, nothing before it and nothing behind it: the library takes some that are none.
ADDRESS = re.compile(r"[^\s@<>()\[\]\\,;:\"]+@[^\s@<>()\[\]\\,;:\".]+(?:\.[^\s@<>()\[\]\\,;:\".]+)+")


class Sender(Struct, frozen=True):
    """Who writes: the organisation's name in the reader's language, and a role's address."""

    name: str
    address: str


class Letter(Struct, frozen=True):
    """What is sent: plain text in one language, `to` one address that somebody has checked.

    One that may have to be sent again has an `id`, the same each time: mail programs know it by that.
    """

    sender: Sender
    to: str
    language: str
    subject: str
    text: str
    id: str = ""


def message_of(letter: Letter, now: float) -> EmailMessage:
    """The letter as RFC 5322 has it, dated `now` (Unix time). Raises ValueError for an address that is none.

    Auto-Submitted keeps out-of-office robots from answering: https://www.rfc-editor.org/rfc/rfc3834
    """
    if not (ADDRESS.fullmatch(letter.to) and ADDRESS.fullmatch(letter.sender.address)):
        raise ValueError("a letter from or to what is no address")
    message = EmailMessage()
    message["From"] = Address(one_line(letter.sender.name), addr_spec=letter.sender.address)
    message["To"] = Address(addr_spec=letter.to)
    message["Subject"] = one_line(letter.subject)
    message["Date"] = format_datetime(datetime.fromtimestamp(now, UTC))
    domain = letter.sender.address.rpartition("@")[2]
    message["Message-ID"] = f"<{letter.id}@{domain}>" if letter.id else make_msgid(domain=domain)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text.rstrip() + "\n", cte="quoted-printable")
    # After the text, which takes away every header of a content that was there before.
    message["Content-Language"] = letter.language
    return message


def one_line(text: str) -> str:
    """The text without whatever ends a line."""
    return CONTROLS.sub(" ", text).strip()
