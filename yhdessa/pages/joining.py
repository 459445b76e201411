"""The pages of joining in: what the reader can do, and volunteering."""

from __future__ import annotations

from yhdessa.model.act import ACTORS, Act, ActFacts, ActWords
from yhdessa.model.volunteering import VolunteeringWords, VolunteerTask
from yhdessa.pages.maker import Maker, there
from yhdessa.view.joining import ActPage, VolunteeringPage
from yhdessa.view.parts import ActGroup, Passage, Task
from yhdessa.view.shell import Link


def act_page(maker: Maker) -> ActPage:
    """What a person, a workplace and a company can do."""
    facts, words = there(maker.content.act), there(maker.words.act)
    return ActPage(
        lead=maker.lead("act"),
        groups=tuple(_group(maker, facts, words, actor) for actor in ACTORS),
    )


def volunteering_page(maker: Maker) -> VolunteeringPage:
    """What a volunteer does and gets, and how it begins."""
    facts, words = there(maker.content.volunteering), there(maker.words.volunteering)
    fill = maker.texts.fill
    mail = facts.contact or maker.content.organisation.general_email
    return VolunteeringPage(
        lead=maker.lead("volunteering"),
        tasks_title=words.tasks_title,
        tasks=tuple(_task(maker, words, task) for task in facts.tasks),
        gets_title=words.gets_title,
        gets=tuple(Passage(item.title, fill(item.text)) for item in words.gets),
        asks_title=words.asks_title,
        asks=maker.fill_all(words.asks),
        steps_title=words.steps_title,
        steps=tuple(Passage(step.title, fill(step.text)) for step in words.steps),
        questions_title=words.questions_title,
        questions=tuple(Passage(asked.question, fill(asked.answer)) for asked in words.questions),
        contact_title=words.contact_title,
        contact_text=fill(words.contact),
        contact=Link(mail, f"mailto:{mail}"),
    )


def _group(maker: Maker, facts: ActFacts, words: ActWords, actor: str) -> ActGroup:
    told = words.words_of(actor)
    acts = tuple(_act(maker, words, actor, act) for act in facts.acts_of(actor))
    return ActGroup(actor, told.title, maker.texts.fill(told.text), acts)


def _act(maker: Maker, words: ActWords, actor: str, act: Act) -> Passage:
    told = words.words_of(actor).acts[act.id]
    link = maker.link(act.page, told.link) if act.page else None
    return Passage(told.title, maker.texts.fill(told.text), link=link)


def _task(maker: Maker, words: VolunteeringWords, task: VolunteerTask) -> Task:
    told = words.tasks[task.id]
    link = maker.link(f"programmes/{task.programme}") if task.programme else None
    return Task(told.name, maker.texts.fill(told.text), told.time, link)
