"""The pages of the local goals: the index, and one for each."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from yhdessa.forms.view import FormView
from yhdessa.model.goal import Activity
from yhdessa.model.problem import Problem
from yhdessa.pages.cards import goal_cards
from yhdessa.pages.giving import goal_forms
from yhdessa.pages.maker import Maker, PagePlan
from yhdessa.pages.markdown import render_markdown
from yhdessa.pages.partners import become_partner, partner_groups
from yhdessa.pages.programmes import programme_cards
from yhdessa.pages.progress import goal_progress
from yhdessa.view.goals import GoalPage, GoalsPage
from yhdessa.view.parts import GlobalGoal, Passage
from yhdessa.view.shell import Link


def goals_page(maker: Maker) -> GoalsPage:
    """The index of the goals, in the order of their numbers."""
    return GoalsPage(lead=maker.texts.fill(maker.words.pages.goals.lead or ""), goals=goal_cards(maker))


def goal_plans(maker: Maker) -> tuple[list[PagePlan], list[Problem]]:
    """A plan for each goal, and the links in their texts that lead nowhere."""
    plans: list[PagePlan] = []
    problems: list[Problem] = []
    order = maker.content.goals_in_order()
    forms = goal_forms(maker, order)
    for place, name in enumerate(order):
        document = maker.content.document(maker.language, "goals", f"{name}.md")
        html, dead = render_markdown(document, maker.addresses, maker.language, f"goals/{name}")
        problems += dead
        page = _goal_page(
            maker,
            name,
            html=html,
            form=forms[name],
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
    organisation, programmes = maker.content.organisation, programme_cards(maker, name)
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
        become_partner=become_partner(maker),
        sources=maker.texts.sources_of(words.problem, words.belief, words.sdg_note),
        form_title=interface.give_to_goal,
        form=form,
        previous=previous,
        next=following,
        ask=_ask(interface.ask_about_goal, organisation.general_email),
        ask_partnership=_ask(interface.ask_about_partnership, organisation.partnerships_email),
        sections=_sections(maker, name, bool(programmes)),
        progress=goal_progress(maker, name),
        # The goal's own drawing stands at the head: once more beside each would only make the page longer.
        programmes=tuple(replace(card, mark=0) for card in programmes),
    )


def _sections(maker: Maker, name: str, programmes: bool) -> tuple[Link, ...]:
    """The sections of a goal's page in their order, by the ids that its template gives them."""
    facts, words, interface = maker.content.goals[name], maker.words.goals[name], maker.words.interface
    titles = {
        "problem": interface.problem,
        "background": words.background_title,
        "activities": interface.activities,
        "programmes": interface.programmes_of_goal if programmes else "",
        "wishes": interface.wishes,
        "actions": interface.what_you_can_do,
        "give": interface.give_to_goal,
        "partners": interface.our_partners,
        "global-goals": interface.global_goals if facts.sdgs else "",
    }
    return tuple(Link(title, f"#{name}") for name, title in titles.items() if title)


def _ask(text: str, mail: str) -> Passage:
    return Passage("", text, link=Link(mail, f"mailto:{mail}"))


def _neighbour(maker: Maker, name: str) -> Link:
    return Link(maker.words.goals[name].name, maker.addresses.href(maker.language, f"goals/{name}"))


def _passages(maker: Maker, activities: Iterable[Activity]) -> tuple[Passage, ...]:
    return tuple(Passage(activity.title, maker.texts.fill(activity.text)) for activity in activities)
