"""`yhdessa sync` of the served sandbox, as somebody runs it in a checkout of the project."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def synced(copy: Path, site: str) -> Path:
    """Sync the project in `copy`, since a sync writes into its content; the totals that it wrote."""
    totals = copy / "var/totals.json"
    settings = {
        "STRIPE_API": f"{site}sandbox",
        "LEDGER_URL": f"sqlite:///{copy}/ledger.sqlite",
        "TOTALS": str(totals),
        "OUTBOX": str(copy / "outbox"),
    }
    command = [sys.executable, "-m", "yhdessa.cli", "sync", "--project", str(copy)]
    done = subprocess.run(command, env={**os.environ, **settings}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return totals
