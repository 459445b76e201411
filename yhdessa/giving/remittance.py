"""/api/remittance: a month's gifts are read, and shown as what their invoice would say. Nothing is kept.

What was read goes on in the form as counts and sums, signed; the references stay in the file.
"""

from __future__ import annotations

from collections.abc import Mapping

from werkzeug.wrappers import Response

from yhdessa.forms.view import FormView
from yhdessa.giving.asked import Asked
from yhdessa.giving.desk import Desk
from yhdessa.giving.employer import entered
from yhdessa.giving.employer_desk import Occasion, Workplace, desk_page, goal_told
from yhdessa.giving.employer_links import VISIT, told_to_employers
from yhdessa.giving.employer_said import employer_action
from yhdessa.giving.letters import set_in
from yhdessa.giving.remittance_form import month_name, months_offered, problems_told, refused_told
from yhdessa.giving.said import private_shell, shown
from yhdessa.l10n.money import Money, format_money
from yhdessa.l10n.numbers import format_number
from yhdessa.logs import note
from yhdessa.payments.employers import EmployerState
from yhdessa.payments.months import InvoiceState, MonthOfGifts, RemittedInvoice
from yhdessa.payments.remittances import Remittances
from yhdessa.payroll.problems import Refused
from yhdessa.payroll.remittance import Remittance, read_remittance
from yhdessa.payroll.shares import matching
from yhdessa.view.employer import EmployerPreviewPage
from yhdessa.view.parts import Detail

CONFIRM = "/api/remittance/confirm"
#: What was read, as it goes on in the form, and the seconds that it is good for.
PURPOSE, READ = "remittance", "read"
SECONDS = 2 * 3600


def preview(desk: Desk, asked: Asked) -> Response:
    """The sums of the file, or every problem in it."""
    fields, file = asked.fields, asked.uploads.get("file", b"")
    spoken = desk.catalogue.nearest(fields.get("language", ""))
    told, _ = told_to_employers(desk, spoken)
    return entered(desk, spoken, told, fields, lambda place: _read(place, fields, file))


def _read(place: Workplace, fields: Mapping[str, str], file: bytes) -> Response:
    words, pasted = place.told.words.remit, fields.get("pasted", "")
    if place.employer.state is not EmployerState.ACTIVE:
        note(outcome="employer_rests")
        return desk_page(place, Occasion(trouble=place.told.words.desk.rests), 409)
    wrong = {}
    months = months_offered(place.desk.clock(), place.terms.time_zone, place.terms.months_back)
    if fields.get("month") not in months:
        wrong["month"] = words.month_missing
    if bool(file) == bool(pasted.strip()):
        wrong["file"] = words.both if file else words.missing
    if wrong:
        note(outcome="form_again", wrong=list(wrong))
        return desk_page(place, Occasion(given=fields, wrong=wrong), 422)
    read = read_remittance(file or pasted.encode("utf-8", "replace"), place.terms.offer.currency)
    if isinstance(read, Refused):
        return _refused(place, fields, read, "file" if file else "pasted")
    return _preview(place, fields["month"], read)


def _refused(place: Workplace, fields: Mapping[str, str], refused: Refused, name: str) -> Response:
    """Nothing of the file, and every problem with its line."""
    note(outcome="file_refused", wrong=sorted({each.code for each in refused.problems}))
    wrong = {name: refused_told(place.told, refused, place.language)}
    problems = problems_told(place.told, refused, place.language)
    return desk_page(place, Occasion(given=fields, wrong=wrong, problems=problems), 422)


def month_of_gifts(place: Workplace, month: str, read: Remittance) -> MonthOfGifts:
    """What is remitted, with what the employer adds today."""
    added, gifts = place.employer.matching, read.total
    cap = None if added.cap is None else Money(added.cap, gifts.currency)
    return MonthOfGifts(month, read.participants, gifts, matching(gifts, added.percent, cap))


def _preview(place: Workplace, month: str, read: Remittance) -> Response:
    said = month_of_gifts(place, month, read)
    living = Remittances(place.desk.payments.client, place.desk.clock).of_month(place.employer, month)
    standing = living[0] if living else None
    same = standing is not None and standing.is_for(said, place.employer.goal)
    words = place.told.words.preview
    if standing is not None and standing.state is InvoiceState.PAID and not same:
        note(outcome="month_closed")
        return desk_page(place, Occasion(trouble=words.closed), 409)
    done = same and standing is not None and standing.state is not InvoiceState.DRAFT and standing.sent
    note(outcome="month_sent_before" if done else "previewed")
    page = EmployerPreviewPage(
        over=place.employer.company,
        lead=words.text,
        details=_details(place, said),
        back=place.form("open", words.back),
        notice=_notice(place, standing, same=same, done=done),
        form=None if done else _confirm(place, said, standing if not same else None),
    )
    heading = set_in(words.title, {"month": month_name(month, place.language)})
    return shown(place.desk, private_shell(place.told.shell, heading), page)


def _details(place: Workplace, said: MonthOfGifts) -> tuple[Detail, ...]:
    words, employer = place.told.words.preview, place.employer
    sums = [Detail(words.gifts, format_money(said.gifts, place.language))]
    if said.matching.minor:
        sums.append(Detail(words.matching, format_money(said.matching, place.language)))
    more = [Detail(words.reference, employer.purchase_reference)] if employer.purchase_reference else []
    return (
        Detail(words.participants, format_number(said.participants, place.language)),
        *sums,
        Detail(words.total, format_money(said.total, place.language)),
        Detail(words.goal, goal_told(place)),
        Detail(words.billing, employer.billing_email),
        *more,
    )


def _notice(place: Workplace, standing: RemittedInvoice | None, *, same: bool, done: bool) -> str:
    words = place.told.words.preview
    if standing is None or (same and not done):
        return ""
    amount = format_money(standing.said.total, place.language)
    text = words.same if same else words.replaces if standing.number else words.begun
    return set_in(text, {"number": standing.number, "amount": amount})


def _confirm(place: Workplace, said: MonthOfGifts, replaced: RemittedInvoice | None) -> FormView:
    """The button; the form holds what was read, and which invoice it takes the place of."""
    words = place.told.words.preview
    facts = {
        "customer": place.employer.id,
        "month": said.month,
        "participants": str(said.participants),
        "gifts": str(said.gifts.minor),
        "matching": str(said.matching.minor),
        "currency": said.gifts.currency,
        "goal": place.employer.goal or "",
        "replaces": replaced.id if replaced else "",
    }
    language = place.language
    days = format_number(place.terms.days_until_due, language)
    return FormView(
        action=employer_action(place.told, CONFIRM),
        button=words.button,
        after_button=set_in(words.after_button, {"days": days}),
        fields=(),
        hidden={"language": language, VISIT: place.visit, READ: place.desk.links.token(PURPOSE, facts)},
    )
