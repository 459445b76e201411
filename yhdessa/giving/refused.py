"""Refused: why a request gets no answer, as whoever reads it found out."""

from __future__ import annotations

from collections.abc import Mapping


class Refused(Exception):
    """Raised by whatever refuses a request: the `status`, the `outcome` for the log, the answer's headers."""

    def __init__(self, status: int, outcome: str, headers: Mapping[str, str] | None = None) -> None:
        self.status, self.outcome, self.headers = status, outcome, dict(headers or {})
        super().__init__(outcome)
