"""Cards: the local goals as other pages show them."""

from __future__ import annotations

from yhdessa.pages.maker import Maker
from yhdessa.pages.progress import progress_line
from yhdessa.view.parts import Card


def goal_cards(maker: Maker) -> tuple[Card, ...]:
    """A card for each goal, in the order of their numbers."""
    return tuple(goal_card(maker, name) for name in maker.content.goals_in_order())


def goal_card(maker: Maker, name: str) -> Card:
    """The card of the goal `name`, with what has been given to it where that is counted."""
    facts, words = maker.content.goals[name], maker.words.goals[name]
    return Card(
        text=words.name,
        href=maker.addresses.href(maker.language, f"goals/{name}"),
        over=maker.words.interface.goal_number.format(number=facts.number),
        summary=words.summary,
        mark=facts.number,
        progress=progress_line(maker, name),
    )
