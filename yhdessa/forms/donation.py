"""The donation form: what may be given, how it is asked, and what an answer means.

The offer and the words come from content, through the build or the functions' catalogue. Nothing that the
browser sends is believed: sums and goals are looked up in the offer.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from yhdessa.forms.view import Choice, FieldView, FormView
from yhdessa.l10n.money import Money, NotMoney, format_money, parse_money

OTHER = "other"
ANYWHERE = "anywhere"
LONGEST_ANSWER = 40


class DonationOffer(Struct, frozen=True):
    """What may be given: sums in minor units of `currency`, and the ids of the goals."""

    currency: str
    presets: tuple[int, ...]
    preselected: int | None
    minimum: int
    maximum: int
    goals: tuple[str, ...]

    def money(self, minor: int) -> Money:
        """`minor` units of the offer's currency."""
        return Money(minor, self.currency)


class DonationWords(Struct, frozen=True):
    """How it is asked in one language, and what is said of a wrong answer. `goals` maps ids to names.

    The messages hold `{example}`, `{minimum}`, `{maximum}`, `{chosen}` and `{written}`.
    """

    language: str
    amount: str
    other_amount: str
    other_amount_hint: str
    goal: str
    anywhere: str
    anywhere_hint: str
    goals: dict[str, str]
    button: str
    after_button: str
    error_title: str
    error_label: str
    amount_missing: str
    amount_unreadable: str
    amount_too_small: str
    amount_too_large: str
    amount_two: str
    goal_unknown: str


class Donation(Struct, frozen=True):
    """A valid answer: the sum, and the id of the goal (None: where it is needed most)."""

    amount: Money
    goal: str | None
    language: str


class DonationErrors(Struct, frozen=True):
    """What is wrong with an answer: messages in its language, by field."""

    messages: dict[str, str]


def read_donation(
    offer: DonationOffer, words: DonationWords, answer: Mapping[str, str]
) -> Donation | DonationErrors:
    """The donation that `answer` (the form's fields as they were sent) asks for, or what is wrong with it."""
    messages: dict[str, str] = {}
    amount = _read_amount(offer, words, answer, messages)
    goal = answer.get("goal", ANYWHERE) or ANYWHERE
    if goal != ANYWHERE and goal not in offer.goals:
        messages["goal"] = words.goal_unknown
    if messages or amount is None:
        return DonationErrors(messages)
    return Donation(amount, None if goal == ANYWHERE else goal, words.language)


def show_donation(
    offer: DonationOffer,
    words: DonationWords,
    action: str,
    *,
    answer: Mapping[str, str] | None = None,
    errors: DonationErrors | None = None,
    goal: str | None = None,
) -> FormView:
    """The form, empty or with an `answer` and its `errors`; for one `goal` it does not ask for the goal."""
    given = {"amount": str(offer.preselected or "")} if answer is None else answer
    messages = errors.messages if errors else {}
    fields = [_amount_field(offer, words, given, messages), _other_field(offer, words, given, messages)]
    hidden = {"language": words.language}
    if goal is None:
        fields.append(_goal_field(offer, words, given, messages))
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
    )


def _read_amount(
    offer: DonationOffer, words: DonationWords, answer: Mapping[str, str], messages: dict[str, str]
) -> Money | None:
    chosen, written = answer.get("amount", ""), answer.get("other_amount", "").strip()
    preset = next((offer.money(minor) for minor in offer.presets if str(minor) == chosen), None)
    if not written:
        if preset is None:
            field = "other_amount" if chosen == OTHER else "amount"
            messages[field] = words.amount_missing
        return preset
    return _read_written(offer, words, written, preset, messages)


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
    elif amount.minor < offer.minimum:
        minimum = format_money(offer.money(offer.minimum), language)
        messages["other_amount"] = words.amount_too_small.format(minimum=minimum)
    elif amount.minor > offer.maximum:
        maximum = format_money(offer.money(offer.maximum), language)
        messages["other_amount"] = words.amount_too_large.format(maximum=maximum)
    return amount


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
        words.other_amount,
        hint=words.other_amount_hint,
        value=given.get("other_amount", "")[:LONGEST_ANSWER],
        error=messages.get("other_amount", ""),
        unit=offer.currency,
        inputmode="decimal",
    )


def _goal_field(
    offer: DonationOffer, words: DonationWords, given: Mapping[str, str], messages: Mapping[str, str]
) -> FieldView:
    chosen = given.get("goal", ANYWHERE)
    choices = [Choice(ANYWHERE, words.anywhere, words.anywhere_hint, checked=chosen == ANYWHERE)]
    choices += [Choice(goal, words.goals[goal], checked=chosen == goal) for goal in offer.goals]
    return FieldView("goal", "radios", words.goal, error=messages.get("goal", ""), choices=tuple(choices))
