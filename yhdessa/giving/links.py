"""Links: addresses that we send by mail, and that open something for whoever holds them, for a while.

Signed with the site's secret, so that nothing has to be kept. Each is for one purpose, and a link of one
purpose opens nothing of another. https://itsdangerous.palletsprojects.com/
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from typing import Any

from itsdangerous import BadSignature, SignatureExpired, TimestampSigner, URLSafeTimedSerializer

#: Longer than any of ours; what is longer is not looked at.
LONGEST_TOKEN = 2000
TOKEN = re.compile(r"[A-Za-z0-9_.=-]+")


class LinkInvalid(Exception):
    """Raised for a link that is none of ours: altered, cut, of another purpose or of no secret of ours."""


class LinkExpired(LinkInvalid):
    """Raised for a link that was ours, and is too old."""


class Links:
    """Signs links with the first of `secrets`, the newest; reads those of all."""

    def __init__(self, secrets: Sequence[str], clock: Callable[[], float]) -> None:
        self._secrets, self._clock = list(secrets)[::-1], clock

    def token(self, purpose: str, facts: dict[str, str]) -> str:
        """What stands in the link: `facts`, readable by whoever holds it, signed for `purpose`."""
        return str(self._serializer(purpose).dumps(facts))

    def read(self, purpose: str, token: str, seconds: int) -> dict[str, str]:
        """The facts of a token not older than `seconds`. Raises LinkExpired, LinkInvalid."""
        if len(token) > LONGEST_TOKEN or not TOKEN.fullmatch(token):
            raise LinkInvalid
        try:
            facts = self._serializer(purpose).loads(token, max_age=seconds)
        except SignatureExpired as error:
            raise LinkExpired from error
        except BadSignature as error:
            raise LinkInvalid from error
        if not isinstance(facts, dict):
            raise LinkInvalid
        return {str(name): str(value) for name, value in facts.items()}

    def _serializer(self, purpose: str) -> URLSafeTimedSerializer:
        asked = {"digest_method": hashlib.sha256, "clock": self._clock}
        return URLSafeTimedSerializer(
            self._secrets, salt=f"yhdessa.{purpose}", signer=_AtClock, signer_kwargs=asked
        )


class _AtClock(TimestampSigner):
    """Signs at the time of our clock, which tests set."""

    def __init__(self, *arguments: Any, clock: Callable[[], float], **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._clock = clock

    def get_timestamp(self) -> int:
        return int(self._clock())
