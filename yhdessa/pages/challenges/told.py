"""What is told of a challenge on more than one page: its season, its sum, how gifts are counted."""

from __future__ import annotations

from dataclasses import replace

from yhdessa.l10n.numbers import format_number
from yhdessa.model.challenge import Challenge
from yhdessa.pages.challenges.seasons import Season, season_of
from yhdessa.pages.challenges.standings import others_together, standings, sum_up
from yhdessa.pages.counted import Counted
from yhdessa.pages.maker import Maker, there
from yhdessa.pages.progress import sum_progress
from yhdessa.totals import Collected
from yhdessa.view.parts import Progress


def season_line(maker: Maker, facts: Challenge) -> str:
    """Whether it is to come, goes on or has ended, and when."""
    season = season_of(facts, maker.clock.today)
    day = facts.starts if season is Season.COMING else facts.ends
    text: str = getattr(there(maker.words.challenges).kind(facts.alone), season.value)
    return text.format(day=maker.texts.day(day))


def sum_title(maker: Maker, facts: Challenge) -> str:
    """The heading over what has been collected: so far, or in all."""
    words = there(maker.words.challenges)
    ended = season_of(facts, maker.clock.today) is Season.ENDED
    return words.collected if ended else words.so_far


def rules(maker: Maker, facts: Challenge) -> tuple[str, ...]:
    """How gifts are counted, and why no team is smaller."""
    words = there(maker.words.challenges).standings
    minimum = format_number(facts.minimum_team, maker.language)
    return tuple(rule.format(minimum=minimum) for rule in words.rules)


def together(maker: Maker, name: str, facts: Challenge) -> Progress | None:
    """How far all teams have come, and when that was counted."""
    counted = maker.counted
    if counted is None:
        return sum_progress(maker, None, facts.target) or Progress(
            notice=maker.words.interface.totals_missing
        )
    found = standings(counted, name, facts, maker.content.organisation.currency)
    own = sum_up(found, maker.content.organisation.currency)
    others = [Collected(money, 0) for money in others_together(found)]
    return sum_progress(maker, as_of(counted, facts), facts.target, own, others)


def as_of(counted: Counted, facts: Challenge) -> Counted:
    """A result that was counted after the end is not out of date, however long ago that was."""
    return replace(counted, old=counted.old and counted.time.date() <= facts.ends)
