"""The form by which an employer signs up, and the smaller ones of its own page; what their answers mean."""

from __future__ import annotations

from collections.abc import Mapping

from yhdessa.forms.business_ids import NotABusinessId, PersonalNumber, read_business_id
from yhdessa.forms.dedication import clean_name
from yhdessa.forms.donation import ANYWHERE, TRAP
from yhdessa.forms.email import LONGEST_EMAIL, NotAnAddress, read_email
from yhdessa.forms.employer_offer import Asking, Contact, FormErrors, Matching, SignUp, SignUpWords
from yhdessa.forms.view import Choice, FieldView, FormView, MoreFields, Trap
from yhdessa.l10n.endonyms import endonym
from yhdessa.l10n.money import Money, NotMoney, format_money, parse_money
from yhdessa.l10n.percent import format_percent

LONGEST_COMPANY = 100
LONGEST_NAME = 80
LONGEST_REFERENCE = 60
LONGEST_ANSWER = 40
#: The fields that are asked of few, folded away.
MORE = ("purchase_reference", "einvoice", "matching", "matching_cap")


def read_sign_up(asking: Asking, answer: Mapping[str, str]) -> SignUp | FormErrors:
    """The employer that `answer` tells of, or what is wrong with it; all at once."""
    words, offer = asking.words, asking.offer
    wrong: dict[str, str] = {}
    company = _line(answer, "company", words.company_missing, LONGEST_COMPANY, words, wrong)
    country = _one_of(answer, "country", offer.countries, words.country_missing, wrong)
    business_id = _business_id(answer, country, words, wrong)
    contact = _contact(answer, words, wrong)
    billing = _email(answer, "billing_email", words.billing_email_missing, words, wrong)
    language = _one_of(answer, "invoice_language", offer.languages, words.language_missing, wrong)
    goals = (ANYWHERE, *offer.goals)
    goal = _one_of({"goal": ANYWHERE, **answer}, "goal", goals, asking.shared.goal_unknown, wrong)
    matching = read_matching(asking, answer, wrong)
    reference = _line(answer, "purchase_reference", "", LONGEST_REFERENCE, words, wrong)
    einvoice = _line(answer, "einvoice", "", LONGEST_REFERENCE, words, wrong)
    if wrong:
        return FormErrors(wrong)
    chosen = None if goal == ANYWHERE else goal
    return SignUp(
        company, country, business_id, contact, billing, language, chosen, matching, reference, einvoice
    )


def read_contact(asking: Asking, answer: Mapping[str, str]) -> Contact | FormErrors:
    """One more contact, or what is wrong with it."""
    wrong: dict[str, str] = {}
    contact = _contact(answer, asking.words, wrong)
    return FormErrors(wrong) if wrong else contact


def read_matching(asking: Asking, answer: Mapping[str, str], wrong: dict[str, str]) -> Matching:
    """What the employer adds; nothing when nothing is written. Notes in `wrong` what cannot be."""
    words, offer = asking.words, asking.offer
    percent_text, cap_text = answer.get("matching", "").strip(), answer.get("matching_cap", "").strip()
    percent = _percent(percent_text, offer.largest_matching)
    if percent is None:
        wrong["matching"] = words.matching_wrong.format(largest=offer.largest_matching)
    if not cap_text:
        return Matching(percent or 0)
    cap = _cap(cap_text, offer.currency, asking.shared.language)
    if cap is None:
        example = format_money(Money(50_000, offer.currency), asking.shared.language)
        wrong["matching_cap"] = words.cap_wrong.format(example=example)
    elif percent == 0:
        wrong["matching_cap"] = words.cap_alone
    return Matching(percent or 0, cap)


def show_sign_up(
    asking: Asking, action: str, answer: Mapping[str, str] | None = None, errors: FormErrors | None = None
) -> FormView:
    """The form, empty or with an `answer` and its `errors`."""
    offer, words, shared = asking.offer, asking.words, asking.shared
    given = answer or {"invoice_language": shared.language}
    said = errors.messages if errors else {}
    more = (
        text_field(
            "purchase_reference", words.purchase_reference, given, said, words.purchase_reference_hint
        ),
        text_field("einvoice", words.einvoice, given, said, words.einvoice_hint),
        *matching_fields(asking, given, said),
    )
    goals = [Choice(ANYWHERE, shared.anywhere, shared.anywhere_hint)]
    goals += [Choice(goal, shared.goals[goal]) for goal in offer.goals]
    countries = [Choice(country, words.countries[country]) for country in offer.countries]
    languages = [Choice(language, endonym(language)) for language in offer.languages]
    fields = (
        text_field("company", words.company, given, said, autocomplete="organization"),
        _radios("country", words.country, countries, given, said),
        text_field("business_id", words.business_id, given, said, words.business_id_hint),
        *contact_fields(asking, given, said),
        _email_field("billing_email", words.billing_email, given, said, words.billing_email_hint),
        _radios("invoice_language", words.language, languages, given, said),
        _radios("goal", words.goal, goals, {"goal": ANYWHERE, **given}, said),
    )
    opened = any(given.get(name) or said.get(name) for name in MORE)
    return FormView(
        action=action,
        button=words.button,
        after_button=words.after_button,
        fields=fields,
        hidden={"language": shared.language},
        error_title=shared.error_title,
        error_label=shared.error_label,
        trap=Trap(TRAP, shared.leave_empty),
        more=MoreFields(words.more, more, opened),
    )


