"""Commands of the ledger: what a person or a clock calls, a line for everything that can go wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import tzinfo
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from yhdessa.ledger.book import REMEDY, Ledger, LedgerUnusable, open_ledger
from yhdessa.ledger.lock import Locked, locked
from yhdessa.ledger.progress import shown
from yhdessa.ledger.settings import BadSettings, Settings, read_settings
from yhdessa.ledger.syncing import Refused, puzzles, sync
from yhdessa.payments.client import PaymentsUnavailable
from yhdessa.payments.pulled import KeyRefused, StripeAccount
from yhdessa.payments.pulled_companies import pulled_companies
from yhdessa.totals import Totals

#: What SQLite says when it cannot go on, and what that means to whoever runs a sync.
TROUBLE = (
    ("readonly", "The ledger cannot be written: its file or its disk is read-only."),
    ("disk is full", "The disk is full. Make room; what was pulled is kept, and the next sync goes on."),
    ("disk I/O", "The disk of the ledger fails, or is full. What was pulled before is kept."),
    ("malformed", f"The ledger is damaged. {REMEDY}"),
    ("not a database", f"The ledger is no database. {REMEDY}"),
    ("unable to open", "The ledger cannot be opened: is its folder there, and may it be written?"),
    ("locked", "Another program holds the ledger. Try again when it is done."),
)


class Stopped(Exception):
    """A command cannot go on; the message is the line that says why."""


#: Told of a ledger that is up to date; whether all that follows from it was done.
Tell = Callable[[Ledger], bool]


def run_sync(project: Path, zone: tzinfo, full: bool = False, tell: Tell = lambda _: True) -> int:
    """Sync, say what came of it, and then `tell` of the ledger; 0 when all was counted and done, else 1."""
    try:
        with clear_lines():
            settings = read_settings(os.environ, project)
            with locked(settings.lock, lambda: _say("Another sync is at work; this one waits for it.")):
                return _sync(settings, zone, full, tell)
    except Stopped as why:
        _say(str(why))
        return 1


@contextmanager
def clear_lines() -> Iterator[None]:
    """What can go wrong in the block with ledger, disk or Stripe becomes Stopped, with a line that helps."""
    try:
        yield
    except (BadSettings, LedgerUnusable, Refused) as error:
        raise Stopped(str(error)) from error
    except KeyRefused as error:
        raise Stopped(_refused(error.what)) from error
    except PaymentsUnavailable as error:
        raise Stopped("Stripe does not answer. What was pulled is kept; the next sync goes on.") from error
    except Locked as error:
        raise Stopped("Another sync has been at work for ten minutes. It was left to it.") from error
    except DBAPIError as error:
        raise Stopped(_trouble(str(error.orig))) from error
    except OSError as error:
        raise Stopped(f"{error.filename or 'A file'}: {error.strerror or 'cannot be used'}.") from error
    except KeyboardInterrupt as error:
        raise Stopped("Stopped. What was pulled is kept; the next sync goes on.") from error


def _sync(settings: Settings, zone: tzinfo, full: bool, tell: Tell) -> int:
    if settings.mode == "sandbox":
        _say(f"No STRIPE_SECRET_KEY: the sandbox at {settings.api} is asked. `make serve` runs it.")
    account = StripeAccount(settings.secret_key, settings.api)
    ledger = open_ledger(settings.ledger)
    try:
        with shown() as told:
            totals = sync(ledger, account, settings, zone, _say, told, full)
        print(_counted(totals, settings))
        known = _companies(ledger, account)
        done = tell(ledger) and known
        left = puzzles(ledger)
    except PaymentsUnavailable as error:
        if settings.mode != "sandbox":
            raise
        raise Stopped(f"The sandbox does not answer at {settings.api}: does `make serve` run?") from error
    finally:
        ledger.close()
    for line in left:
        _say(f"Not counted: {line}")
    return 1 if left or not done else 0


def _companies(ledger: Ledger, account: StripeAccount) -> bool:
    """Read partners and employers; whether they could be read. Gifts are counted by now, and stay so."""
    try:
        ledger.keep_companies(pulled_companies(account))
    except KeyRefused as error:
        why = _refused(error.what)
    except PaymentsUnavailable:
        why = "Stripe does not answer, or a company's marks there are not what they should be."
    else:
        return True
    _say(f"Gifts are counted; partners and employers stay as they were known. {why}")
    return False


def _counted(totals: Totals, settings: Settings) -> str:
    gifts = sum(row.gifts for row in totals.rows)
    return f"{settings.totals} is as of {totals.time:%Y-%m-%d %H:%M:%S} UTC. Gifts counted: {gifts}."


def _refused(what: str) -> str:
    if what:
        return f"The key in STRIPE_SECRET_KEY may not read {what}: give it that right at Stripe."
    return "Stripe refuses the key in STRIPE_SECRET_KEY."


def _trouble(said: str) -> str:
    known = next((line for sign, line in TROUBLE if sign in said), None)
    return known or f"The ledger cannot be used. {REMEDY}"


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
