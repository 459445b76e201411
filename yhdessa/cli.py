"""The command `yhdessa`: check the content, build the site."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from yhdessa.model import ContentProblems, load_content


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 when all is well and 1 when an editor has something to mend."""
    parser = argparse.ArgumentParser(prog="yhdessa", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser(
        "check", help="name every problem of the content, with its file, line and remedy"
    )
    check.add_argument(
        "--project", type=Path, default=Path(), help="the folder that holds content/ and docs/"
    )
    options = parser.parse_args(arguments)
    return run_check(options.project)


def run_check(project: Path) -> int:
    """Print every problem of the project, or that there is none."""
    try:
        content = load_content(project)
    except ContentProblems as problems:
        print(problems.summary(), file=sys.stderr)
        return 1
    print(f"The content is sound: {len(content.goals)} goals in {', '.join(content.languages)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
