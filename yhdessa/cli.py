"""The command `yhdessa`: check content and translations, begin a site, write what editors' programs read."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from yhdessa.books.options import add_export, add_report
from yhdessa.editor.readme import README, NoMarks, write_readme
from yhdessa.editor.report import FORMATS, as_github, as_json, as_text, has_errors
from yhdessa.editor.workspace import UnreadableSettings, write_workspace
from yhdessa.model import Content, ContentProblems, Problem, load_content
from yhdessa.model.confirmations import confirm, load_confirmed, review, save_confirmed
from yhdessa.model.honesty.clock import read_today
from yhdessa.model.loader import no_collection
from yhdessa.pages.markdown import dead_links
from yhdessa.signups.options import add_signups
from yhdessa.starter import run_new

if TYPE_CHECKING:
    from yhdessa.ledger.book import Ledger

Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 when all is well and 1 when an editor has something to mend."""
    options = parser().parse_args(arguments)
    command: Command = options.run
    with no_collection():
        return command(options)


def parser() -> argparse.ArgumentParser:
    """Every command and its options."""
    main_parser = argparse.ArgumentParser(prog="yhdessa", description=__doc__)
    commands = main_parser.add_subparsers(required=True)

    def add(name: str, run: Command, told: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=told)
        command.set_defaults(run=run)
        command.add_argument(
            "--project", type=Path, default=Path(), help="the folder that holds content/ and docs/"
        )
        return command

    check = add("check", run_check, "name every problem of the content, with its file, line and remedy")
    told = "text for people, github for annotations in a pull request, json for programs"
    check.add_argument("--format", choices=FORMATS, default="text", help=told)
    check.add_argument("--all", action="store_true", help="in text, what is only good to know as well")
    told = "as for an address that others reach: what is true today, and nothing invented"
    check.add_argument("--public", action="store_true", help=told)
    add("missing", run_missing, "list what is not translated, no longer wanted, or out of date")
    confirming = add("confirm", run_confirm, "say that translations agree with the source as it stands")
    confirming.add_argument("language", help="the language whose translations were read")
    confirming.add_argument("file", nargs="?", default="", help="a file or folder; all, when none is given")
    told = "write content/.schemas and .vscode/settings.json, for editors that check while you type"
    add("schemas", run_schemas, told)
    add("fields", run_fields, f"write the field tables of {README}")
    syncing = add(
        "sync",
        run_sync,
        "pull gifts and partners from Stripe, add gifts up for the pages, write new partners' files",
    )
    told = "read everything again, not only what is new"
    syncing.add_argument("--full", action="store_true", help=told)
    add_report(
        add(
            "report",
            run_report,
            "tell of the gifts, the partners, the workplaces or their teams in the ledger",
        )
    )
    told = "write the year's account of the collection, and its gifts for bookkeeping"
    add_export(add("export", run_export, told))
    add_signups(
        add("signups", run_signups, "list the companies that would be partners; approve or decline them")
    )
    new = commands.add_parser("new", help="begin the site of another organisation, which builds at once")
    new.set_defaults(run=run_begin)
    new.add_argument("directory", type=Path, metavar="DIR", help="where; it must not hold anything yet")
    new.add_argument("--languages", help="the languages, as sv,en; the first is at the root")
    new.add_argument("--name", help="the organisation's name")
    new.add_argument("--currency", help="the currency of gifts")
    new.add_argument("--country", help="the country whose rules apply")
    return main_parser


def run_check(options: argparse.Namespace) -> int:
    """Print every problem of the project, or that there is none."""
    content, problems = _load(options.project, options.public)
    if options.format == "json":
        print(as_json(problems))
    elif options.format == "github":
        print(as_github(problems, options.project), end="\n" if problems else "")
    elif problems:
        print(as_text(problems, hide_infos=not options.all), file=sys.stderr)
    if content is not None and options.format == "text":
        print(f"The content is sound: {len(content.goals)} goals in {', '.join(content.languages)}.")
    return 1 if has_errors(problems) else 0


def run_missing(options: argparse.Namespace) -> int:
    """Print, per language, what waits for a translator, and how much is current."""
    content, problems = _load(options.project)
    if content is None:
        return _refuse(as_text(problems))
    source, *others = content.languages
    for language in others:
        found = review(content.documents, source, language, load_confirmed(options.project, language))
        print(*found.waiting, found.summary(), sep="\n")
    return 0


def run_confirm(options: argparse.Namespace) -> int:
    """Keep that the translations of a language agree with the source as it stands."""
    content, problems = _load(options.project)
    if content is None:
        return _refuse(as_text(problems))
    source, *others = content.languages
    if options.language not in others:
        return _refuse(
            f"`{options.language}` is none of the translations: {', '.join(others) or 'there is none'}"
        )
    known = load_confirmed(options.project, options.language)
    kept = confirm(content.documents, source, options.language, known, options.file)
    save_confirmed(options.project, options.language, kept)
    print(review(content.documents, source, options.language, kept).summary())
    return 0


def run_schemas(options: argparse.Namespace) -> int:
    """Write the schemas, and say which files changed."""
    try:
        changed = write_workspace(options.project)
    except (OSError, UnreadableSettings) as error:
        return _refuse(error)
    print("\n".join(changed) or "The schemas are current.")
    return 0


def run_fields(options: argparse.Namespace) -> int:
    """Write the field tables, and say whether they changed."""
    try:
        changed = write_readme(options.project)
    except (OSError, NoMarks) as error:
        return _refuse(error)
    print(README if changed else "The field tables are current.")
    return 0


def run_sync(options: argparse.Namespace) -> int:
    """Pull gifts into the ledger, and write the totals that pages read."""
    # The other commands do without a database and without Stripe.
    from yhdessa.books.telling import tell_after_sync
    from yhdessa.ledger import commands

    content, problems = _load(options.project)
    if content is None:
        return _refuse(as_text(problems))
    gc.enable()  # Content stays, but of what Stripe answers nothing does.

    def tell(ledger: Ledger) -> bool:
        return tell_after_sync(ledger, content, options.project, os.environ)

    return commands.run_sync(options.project, content.organisation.zone(), options.full, tell)


def run_report(options: argparse.Namespace) -> int:
    """Tell of the gifts in the ledger."""
    from yhdessa.books import commands  # The other commands do without a database.

    return commands.run_report(options)


def run_export(options: argparse.Namespace) -> int:
    """Write the account of a year, and its gifts."""
    from yhdessa.books import commands

    return commands.run_export(options)


def run_signups(options: argparse.Namespace) -> int:
    """List those who would be partners, or decide."""
    from yhdessa.signups import commands  # The other commands do without Stripe.

    content, problems = _load(options.project)
    return _refuse(as_text(problems)) if content is None else commands.run_signups(options, content)


def run_begin(options: argparse.Namespace) -> int:
    """Begin a project of its own, and print the next steps."""
    return run_new(
        options.directory,
        languages=options.languages,
        name=options.name,
        currency=options.currency,
        country=options.country,
    )


def _load(project: Path, public: bool = False) -> tuple[Content | None, list[Problem]]:
    try:
        content = load_content(project, read_today(os.environ), public)
    except ContentProblems as found:
        return None, found.problems
    dead = dead_links(content)
    return (None, sorted([*dead, *content.remarks])) if dead else (content, content.remarks)


def _refuse(why: object) -> int:
    print(why, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
