"""What the donation form offers, and the words that it asks with: both come from content."""

from __future__ import annotations

from msgspec import Struct

from yhdessa.forms.dedication import DedicationWords
from yhdessa.forms.rhythm import MonthlyOffer, MonthlyWords
from yhdessa.forms.team import ChallengeOffer, TeamWords
from yhdessa.l10n.money import Money


class DonationOffer(Struct, frozen=True):
    """What may be given: sums in minor units of `currency`, the ids of the goals, and by their ids the
    challenges whose teams gifts may be for. `stopped` is the Unix time at which a demonstration's clock
    stands; None where challenges go by the real one.
    """

    currency: str
    presets: tuple[int, ...]
    preselected: int | None
    minimum: int
    maximum: int
    goals: tuple[str, ...]
    monthly: MonthlyOffer | None = None
    challenges: dict[str, ChallengeOffer] = {}
    stopped: int | None = None

    def money(self, minor: int) -> Money:
        """`minor` units of the offer's currency."""
        return Money(minor, self.currency)


class DonationWords(Struct, frozen=True):
    """How it is asked in one language, and what is said of a wrong answer. `goals` maps ids to names.

    The messages hold `{example}`, `{minimum}`, `{maximum}`, `{chosen}` and `{written}`. Without `monthly`,
    `dedication` or `team` the form does not ask for them.
    """

    language: str
    amount: str
    other_amount: str
    other_amount_hint: str
    written_amount: str
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
    leave_empty: str
    email: str
    email_hint: str
    email_wrong: str
    button_amount: str
    monthly: MonthlyWords | None = None
    dedication: DedicationWords | None = None
    team: TeamWords | None = None
