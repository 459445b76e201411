"""/api/pledge: the form that an employer's people fill in. Its address may be passed on: it holds what the
form says, signed, and opens nothing else; nobody is asked for anything.
"""

from __future__ import annotations

from urllib.parse import urlencode

from werkzeug.wrappers import Response

from yhdessa.giving.asked import Asked
from yhdessa.giving.desk import Desk
from yhdessa.giving.employer_links import DAY, told_to_employers
from yhdessa.giving.employer_said import employer_action
from yhdessa.giving.languages import language_of
from yhdessa.giving.letters import set_in
from yhdessa.giving.links import LinkInvalid
from yhdessa.giving.said import private_shell, said, shown
from yhdessa.l10n.currencies import written_unit
from yhdessa.logs import note
from yhdessa.payments.employers import Employer
from yhdessa.view.employer import EmployerPledgePage
from yhdessa.view.parts import Detail
from yhdessa.view.shell import Link

ROUTE = "/api/pledge"
PURPOSE = "pledge"
#: Longer than a year: a form that hangs on an intranet.
SECONDS = 400 * DAY


def pledge_link(desk: Desk, employer: Employer, language: str) -> Link:
    """The link to the form of an employer's people, in a language."""
    spoken = desk.catalogue.nearest(language)
    told, _ = told_to_employers(desk, spoken)
    token = desk.links.token(PURPOSE, {"company": employer.company, "goal": employer.goal or ""})
    query = urlencode({"language": spoken.words.language, "token": token})
    return Link(told.words.desk.pledge_link, f"{employer_action(told, ROUTE)}?{query}")


def pledge(desk: Desk, asked: Asked) -> Response:
    """The form, or that the address opens nothing."""
    spoken = language_of(asked, desk.catalogue, desk.settings.site_url)
    told, terms = told_to_employers(desk, spoken)
    try:
        facts = desk.links.read(PURPOSE, asked.args.get("token", ""), SECONDS)
    except LinkInvalid:
        return said(desk, told, "invalid", 400, "link_invalid")
    words, shared, offer = told.words.pledge, spoken.words, terms.offer
    names = {"company": facts.get("company", ""), "organisation": told.shell.site_name}
    unit = written_unit(offer.currency, spoken.words.language)
    page = EmployerPledgePage(
        lead=set_in(words.lead, names),
        how=words.how,
        lines=(words.name, words.number),
        choice=words.choice,
        choices=(set_in(words.fixed, {"currency": unit}), words.permille),
        goal=Detail(words.goal, shared.goals.get(facts.get("goal", ""), shared.anywhere)),
        consent_title=words.consent_title,
        consent=tuple(set_in(text, names) for text in (words.consent, words.withdraw, words.privacy)),
        signed=(words.place, words.signature),
    )
    note(outcome="pledge")
    return shown(desk, private_shell(told.shell, words.title), page)
