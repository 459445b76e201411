"""/api/remittance/confirm: what was shown becomes the month's one invoice, however often it is asked for."""

from __future__ import annotations

from collections.abc import Mapping

from werkzeug.wrappers import Response

from yhdessa.forms.business_ids import format_business_id
from yhdessa.giving.asked import Asked
from yhdessa.giving.desk import Desk
from yhdessa.giving.employer import entered
from yhdessa.giving.employer_desk import Occasion, Workplace, desk_page
from yhdessa.giving.employer_links import told_to_employers
from yhdessa.giving.letters import set_in
from yhdessa.giving.links import LinkInvalid
from yhdessa.giving.remittance import PURPOSE, READ, SECONDS
from yhdessa.giving.remittance_form import month_name
from yhdessa.l10n.money import Money
from yhdessa.l10n.numbers import format_number
from yhdessa.l10n.percent import format_percent
from yhdessa.logs import note
from yhdessa.payments.employers import EmployerState
from yhdessa.payments.months import InvoiceTexts, MonthClosed, MonthOfGifts, MonthTaken, OtherCurrency
from yhdessa.payments.remittances import Remittances

#: As long as the names and values above an invoice's lines may be.
#: https://docs.stripe.com/api/invoices/create#create_invoice-custom_fields
LONGEST_NAME, LONGEST_VALUE = 40, 140
#: What is said of a month that no invoice can be made for, by its name in content, and the log's word for it.
TROUBLES = {
    MonthClosed: ("closed", "month_closed"),
    MonthTaken: ("taken", "month_taken"),
    OtherCurrency: ("other_currency", "other_currency"),
}


def confirm(desk: Desk, asked: Asked) -> Response:
    """The invoice, and the page that lists it."""
    fields = asked.fields
    spoken = desk.catalogue.nearest(fields.get("language", ""))
    told, _ = told_to_employers(desk, spoken)
    return entered(desk, spoken, told, fields, lambda place: _confirmed(place, fields))


def _confirmed(place: Workplace, fields: Mapping[str, str]) -> Response:
    words = place.told.words
    if place.employer.state is not EmployerState.ACTIVE:
        return _trouble(place, words.desk.rests, "employer_rests")
    try:
        facts = place.desk.links.read(PURPOSE, fields.get(READ, ""), SECONDS)
        said = _what_was_read(place, facts)
    except LinkInvalid:
        return _trouble(place, words.preview.too_old, "preview_invalid")
    remittances = Remittances(place.desk.payments.client, place.desk.clock)
    try:
        remittances.issue(place.employer, said, invoice_texts(place, said), facts["replaces"])
    except tuple(TROUBLES) as error:
        name, outcome = TROUBLES[type(error)]
        return _trouble(place, getattr(words.preview, name), outcome)
    note(outcome="invoiced")
    return desk_page(place, Occasion(notice=words.desk.done["sent"]))


def _trouble(place: Workplace, text: str, outcome: str) -> Response:
    note(outcome=outcome)
    return desk_page(place, Occasion(trouble=text), 409)


def _what_was_read(place: Workplace, facts: Mapping[str, str]) -> MonthOfGifts:
    """Raises LinkInvalid for what was read for another employer, or shown with another goal."""
    employer = place.employer
    if (facts.get("customer"), facts.get("goal")) != (employer.id, employer.goal or ""):
        raise LinkInvalid
    currency = facts["currency"]
    return MonthOfGifts(
        facts["month"],
        int(facts["participants"]),
        Money(int(facts["gifts"]), currency),
        Money(int(facts["matching"]), currency),
    )


def invoice_texts(place: Workplace, said: MonthOfGifts) -> InvoiceTexts:
    """What stands on the invoice, in the language that the employer chose for it."""
    employer = place.employer
    spoken = place.desk.catalogue.nearest(employer.language)
    told, terms = told_to_employers(place.desk, spoken)
    words, language = told.words.invoice, spoken.words.language
    month = month_name(said.month, language)
    fields = (
        (words.reference, employer.purchase_reference),
        (words.business_id, format_business_id(employer.country, employer.business_id)),
        (words.einvoice, employer.einvoice),
    )
    participants = format_number(said.participants, language)
    share = format_percent(employer.matching.percent, language)
    return InvoiceTexts(
        description=set_in(words.description, {"month": month}),
        gifts=set_in(words.gifts, {"month": month, "participants": participants}),
        matching=set_in(words.matching, {"share": share}),
        fields=tuple((name[:LONGEST_NAME], value[:LONGEST_VALUE]) for name, value in fields if value),
        days_until_due=terms.days_until_due,
    )
