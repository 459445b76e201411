"""Partners after a sync: files for those who are approved, and a line for all that staff should look at."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from yhdessa.books.lapsed import Lapsed, lapsed_partners, told
from yhdessa.books.partner_files import (
    PartnerFile,
    Unwritten,
    differences,
    is_shown,
    missing,
    partner_files,
    write,
)
from yhdessa.ledger.book import Ledger
from yhdessa.ledger.records import Company
from yhdessa.model.content import Content
from yhdessa.model.notices import REMOVAL_AFTER
from yhdessa.model.problem import printable


def bring_up_to_date(ledger: Ledger, content: Content, project: Path) -> tuple[bool, Sequence[Lapsed]]:
    """Write the files that are missing, and say which; whether all could be, and those proposed for removal.

    Nothing where companies were never read: then nobody knows who is a partner.
    """
    if ledger.fact("companies") is None:
        return True, ()
    companies = ledger.companies()
    try:
        files = partner_files(project)
    except Unwritten as why:
        _say(str(why))
        return False, ()
    failed = [not _written(company, content, project, files) for company in missing(companies, files)]
    for line in _remarks(companies, files):
        _say(line)
    days = content.notices.removal_after if content.notices else REMOVAL_AFTER
    now = ledger.synced_at or 0
    lapsed = list(lapsed_partners(files, companies, ledger.bills(), now, days))
    for line in told(lapsed):
        print(line)
    return not any(failed), lapsed


def _written(company: Company, content: Content, project: Path, files: Iterable[PartnerFile]) -> bool:
    """Write one file, and say so, or why not."""
    name = printable(company.name)
    try:
        file = write(company, content, project)
    except Unwritten as why:
        _say(f"The file of {name} ({company.id}) is not written: {why}. The next sync tries again.")
        return False
    print(f"{file.place} is written: {name}. The next build shows it.")
    twins = [each.place for each in files if each.customer is None and _same(each.name, company.name)]
    for place in twins:
        _say(f"{place} has the same name and no `customer`: if it is the same company, keep one of the two.")
    return True


def _same(name: str, other: str) -> bool:
    return " ".join(name.split()).casefold() == " ".join(other.split()).casefold()


def _remarks(companies: Iterable[Company], files: Iterable[PartnerFile]) -> Iterator[str]:
    """Where a file says something else than was approved: staff may have meant it."""
    known = {company.id: company for company in companies if is_shown(company)}
    for file in files:
        company = known.get(file.customer or "")
        if company is not None:
            yield from (f"{file.place}: {difference}." for difference in differences(company, file))


def _say(line: str) -> None:
    print(line, file=sys.stderr)
