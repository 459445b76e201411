"""Names: what goals, kinds, months, days and sums are called in one language."""

from __future__ import annotations

import datetime
from decimal import Decimal

from yhdessa.books.spans import Span
from yhdessa.l10n.currencies import MINOR_DIGITS
from yhdessa.l10n.dates import format_date, format_date_range, format_moment, format_month
from yhdessa.l10n.money import Money, format_money
from yhdessa.l10n.numbers import format_number
from yhdessa.l10n.tags import language_tag
from yhdessa.model.content import Content
from yhdessa.model.ledger import LedgerWords
from yhdessa.model.problem import printable

#: What the ledger counts without knowing it stands here as two digits: most currencies have them.
DIGITS_ELSEWHERE = 2


class NoWords(Exception):
    """The content has no words for reports: the message names the file and the remedy."""


class Names:
    """The names of one language. Raises NoWords where the content has no ledger.yml."""

    def __init__(self, content: Content, language: str) -> None:
        words = content.words[language].ledger
        if words is None:
            remedy = "copy it from yhdessa/starter/skeleton, one file a language"
            raise NoWords(
                f"content/{language}/ledger.yml is missing, which has the words of reports; {remedy}"
            )
        self.content, self.language, self.words = content, language, words
        self.tag = language_tag(language, content.organisation.country)

    def goal(self, goal: str | None) -> str:
        """A goal's name; its id, marked, where the site no longer has it."""
        if goal is None:
            return self.words.no_goal
        told = self.content.words[self.language].goals.get(goal)
        return self.words.gone.format(goal=printable(goal)) if told is None else told.name

    def kind(self, kind: str) -> str:
        """What a kind of giving is called; its id, where nobody has named it."""
        return self.words.kinds.get(kind, printable(kind))

    def tier(self, tier: str) -> str:
        """A partner tier; its id where the site no longer has it."""
        told = self.content.words[self.language].tiers.get(tier)
        return printable(tier) if told is None else told.name

    def team(self, challenge: str, team: str) -> str:
        """A team of a challenge."""
        told = self.content.words[self.language].challenges
        name = told.challenges[challenge].name if told else challenge
        return self.words.companies.of_challenge.format(challenge=name, team=printable(team))

    def month(self, day: datetime.date) -> str:
        """A month."""
        return format_month(day, self.language)

    def count(self, number: int) -> str:
        """How many."""
        return format_number(number, self.language)

    def amount(self, minor: int, currency: str) -> str:
        """A sum without its currency, always with its cents, for columns."""
        digits = MINOR_DIGITS.get(currency, DIGITS_ELSEWHERE)
        return format_number(Decimal(minor).scaleb(-digits), self.language, decimals=digits)

    def money(self, minor: int, currency: str) -> str:
        """A sum with its currency, for a sentence."""
        if currency in MINOR_DIGITS:
            return format_money(Money(minor, currency), self.language)
        return f"{self.amount(minor, currency)} {printable(currency)}"

    def moment(self, at: int, span: Span) -> str:
        """Day and clock of a Unix time, in the organisation's own time."""
        return format_moment(datetime.datetime.fromtimestamp(at, span.zone), self.language)

    def day(self, day: datetime.date) -> str:
        """A day in words."""
        return format_date(day, self.language)

    def span(self, span: Span) -> str:
        """From when to when."""
        if span.first is not None and span.last is not None:
            return format_date_range(span.first, span.last, self.language)
        if span.first is not None:
            return self.words.since.format(first=self.day(span.first))
        if span.last is not None:
            return self.words.until.format(last=self.day(span.last))
        return self.words.all_time


def goals_in_order(content: Content, found: set[str | None]) -> list[str | None]:
    """The goals of `found`: those of the site by number, those that are gone, and none at all."""
    known = [goal for goal in content.goals_in_order() if goal in found]
    gone = sorted(goal for goal in found if goal is not None and goal not in content.goals)
    return [*known, *gone, *([None] if None in found else [])]


def kinds_in_order(words: LedgerWords, found: set[str]) -> list[str]:
    """The kinds of `found`, in the order of the words; those without words last."""
    return [*(kind for kind in words.kinds if kind in found), *sorted(found - set(words.kinds))]
