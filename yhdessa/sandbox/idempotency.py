"""Idempotency keys. Source: "Idempotent requests", https://docs.stripe.com/api/idempotent_requests.

An answer is kept once execution has begun; refused parameters, conflicts and faults injected before execution
leave nothing behind. A key belongs to one API key and may be forgotten when it is 24 hours old.
"""

import threading
from dataclasses import dataclass

from yhdessa.sandbox.errors import StripeError

_KEPT_FOR = 24 * 3600


@dataclass(frozen=True)
class Answer:
    """A status and a body as they went out, to be sent again byte for byte."""

    status: int
    body: bytes


@dataclass(frozen=True)
class Fingerprint:
    """What has to be the same for a key to mean the same request: the endpoint, and the parameters."""

    endpoint: str
    parameters: tuple[tuple[str, str], ...]


@dataclass
class _Use:
    fingerprint: Fingerprint
    begun: int
    answer: Answer | None = None


class IdempotencyKeys:
    """The keys in use and the answers kept under them; ``scope`` is the API key together with the key."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._uses: dict[tuple[str, str], _Use] = {}

    def begin(self, scope: tuple[str, str], fingerprint: Fingerprint, now: int) -> Answer | None:
        """The kept answer to replay, or None: then the caller executes, and must call ``finish``.

        Raises ``StripeError`` for a key that means another request (400) or is in use this moment (409).
        """
        with self._lock:
            use = self._uses.get(scope)
            if use is None or now - use.begun >= _KEPT_FOR:
                self._uses[scope] = _Use(fingerprint, now)
                return None
            if use.fingerprint != fingerprint:
                raise _other_request(use.fingerprint, fingerprint, scope[1])
            if use.answer is None:
                raise _in_use(scope[1])
            return use.answer

    def finish(self, scope: tuple[str, str], answer: Answer | None) -> None:
        """Keep the answer under its key; None forgets the key, as if it had never been used."""
        with self._lock:
            if answer is None:
                self._uses.pop(scope, None)
            elif scope in self._uses:
                self._uses[scope].answer = answer

    def clear(self) -> None:
        """Forget all keys."""
        with self._lock:
            self._uses.clear()


def _other_request(first: Fingerprint, now: Fingerprint, key: str) -> StripeError:
    other_endpoint = first.endpoint != now.endpoint
    what = f"endpoint ({first.endpoint}, not {now.endpoint})" if other_endpoint else "parameters"
    message = (
        f"Keys for idempotent requests can only be used with the same {what} as the first time. "
        f"The key '{key}' was first used for another request."
    )
    return StripeError(message, type="idempotency_error")


def _in_use(key: str) -> StripeError:
    message = f"Another request with the Idempotency-Key '{key}' is in progress. Try again later."
    return StripeError(message, type="idempotency_error", code="idempotency_key_in_use", status=409)
