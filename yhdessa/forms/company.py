"""What every form for companies asks: fields of one line, addresses, choices, and who the company is.

Each `read_` notes in `wrong`, by field, what is wrong with an answer; each `_field` shows what was written.
"""

from __future__ import annotations

from collections.abc import Mapping

from yhdessa.forms.business_ids import NotABusinessId, PersonalNumber, read_business_id
from yhdessa.forms.company_offer import CompanyWords, Contact
from yhdessa.forms.dedication import clean_name
from yhdessa.forms.donation import TRAP
from yhdessa.forms.email import LONGEST_EMAIL, NotAnAddress, read_email
from yhdessa.forms.offer import DonationWords
from yhdessa.forms.view import Choice, FieldView, FormView, MoreFields, Trap
from yhdessa.l10n.endonyms import endonym

LONGEST_NAME = 80
LONGEST_REFERENCE = 60
#: As much of a line that is too long as is shown again.
KEPT = 240


def read_line(
    answer: Mapping[str, str],
    name: str,
    missing: str,
    longest: int,
    words: CompanyWords,
    wrong: dict[str, str],
) -> str:
    """What was written, on one line; `missing` is said of nothing, unless it is empty."""
    written = clean_name(answer.get(name, ""))
    if not written and missing:
        wrong[name] = missing
    elif len(written) > longest:
        wrong[name] = words.too_long.format(longest=longest)
    return written


def read_one_of(
    answer: Mapping[str, str], name: str, known: tuple[str, ...], missing: str, wrong: dict[str, str]
) -> str:
    """What was chosen of what is `known`; `missing` is said of anything else."""
    chosen = answer.get(name, "")
    if chosen not in known:
        wrong[name] = missing
    return chosen


def read_business_id_of(
    answer: Mapping[str, str], country: str, words: CompanyWords, wrong: dict[str, str]
) -> str:
    """The business id as the register of `country` writes it; empty when that is wrong."""
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


def read_contact_of(answer: Mapping[str, str], words: CompanyWords, wrong: dict[str, str]) -> Contact:
    """The contact's name and address."""
    name = read_line(answer, "contact_name", words.contact_name_missing, LONGEST_NAME, words, wrong)
    return Contact(name, read_email_of(answer, "contact_email", words.contact_email_missing, words, wrong))


def read_email_of(
    answer: Mapping[str, str], name: str, missing: str, words: CompanyWords, wrong: dict[str, str]
) -> str:
    """An e-mail address that is needed."""
    try:
        address = read_email(answer.get(name, ""))
    except NotAnAddress:
        wrong[name] = words.email_wrong
        return ""
    if not address:
        wrong[name] = missing
    return address


def read_references(answer: Mapping[str, str], words: CompanyWords, wrong: dict[str, str]) -> tuple[str, str]:
    """The purchase reference and the address for e-invoices, either of which may be empty."""
    return (
        read_line(answer, "purchase_reference", "", LONGEST_REFERENCE, words, wrong),
        read_line(answer, "einvoice", "", LONGEST_REFERENCE, words, wrong),
    )


def without_personal(
    words: CompanyWords, answer: Mapping[str, str], messages: Mapping[str, str]
) -> Mapping[str, str]:
    """`answer` as it may be shown again: a person's number is not repeated."""
    if messages.get("business_id") == words.business_id_personal:
        return {**answer, "business_id": ""}
    return answer


def text_field(
    name: str,
    label: str,
    given: Mapping[str, str],
    said: Mapping[str, str],
    hint: str = "",
    autocomplete: str = "",
) -> FieldView:
    """A field of one line, with what was written before."""
    written = given.get(name, "")[:KEPT]
    return FieldView(
        name, "text", label, hint=hint, value=written, error=said.get(name, ""), autocomplete=autocomplete
    )


def radios_field(
    name: str, label: str, choices: list[Choice], given: Mapping[str, str], said: Mapping[str, str]
) -> FieldView:
    """A choice of one, with what was chosen before."""
    chosen = given.get(name, "")
    shown = tuple(Choice(each.value, each.text, each.hint, each.value == chosen) for each in choices)
    return FieldView(name, "radios", label, error=said.get(name, ""), choices=shown)


def company_fields(
    words: CompanyWords, countries: tuple[str, ...], given: Mapping[str, str], said: Mapping[str, str]
) -> tuple[FieldView, ...]:
    """Which company it is: its name, its country and its business id."""
    choices = [Choice(country, words.countries[country]) for country in countries]
    return (
        text_field("company", words.company, given, said, autocomplete="organization"),
        radios_field("country", words.country, choices, given, said),
        text_field("business_id", words.business_id, given, said, words.business_id_hint),
    )


def contact_fields(
    words: CompanyWords, given: Mapping[str, str], said: Mapping[str, str]
) -> tuple[FieldView, ...]:
    """The name and the address of a contact."""
    return (
        text_field("contact_name", words.contact_name, given, said, autocomplete="name"),
        _email_field("contact_email", words.contact_email, given, said, words.contact_email_hint),
    )


def billing_field(words: CompanyWords, given: Mapping[str, str], said: Mapping[str, str]) -> FieldView:
    """The address for invoices."""
    return _email_field("billing_email", words.billing_email, given, said, words.billing_email_hint)


def language_field(
    words: CompanyWords, languages: tuple[str, ...], given: Mapping[str, str], said: Mapping[str, str]
) -> FieldView:
    """The language of mail and invoices."""
    choices = [Choice(language, endonym(language)) for language in languages]
    return radios_field("invoice_language", words.language, choices, given, said)


def reference_fields(
    words: CompanyWords, given: Mapping[str, str], said: Mapping[str, str]
) -> tuple[FieldView, ...]:
    """What a company may want to stand on its invoices."""
    return (
        text_field(
            "purchase_reference", words.purchase_reference, given, said, words.purchase_reference_hint
        ),
        text_field("einvoice", words.einvoice, given, said, words.einvoice_hint),
    )


def sign_up_form(
    action: str,
    words: CompanyWords,
    shared: DonationWords,
    fields: tuple[FieldView, ...],
    folded: tuple[FieldView, ...],
) -> FormView:
    """The whole form; the `folded` fields are open once something is written or wrong in one of them."""
    return FormView(
        action=action,
        button=words.button,
        after_button=words.after_button,
        fields=fields,
        hidden={"language": shared.language},
        error_title=shared.error_title,
        error_label=shared.error_label,
        trap=Trap(TRAP, shared.leave_empty),
        more=MoreFields(words.more, folded, any(field.value or field.error for field in folded)),
    )


def _email_field(
    name: str, label: str, given: Mapping[str, str], said: Mapping[str, str], hint: str
) -> FieldView:
    written = given.get(name, "")[:LONGEST_EMAIL]
    return FieldView(name, "email", label, hint=hint, value=written, error=said.get(name, ""))
