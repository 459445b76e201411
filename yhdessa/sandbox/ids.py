"""Ids that look like Stripe's: a prefix that says the kind, then letters and digits."""

import secrets
import string

_ALPHABET = string.ascii_letters + string.digits


def random_text(length: int) -> str:
    """Letters and digits that nobody can guess."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))


def new_id(prefix: str, length: int = 24) -> str:
    """A fresh id such as ``pi_3Q...``; ``prefix`` comes without the underscore at its end."""
    return f"{prefix}_{random_text(length)}"


def new_session_id() -> str:
    """Ids of Checkout Sessions are longer and say ``test``; the contract allows 66 characters."""
    return "cs_test_a1" + random_text(56)
