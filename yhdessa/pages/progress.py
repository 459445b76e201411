"""Progress: how much has been given to a goal, what it hopes for, and when that was counted."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal

from yhdessa.l10n.dates import format_moment
from yhdessa.l10n.money import Money
from yhdessa.l10n.percent import format_percent
from yhdessa.l10n.plural import plural
from yhdessa.pages.charts.progress import progress
from yhdessa.pages.charts.rows import Row
from yhdessa.pages.counted import Counted
from yhdessa.pages.maker import Maker
from yhdessa.totals import Collected
from yhdessa.view.chart import Drawing
from yhdessa.view.parts import Progress


def goal_progress(maker: Maker, goal: str) -> Progress | None:
    """How far a goal has come; None where it has no target and nothing is counted."""
    target = maker.content.goals[goal].target
    if maker.counted is None:
        return sum_progress(maker, None, target)
    return sum_progress(maker, maker.counted, target, *_split(maker, maker.counted, goal))


def sum_progress(
    maker: Maker,
    counted: Counted | None,
    target: Money | None,
    own: Collected | None = None,
    others: Sequence[Collected] = (),
) -> Progress | None:
    """How far a sum has come toward its target, if it has one: `own` is the sum in the site's own currency,
    `others` what came besides. None where there is no target and nothing is counted.
    """
    words = maker.words.interface
    if counted is None or own is None:
        if target is None:
            return None
        return Progress(label=words.target, value=maker.money(target), notice=words.totals_missing)
    return Progress(
        drawing=_drawing(maker, own.money, target) if target else None,
        label="" if target else words.collected,
        value="" if target else maker.money(own.money),
        lines=(*_lines(maker, own, target), *(_also(maker, other) for other in others)),
        time=_time(maker, counted),
        iso=counted.time.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z"),
        old=counted.old,
    )


def progress_line(maker: Maker, goal: str) -> str:
    """The same in a line, for a card; empty while nothing is counted."""
    if maker.counted is None:
        return ""
    target, words = maker.content.goals[goal].target, maker.words.interface
    collected = maker.money(_split(maker, maker.counted, goal)[0].money)
    if target is None:
        line = words.card_collected.format(collected=collected)
    else:
        line = words.card_collected_of.format(collected=collected, target=maker.money(target))
    if not maker.counted.old:
        return line
    return words.card_old.format(line=line, date=maker.texts.day(maker.counted.time.date()))


def _split(maker: Maker, counted: Counted, goal: str) -> tuple[Collected, list[Collected]]:
    """What came in the organisation's currency, nothing if nothing did, and in the others by their codes."""
    sums, own = counted.of(goal), maker.content.organisation.currency
    collected = sums.pop(own, Collected(Money(0, own), 0))
    return collected, [sums[currency] for currency in sorted(sums)]


def _drawing(maker: Maker, collected: Money, target: Money) -> Drawing:
    words = maker.words.interface
    return progress(
        # What was paid back may be more than what came; a bar cannot go below nought.
        Row(words.collected, Decimal(max(collected.minor, 0)), maker.money(collected)),
        Row(words.target, Decimal(target.minor), maker.money(target)),
    )


def _lines(maker: Maker, collected: Collected, target: Money | None) -> tuple[str, ...]:
    words = maker.words.interface
    gifts = plural(words.gifts_counted, collected.gifts, maker.language)
    if target is None:
        return (gifts,)
    # Rounded down: a target is reached when it is, and not half a per cent before.
    share = max(collected.money.minor, 0) * 100 // target.minor
    return (words.share_of_target.format(share=format_percent(share, maker.language)), gifts)


def _also(maker: Maker, collected: Collected) -> str:
    return maker.words.interface.also_collected.format(amount=maker.money(collected.money))


def _time(maker: Maker, counted: Counted) -> str:
    words, time = maker.words.interface, format_moment(counted.time, maker.language)
    return (words.totals_old if counted.old else words.totals_updated).format(time=time)
