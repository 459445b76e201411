"""The commands: they read content and ledger, write what was asked for, and say what is in the way."""

from __future__ import annotations

import argparse
import datetime
import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from yhdessa.books.account import Account, make_account, span_of
from yhdessa.books.account_file import account_markdown, account_table
from yhdessa.books.companies import Told, employer_report, partner_report
from yhdessa.books.gift_file import gift_table
from yhdessa.books.names import Names, NoWords
from yhdessa.books.options import EXPORT
from yhdessa.books.picture import report_picture
from yhdessa.books.report import Report, make_report, report_table
from yhdessa.books.spans import Span
from yhdessa.books.teams import team_report
from yhdessa.books.terminal import report_text
from yhdessa.ledger.book import Ledger, open_ledger
from yhdessa.ledger.commands import Stopped, clear_lines
from yhdessa.ledger.meaning import BILLED
from yhdessa.ledger.records import Gift
from yhdessa.ledger.settings import ledger_url
from yhdessa.model import Content, ContentProblems, load_content
from yhdessa.model.honesty.clock import read_today
from yhdessa.pages.csv_file import csv_text

#: The years that people can mean.
EARLIEST, LATEST = 1800, 2200


class Refused(Exception):
    """What was asked for cannot be done; the message says why, in one line."""


def run_report(options: argparse.Namespace) -> int:
    """Print gifts or companies by what was asked for, and write files of them; 1 with a line if not."""
    return _run(_report, options)


def run_export(options: argparse.Namespace) -> int:
    """Write the account of one financial year and its gifts, in each language; 1 with a line if not."""
    return _run(_export, options)


def _report(options: argparse.Namespace) -> None:
    content = _content(options.project)
    names = _names(content, options.language or content.languages[0])
    span = _span(options, content)
    with _ledger(options.project) as ledger:
        report = _report_of(ledger, options.by, span, names)
    print(report_text(report, names))
    if options.csv is not None:
        _write(options.csv, csv_text(report_table(report, names), names.language))
    if options.svg is not None:
        _write(options.svg, report_picture(report, names))


def _report_of(ledger: Ledger, by: str, span: Span, names: Names) -> Report:
    """The report that is asked for, one of options.WAYS."""
    synced, now = ledger.synced_at, int(time.time())
    match by:
        case "partner" | "employer":
            # Of a hundred thousand gifts only those of companies are held.
            gifts = [gift for gift in ledger.gifts() if gift.kind in BILLED]
            told = Told(gifts, list(ledger.bills()), ledger.companies(), synced, now)
            return (partner_report if by == "partner" else employer_report)(told, span, names)
        case "challenge":
            return team_report(ledger.gifts(), span, names, synced, now)
        case "goal" | "month" | "kind":
            return make_report(ledger.gifts(), by, span, names, synced, now)
    raise Refused(f"There is no report by `{by}`.")


def _export(options: argparse.Namespace) -> None:
    content, year = _content(options.project), _year(options.year)
    if content.collection is None:
        remedy = "copy it from yhdessa/starter/skeleton, facts and words"
        raise Refused(f"content/facts/collection.yml is missing, which an account is made of; {remedy}")
    folder: Path = options.to if options.to is not None else options.project / EXPORT
    names = [_names(content, one) for one in ([options.language] if options.language else content.languages)]
    with _ledger(options.project) as ledger:
        # Read once: a sync that goes on meanwhile must not make two files disagree.
        synced, gifts = ledger.synced_at, list(ledger.gifts())
    account = make_account(gifts, content, year)
    for each in names:
        for name, text in _files(account, gifts, content, each, synced):
            _write(folder / name, text)


def _files(
    account: Account, gifts: Sequence[Gift], content: Content, names: Names, synced: int | None
) -> Iterator[tuple[str, str]]:
    """The files of an export in one language, by name; each is made when it is asked for."""
    language, year = names.language, account.year
    yield f"collection-{year}.{language}.md", account_markdown(account, content, names, synced)
    yield f"collection-{year}.{language}.csv", csv_text(account_table(account, content, names), language)
    yield f"gifts-{year}.{language}.csv", csv_text(gift_table(gifts, account.span, names), language)


@contextmanager
def _refusing() -> Iterator[None]:
    """Whatever is in the way of the block becomes Stopped, with a line that says what it is."""
    try:
        with clear_lines():
            yield
    except ContentProblems as problems:
        raise Stopped(problems.in_the_way()) from problems
    except (Refused, NoWords) as error:
        raise Stopped(str(error)) from error


def _run(command: Callable[[argparse.Namespace], None], options: argparse.Namespace) -> int:
    try:
        with _refusing():
            command(options)
    except Stopped as why:
        print(why, file=sys.stderr)
        return 1
    return 0


def _content(project: Path) -> Content:
    return load_content(project, read_today(os.environ))


def _names(content: Content, language: str) -> Names:
    if language not in content.languages:
        raise Refused(f"`{language}` is none of the site's languages: {', '.join(content.languages)}.")
    return Names(content, language)


@contextmanager
def _ledger(project: Path) -> Iterator[Ledger]:
    ledger = open_ledger(ledger_url(os.environ, project), create=False)
    try:
        yield ledger
    finally:
        ledger.close()


def _span(options: argparse.Namespace, content: Content) -> Span:
    """The days that the options name: a year, or a first and a last day, or neither."""
    zone = content.organisation.zone()
    if options.year is not None:
        if options.since is not None or options.until is not None:
            raise Refused("Say a year, or a first and a last day, and not both.")
        return span_of(content, _year(options.year))
    since, until = (_day(text) for text in (options.since, options.until))
    if since is not None and until is not None and until < since:
        raise Refused(f"The last day, {until}, is before the first, {since}.")
    return Span(since, until, zone)


def _year(text: str) -> int:
    if not re.fullmatch("[0-9]{4}", text) or not EARLIEST <= int(text) <= LATEST:
        raise Refused(f"`{text}` is no year; write it as 2026.")
    return int(text)


def _day(text: str | None) -> datetime.date | None:
    if text is None:
        return None
    try:
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            day = datetime.date.fromisoformat(text)
            if EARLIEST <= day.year <= LATEST:
                return day
    except ValueError:
        pass
    raise Refused(f"`{text}` is no day; write it as 2026-11-21.")


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all, and say where it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.fresh")
    try:
        fresh.write_text(text, encoding="utf-8", newline="")
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        error.filename = str(path)
        raise
    print(path)
