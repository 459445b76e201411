"""The figures of a comparison, and the table that they make."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from bench.process import Run


@dataclass(frozen=True)
class Figures:
    """What the runs of one builder came to. `pages` and `written_bytes` are of the finished site."""

    name: str
    runs: tuple[Run, ...]
    pages: int
    written_bytes: int

    @property
    def seconds(self) -> float:
        """The median of the clock's seconds."""
        return median(run.seconds for run in self.runs)

    @property
    def spread(self) -> str:
        """The quickest and the slowest run; nothing when there was one run only."""
        seconds = [run.seconds for run in self.runs]
        return f"{min(seconds):.2f}–{max(seconds):.2f}" if len(seconds) > 1 else "one run"

    @property
    def cpu_seconds(self) -> float:
        """The median of the seconds of all processors together."""
        return median(run.cpu_seconds for run in self.runs)

    @property
    def peak_bytes(self) -> int:
        """The most memory that a process of any run held."""
        return max(run.peak_bytes for run in self.runs)


def speed_up(figures: Figures, reference: Figures) -> float:
    """How many times as fast as `reference`: 2.0 is half its time."""
    return reference.seconds / figures.seconds


def table(rows: list[Figures], vanilla: Figures | None, hugo: Figures | None) -> str:
    """A line for each builder, with its speed against vanilla's and its time as a part of Hugo's."""
    head = (
        "",
        "median s",
        "min–max s",
        "cpu s",
        "peak MB",
        "pages",
        "site MB",
        "vs vanilla",
        "of Hugo's",
    )
    lines = [head, *(_line(row, vanilla, hugo) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _line(row: Figures, vanilla: Figures | None, hugo: Figures | None) -> tuple[str, ...]:
    return (
        row.name,
        f"{row.seconds:.2f}",
        row.spread,
        f"{row.cpu_seconds:.2f}",
        f"{row.peak_bytes / 1e6:.0f}",
        str(row.pages),
        f"{row.written_bytes / 1e6:.1f}",
        f"{speed_up(row, vanilla):.1f}x" if vanilla else "–",
        f"{row.seconds / hugo.seconds:.2f}" if hugo else "–",
    )
