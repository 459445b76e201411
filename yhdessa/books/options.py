"""The options of the commands. Imports nothing heavy: every command of `yhdessa` reads this."""

from __future__ import annotations

import argparse
from pathlib import Path

#: What a report tells of, a row each: gifts by goal, month or kind; companies and their teams.
WAYS = ("goal", "month", "kind", "partner", "employer", "challenge")
#: Where the files of an export go, in the project.
EXPORT = Path("var/export")


def add_report(command: argparse.ArgumentParser) -> None:
    """The options of `yhdessa report`."""
    command.add_argument("--by", choices=WAYS, default="goal", help="what each row is of")
    command.add_argument("--year", help="the financial year that ends in it, as 2026")
    command.add_argument("--since", metavar="DAY", help="the first day, as 2026-01-01")
    command.add_argument("--until", metavar="DAY", help="the last day, which is counted too")
    command.add_argument("--language", help="the language of the report; the site's first without it")
    command.add_argument("--csv", type=Path, metavar="FILE", help="write the rows for a spreadsheet as well")
    command.add_argument("--svg", type=Path, metavar="FILE", help="write a chart of them as well")


def add_export(command: argparse.ArgumentParser) -> None:
    """The options of `yhdessa export`."""
    command.add_argument("--year", required=True, help="the financial year that ends in it, as 2026")
    command.add_argument("--language", help="one language only; all of the site's without it")
    command.add_argument("--to", type=Path, metavar="DIR", help=f"where the files go; {EXPORT} without it")
