"""The pages of the local goals: the index, and one for each."""

from __future__ import annotations

from collections.abc import Iterable

from yhdessa.forms.donation import show_donation
from yhdessa.forms.view import FormView
from yhdessa.model.goal import Activity
from yhdessa.model.problem import Problem
from yhdessa.pages.giving import DONATE_ROUTE, donation_offer, donation_words
from yhdessa.pages.maker import Maker, PagePlan
from yhdessa.pages.markdown import render_markdown
from yhdessa.pages.partners import partner_groups
from yhdessa.view.page import Card, GlobalGoal, GoalPage, GoalsPage, Passage
from yhdessa.view.shell import Link


def goals_page(maker: Maker) -> GoalsPage:
    """The index of the goals, in the order of their numbers."""
    return GoalsPage(lead=maker.texts.fill(maker.words.pages.goals.lead or ""), goals=goal_cards(maker))


def goal_cards(maker: Maker) -> tuple[Card, ...]:
    """A card for each goal."""
    return tuple(_card(maker, name) for name in maker.content.goals_in_order())


def goal_plans(maker: Maker) -> tuple[list[PagePlan], list[Problem]]:
    """A plan for each goal, and the links in their texts that lead nowhere."""
    plans: list[PagePlan] = []
    problems: list[Problem] = []
    order = maker.content.goals_in_order()
    # What is the same on every goal's page is made once.
    offer, words = donation_offer(maker.content), donation_words(maker)
    action = maker.addresses.base.rstrip("/") + DONATE_ROUTE
    for place, name in enumerate(order):
        document = maker.content.document(maker.language, "goals", f"{name}.md")
        html, dead = render_markdown(document, maker.addresses, maker.language, f"goals/{name}")
        problems += dead
        page = _goal_page(
            maker,
            name,
            html=html,
            form=show_donation(offer, words, action, goal=name),
            previous=_neighbour(maker, order[place - 1]) if place else None,
            following=_neighbour(maker, order[place + 1]) if place + 1 < len(order) else None,
        )
        plans.append(maker.plan(f"goals/{name}", page))
    return plans, problems


def _goal_page(
    maker: Maker, name: str, *, html: str, form: FormView, previous: Link | None, following: Link | None
) -> GoalPage:
    facts, words = maker.content.goals[name], maker.words.goals[name]
    interface, fill = maker.words.interface, maker.texts.fill
    return GoalPage(
        over=interface.goal_number.format(number=facts.number),
        number=facts.number,
        name=words.name,
        summary=words.summary,
        problem=fill(words.problem),
        belief=fill(words.belief),
        statistics=maker.texts.figures(facts.statistics),
        background_title=words.background_title,
        html=html,
        activities=_passages(maker, words.activities),
        wishes=_passages(maker, words.wishes),
        global_goals=tuple(GlobalGoal(number, maker.words.sdgs[str(number)]) for number in facts.sdgs),
        sdg_note=fill(words.sdg_note),
        actions=(
            Passage(interface.person, lines=maker.fill_all(words.actions.person)),
            Passage(interface.workplace, lines=maker.fill_all(words.actions.workplace)),
            Passage(interface.company, lines=maker.fill_all(words.actions.company)),
        ),
        partners=partner_groups(maker, name),
        become_partner=maker.link("partners", interface.become_partner),
        sources=maker.texts.sources_of(words.problem, words.belief, words.sdg_note),
        form_title=interface.give_to_goal,
        form=form,
        previous=previous,
        next=following,
    )


def _card(maker: Maker, name: str) -> Card:
    facts, words = maker.content.goals[name], maker.words.goals[name]
    return Card(
        text=words.name,
        href=maker.addresses.href(maker.language, f"goals/{name}"),
        over=maker.words.interface.goal_number.format(number=facts.number),
        summary=words.summary,
        mark=facts.number,
    )


def _neighbour(maker: Maker, name: str) -> Link:
    return Link(maker.words.goals[name].name, maker.addresses.href(maker.language, f"goals/{name}"))


def _passages(maker: Maker, activities: Iterable[Activity]) -> tuple[Passage, ...]:
    return tuple(Passage(activity.title, maker.texts.fill(activity.text)) for activity in activities)
