"""The donation form: what may be given, how it is asked, and what an answer means.

The offer and the words come from content, through the build or the functions' catalogue. Nothing that the
browser sends is believed: sums and goals are looked up in the offer.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from yhdessa.forms.dedication import Dedication, dedication_fields, read_dedication
from yhdessa.forms.email import EMAIL, NotAnAddress, email_field, read_email
from yhdessa.forms.offer import DonationOffer, DonationWords
from yhdessa.forms.rhythm import MONTHLY, ONCE, RHYTHM, read_rhythm, rhythm_field
from yhdessa.forms.team import CHALLENGE, TEAM, ChosenTeam, named_challenge, read_team, team_field
from yhdessa.forms.view import Choice, FieldView, FormView, Trap
from yhdessa.l10n.money import Money, NotMoney, format_money, parse_money

OTHER = "other"
ANYWHERE = "anywhere"
LONGEST_ANSWER = 40
#: The name of the field that only robots fill in: what they look for, and what no browser fills in by itself.
TRAP = "homepage"


class Donation(Struct, frozen=True):
    """A valid answer: the sum, and the id of the goal (None: where it is needed most).

    `email` is where the receipt goes; empty when the payment page is to ask for it. A gift for a `team` goes
    to the goal of its challenge, once.
    """

    amount: Money
    goal: str | None
    language: str
    monthly: bool = False
    email: str = ""
    dedication: Dedication | None = None
    team: ChosenTeam | None = None


class DonationErrors(Struct, frozen=True):
    """What is wrong with an answer: messages in its language, by field."""

    messages: dict[str, str]


def read_donation(
    offer: DonationOffer, words: DonationWords, answer: Mapping[str, str], now: float = 0.0
) -> Donation | DonationErrors:
    """The donation that `answer` (the form's fields as they were sent) asks for, or what is wrong with it.

    `now` is Unix time, which only challenges ask for.
    """
    messages: dict[str, str] = {}
    monthly = read_rhythm(words.monthly, answer, messages)
    amount = _read_amount(offer, words, answer, messages, monthly=monthly)
    goal = answer.get("goal", ANYWHERE) or ANYWHERE
    if goal != ANYWHERE and goal not in offer.goals:
        messages["goal"] = words.goal_unknown
    team = read_team(offer.challenges, words.team, answer, now, messages)
    if team is not None and monthly and words.team is not None:
        # A monthly gift would go on to count after the end.
        messages[TEAM] = words.team.once
    email = _read_receipt(words, answer, messages)
    dedication = read_dedication(words.dedication, answer, messages)
    if messages or amount is None:
        return DonationErrors(messages)
    chosen = None if goal == ANYWHERE else goal
    return Donation(amount, team.goal if team else chosen, words.language, monthly, email, dedication, team)


def is_robots(answer: Mapping[str, str]) -> bool:
    """Whether the field that no person sees has been filled in."""
    return answer.get(TRAP, "") != ""


def show_donation(
    offer: DonationOffer,
    words: DonationWords,
    action: str,
    *,
    answer: Mapping[str, str] | None = None,
    errors: DonationErrors | None = None,
    goal: str | None = None,
    team: ChosenTeam | None = None,
    script: str = "",
    now: float = 0.0,
) -> FormView:
    """The form, empty or with an `answer` and its `errors`.

    For one `goal` it is short: how often and how much; for one `team` it asks how much, since such a gift is
    made once. `script` is the address of what adds comfort to it, `now` as for `read_donation`.
    """
    given = {"amount": str(offer.preselected or "")} if answer is None else answer
    messages = errors.messages if errors else {}
    named = named_challenge(offer.challenges, given)
    for_team = team is not None or (named is not None and named.runs(now))
    fields = []
    if words.monthly and not for_team:
        fields.append(rhythm_field(words.monthly, given, messages.get(RHYTHM, "")))
    fields += [_amount_field(offer, words, given, messages), _other_field(offer, words, given, messages)]
    hidden, more = {"language": words.language}, None
    if team is not None:
        hidden |= {CHALLENGE: team.challenge, TEAM: team.team}
    elif goal is None:
        fields += _purpose_fields(offer, words, given, messages, now)
        if named is not None and for_team:
            hidden |= {CHALLENGE: given[CHALLENGE], "goal": named.goal}
        written = given.get(EMAIL, "")
        fields.append(email_field(words.email, words.email_hint, written, messages.get(EMAIL, "")))
        more = dedication_fields(words.dedication, given, messages) if words.dedication else None
    else:
        hidden["goal"] = goal
    return FormView(
        action=action,
        button=words.button,
        after_button=words.after_button,
        fields=tuple(fields),
        hidden=hidden,
        error_title=words.error_title,
        error_label=words.error_label,
        trap=Trap(TRAP, words.leave_empty),
        more=more,
        button_amounts=_button_amounts(words),
        script=script,
    )


def _purpose_fields(
    offer: DonationOffer,
    words: DonationWords,
    given: Mapping[str, str],
    messages: Mapping[str, str],
    now: float,
) -> list[FieldView]:
    """Whose gift it is, where the answer named a team; and for which goal, unless a challenge has decided."""
    named = named_challenge(offer.challenges, given)
    asked = team_field(offer.challenges, words.team, given, now, messages.get(TEAM, ""))
    fields = [asked] if asked else []
    if named is None or not named.runs(now):
        chosen = given.get("goal", named.goal if named else ANYWHERE)
        fields.append(_goal_field(offer, words, {"goal": chosen}, messages))
    return fields


def _button_amounts(words: DonationWords) -> dict[str, str]:
    monthly = {MONTHLY: words.monthly.button_amount} if words.monthly else {}
    return {ONCE: words.button_amount, **monthly}


def _read_receipt(words: DonationWords, answer: Mapping[str, str], messages: dict[str, str]) -> str:
    try:
        return read_email(answer.get(EMAIL, ""))
    except NotAnAddress:
        messages[EMAIL] = words.email_wrong
        return ""


def _read_amount(
    offer: DonationOffer,
    words: DonationWords,
    answer: Mapping[str, str],
    messages: dict[str, str],
    *,
    monthly: bool,
) -> Money | None:
    chosen, written = answer.get("amount", ""), answer.get("other_amount", "").strip()
    preset = next((offer.money(minor) for minor in offer.presets if str(minor) == chosen), None)
    if not written:
        if preset is None:
            field = "other_amount" if chosen == OTHER else "amount"
            messages[field] = words.amount_missing
        return preset
    amount = _read_written(offer, words, written, preset, messages)
    if amount is not None and "other_amount" not in messages:
        problem = _outside(offer, words, amount, monthly=monthly)
        messages |= {"other_amount": problem} if problem else {}
    return amount


def _read_written(
    offer: DonationOffer, words: DonationWords, written: str, preset: Money | None, messages: dict[str, str]
) -> Money | None:
    language = words.language
    try:
        amount = _parse_whole(written, offer.currency, language)
    except NotMoney:
        example = format_money(offer.money(offer.presets[0]), language)
        messages["other_amount"] = words.amount_unreadable.format(example=example)
        return None
    if preset is not None and preset != amount:
        messages["other_amount"] = words.amount_two.format(
            chosen=format_money(preset, language), written=format_money(amount, language)
        )
    return amount


def _outside(offer: DonationOffer, words: DonationWords, amount: Money, *, monthly: bool) -> str:
    """What is said of a sum outside the limits of its rhythm; nothing of one within them."""
    minimum, maximum = offer.minimum, offer.maximum
    too_small, too_large = words.amount_too_small, words.amount_too_large
    if monthly and offer.monthly and words.monthly:
        minimum, maximum = offer.monthly.minimum, offer.monthly.maximum
        too_small, too_large = words.monthly.too_small, words.monthly.too_large
    if amount.minor < minimum:
        return too_small.format(minimum=format_money(offer.money(minimum), words.language))
    if amount.minor > maximum:
        return too_large.format(maximum=format_money(offer.money(maximum), words.language))
    return ""


def _parse_whole(written: str, currency: str, language: str) -> Money:
    """The sum in `written`, which is never cut: the part before the cut could be another sum."""
    if len(written) > LONGEST_ANSWER:
        raise NotMoney(written)
    return parse_money(written, currency, language)


def _amount_field(
    offer: DonationOffer, words: DonationWords, given: Mapping[str, str], messages: Mapping[str, str]
) -> FieldView:
    chosen = given.get("amount", "")
    choices = [
        Choice(str(minor), format_money(offer.money(minor), words.language), checked=chosen == str(minor))
        for minor in offer.presets
    ]
    choices.append(Choice(OTHER, words.other_amount, checked=chosen == OTHER))
    return FieldView(
        "amount", "radios", words.amount, error=messages.get("amount", ""), choices=tuple(choices)
    )


def _other_field(
    offer: DonationOffer, words: DonationWords, given: Mapping[str, str], messages: Mapping[str, str]
) -> FieldView:
    return FieldView(
        "other_amount",
        "text",
        words.written_amount,
        hint=words.other_amount_hint,
        value=given.get("other_amount", "")[:LONGEST_ANSWER],
        error=messages.get("other_amount", ""),
        unit=offer.currency,
        inputmode="decimal",
        follows=True,
    )


def _goal_field(
    offer: DonationOffer, words: DonationWords, given: Mapping[str, str], messages: Mapping[str, str]
) -> FieldView:
    chosen = given.get("goal", ANYWHERE)
    choices = [Choice(ANYWHERE, words.anywhere, words.anywhere_hint, checked=chosen == ANYWHERE)]
    choices += [Choice(goal, words.goals[goal], checked=chosen == goal) for goal in offer.goals]
    return FieldView("goal", "radios", words.goal, error=messages.get("goal", ""), choices=tuple(choices))
