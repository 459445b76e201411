"""/api/portal: those who give monthly ask for a link by mail, and it opens their page at Stripe.

Whoever asks learns nothing of whether an address is known: the answer is the same, and leaves at the same
moment. Stripe is asked as often and the mail server is greeted for any address, so that a fault of theirs
shows for any. Nothing is kept: the link is signed, and mail scanners that open it use nothing up.
"""

from __future__ import annotations

import hashlib
import hmac
from urllib.parse import urlencode, urljoin

import msgspec
from limits import RateLimitItemPerHour
from werkzeug.wrappers import Response

from yhdessa.catalogue import LanguageCatalogue, MonthlyDonorCatalogue, Thanks
from yhdessa.forms.donation import is_robots
from yhdessa.forms.email import EMAIL
from yhdessa.forms.monthly_donor import AddressWrong, read_monthly_donor, show_monthly_donor
from yhdessa.giving.asked import Asked
from yhdessa.giving.desk import Desk
from yhdessa.giving.languages import language_of
from yhdessa.giving.letters import set_in, write_letter
from yhdessa.giving.links import LinkExpired, LinkInvalid
from yhdessa.giving.refused import Refused
from yhdessa.l10n.money import format_money
from yhdessa.logs import note, note_error
from yhdessa.mail.mailer import MailUnavailable, Post
from yhdessa.payments.client import PaymentsUnavailable
from yhdessa.payments.donors import Donor, MonthlyGift

ROUTE = "/api/portal"
#: What a link is for, and how long it works.
PURPOSE = "monthly-donor"
MINUTES = 30
#: Letters to one address, so that nobody fills another's mailbox.
LETTERS = (RateLimitItemPerHour(3),)
#: Links in one letter: each monthly gift that is begun on the payment page is a customer of its own.
MOST_LINKS = 5
#: What a letter that could not be written for want of Stripe or mail has in common.
Unavailable = (PaymentsUnavailable, MailUnavailable)


def portal(desk: Desk, asked: Asked) -> Response:
    """A form: whatever its address, that a link was sent. A link: on to Stripe, or why it does not work."""
    spoken = language_of(asked, desk.catalogue, desk.settings.site_url)
    told = spoken.monthly_donor
    if told is None:
        raise Refused(404, "not_found")
    if asked.method == "POST":
        return _asked_for(desk, spoken, told, asked.fields)
    token = asked.args.get("token", "")
    if not token:
        note(outcome="to_form")
        return Response(status=303, headers={"Location": _form_url(desk, told)})
    return _opened(desk, told, token)


def _opened(desk: Desk, told: MonthlyDonorCatalogue, token: str) -> Response:
    try:
        facts = desk.links.read(PURPOSE, token, MINUTES * 60)
        language, customer = told.words.language, facts.get("customer", "")
        page = desk.donors.open_portal(customer, _form_url(desk, told), language)
    except LinkExpired:
        return _said(desk, told.expired, 410, "link_expired")
    except LinkInvalid:
        return _said(desk, told.invalid, 400, "link_invalid")
    except PaymentsUnavailable as error:
        note_error(error)
        return _said(desk, told.unavailable, 503, "stripe_unavailable")
    if page is None:
        return _said(desk, told.ended, 410, "gift_ended")
    note(outcome="to_portal")
    return Response(status=303, headers={"Location": page})


def _asked_for(
    desk: Desk, spoken: LanguageCatalogue, told: MonthlyDonorCatalogue, form: dict[str, str]
) -> Response:
    if is_robots(form):
        return _said(desk, told.sent, 200, "trapped")
    address = read_monthly_donor(told.words, form)
    if isinstance(address, AddressWrong):
        return _form_again(desk, spoken, told, form, address)
    with desk.evenly.answered():
        try:
            donors = desk.donors.find_donors(address)
            with desk.mailer.open() as post:
                outcome = _send(desk, spoken, post, address, donors[:MOST_LINKS])
        except Unavailable as error:
            note_error(error)
            mail = isinstance(error, MailUnavailable)
            return _said(desk, told.unavailable, 503, "mail_unavailable" if mail else "stripe_unavailable")
        return _said(desk, told.sent, 200, outcome)


def _send(desk: Desk, spoken: LanguageCatalogue, post: Post, address: str, donors: list[Donor]) -> str:
    """Write to those who give, to the address that each of them gave; what became of it, for the log alone.

    A letter that the server does not take is no fault that the visitor may be told of: it has seen one for a
    known address only.
    """
    if not donors:
        return "no_gift"
    if desk.limits.wait(ROUTE, _mailbox(desk, address), LETTERS):
        return "mailbox_full"
    try:
        for email in dict.fromkeys(donor.email for donor in donors):
            theirs = [donor for donor in donors if donor.email == email]
            parts = {"gifts": _gifts(desk, spoken, theirs), "minutes": str(MINUTES)}
            post.send(write_letter(spoken, "monthly_donor", email, parts))
    except MailUnavailable as error:
        note_error(error)
        return "letter_refused"
    return "link_sent"


def _gifts(desk: Desk, spoken: LanguageCatalogue, donors: list[Donor]) -> str:
    """The gifts of each donor, a line each, and the link to them below."""
    blocks = (
        "\n".join([*(_line(spoken, gift) for gift in donor.gifts), _link(desk, spoken, donor)])
        for donor in donors
    )
    return "\n\n".join(blocks)


def _line(spoken: LanguageCatalogue, gift: MonthlyGift) -> str:
    words, goals = spoken.letters["monthly_donor"].parts, spoken.words.goals
    amount = format_money(gift.amount, spoken.words.language)
    if gift.goal is None or gift.goal not in goals:
        return set_in(words["gift_anywhere"], {"amount": amount})
    return set_in(words["gift"], {"amount": amount, "goal": goals[gift.goal]})


def _link(desk: Desk, spoken: LanguageCatalogue, donor: Donor) -> str:
    token = desk.links.token(PURPOSE, {"customer": donor.customer})
    query = urlencode({"language": spoken.words.language, "token": token})
    return urljoin(desk.settings.site_url, f"{ROUTE.removeprefix('/')}?{query}")


def _mailbox(desk: Desk, address: str) -> str:
    """By what letters to an address are counted: nobody without our secret can tell whose it is."""
    secret = desk.settings.site_secrets[0].encode()
    return hmac.new(secret, address.lower().encode(), hashlib.sha256).hexdigest()


def _form_url(desk: Desk, told: MonthlyDonorCatalogue) -> str:
    return urljoin(desk.settings.site_url, told.href)


def _said(desk: Desk, thanks: Thanks, status: int, outcome: str) -> Response:
    note(outcome=outcome)
    text = set_in(thanks.page.text, {"minutes": str(MINUTES)})
    return desk.pages.said(
        msgspec.structs.replace(thanks, page=msgspec.structs.replace(thanks.page, text=text)), status
    )


def _form_again(
    desk: Desk,
    spoken: LanguageCatalogue,
    told: MonthlyDonorCatalogue,
    form: dict[str, str],
    wrong: AddressWrong,
) -> Response:
    """The form with what was written, its error first."""
    note(outcome="form_again", wrong=[EMAIL])
    action = told.page.form.action
    shown = show_monthly_donor(told.words, action, written=form.get(EMAIL, ""), wrong=wrong)
    shell = msgspec.structs.replace(
        told.sent.shell,
        heading=told.shell.heading,
        description=told.shell.description,
        title=f"{spoken.error_prefix} {told.shell.title}",
    )
    return desk.pages.page(shell, msgspec.structs.replace(told.page, form=shown), 422)
