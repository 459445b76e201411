"""What the command does: asks Stripe, decides, says in a line what came of it or what is in the way."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from yhdessa.catalogue import Catalogue
from yhdessa.forms.business_ids import NotABusinessId, read_business_id
from yhdessa.giving.partner_approval import LONGEST_REASON, Approval, read_reason
from yhdessa.giving.partner_details import day_told
from yhdessa.giving.partner_terms import NotOffered
from yhdessa.ledger.settings import BadSettings, Settings, read_settings
from yhdessa.mail.mailer import Mailer, MailUnavailable, create_mailer
from yhdessa.model import Content
from yhdessa.pages.site import Site
from yhdessa.payments.client import PaymentsUnavailable, connect, key_refused
from yhdessa.payments.companies import CUSTOMER_ID
from yhdessa.payments.partners import AlreadyApproved, HasEnded, Partner, Partners, PartnerState
from yhdessa.payments.yearly import Step, StepFailed
from yhdessa.signups.told import as_json, card, table, visible

#: Where mails go while there is no server for them.
OUTBOX = Path("var/outbox")
#: Nobody waits at a page: seconds for one try to reach Stripe and to hear from it, and for all tries.
TIMEOUT, BUDGET = (5.0, 30.0), 60.0
STEPS = {
    Step.CUSTOMER: "the company's billing details",
    Step.TAX: "the tax rate",
    Step.PRODUCT: "the product on the invoice",
    Step.SUBSCRIPTION: "the yearly invoice",
    Step.DECISION: "keeping the decision",
}

T = TypeVar("T")


class Stopped(Exception):
    """The command cannot go on; the message is the line that says why and what helps."""


class Office(Struct, frozen=True):
    """What decisions are made with."""

    catalogue: Catalogue
    partners: Partners
    mailer: Mailer
    settings: Settings


def run_signups(options: argparse.Namespace, content: Content) -> int:
    """List, show, approve or decline; 0 when it is done, else 1 and a line."""
    try:
        with _clear_lines():
            DEEDS[options.deed](_office(content, options.project, os.environ), options)
    except Stopped as why:
        print(why, file=sys.stderr)
        return 1
    return 0


def _office(content: Content, project: Path, environment: Mapping[str, str]) -> Office:
    if content.partner is None:
        raise Stopped("content/facts/partner.yml is missing: no company can sign up as a partner")
    settings = read_settings(environment, project)
    try:
        outbox = Path(environment.get("OUTBOX") or project / OUTBOX)
        mailer = create_mailer(environment.get("SMTP_URL"), outbox)
    except ValueError as error:
        raise Stopped(f"SMTP_URL is no mail server: {error}") from error
    # Letters hold no address of the site's own, so that any will do.
    catalogue = Site(content, "https://example.org/", "").catalogue({})
    client = connect(settings.secret_key, settings.api, TIMEOUT, BUDGET)
    return Office(catalogue, Partners(client), mailer, settings)


def _list(office: Office, options: argparse.Namespace) -> None:
    partners = [
        each for each in _asking(office, office.partners.all) if options.state in (None, each.state.value)
    ]
    if options.json:
        print(as_json(partners))
    elif partners:
        print("\n".join(table(partners)))
    else:
        print("No company has signed up." if options.state is None else f"None is {options.state}.")


def _show(office: Office, options: argparse.Namespace) -> None:
    print("\n".join(card(office.catalogue, _whose(office, options.company))))


def _approve(office: Office, options: argparse.Namespace) -> None:
    partner = _whose(office, options.company)
    approved = partner.state not in (PartnerState.PENDING, PartnerState.DECLINED)
    try:
        done = _asking(office, lambda: _approval(office).approve(partner))
    except MailUnavailable as error:
        raise Stopped(f"Approved, but the letter did not leave. {_again(partner, 'approve')}") from error
    if not approved:
        print(f"Approved: {_name(done)}. Its first invoice leaves in an hour.")
    elif partner.told:
        print(f"{_name(partner)} was approved on {_day(office, partner)}. Nothing was done twice.")
    else:
        print(f"{_name(partner)} was approved on {_day(office, partner)}, and has its letter now.")


def _decline(office: Office, options: argparse.Namespace) -> None:
    reason = read_reason(options.reason)
    if not reason or len(reason) > LONGEST_REASON:
        raise Stopped(f"--reason has to be a text of at most {LONGEST_REASON} letters: the company reads it")
    partner = _whose(office, options.company)
    if partner.state is PartnerState.DECLINED and partner.told:
        print(f"{_name(partner)} was declined on {_day(office, partner)}. Nothing was done twice.")
        return
    try:
        done = _asking(office, lambda: _approval(office).decline(partner, reason))
    except MailUnavailable as error:
        raise Stopped(f"Declined, but the letter did not leave. {_again(partner, 'decline')}") from error
    print(f"Declined: {_name(done)}. It has a letter that says why.")


DEEDS: dict[str, Callable[[Office, argparse.Namespace], None]] = {
    "list": _list,
    "show": _show,
    "approve": _approve,
    "decline": _decline,
}


def _approval(office: Office) -> Approval:
    return Approval(office.catalogue, office.partners, office.mailer)


def _whose(office: Office, written: str) -> Partner:
    """The company of an id of Stripe's or a business id."""
    found = _asking(office, lambda: _found(office, written))
    if found is None:
        raise Stopped(
            f"No company has signed up with the id `{visible(written)}`. `yhdessa signups` lists them."
        )
    return found


