"""Letters of the served project, as whoever waits for them reads them."""

from __future__ import annotations

import re
import time
from email import message_from_bytes, policy
from pathlib import Path


def letter_to(outbox: Path, address: str, subject: str = "") -> str:
    """The newest letter to `address` whose subject begins with `subject`, as soon as it is there."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        for file in sorted(outbox.glob("*.eml"), reverse=True):
            letter = message_from_bytes(file.read_bytes(), policy=policy.default)
            if letter["To"] == address and letter["Subject"].startswith(subject):
                text: str = letter.get_content()
                return text
        time.sleep(0.05)
    raise AssertionError(f"no letter to {address} in {outbox}")


def link_to(outbox: Path, address: str, route: str, subject: str = "") -> str:
    """The link to `route` in that letter."""
    found = re.search(rf"http://\S+{re.escape(route)}\?\S+", letter_to(outbox, address, subject))
    assert found is not None
    return found[0]
