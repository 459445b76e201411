"""The workplace's own page: how things stand, a month's gifts, the invoices so far, what can be changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec import Struct
from werkzeug.wrappers import Response

from yhdessa.catalogue import LanguageCatalogue
from yhdessa.forms.business_ids import format_business_id
from yhdessa.forms.company import contact_fields
from yhdessa.forms.employer import matching_fields
from yhdessa.forms.employer_offer import Asking, Matching
from yhdessa.forms.view import FieldView, FormView
from yhdessa.giving.desk import Desk
from yhdessa.giving.employer_links import VISIT, asking_of, told_to_employers, visit_of
from yhdessa.giving.employer_pledge import pledge_link
from yhdessa.giving.employer_said import employer_action
from yhdessa.giving.letters import set_in
from yhdessa.giving.remittance_form import month_name, remittance_form
from yhdessa.giving.said import act_form, private_shell, shown
from yhdessa.l10n.currencies import minor_digits
from yhdessa.l10n.money import Money, format_money
from yhdessa.l10n.numbers import format_number
from yhdessa.l10n.percent import format_percent
from yhdessa.payments.employers import MOST_CONTACTS, Employer, EmployerState
from yhdessa.payments.months import InvoiceState, RemittedInvoice
from yhdessa.payments.remittances import Remittances
from yhdessa.view.employer import DeskPart, EmployerDeskPage, FileProblems, RemittanceRow, RemittanceTable
from yhdessa.view.employer_words import EmployerCatalogue, EmployerTerms
from yhdessa.view.parts import Detail
from yhdessa.view.shell import Link


class Occasion(Struct, frozen=True):
    """What has just happened: `notice` and `trouble` are said; `wrong` are errors by field in the form that
    was sent, `given` what it held; `problems` are those of a file.
    """

    notice: str = ""
    trouble: str = ""
    given: Mapping[str, str] = {}
    wrong: Mapping[str, str] = {}
    problems: FileProblems | None = None


class Workplace(Struct, frozen=True):
    """All that the page is made of."""

    desk: Desk
    spoken: LanguageCatalogue
    told: EmployerCatalogue
    terms: EmployerTerms
    asking: Asking
    employer: Employer
    visit: str

    def form(
        self, act: str, button: str, fields: tuple[FieldView, ...] = (), *, plain: bool = True
    ) -> FormView:
        """A form that asks for one thing of this page's own route."""
        hidden = {VISIT: self.visit, "act": act}
        return act_form(self.spoken, employer_action(self.told), button, hidden, fields, plain=plain)

    @property
    def language(self) -> str:
        """The page's language."""
        return self.spoken.words.language


def workplace(desk: Desk, spoken: LanguageCatalogue, employer: Employer) -> Workplace:
    """The page's makings, with a new visit."""
    told, terms = told_to_employers(desk, spoken)
    visit = visit_of(desk, employer)
    return Workplace(desk, spoken, told, terms, asking_of(desk, spoken), employer, visit)


def desk_page(place: Workplace, occasion: Occasion, status: int = 200) -> Response:
    """The page. Raises PaymentsUnavailable."""
    employer, words = place.employer, place.told.words.desk
    invoices = Remittances(place.desk.payments.client, place.desk.clock).of(employer)
    page = EmployerDeskPage(
        over=words.over,
        lead=words.leads[employer.state.value],
        details=_details(place),
        remittance=_remittance(place, occasion),
        invoices=_invoices(place, invoices),
        pledge=DeskPart(
            "pledge",
            words.pledge_title,
            words.pledge_text,
            link=pledge_link(place.desk, employer, place.language),
        ),
        settings=_settings(place, occasion),
        notice=occasion.notice,
        trouble=occasion.trouble,
        problems=occasion.problems,
    )
    prefix = place.spoken.error_prefix if occasion.wrong or occasion.problems else ""
    shell = private_shell(place.told.shell, employer.company, error_prefix=prefix)
    return shown(place.desk, shell, page, status)


def matching_told(place: Workplace, matching: Matching) -> str:
    """What the employer adds, in words."""
    words = place.told.words.desk
    if not matching.percent:
        return words.matching_none
    parts = {"share": format_percent(matching.percent, place.language)}
    if matching.cap is None:
        return set_in(words.matching_share, parts)
    cap = format_money(Money(matching.cap, place.terms.offer.currency), place.language)
    return set_in(words.matching_capped, {**parts, "cap": cap})


