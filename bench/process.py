"""A process, run to its end and measured from the outside by what the kernel counted."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

#: `ru_maxrss` is in kibibytes, on macOS in bytes. https://man7.org/linux/man-pages/man2/getrusage.2.html
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


class BuildFailed(Exception):
    """A builder ended with an error, or wrote other pages than it should; the text says which and why."""


@dataclass(frozen=True)
class Run:
    """One run: seconds on the clock, seconds of all processors, and the largest process's memory in bytes."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Run:
    """Run `command` in `folder`. Raises BuildFailed, with what it printed, when its status is not 0."""
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=dict(environment), stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            told = output.read().decode(errors="replace")[-3000:]
            raise BuildFailed(f"{command[0]} ended with {process.returncode} in {folder.name}:\n{told}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * MAXRSS_UNIT)
