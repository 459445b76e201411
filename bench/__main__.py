"""`python -m bench`: the same texts built by us, by plain Material with static-i18n, and by Hugo.

Ours is built twice, with and without its search index: Material makes one, Hugo does not.

The status is 1 when our build is less than six times as fast as vanilla's, when any of them lacks a page, or
when the functions start, answer or read a remittance more slowly than was promised.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench import builders
from bench.builders import Builder
from bench.checking import check_times
from bench.expected import Expected
from bench.figures import Figures, speed_up, table
from bench.process import BuildFailed, Run

CHECKOUT = Path(__file__).resolve().parent.parent
WORK = CHECKOUT / "bench/.work"
PROMISED_SPEED_UP = 6.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the projects, build them in turn, print the table."""
    options = read_options(arguments)
    folder = WORK / str(options.goals)
    try:
        expected = make_projects(folder, options.goals)
        rows = compare(chosen(folder, options), expected)
    except BuildFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    print(setting(options.goals, expected))
    status = report(rows)
    if not options.skip_check:
        make_projects(WORK / "1000", 1000)
        projects = {"the site's own content": CHECKOUT, "1 000 goals": WORK / "1000/ours"}
        print(f"\n{check_times(projects)}")
    if not options.skip_functions:
        # Imported last: a process that has loaded the site's code counts it in the peak of every child.
        from bench.functions import functions_report

        told, kept = functions_report(CHECKOUT, WORK)
        print(f"\n{told}")
        status = status if kept else 1
        from bench.remittances import remittance_report

        told, kept = remittance_report()
        print(told)
        status = status if kept else 1
    return status


def chosen(folder: Path, options: argparse.Namespace) -> dict[Builder, int]:
    """The builders that were asked for, ours first, and how often each builds."""
    runs = {builders.ours(folder): options.runs, builders.unsearched(folder): options.runs}
    if not options.skip_vanilla:
        runs[builders.vanilla(folder)] = options.vanilla_runs
    if not options.skip_hugo:
        runs[builders.hugo(folder)] = options.runs
    return runs


def read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--goals", type=int, default=300, help="how many goals are made up (300)")
    parser.add_argument("--runs", type=int, default=3, help="how often each is built (3)")
    parser.add_argument("--vanilla-runs", type=int, default=1, help="how often vanilla is built (1)")
    parser.add_argument("--skip-vanilla", action="store_true", help="leave the slow one out")
    parser.add_argument("--skip-hugo", action="store_true", help="leave Hugo out")
    parser.add_argument("--skip-check", action="store_true", help="leave out how long a check takes")
    parser.add_argument("--skip-functions", action="store_true", help="leave out the functions")
    options = parser.parse_args(arguments)
    if min(options.goals, options.runs, options.vanilla_runs) < 1:
        parser.error("--goals, --runs and --vanilla-runs are 1 or more")
    return options


def make_projects(folder: Path, goals: int) -> Expected:
    """Make the projects in a process of its own, which keeps this one small. Raises BuildFailed."""
    command = [sys.executable, "-m", "bench.projects", str(folder), str(goals)]
    made = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True)
    if made.returncode:
        raise BuildFailed(f"the projects could not be made:\n{made.stderr}")
    return Expected.read(folder)


def compare(runs: dict[Builder, int], expected: Expected) -> list[Figures]:
    """Build each as often as `runs` says, in turn, and in the other order every second time.

    Each is built once before that, to warm the caches of files and bytecode, unless it is built once only.
    """
    for builder, count in runs.items():
        if count > 1:
            builder.build()
    measured: dict[Builder, list[Run]] = {builder: [] for builder in runs}
    for turn in range(max(runs.values())):
        for builder in list(runs) if turn % 2 == 0 else list(runs)[::-1]:
            if turn < runs[builder]:
                measured[builder].append(builder.build())
    for builder in runs:
        builder.verify(expected)
    return [builder.figures(measured[builder]) for builder in runs]


def setting(goals: int, expected: Expected) -> str:
    """What was measured, and where."""
    own = len(next(iter(expected.sentences.values()))) - goals
    processors, load = os.cpu_count() or 1, os.getloadavg()[0]
    where = f"{processors} processors, load {load:.1f}, Python {platform.python_version()}."
    busy = "\nThe machine was busy with other work: trust `cpu s` more." if load > processors + 1 else ""
    return f"{goals} goals and the site's own {own}, in {len(expected.sentences)} languages. {where}{busy}\n"


def report(rows: list[Figures]) -> int:
    """Print the table, and say whether the promise is kept; our figures are the first of `rows`."""
    by_name = {row.name: row for row in rows}
    vanilla, hugo = by_name.get(builders.VANILLA), by_name.get(builders.HUGO)
    print(table(rows, vanilla, hugo))
    print("\nHugo makes no search index: hold its time against ours without one.")
    if vanilla is None:
        return 0
    kept = speed_up(rows[0], vanilla) >= PROMISED_SPEED_UP
    told = "at least" if kept else "NOT"
    print(f"\n{rows[0].name} is {told} {PROMISED_SPEED_UP:g} times as fast as {vanilla.name}.")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
