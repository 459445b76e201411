"""The pages of the services and their programmes: what we do, and one page a programme."""

from __future__ import annotations

from yhdessa.model.problem import Problem
from yhdessa.pages.cards import goal_card
from yhdessa.pages.maker import Maker, PagePlan, there
from yhdessa.pages.markdown import render_markdown
from yhdessa.view.parts import Card, CardGroup, Passage
from yhdessa.view.programmes import ProgrammePage, ProgrammesPage
from yhdessa.view.shell import Link


def programmes_page(maker: Maker) -> ProgrammesPage:
    """The services in their order, each with its programmes."""
    return ProgrammesPage(
        lead=maker.lead("programmes/index"),
        services=tuple(_service(maker, name) for name in there(maker.content.services).order),
    )


def programme_cards(maker: Maker, goal: str) -> tuple[Card, ...]:
    """A card for each programme that works for `goal`."""
    names = (name for name in _in_order(maker) if goal in maker.content.programmes[name].goals)
    return tuple(_card(maker, name) for name in names)


def programme_plans(maker: Maker) -> tuple[list[PagePlan], list[Problem]]:
    """A plan for each programme, and the links in their texts that lead nowhere."""
    plans: list[PagePlan] = []
    problems: list[Problem] = []
    for name in _in_order(maker):
        document = maker.content.document(maker.language, "programmes", f"{name}.md")
        html, dead = render_markdown(document, maker.addresses, maker.language, f"programmes/{name}")
        problems += dead
        plans.append(maker.plan(f"programmes/{name}", _programme_page(maker, name, html)))
    return plans, problems


def _in_order(maker: Maker) -> list[str]:
    """The programmes by their services, and within a service by their names."""
    content, words = maker.content, maker.words.programmes
    order = content.services.order if content.services is not None else []
    return sorted(
        content.programmes,
        key=lambda name: (order.index(content.programmes[name].service), words[name].name.casefold()),
    )


def _of_service(maker: Maker, service: str) -> list[str]:
    return [name for name in _in_order(maker) if maker.content.programmes[name].service == service]


def _service(maker: Maker, name: str) -> CardGroup:
    words = there(maker.words.services).services[name]
    cards = tuple(_card(maker, programme) for programme in _of_service(maker, name))
    return CardGroup(f"service-{name}", words.name, maker.texts.fill(words.lead), cards)


def _programme_page(maker: Maker, name: str, html: str) -> ProgrammePage:
    facts, words, fill = maker.content.programmes[name], maker.words.programmes[name], maker.texts.fill
    told = there(maker.words.services)
    headings, service = told.headings, told.services[facts.service]
    mail = facts.contact or maker.content.organisation.general_email
    others = (other for other in _of_service(maker, facts.service) if other != name)
    return ProgrammePage(
        over=service.name,
        name=words.name,
        summary=words.summary,
        art=_drawing(maker, name),
        practical=(
            Passage(headings.audience, fill(words.audience)),
            Passage(headings.when, fill(words.when)),
            Passage(headings.where, fill(words.where)),
        ),
        about_title=headings.about,
        html=html,
        steps_title=headings.steps,
        steps=tuple(Passage("", step) for step in maker.fill_all(words.steps)),
        contact_title=headings.contact,
        contact=Link(mail, f"mailto:{mail}"),
        quote=maker.quote(words.quote) if words.quote else None,
        goals_title=headings.goals,
        goals=tuple(goal_card(maker, goal) for goal in facts.goals),
        support_title=headings.support,
        support=_support(maker),
        others_title=headings.others,
        others=tuple(_card(maker, other) for other in others),
    )


def _support(maker: Maker) -> tuple[Passage, ...]:
    """To volunteer, where the site tells how, and to give."""
    headings, fill = there(maker.words.services).headings, maker.texts.fill
    give = Passage("", fill(headings.give), link=maker.link("donate"))
    if not maker.addresses.has(maker.language, "volunteering"):
        return (give,)
    return (Passage("", fill(headings.volunteer), link=maker.link("volunteering")), give)


def _card(maker: Maker, name: str) -> Card:
    words = maker.words.programmes[name]
    href = maker.addresses.href(maker.language, f"programmes/{name}")
    return Card(text=words.name, href=href, over="", summary=words.summary, mark=_drawing(maker, name))


def _drawing(maker: Maker, name: str) -> int:
    """A programme has the drawing of the first goal that it works for."""
    return maker.content.goals[maker.content.programmes[name].goals[0]].number
