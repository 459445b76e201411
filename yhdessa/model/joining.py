"""Programmes, acts and volunteering among the rest: what they name is there, and has words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yhdessa.model.act import ACTORS, check_act
from yhdessa.model.content import Content, Words
from yhdessa.model.document import Path_
from yhdessa.model.page import linkable_pages
from yhdessa.model.problem import Problem
from yhdessa.model.programme import check_programmes
from yhdessa.model.volunteering import check_volunteering


def check_joining(content: Content) -> Iterator[Problem]:
    """Every service, goal, programme and page that is named in their facts and is not there."""
    yield from check_programmes(
        lambda name: content.document("facts", name),
        content.services,
        content.programmes,
        list(content.goals),
    )
    if content.act is not None:
        yield from check_act(content.document("facts", "act.yml"), content.act, _pages(content))
    if content.volunteering is not None:
        document = content.document("facts", "volunteering.yml")
        yield from check_volunteering(document, content.volunteering, list(content.programmes))


def joining_words(
    content: Content, words: Words
) -> Iterator[tuple[str, Path_, Iterable[str], Iterable[str]]]:
    """A file of words, the place in it, the ids that the facts have and those that have words."""
    if content.services is not None and words.services is not None:
        yield "services.yml", ("services",), content.services.order, words.services.services
    if content.act is not None and words.act is not None:
        for actor in ACTORS:
            told = words.act.words_of(actor).acts
            yield "act.yml", (actor, "acts"), {act.id for act in content.act.acts_of(actor)}, told
    if content.volunteering is not None and words.volunteering is not None:
        tasks = {task.id for task in content.volunteering.tasks}
        yield "volunteering.yml", ("tasks",), tasks, words.volunteering.tasks


def _pages(content: Content) -> list[str]:
    """The names of the pages that an act may lead to."""
    pages = linkable_pages(content.words[content.languages[0]].pages)
    goals = [f"goals/{name}" for name in content.goals]
    return [*pages, *goals, *(f"programmes/{name}" for name in content.programmes)]