def goal_told(place: Workplace) -> str:
    """The goal's name."""
    shared = place.spoken.words
    return shared.goals.get(place.employer.goal or "", shared.anywhere)


def _details(place: Workplace) -> tuple[Detail, ...]:
    employer, words = place.employer, place.told.words.desk
    first, *more = [f"{each.name}, {each.email}" for each in employer.contacts] or [""]
    return (
        Detail(words.business_id, format_business_id(employer.country, employer.business_id)),
        Detail(words.goal, goal_told(place)),
        Detail(words.matching, matching_told(place, employer.matching)),
        Detail(words.billing, employer.billing_email),
        Detail(words.contacts, first, tuple(more)),
    )


def _remittance(place: Workplace, occasion: Occasion) -> DeskPart:
    words = place.told.words.desk
    if place.employer.state is not EmployerState.ACTIVE:
        return DeskPart("remit", words.remit_title, words.rests)
    form = remittance_form(place.desk, place.spoken, place.visit, occasion.given, occasion.wrong)
    return DeskPart("remit", words.remit_title, words.remit_text, form, place.told.tool)


def _invoices(place: Workplace, invoices: Sequence[RemittedInvoice]) -> RemittanceTable:
    words = place.told.words.desk
    rows = tuple(_row(place, invoice) for invoice in invoices)
    return RemittanceTable(
        words.invoices_title,
        words.invoices_none,
        words.month,
        words.participants,
        words.sum,
        words.state,
        rows,
    )


def _row(place: Workplace, invoice: RemittedInvoice) -> RemittanceRow:
    words = place.told.words.desk
    state = words.invoice_states[invoice.state.value]
    if invoice.revision > 1:
        number = format_number(invoice.revision - 1, place.language)
        state = f"{state} ({set_in(words.correction, {'revision': number})})"
    amount = format_money(invoice.said.total, place.language)
    link = None
    if invoice.url and invoice.state is not InvoiceState.VOID:
        link = Link(f"{set_in(words.invoice_link, {'number': invoice.number})}: {amount}", invoice.url)
    return RemittanceRow(
        month_name(invoice.said.month, place.language),
        format_number(invoice.said.participants, place.language),
        amount,
        state,
        invoice.state.value,
        link,
    )


def _settings(place: Workplace, occasion: Occasion) -> tuple[DeskPart, ...]:
    words, employer = place.told.words.desk, place.employer
    links = DeskPart("links", words.links_title, words.links_text, place.form("links", words.links_button))
    resume = DeskPart(
        "resume", words.resume_title, words.resume_text, place.form("resume", words.resume_button)
    )
    if employer.state is EmployerState.LEFT:
        return (resume, links)
    pause = DeskPart("pause", words.pause_title, words.pause_text, place.form("pause", words.pause_button))
    leave = DeskPart("leave", words.leave_title, words.leave_text, place.form("leave", words.leave_button))
    rest = pause if employer.state is EmployerState.ACTIVE else resume
    return (_matching_part(place, occasion), _contact_part(place, occasion), links, rest, leave)


def _matching_part(place: Workplace, occasion: Occasion) -> DeskPart:
    words, matching = place.told.words.desk, place.employer.matching
    given = occasion.given
    if "matching" not in given:
        cap = _typed(matching, place)
        given = {"matching": str(matching.percent) if matching.percent else "", "matching_cap": cap}
    form = place.form("matching", words.matching_button, matching_fields(place.asking, given, occasion.wrong))
    return DeskPart("matching-change", words.matching_title, words.matching_text, form)


def _typed(matching: Matching, place: Workplace) -> str:
    """The cap as somebody would write it into the field, whose unit stands beside it."""
    if matching.cap is None:
        return ""
    digits = minor_digits(place.terms.offer.currency)
    return format_number(Decimal(matching.cap).scaleb(-digits), place.language)


def _contact_part(place: Workplace, occasion: Occasion) -> DeskPart:
    words = place.told.words.desk
    if len(place.employer.contacts) >= MOST_CONTACTS:
        return DeskPart("contact", words.contact_title, words.contact_full)
    fields = contact_fields(place.asking.words, occasion.given, occasion.wrong)
    form = place.form("contact", words.contact_button, fields)
    return DeskPart("contact", words.contact_title, words.contact_text, form)
