"""/api/donate: the form was sent. On to the payment page, or the form again with what is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from urllib.parse import urlencode, urljoin

import msgspec
from werkzeug.wrappers import Response

from yhdessa.catalogue import LanguageCatalogue
from yhdessa.forms.donation import Donation, DonationErrors, is_robots, read_donation, show_donation
from yhdessa.giving.asked import Asked
from yhdessa.giving.desk import Desk
from yhdessa.logs import note, note_error
from yhdessa.payments.client import PaymentsUnavailable
from yhdessa.payments.orders import GiftOrder

#: The hidden field that the page's script adds, and what it puts there.
ATTEMPT = "attempt"
UUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def donate(desk: Desk, asked: Asked) -> Response:
    """The answer to a form. A robot is told what is true for anyone, and Stripe is not asked."""
    form = asked.fields
    spoken = desk.catalogue.nearest(asked.fields.get("language", ""))
    if is_robots(form):
        note(outcome="trapped")
        return desk.pages.said(spoken.unknown)
    donation = read_donation(desk.catalogue.offer, spoken.words, form, _now(desk))
    if isinstance(donation, DonationErrors):
        note(outcome="form_again", wrong=list(donation.messages))
        return _form_again(desk, spoken, form, donation)
    return _to_payment(desk, order(desk, spoken, donation, read_attempt(form)), spoken)


def _now(desk: Desk) -> float:
    """The moment that challenges go by: the clock's, but for a demonstration, whose day stands still."""
    stopped = desk.catalogue.offer.stopped
    return desk.clock() if stopped is None else stopped


def read_attempt(form: Mapping[str, str]) -> str:
    """The mark that the page's script gives to one try, so that a double click is one; empty without it."""
    attempt = form.get(ATTEMPT, "")
    return attempt if UUID.fullmatch(attempt) else ""


def _to_payment(desk: Desk, wanted: GiftOrder, spoken: LanguageCatalogue) -> Response:
    try:
        payment_page = desk.payments.create_checkout(wanted)
    except PaymentsUnavailable as error:
        note(outcome="stripe_unavailable")
        note_error(error)
        return desk.pages.said(spoken.unavailable, 503)
    note(outcome="to_payment")
    return Response(status=303, headers={"Location": payment_page})


def _form_again(
    desk: Desk, spoken: LanguageCatalogue, form: Mapping[str, str], errors: DonationErrors
) -> Response:
    """The form as it was sent, with its errors first."""
    action = spoken.donate_page.form.action
    shown = show_donation(
        desk.catalogue.offer,
        spoken.words,
        action,
        answer=form,
        errors=errors,
        script=spoken.donate_page.form.script,
        now=_now(desk),
    )
    shell = msgspec.structs.replace(
        spoken.donate,
        title=f"{spoken.error_prefix} {spoken.donate.title}",
        canonical="",
        x_default="",
        announced=(),
        indexed=False,
    )
    return desk.pages.page(shell, msgspec.structs.replace(spoken.donate_page, form=shown), 422)


def order(desk: Desk, spoken: LanguageCatalogue, donation: Donation, attempt: str = "") -> GiftOrder:
    """What Stripe is asked to take; addresses are the site's own."""
    words, site_url, team = spoken.words, desk.settings.site_url, donation.team
    return GiftOrder(
        amount=donation.amount,
        product=_product(spoken, donation),
        goal=donation.goal,
        language=words.language,
        success_url=_thanks_url(site_url, words.language),
        cancel_url=_below(site_url, spoken.cancelled_href),
        monthly=donation.monthly,
        email=donation.email,
        dedication=donation.dedication,
        attempt=attempt,
        challenge=team.challenge if team else None,
        team=team.mark if team else None,
    )


def _product(spoken: LanguageCatalogue, donation: Donation) -> str:
    """What the payment page calls the gift: whether it is monthly, to which goal, for which team."""
    words, team = spoken.words, donation.team
    name = words.goals[donation.goal] if donation.goal else ""
    if team is not None and words.team is not None:
        return words.team.product.format(goal=name, team=words.team.names[team.challenge][team.team])
    named = spoken.monthly if donation.monthly and spoken.monthly else spoken
    return named.product_for_goal.format(goal=name) if name else named.product


#: The address of each language is made once.
_below = cache(urljoin)


@cache
def _thanks_url(site_url: str, language: str) -> str:
    """Stripe puts the session's id in the place of its name in braces."""
    thanks = urljoin(site_url, "api/thanks?" + urlencode({"language": language}))
    return f"{thanks}&session={{CHECKOUT_SESSION_ID}}"
