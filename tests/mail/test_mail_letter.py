"""A letter is one message to one address, whatever stands in its subject, its name and its text."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from yhdessa.mail.letter import Letter, Sender, message_of

NOW = 1_790_000_000.0
SUBJECTS = yaml.safe_load(Path(__file__).with_name("subjects.yml").read_text("utf-8"))
HEADERS = {
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Content-Language",
    "Auto-Submitted",
    "Content-Type",
    "Content-Transfer-Encoding",
    "MIME-Version",
}


def sent(letter: Letter) -> EmailMessage:
    """The message as whoever gets it reads it."""
    return message_from_bytes(message_of(letter, NOW).as_bytes(), policy=policy.default)


def test_a_letter_says_who_writes_to_whom_in_which_language_and_that_no_robot_should_answer(
    letter: Letter,
) -> None:
    message = sent(letter)
    assert set(message.keys()) == HEADERS
    assert (message["From"].addresses[0].display_name, message["To"]) == ("Yhdessä", "giver@example.org")
    assert message["From"].addresses[0].addr_spec == "info@example.org"
    assert (message["Content-Language"], message["Auto-Submitted"]) == ("fi", "auto-generated")
    assert message["Message-ID"].endswith("@example.org>")
    assert parsedate_to_datetime(message["Date"]).timestamp() == NOW
    assert message.get_content() == letter.text + "\n"
    assert message.get_content_type() == "text/plain"


@pytest.mark.parametrize("row", SUBJECTS, ids=[row["shown"] for row in SUBJECTS])
def test_a_subject_is_one_line_and_no_header_of_its_own(row: dict[str, Any], letter: Letter) -> None:
    message = sent(msgspec.structs.replace(letter, subject=row["given"]))
    assert message["Subject"] == row["shown"]
    assert set(message.keys()) == HEADERS


@pytest.mark.parametrize("row", SUBJECTS, ids=[row["shown"] for row in SUBJECTS])
def test_a_name_is_one_line_and_no_address_of_its_own(row: dict[str, Any], letter: Letter) -> None:
    message = sent(msgspec.structs.replace(letter, sender=Sender(row["given"], "info@example.org")))
    assert [each.addr_spec for each in message["From"].addresses] == ["info@example.org"]
    assert set(message.keys()) == HEADERS


def test_a_long_subject_is_folded_and_read_whole(letter: Letter) -> None:
    subject = "Lahjoituksesi tavoitteelle " + "yksinäisyydestä yhteyteen " * 40 + "💖"
    written = message_of(msgspec.structs.replace(letter, subject=subject), NOW).as_bytes()
    assert max(len(line) for line in written.splitlines()) <= 100
    assert sent(msgspec.structs.replace(letter, subject=subject))["Subject"] == subject


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nobody",
        "a@b@c",
        "@example.org",
        "giver@",
        "giver@example.org\r\nBcc: b@example.org",
        "a@example.org, b@example.org",
        "Giver <giver@example.org>",
        "giver@example.org>",
    ],
)
def test_what_is_no_address_gets_no_letter(address: str, letter: Letter) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        message_of(msgspec.structs.replace(letter, to=address), NOW)


@given(
    subject=st.text(st.characters(exclude_categories=["Cs"])),
    name=st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
    text=st.text(st.characters(exclude_categories=["Cs"])),
)
def test_any_words_make_one_message_with_the_same_headers(subject: str, name: str, text: str) -> None:
    message = sent(Letter(Sender(name, "info@example.org"), "giver@example.org", "sv", subject, text))
    assert set(message.keys()) == HEADERS
    assert [each.addr_spec for each in message["To"].addresses] == ["giver@example.org"]
    assert [each.addr_spec for each in message["From"].addresses] == ["info@example.org"]


def test_a_letter_that_may_be_sent_again_has_the_same_id_each_time_and_others_never(letter: Letter) -> None:
    again = msgspec.structs.replace(letter, id="cus_1.2.partner_approved")
    assert {sent(again)["Message-ID"] for _ in range(2)} == {"<cus_1.2.partner_approved@example.org>"}
    assert len({sent(letter)["Message-ID"] for _ in range(2)}) == 2
