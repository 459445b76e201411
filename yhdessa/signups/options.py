"""The options of the command. Imports nothing heavy: every command of `yhdessa` reads this."""

from __future__ import annotations

import argparse

#: The states of `PartnerState`, those first that somebody has to do something about.
STATES = ("pending", "overdue", "approved", "paid", "cancelled", "declined")


def add_signups(command: argparse.ArgumentParser) -> None:
    """The options of `yhdessa signups`: what to do, and about whom; without either it lists."""
    _listing(command, None)
    command.set_defaults(deed="list")
    deeds = command.add_subparsers(title="what to do")

    def add(name: str, told: str) -> argparse.ArgumentParser:
        deed = deeds.add_parser(name, help=told)
        deed.set_defaults(deed=name)
        return deed

    _listing(add("list", "who has signed up, and how it stands"), argparse.SUPPRESS)
    about = "the company, by its id at Stripe (cus_...) or its business id"
    add("show", "what one company asks").add_argument("company", metavar="ID", help=about)
    told = "make one company a partner: Stripe invoices it each year, and it gets a letter"
    add("approve", told).add_argument("company", metavar="ID", help=about)
    decline = add("decline", "make one company no partner, and say why in a letter")
    decline.add_argument("company", metavar="ID", help=about)
    decline.add_argument("--reason", required=True, help="why, in the company's language: it reads this")


def _listing(command: argparse.ArgumentParser, default: str | None) -> None:
    unset = argparse.SUPPRESS if default is not None else False
    command.add_argument(
        "--json", action="store_true", default=unset, help="for programs, with all that is known"
    )
    command.add_argument("--state", choices=STATES, default=default, help="only those of one state")
