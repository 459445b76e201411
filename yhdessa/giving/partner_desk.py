"""/api/partner/decision: staff open the link in their letter, read what a company asks, and decide.

A link that is opened does nothing yet: mail scanners open links too. What the page does, `yhdessa signups`
does as well.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from werkzeug.wrappers import Response

from yhdessa.catalogue import LanguageCatalogue
from yhdessa.forms.view import FieldView, FormView
from yhdessa.giving.asked import Asked
from yhdessa.giving.desk import Desk
from yhdessa.giving.employer_links import TOKEN
from yhdessa.giving.languages import language_of
from yhdessa.giving.letters import set_in
from yhdessa.giving.links import LinkExpired, LinkInvalid
from yhdessa.giving.partner_approval import LONGEST_REASON, Approval, read_reason
from yhdessa.giving.partner_details import day_told, details_of, language_told
from yhdessa.giving.partner_links import ROUTE, open_decision, partners_of, told_to_partners
from yhdessa.giving.partner_terms import NotOffered, price_told
from yhdessa.giving.said import act_form, private_shell, shown, told_page
from yhdessa.logs import note, note_error
from yhdessa.mail.mailer import MailUnavailable
from yhdessa.payments.client import PaymentsUnavailable
from yhdessa.payments.partners import AlreadyApproved, HasEnded, Partner, PartnerState
from yhdessa.payments.yearly import StepFailed
from yhdessa.view.employer import DeskPart
from yhdessa.view.partner_desk import PartnerDeskPage
from yhdessa.view.partner_words import PartnerCatalogue, PartnerTerms

UNDECIDED = (PartnerState.PENDING, PartnerState.DECLINED)


class Occasion(Struct, frozen=True):
    """What has just happened: `notice` and `trouble` are said; `wrong` is what is wrong with the `reason`."""

    notice: str = ""
    trouble: str = ""
    reason: str = ""
    wrong: str = ""
    status: int = 200


class Place(Struct, frozen=True):
    """All that the page is made of."""

    desk: Desk
    spoken: LanguageCatalogue
    told: PartnerCatalogue
    terms: PartnerTerms
    token: str

    @property
    def language(self) -> str:
        """The page's language."""
        return self.spoken.words.language

    def form(self, act: str, button: str, fields: tuple[FieldView, ...] = (), *, plain: bool) -> FormView:
        """A form that does one thing."""
        action = self.told.page.form.action.removesuffix("/api/partner") + ROUTE
        return act_form(self.spoken, action, button, {TOKEN: self.token, "act": act}, fields, plain=plain)


def decision(desk: Desk, asked: Asked) -> Response:
    """The page of the link, after what its form asked for was done; or why the link opens nothing."""
    spoken = language_of(asked, desk.catalogue, desk.settings.site_url)
    told, terms = told_to_partners(desk.catalogue, spoken)
    sent = asked.method == "POST"
    token = (asked.fields if sent else asked.args).get(TOKEN, "")
    place, words = Place(desk, spoken, told, terms, token), told.words.desk
    try:
        partner = open_decision(desk, token, terms.link_days)
        if not sent:
            note(outcome="decision_page")
            return _page(place, partner, Occasion())
        return _page(place, *_act(place, partner, asked.fields))
    except LinkExpired:
        note(outcome="link_expired")
        text = set_in(words.expired, {"days": str(terms.link_days)})
        return told_page(desk, told, words.expired_title, text, 410)
    except LinkInvalid:
        note(outcome="link_invalid")
        return told_page(desk, told, words.invalid_title, words.invalid, 400)
    except PaymentsUnavailable as error:
        note(outcome="stripe_unavailable")
        note_error(error)
        return told_page(desk, told, words.unavailable_title, words.unavailable, 503)


def _act(place: Place, partner: Partner, fields: Mapping[str, str]) -> tuple[Partner, Occasion]:
    """Do what the form asks for; an unknown act changes nothing. Raises PaymentsUnavailable."""
    words, act = place.told.words.desk, fields.get("act", "")
    note(outcome=f"partner_{act}" if act in ("approve", "decline") else "decision_page")
    try:
        if act == "approve":
            return _approve(place, partner)
        if act == "decline":
            return _decline(place, partner, fields)
    except StepFailed as error:
        note(outcome="step_failed")
        note_error(error)
        trouble = set_in(words.failed, {"step": words.steps[error.step.value]})
        return partner, Occasion(trouble=trouble, status=503)
    except MailUnavailable as error:
        note(outcome="mail_unavailable")
        note_error(error)
        return _again(place, partner), Occasion(trouble=words.no_letter, status=503)
    except AlreadyApproved:
        return _again(place, partner), Occasion(trouble=words.cannot_decline, status=409)
    except HasEnded:
        return partner, Occasion(trouble=words.ended, status=409)
    except NotOffered:
        return partner, Occasion(trouble=words.not_offered, status=409)
    return partner, Occasion()


