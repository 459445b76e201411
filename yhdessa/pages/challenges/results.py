"""Results: the teams' sums as cards, charts, a table and a file."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from yhdessa.l10n.money import Money
from yhdessa.l10n.numbers import format_number
from yhdessa.l10n.plural import plural
from yhdessa.model.challenge import Challenge
from yhdessa.model.challenge_words import StandingsWords
from yhdessa.pages.challenges.standings import Standing, leaders, others_together, standings
from yhdessa.pages.charts.bars import bars
from yhdessa.pages.charts.rows import Row
from yhdessa.pages.maker import Maker
from yhdessa.view.chart import Chart, Table
from yhdessa.view.parts import Detail

#: Without a table of its own: the page has one of all the figures.
NO_TABLE = Table("", (), ())
FILE = "teams.csv"


def found_standings(maker: Maker, name: str, facts: Challenge) -> list[Standing]:
    """The standings, nothing while nothing is counted."""
    if maker.counted is None:
        return []
    return standings(maker.counted, name, facts, maker.content.organisation.currency)


def people(maker: Maker, words: StandingsWords, members: int) -> str:
    """How many members a team has, in words."""
    return plural(words.people, members, maker.language)


def details(maker: Maker, words: StandingsWords, standing: Standing) -> tuple[Detail, ...]:
    """A team's sums, as its card shows them."""
    return (
        Detail(words.per_member, maker.money(standing.per_member)),
        Detail(words.total, maker.money(standing.collected.money)),
        Detail(words.gifts, format_number(standing.collected.gifts, maker.language)),
    )


def charts(maker: Maker, words: StandingsWords, found: Sequence[Standing]) -> tuple[Chart, ...]:
    """A chart of the sums per member, and one of the sums in all."""
    by_member = {each.team.id: each.per_member for each in found}
    in_all = {each.team.id: each.collected.money for each in found}
    return (
        _chart(maker, words, "per-member", words.most_per_member, words.per_member, found, by_member),
        _chart(maker, words, "total", words.most_total, words.total, found, in_all),
    )


def table(maker: Maker, words: StandingsWords, found: Sequence[Standing]) -> Table:
    """All figures, a row each, in order."""
    head = (words.team, words.place, words.per_member, words.total, words.gifts, words.members)
    rows = (
        (
            each.team.label,
            format_number(each.place, maker.language),
            maker.money(each.per_member),
            maker.money(each.collected.money),
            format_number(each.collected.gifts, maker.language),
            format_number(each.team.members, maker.language),
        )
        for each in found
    )
    return Table(words.caption, head, tuple(rows))


def other_currencies(maker: Maker, words: StandingsWords, found: Sequence[Standing]) -> str:
    """What is said of gifts in other currencies; nothing where there are none."""
    sums = [maker.money(money) for money in others_together(found)]
    return words.other_currency.format(amounts=in_a_row(sums, words.between)) if sums else ""


def in_a_row(names: Sequence[str], between: str) -> str:
    """`a, b and c`; `between` is the last one's word, with a space on both sides of it."""
    *first, last = names
    return f"{', '.join(first)} {between.strip()} {last}" if first else last


def _chart(
    maker: Maker,
    words: StandingsWords,
    name: str,
    message: str,
    caption: str,
    found: Sequence[Standing],
    sums: dict[str, Money],
) -> Chart:
    most = leaders(found, {team: money.minor for team, money in sums.items()})
    order = sorted(found, key=lambda each: (-sums[each.team.id].minor, each.team.label.casefold()))
    # What was paid back may be more than what came; a bar cannot go below nought.
    rows = [
        Row(each.team.label, Decimal(max(sums[each.team.id].minor, 0)), maker.money(sums[each.team.id]))
        for each in order
    ]
    return Chart(
        id=name,
        message=_message(maker, words, message, most, sums),
        caption=caption,
        drawing=bars(rows),
        table=NO_TABLE,
    )


def _message(
    maker: Maker, words: StandingsWords, message: str, most: Sequence[Standing], sums: dict[str, Money]
) -> str:
    if not most:
        return words.nothing
    names = in_a_row([each.team.label for each in most], words.between)
    return message.format(teams=names, amount=maker.money(sums[most[0].team.id]))
