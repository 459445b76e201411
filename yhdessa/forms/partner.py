"""The form by which a company signs up as a partner, and what an answer means."""

from __future__ import annotations

import re
import unicodedata
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
    text_field,
)
from yhdessa.forms.company_offer import FormErrors
from yhdessa.forms.donation import ANYWHERE
from yhdessa.forms.partner_offer import BillingAddress, PartnerAsking, PartnerSignUp, PartnerSignUpWords
from yhdessa.forms.view import Choice, FieldView, FormView

LONGEST_COMPANY = 120
LONGEST_LINE = 100
LONGEST_WEBSITE = 200
#: As long as a value may be that Stripe keeps beside a Customer. https://docs.stripe.com/api/metadata
LONGEST_MESSAGE = 500
#: Five digits, as Finland and Sweden write them, with the country before them or not.
_POSTAL_CODE = re.compile(r"(?:(?:FI|SE|S)[- ]?)?([0-9]{3}) ?([0-9]{2})", re.IGNORECASE)
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_WEBSITE = re.compile(rf"(?:https?://)?({_LABEL}(?:\.{_LABEL})+(?:/[^\s<>\"\\]*)?)", re.IGNORECASE)


def read_partner(asking: PartnerAsking, answer: Mapping[str, str]) -> PartnerSignUp | FormErrors:
    """The partner that `answer` tells of, or what is wrong with it; all at once."""
    words, offer = asking.words, asking.offer
    wrong: dict[str, str] = {}
    tier, goal = _read_choice(asking, answer, wrong)
    company = read_line(answer, "company", words.company_missing, LONGEST_COMPANY, words, wrong)
    country = read_one_of(answer, "country", offer.countries, words.country_missing, wrong)
    business_id = read_business_id_of(answer, country, words, wrong)
    website = _read_website(answer, words, wrong)
    contact = read_contact_of(answer, words, wrong)
    billing = read_email_of(answer, "billing_email", words.billing_email_missing, words, wrong)
    address = _read_address(answer, country, words, wrong)
    language = read_one_of(answer, "invoice_language", offer.languages, words.language_missing, wrong)
    message = _read_message(answer, words, wrong)
    reference, einvoice = read_references(answer, words, wrong)
    if wrong:
        return FormErrors(wrong)
    return PartnerSignUp(
        tier=tier,
        goal=goal,
        company=company,
        country=country,
        business_id=business_id,
        contact=contact,
        billing_email=billing,
        address=address,
        language=language,
        purchase_reference=reference,
        einvoice=einvoice,
        website=website,
        message=message,
    )


def show_partner(
    asking: PartnerAsking,
    action: str,
    answer: Mapping[str, str] | None = None,
    errors: FormErrors | None = None,
) -> FormView:
    """The form, empty or with an `answer` and its `errors`."""
    offer, words, shared = asking.offer, asking.words, asking.shared
    given = answer or {"invoice_language": shared.language}
    said = errors.messages if errors else {}
    tiers = [Choice(tier, told.name, told.price) for tier, told in asking.tiers.items()]
    goals = [Choice(goal, shared.goals[goal]) for goal in offer.goals]
    if offer.whole:
        goals.append(Choice(ANYWHERE, words.whole))
    fields = (
        radios_field("tier", words.tier, tiers, given, said),
        radios_field("goal", words.goal, goals, given, said),
        *company_fields(words, offer.countries, given, said),
        text_field("website", words.website, given, said, words.website_hint, "url"),
        *contact_fields(words, given, said),
        billing_field(words, given, said),
        *_address_fields(words, given, said),
        language_field(words, offer.languages, given, said),
        FieldView(
            "message",
            "message",
            words.message,
            hint=words.message_hint.format(longest=LONGEST_MESSAGE),
            value=given.get("message", "")[: 2 * LONGEST_MESSAGE],
            error=said.get("message", ""),
        ),
    )
    return sign_up_form(action, words, shared, fields, reference_fields(words, given, said))


def _read_choice(
    asking: PartnerAsking, answer: Mapping[str, str], wrong: dict[str, str]
) -> tuple[str, str | None]:
    """The tier and the goal (None: the work as a whole); a goal has tiers of its own."""
    words, offer = asking.words, asking.offer
    offered = {**offer.goals, **({ANYWHERE: offer.whole} if offer.whole else {})}
    tier = read_one_of(answer, "tier", tuple(asking.tiers), words.tier_missing, wrong)
    goal = read_one_of(answer, "goal", tuple(offered), words.goal_missing, wrong)
    if "tier" not in wrong and "goal" not in wrong and tier not in offered[goal]:
        wrong["tier"] = words.tier_elsewhere.format(
            tier=asking.tiers[tier].name,
            goal=words.whole if goal == ANYWHERE else asking.shared.goals[goal],
            tiers=", ".join(asking.tiers[each].name for each in offered[goal]),
        )
    return tier, None if goal == ANYWHERE else goal


def _read_website(answer: Mapping[str, str], words: PartnerSignUpWords, wrong: dict[str, str]) -> str:
    """The address with `https://` before it, whichever way it was written; empty when there is none."""
    written = answer.get("website", "").strip()
    if not written:
        return ""
    found = _WEBSITE.fullmatch(written) if len(written) <= LONGEST_WEBSITE else None
    if found is None:
        wrong["website"] = words.website_wrong
        return ""
    return f"https://{found[1]}"


def _read_address(
    answer: Mapping[str, str], country: str, words: PartnerSignUpWords, wrong: dict[str, str]
) -> BillingAddress:
    line = read_line(answer, "address_line", words.address_line_missing, LONGEST_LINE, words, wrong)
    code = read_line(answer, "postal_code", words.postal_code_missing, LONGEST_LINE, words, wrong)
    city = read_line(answer, "city", words.city_missing, LONGEST_LINE, words, wrong)
    digits = _POSTAL_CODE.fullmatch(code)
    if digits is None:
        wrong.setdefault("postal_code", words.postal_code_wrong)
        return BillingAddress(line, code, city)
    between = " " if country == "SE" else ""
    return BillingAddress(line, f"{digits[1]}{between}{digits[2]}", city)


def _read_message(answer: Mapping[str, str], words: PartnerSignUpWords, wrong: dict[str, str]) -> str:
    """What was written, its lines kept, without what controls or hides."""
    lines = unicodedata.normalize("NFC", answer.get("message", "")).splitlines()
    message = "\n".join(
        "".join(" " if unicodedata.category(letter)[0] == "C" else letter for letter in line).rstrip()
        for line in lines
    ).strip()
    if len(message) > LONGEST_MESSAGE:
        wrong["message"] = words.too_long.format(longest=LONGEST_MESSAGE)
    return message


def _address_fields(
    words: PartnerSignUpWords, given: Mapping[str, str], said: Mapping[str, str]
) -> tuple[FieldView, ...]:
    return (
        text_field("address_line", words.address_line, given, said, autocomplete="address-line1"),
        text_field("postal_code", words.postal_code, given, said, autocomplete="postal-code"),
        text_field("city", words.city, given, said, autocomplete="address-level2"),
    )