def contact_fields(
    asking: Asking, given: Mapping[str, str], said: Mapping[str, str]
) -> tuple[FieldView, FieldView]:
    """The name and the address of a contact."""
    words = asking.words
    return (
        text_field("contact_name", words.contact_name, given, said, autocomplete="name"),
        _email_field("contact_email", words.contact_email, given, said, words.contact_email_hint),
    )


def matching_fields(
    asking: Asking, given: Mapping[str, str], said: Mapping[str, str]
) -> tuple[FieldView, FieldView]:
    """The per cent that an employer adds, and its cap."""
    words, offer = asking.words, asking.offer
    largest = format_percent(offer.largest_matching, asking.shared.language)
    hint = words.matching_hint.format(largest=largest)
    percent, cap = given.get("matching", ""), given.get("matching_cap", "")
    return (
        FieldView(
            "matching",
            "text",
            words.matching,
            hint=hint,
            value=percent[:LONGEST_ANSWER],
            error=said.get("matching", ""),
            unit="%",
            inputmode="decimal",
        ),
        FieldView(
            "matching_cap",
            "text",
            words.cap,
            hint=words.cap_hint,
            value=cap[:LONGEST_ANSWER],
            error=said.get("matching_cap", ""),
            unit=offer.currency,
            inputmode="decimal",
        ),
    )


def text_field(
    name: str,
    label: str,
    given: Mapping[str, str],
    said: Mapping[str, str],
    hint: str = "",
    autocomplete: str = "",
) -> FieldView:
    """A field of one line, with what was written before."""
    written = given.get(name, "")[: 2 * LONGEST_COMPANY]
    return FieldView(
        name, "text", label, hint=hint, value=written, error=said.get(name, ""), autocomplete=autocomplete
    )


def _email_field(
    name: str, label: str, given: Mapping[str, str], said: Mapping[str, str], hint: str
) -> FieldView:
    written = given.get(name, "")[:LONGEST_EMAIL]
    return FieldView(name, "email", label, hint=hint, value=written, error=said.get(name, ""))


def _radios(
    name: str, label: str, choices: list[Choice], given: Mapping[str, str], said: Mapping[str, str]
) -> FieldView:
    chosen = given.get(name, "")
    shown = tuple(Choice(each.value, each.text, each.hint, each.value == chosen) for each in choices)
    return FieldView(name, "radios", label, error=said.get(name, ""), choices=shown)


def _line(
    answer: Mapping[str, str],
    name: str,
    missing: str,
    longest: int,
    words: SignUpWords,
    wrong: dict[str, str],
) -> str:
    written = clean_name(answer.get(name, ""))
    if not written and missing:
        wrong[name] = missing
    elif len(written) > longest:
        wrong[name] = words.too_long.format(longest=longest)
    return written


def _one_of(
    answer: Mapping[str, str], name: str, known: tuple[str, ...], missing: str, wrong: dict[str, str]
) -> str:
    chosen = answer.get(name, "")
    if chosen not in known:
        wrong[name] = missing
    return chosen


def _business_id(answer: Mapping[str, str], country: str, words: SignUpWords, wrong: dict[str, str]) -> str:
    written = answer.get("business_id", "").strip()
    if not written:
        wrong["business_id"] = words.business_id_missing
    elif "country" not in wrong:
        try:
            return read_business_id(country, written)
        except PersonalNumber:
            wrong["business_id"] = words.business_id_personal
        except NotABusinessId:
            wrong["business_id"] = words.business_id_wrong
    return ""


def _contact(answer: Mapping[str, str], words: SignUpWords, wrong: dict[str, str]) -> Contact:
    name = _line(answer, "contact_name", words.contact_name_missing, LONGEST_NAME, words, wrong)
    return Contact(name, _email(answer, "contact_email", words.contact_email_missing, words, wrong))


def _email(
    answer: Mapping[str, str], name: str, missing: str, words: SignUpWords, wrong: dict[str, str]
) -> str:
    try:
        address = read_email(answer.get(name, ""))
    except NotAnAddress:
        wrong[name] = words.email_wrong
        return ""
    if not address:
        wrong[name] = missing
    return address


def _percent(written: str, largest: int) -> int | None:
    """Whole per cent from 0 to `largest`; None for anything else."""
    bare = written.removesuffix("%").strip()
    if not bare:
        return 0
    if not bare.isascii() or not bare.isdigit() or len(bare) > 4 or int(bare) > largest:
        return None
    return int(bare)


def _cap(written: str, currency: str, language: str) -> int | None:
    if len(written) > LONGEST_ANSWER:
        return None
    try:
        cap = parse_money(written, currency, language)
    except NotMoney:
        return None
    return cap.minor if 0 < cap.minor <= 99_999_999 else None