def _approve(place: Place, partner: Partner) -> tuple[Partner, Occasion]:
    words = place.told.words.desk
    done = _approval(place).approve(partner)
    if partner.state in UNDECIDED or not partner.told:
        return done, Occasion(notice=words.approved)
    return done, Occasion(notice=set_in(words.approved_before, {"date": _day(place, partner)}))


def _decline(place: Place, partner: Partner, fields: Mapping[str, str]) -> tuple[Partner, Occasion]:
    words = place.told.words.desk
    declined = partner.state is PartnerState.DECLINED
    if declined and partner.told:
        return partner, Occasion(notice=set_in(words.declined_before, {"date": _day(place, partner)}))
    written = fields.get("reason", "")
    reason = partner.reason if declined else read_reason(written)
    if not reason or len(reason) > LONGEST_REASON:
        longest = {"longest": str(LONGEST_REASON)}
        wrong = set_in(words.decline_long, longest) if reason else words.decline_missing
        return partner, Occasion(reason=written, wrong=wrong, status=422)
    return _approval(place).decline(partner, reason), Occasion(notice=words.declined)


def _approval(place: Place) -> Approval:
    desk = place.desk
    return Approval(desk.catalogue, partners_of(desk), desk.mailer)


def _again(place: Place, partner: Partner) -> Partner:
    """The company as it is by now. Raises PaymentsUnavailable."""
    return partners_of(place.desk).get(partner.id) or partner


def _day(place: Place, partner: Partner) -> str:
    return day_told(place.desk.catalogue, partner.decided, place.language)


def _page(place: Place, partner: Partner, occasion: Occasion) -> Response:
    words = place.told.words.desk
    page = PartnerDeskPage(
        over=words.over,
        lead=words.leads[partner.state.value],
        details=details_of(place.desk.catalogue, partner, place.language)[1:],
        parts=_parts(place, partner, occasion),
        notice=occasion.notice,
        trouble=occasion.trouble,
    )
    prefix = place.spoken.error_prefix if occasion.wrong else ""
    shell = private_shell(place.told.shell, partner.asked.company, error_prefix=prefix)
    return shown(place.desk, shell, page, occasion.status)


def _parts(place: Place, partner: Partner, occasion: Occasion) -> tuple[DeskPart, ...]:
    """What can be done as it stands: decide, change one's mind, or send the letter that did not leave."""
    words = place.told.words.desk
    if partner.state is PartnerState.PENDING:
        return (_approve_part(place, partner), _decline_part(place, partner, occasion))
    letter = DeskPart("letter", words.letter_again, words.no_letter)
    if partner.state is PartnerState.DECLINED:
        again = place.form("decline", words.letter_again, plain=True)
        parts = () if partner.told else (_with(letter, again),)
        return (*parts, _approve_part(place, partner))
    if partner.told or partner.state is PartnerState.CANCELLED:
        return ()
    return (_with(letter, place.form("approve", words.letter_again, plain=False)),)


def _with(part: DeskPart, form: FormView) -> DeskPart:
    return DeskPart(part.id, part.title, part.text, form)


def _approve_part(place: Place, partner: Partner) -> DeskPart:
    words, asked = place.told.words.desk, partner.asked
    try:
        price = price_told(place.desk.catalogue, asked, place.language)
    except NotOffered:
        return DeskPart("approve", words.approve_title, words.not_offered)
    text = set_in(words.approve_text, {"price": price, "billing": asked.billing_email})
    form = place.form("approve", words.approve_button, plain=partner.state is not PartnerState.PENDING)
    return DeskPart("approve", words.approve_title, text, form)


def _decline_part(place: Place, partner: Partner, occasion: Occasion) -> DeskPart:
    words = place.told.words.desk
    about = {"language": language_told(partner), "longest": str(LONGEST_REASON)}
    reason = FieldView(
        name="reason",
        kind="message",
        label=words.decline_reason,
        hint=set_in(words.decline_hint, about),
        value=occasion.reason[: 2 * LONGEST_REASON],
        error=occasion.wrong,
    )
    form = place.form("decline", words.decline_button, (reason,), plain=True)
    return DeskPart("decline", words.decline_title, words.decline_text, form)
