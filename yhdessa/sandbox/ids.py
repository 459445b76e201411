"""Ids that look like Stripe's: a prefix that says the kind, then letters and digits."""

import string
from random import SystemRandom

_ALPHABET = string.ascii_letters + string.digits
_RANDOM = SystemRandom()


def random_text(length: int, alphabet: str = _ALPHABET) -> str:
    """Letters and digits, or others, that nobody can guess."""
    return "".join(_RANDOM.choices(alphabet, k=length))


def new_id(prefix: str, length: int = 24) -> str:
    """A fresh id such as ``pi_3Q...``; ``prefix`` comes without the underscore at its end."""
    return f"{prefix}_{random_text(length)}"


def new_session_id() -> str:
    """Ids of Checkout Sessions are longer and say ``test``; the contract allows 66 characters."""
    return "cs_test_a1" + random_text(56)