def _found(office: Office, written: str) -> Partner | None:
    if CUSTOMER_ID.fullmatch(written):
        return office.partners.get(written)
    terms = office.catalogue.partners
    for country in terms.offer.countries if terms is not None else ():
        try:
            partner = office.partners.find(read_business_id(country, written))
        except NotABusinessId:
            continue
        if partner is not None:
            return partner
    return None


def _asking(office: Office, ask: Callable[[], T]) -> T:
    """What Stripe answers, or the line that says why it does not."""
    try:
        return ask()
    except StepFailed as error:
        line = f"The approval stopped at {STEPS[error.step]}. Nothing is lost: run it again, and it goes on."
        raise Stopped(_refused(error) or line) from error
    except PaymentsUnavailable as error:
        line = "Stripe does not answer. Run it again: nothing is done twice."
        if office.settings.mode == "sandbox":
            line = f"The sandbox does not answer at {office.settings.api}: does `make serve` run?"
        raise Stopped(_refused(error) or line) from error


def _refused(error: PaymentsUnavailable) -> str:
    """What helps when Stripe does not take the key; empty when it is something else."""
    if not key_refused(error):
        return ""
    return (
        "Stripe refuses STRIPE_SECRET_KEY, or does not let it do this: guides/partners.md lists its rights."
    )


@contextmanager
def _clear_lines() -> Iterator[None]:
    """Whatever else is in the way of the block becomes Stopped."""
    try:
        yield
    except BadSettings as error:
        raise Stopped(str(error)) from error
    except AlreadyApproved as error:
        line = "It is approved already. To end the partnership, cancel the company's subscription in Stripe."
        raise Stopped(line) from error
    except HasEnded as error:
        raise Stopped("The partnership has ended. The company can sign up again with the form.") from error
    except NotOffered as error:
        line = "The content has no price for what it asked: put the tier back, or ask it to sign up again."
        raise Stopped(line) from error
    except KeyboardInterrupt as error:
        raise Stopped("Stopped. Run it again, and it goes on.") from error


def _again(partner: Partner, deed: str) -> str:
    more = " --reason ..." if deed == "decline" else ""
    return f"Send it with: yhdessa signups {deed} {partner.id}{more}"


def _name(partner: Partner) -> str:
    return f"{visible(partner.asked.company)} ({partner.id})"


def _day(office: Office, partner: Partner) -> str:
    return day_told(office.catalogue, partner.decided, "en")
