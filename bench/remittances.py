"""How fast a remittance is read: a hundred thousand lines, beside Python's csv module reading the same.

The shortest of several turns of each, one beside the other: what else the machine does is left out.
"""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable

from yhdessa.payroll.remittance import read_remittance

LINES, TURNS = 100_000, 5
#: How many times as long we may take.
PROMISED = 20.0


def remittance_report() -> tuple[str, bool]:
    """A line on the reading of a remittance, and whether the promise is kept."""
    ratio = remittance_ratio(large_remittance())
    told = f"A remittance of {LINES} lines is read in {ratio:.1f} times the time that csv takes"
    return f"{told} (promised: at most {PROMISED:.0f}).", ratio <= PROMISED


def large_remittance(amount: str = "7,50") -> bytes:
    """A file of so many lines, each of the same `amount`."""
    return ("viite;summa\r\n" + "".join(f"A-{line:06d};{amount}\r\n" for line in range(LINES))).encode()


def remittance_ratio(data: bytes) -> float:
    """How many times as long as csv we take to read `data`."""
    turns = [
        (_taken(lambda: _plain(data)), _taken(lambda: read_remittance(data, "EUR"))) for _ in range(TURNS)
    ]
    return min(ours for _, ours in turns) / min(plain for plain, _ in turns)


def _plain(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline=""), delimiter=";"))


def _taken(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
