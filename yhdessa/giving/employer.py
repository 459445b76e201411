"""/api/employer: a link from our mail opens the workplace's own page, and what is asked for there is done.

The link's address holds its token; what follows goes in forms, so that no other address does. A link that is
opened does nothing yet: mail scanners open links too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from werkzeug.wrappers import Response

from yhdessa.catalogue import LanguageCatalogue
from yhdessa.forms.company_offer import FormErrors
from yhdessa.forms.employer import read_contact, read_matching
from yhdessa.giving.asked import Asked
from yhdessa.giving.desk import Desk
from yhdessa.giving.employer_desk import Occasion, Workplace, desk_page, workplace
from yhdessa.giving.employer_links import (
    TOKEN,
    VISIT,
    check_link,
    employers_of,
    open_old,
    open_visit,
    send_links,
    told_to_employers,
)
from yhdessa.giving.employer_said import door
from yhdessa.giving.languages import language_of
from yhdessa.giving.links import LinkExpired, LinkInvalid
from yhdessa.giving.said import said
from yhdessa.logs import note, note_error
from yhdessa.mail.mailer import MailUnavailable
from yhdessa.payments.client import PaymentsUnavailable
from yhdessa.payments.employers import Employer, EmployerState
from yhdessa.view.employer_words import EmployerCatalogue

#: What an act comes to: the employer as it is now, and what is said; or what was wrong.
Done = tuple[Employer, Occasion]


def employer(desk: Desk, asked: Asked) -> Response:
    """The door, or the page behind it."""
    spoken = language_of(asked, desk.catalogue, desk.settings.site_url)
    told, terms = told_to_employers(desk, spoken)
    if asked.method == "POST":
        return entered(desk, spoken, told, asked.fields, lambda place: _act(place, asked.fields))
    token = asked.args.get(TOKEN, "")
    try:
        check_link(desk, token, terms.link_days)
    except LinkExpired:
        return door(desk, spoken, told, "expired", token, 410)
    except LinkInvalid:
        return said(desk, told, "invalid", 400, "link_invalid")
    return door(desk, spoken, told, "open", token)


def entered(
    desk: Desk,
    spoken: LanguageCatalogue,
    told: EmployerCatalogue,
    fields: Mapping[str, str],
    answer: Callable[[Workplace], Response],
) -> Response:
    """What `answer` says to the employer whose visit `fields` hold, or why nobody may come in."""
    try:
        if fields.get("act") == "renew":
            return _renew(desk, told, fields)
        return answer(workplace(desk, spoken, open_visit(desk, fields)))
    except LinkExpired:
        token = fields.get(VISIT) or fields.get(TOKEN, "")
        return door(desk, spoken, told, "expired", token, 410)
    except LinkInvalid:
        return said(desk, told, "invalid", 400, "link_invalid")
    except PaymentsUnavailable as error:
        note_error(error)
        return said(desk, told, "unavailable", 503, "stripe_unavailable")
    except MailUnavailable as error:
        note_error(error)
        return said(desk, told, "mail", 503, "mail_unavailable")


def _renew(desk: Desk, told: EmployerCatalogue, fields: Mapping[str, str]) -> Response:
    """A new link for one that is too old: never shown, only written to the registered addresses."""
    terms = told_to_employers(desk, desk.catalogue.nearest(fields.get("language", "")))[1]
    sent = send_links(desk, open_old(desk, fields.get(TOKEN, "")))
    outcome = "link_renewed" if sent else "mailbox_full"
    return said(desk, told, "renewed", 200, outcome, {"days": str(terms.link_days)})


def _act(place: Workplace, fields: Mapping[str, str]) -> Response:
    """Do what the form asks for, and show the page as it is then; an unknown act changes nothing."""
    act = fields.get("act", "")
    employer, occasion = ACTS.get(act, _look)(place, fields)
    note(outcome=f"employer_{act}" if act in ACTS else "employer_page")
    status = 422 if occasion.wrong else 200
    return desk_page(workplace(place.desk, place.spoken, employer), occasion, status)


def _look(place: Workplace, _: Mapping[str, str]) -> Done:
    return place.employer, Occasion()


def _done(place: Workplace, employer: Employer, name: str) -> Done:
    return employer, Occasion(notice=place.told.words.desk.done[name])


def _into(state: EmployerState, name: str) -> Callable[[Workplace, Mapping[str, str]], Done]:
    def act(place: Workplace, _: Mapping[str, str]) -> Done:
        return _done(place, employers_of(place.desk).set_state(place.employer, state), name)

    return act


def _matching(place: Workplace, fields: Mapping[str, str]) -> Done:
    wrong: dict[str, str] = {}
    matching = read_matching(place.asking, fields, wrong)
    if wrong:
        return place.employer, Occasion(given=fields, wrong=wrong)
    return _done(place, employers_of(place.desk).set_matching(place.employer, matching), "matching")


def _contact(place: Workplace, fields: Mapping[str, str]) -> Done:
    contact = read_contact(place.asking, fields)
    if isinstance(contact, FormErrors):
        return place.employer, Occasion(given=fields, wrong=contact.messages)
    try:
        employer = employers_of(place.desk).add_contact(place.employer, contact)
    except ValueError:
        return place.employer, Occasion(trouble=place.told.words.desk.contact_full)
    send_links(place.desk, employer, (contact,))
    return _done(place, employer, "contact")


def _links(place: Workplace, _: Mapping[str, str]) -> Done:
    """All links that were sent before open nothing from now on; this visit goes on with the new number."""
    employer = employers_of(place.desk).revoke_links(place.employer)
    send_links(place.desk, employer)
    return _done(place, employer, "links")


ACTS: dict[str, Callable[[Workplace, Mapping[str, str]], Done]] = {
    "pause": _into(EmployerState.PAUSED, "paused"),
    "resume": _into(EmployerState.ACTIVE, "resumed"),
    "leave": _into(EmployerState.LEFT, "left"),
    "matching": _matching,
    "contact": _contact,
    "links": _links,
}
