"""Settings: what a sync reads from its environment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

#: Where `make serve` has its sandbox, and the key that it takes.
SANDBOX = "http://127.0.0.1:8000/sandbox"
SANDBOX_KEY = "sk_test_sandbox"
KEY = re.compile(r"(?:sk|rk)_(live|test)_\S+")


class BadSettings(Exception):
    """A setting cannot be used; the message is a line that names it."""


@dataclass(frozen=True)
class Settings:
    """Whom to ask, and where ledger and totals are.

    `mode` is `live`, `test`, or `sandbox` where no key is set; `api` is the address of a stand-in for Stripe,
    None for Stripe itself. `lock` is a file that a sync holds while it is at work.
    """

    secret_key: str
    api: str | None
    mode: str
    ledger: str
    totals: Path
    lock: Path


def read_settings(environment: Mapping[str, str], project: Path) -> Settings:
    """The settings in `environment`, with places of `project` for those unset. Raises BadSettings."""
    key, api = environment.get("STRIPE_SECRET_KEY", ""), environment.get("STRIPE_API") or None
    shape = KEY.fullmatch(key)
    if key and shape is None:
        raise BadSettings("STRIPE_SECRET_KEY is no secret or restricted key: it looks like rk_live_...")
    mode = shape[1] if shape else "sandbox"
    if mode == "live" and api is not None:
        raise BadSettings("STRIPE_API is set, and the key is live: it would be sent to a stand-in")
    return Settings(
        secret_key=key or SANDBOX_KEY,
        api=api if key else (api or SANDBOX).rstrip("/"),
        mode=mode,
        ledger=ledger_url(environment, project),
        totals=Path(environment.get("TOTALS") or project / "var" / "totals.json"),
        lock=project / "var" / "ledger.lock",
    )


def ledger_url(environment: Mapping[str, str], project: Path) -> str:
    """Where the ledger is, as SQLAlchemy writes it: LEDGER_URL, or a file of `project`."""
    return environment.get("LEDGER_URL") or f"sqlite:///{project / 'var' / 'ledger.sqlite'}"
