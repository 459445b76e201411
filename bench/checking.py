"""How long `yhdessa check` takes: on the site's own content, and on a thousand goals."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from statistics import median

from bench.process import measure

#: Seconds that an editor was promised to wait at most, on an idle machine.
PROMISED = {"the site's own content": 1.0, "1 000 goals": 3.0}
RUNS = 3


def check_times(projects: dict[str, Path]) -> str:
    """A line for each of `projects`: the median of whole runs, on the clock and in processor seconds."""
    return "\n".join(_line(name, project) for name, project in projects.items())


def _line(name: str, project: Path) -> str:
    command = (sys.executable, "-m", "yhdessa.cli", "check", "--project", str(project))
    measure(command, project, os.environ)
    runs = [measure(command, project, os.environ) for _ in range(RUNS)]
    seconds, cpu = median(run.seconds for run in runs), median(run.cpu_seconds for run in runs)
    return f"`yhdessa check` of {name}: {seconds:.2f} s (cpu {cpu:.2f} s; promised {PROMISED[name]:g} s)"
