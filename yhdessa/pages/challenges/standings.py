"""Standings: what each team has collected, per member too, and the places that this gives. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yhdessa.l10n.money import Money
from yhdessa.model.challenge import Challenge, Team, mark_of
from yhdessa.pages.counted import Counted
from yhdessa.totals import Collected


@dataclass(frozen=True)
class Standing:
    """A team, what it has collected in the organisation's currency and in `others`, the same per member, and
    its place by that: two with the same sum share it, and the next place is left out.
    """

    team: Team
    collected: Collected
    per_member: Money
    others: tuple[Money, ...]
    place: int = 1


def standings(counted: Counted, name: str, challenge: Challenge, currency: str) -> list[Standing]:
    """The teams of the challenge `name`, the one with the most per member first; ties by name."""
    found = [_standing(counted, name, challenge, team, currency) for team in challenge.shown_teams()]
    found.sort(key=lambda each: (-each.per_member.minor, each.team.label.casefold()))
    sums = [each.per_member.minor for each in found]
    return [
        Standing(
            each.team, each.collected, each.per_member, each.others, sums.index(each.per_member.minor) + 1
        )
        for each in found
    ]


def sum_up(found: Iterable[Standing], currency: str) -> Collected:
    """What all of them have collected together, in that currency."""
    money, gifts = Money(0, currency), 0
    for each in found:
        money, gifts = money + each.collected.money, gifts + each.collected.gifts
    return Collected(money, gifts)


def others_together(found: Iterable[Standing]) -> list[Money]:
    """What they have collected in each other currency, by its code."""
    sums: dict[str, Money] = {}
    for money in (money for each in found for money in each.others):
        sums[money.currency] = sums.get(money.currency, Money(0, money.currency)) + money
    return [sums[code] for code in sorted(sums)]


def per_member(money: Money, members: int) -> Money:
    """`money` shared by so many, to the nearest minor unit; half of one is rounded up."""
    return Money((2 * money.minor + members) // (2 * members), money.currency)


def leaders(found: Iterable[Standing], sums: dict[str, int]) -> list[Standing]:
    """Who has the most by `sums`, minor units by the team's id; nobody while none is above nought."""
    there = list(found)
    most = max((sums[each.team.id] for each in there), default=0)
    return [each for each in there if sums[each.team.id] == most] if most > 0 else []


def _standing(counted: Counted, name: str, challenge: Challenge, team: Team, currency: str) -> Standing:
    sums = counted.of_team(mark_of(name, team.id), challenge.starts)
    own = sums.pop(currency, Collected(Money(0, currency), 0))
    others = tuple(sums[code].money for code in sorted(sums))
    return Standing(team, own, per_member(own.money, team.members), others)
