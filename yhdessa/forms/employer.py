"""The form by which an employer signs up, and the smaller ones of its own page; what their answers mean."""

from __future__ import annotations

from collections.abc import Mapping

from yhdessa.forms.company import (
    billing_field,
    company_fields,
    contact_fields,
    language_field,
    radios_field,
    read_business_id_of,
    read_contact_of,
    read_email_of,
    read_line,
    read_one_of,
    read_references,
    reference_fields,
    sign_up_form,
)
from yhdessa.forms.company_offer import Contact, FormErrors
from yhdessa.forms.donation import ANYWHERE
from yhdessa.forms.employer_offer import Asking, Matching, SignUp
from yhdessa.forms.view import Choice, FieldView, FormView
from yhdessa.l10n.money import Money, NotMoney, format_money, parse_money
from yhdessa.l10n.percent import format_percent

LONGEST_COMPANY = 100
LONGEST_ANSWER = 40


def read_sign_up(asking: Asking, answer: Mapping[str, str]) -> SignUp | FormErrors:
    """The employer that `answer` tells of, or what is wrong with it; all at once."""
    words, offer = asking.words, asking.offer
    wrong: dict[str, str] = {}
    company = read_line(answer, "company", words.company_missing, LONGEST_COMPANY, words, wrong)
    country = read_one_of(answer, "country", offer.countries, words.country_missing, wrong)
    business_id = read_business_id_of(answer, country, words, wrong)
    contact = read_contact_of(answer, words, wrong)
    billing = read_email_of(answer, "billing_email", words.billing_email_missing, words, wrong)
    language = read_one_of(answer, "invoice_language", offer.languages, words.language_missing, wrong)
    goals = (ANYWHERE, *offer.goals)
    goal = read_one_of({"goal": ANYWHERE, **answer}, "goal", goals, asking.shared.goal_unknown, wrong)
    matching = read_matching(asking, answer, wrong)
    references = read_references(answer, words, wrong)
    if wrong:
        return FormErrors(wrong)
    chosen = None if goal == ANYWHERE else goal
    return SignUp(company, country, business_id, contact, billing, language, chosen, matching, *references)


def read_contact(asking: Asking, answer: Mapping[str, str]) -> Contact | FormErrors:
    """One more contact, or what is wrong with it."""
    wrong: dict[str, str] = {}
    contact = read_contact_of(answer, asking.words, wrong)
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
    goals = [Choice(ANYWHERE, shared.anywhere, shared.anywhere_hint)]
    goals += [Choice(goal, shared.goals[goal]) for goal in offer.goals]
    fields = (
        *company_fields(words, offer.countries, given, said),
        *contact_fields(words, given, said),
        billing_field(words, given, said),
        language_field(words, offer.languages, given, said),
        radios_field("goal", words.goal, goals, {"goal": ANYWHERE, **given}, said),
    )
    folded = (*reference_fields(words, given, said), *matching_fields(asking, given, said))
    return sign_up_form(action, words, shared, fields, folded)


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
