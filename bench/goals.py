"""Goals: as many local goals as wanted, in our own format, made after the pattern of the site's own.

An `Outline` is what all languages of a goal share (ids, counts of items, figures, links), because the checks
of the content ask for it; the words are then drawn a language at a time. The same seed gives the same goals.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

from bench.words import Vocabulary
from yhdessa.l10n.case import CASES
from yhdessa.model import Content
from yhdessa.model.goal import LocalGoalWords

SEED = "yhdessa"
GOALS_A_PARTNER = 4


@dataclass(frozen=True)
class Outline:
    """What a made-up goal is like in every language."""

    id: str
    number: int
    sdgs: list[int]
    tiers: list[str]
    statistics: list[str]
    figure: str
    activities: int
    wishes: int
    actions: tuple[int, int, int]
    paragraphs: int
    links: list[str]
    with_list: bool
    with_heading: bool

    @property
    def facts(self) -> dict[str, Any]:
        """content/facts/goals/<id>.yml"""
        facts = {"number": self.number, "sdgs": self.sdgs, "tiers": self.tiers}
        return facts | ({"statistics": self.statistics} if self.statistics else {})


def outlines(content: Content, count: int) -> list[Outline]:
    """The outlines of `count` goals, numbered after the goals that `content` has."""
    first = max((goal.number for goal in content.goals.values()), default=0) + 1
    numbers = range(first, first + count)
    known = [*content.goals, *(goal_id(number) for number in numbers)]
    return [_outline(content, number, known) for number in numbers]


def goal_id(number: int) -> str:
    """The id of the made-up goal `number`."""
    return f"made-up-{number:04}"


def _outline(content: Content, number: int, known: list[str]) -> Outline:
    random = Random(f"{SEED} {number}")
    percents = [name for name, figure in content.statistics.items() if figure.unit == "percent"]
    others = random.sample(known, min(len(known), random.randint(1, 3)))
    return Outline(
        id=goal_id(number),
        number=number,
        sdgs=sorted(random.sample(range(1, 18), random.randint(2, 4))),
        tiers=random.choice([goal.tiers for goal in content.goals.values()]),
        statistics=random.sample(list(content.statistics), random.choice([0, 0, 1, 3])),
        figure=random.choice(percents) if random.random() < 0.3 else "",
        activities=random.randint(2, 3),
        wishes=random.randint(1, 2),
        actions=(random.randint(1, 3), random.randint(1, 3), random.randint(1, 3)),
        paragraphs=random.randint(2, 4),
        links=[*(f"{other}.md" for other in others), random.choice(["../donate.md", "../mission.md"])],
        with_list=random.random() < 0.3,
        with_heading=random.random() < 0.2,
    )


class GoalWriter:
    """Writes the words of goals in one language, in the site's own words and at their lengths."""

    def __init__(self, content: Content, language: str) -> None:
        self.language = language
        self.models = list(content.words[language].goals.values())
        goals = [content.document(language, "goals", f"{name}.md") for name in content.words[language].goals]
        prose = [document for file, document in content.documents.items() if f"docs/{language}/" in file]
        texts = [text for document in goals for text in _texts(document.data)]
        self.vocabulary = Vocabulary([*texts, *(document.body for document in [*goals, *prose])])

    def document(self, outline: Outline) -> str:
        """The file content/<language>/goals/<id>.md."""
        random = Random(f"{SEED} {outline.number} {self.language}")
        front = dump(self._front_matter(outline, random))
        return f"---\n{front}---\n{self._background(outline, random)}"

    def _front_matter(self, outline: Outline, random: Random) -> dict[str, Any]:
        model, write = random.choice(self.models), self.vocabulary
        name = f"{write.title(random)} {outline.number}"
        return {
            "slug": slugify(name),
            "name": name,
            "summary": write.sentence(random),
            "problem": self._with_figure(write.text(random, len(model.problem)), outline, random),
            "belief": write.text(random, len(model.belief)),
            "background_title": write.title(random),
            "activities": self._items("activity", outline.activities, model, random),
            "wishes": self._items("wish", outline.wishes, model, random),
            "sdg_note": write.text(random, len(model.sdg_note)),
            "actions": {
                kind: [write.text(random, length) for length in random.choices([60, 90, 120], k=count)]
                for kind, count in zip(("person", "workplace", "company"), outline.actions, strict=True)
            },
        }

    def _items(self, kind: str, count: int, model: LocalGoalWords, random: Random) -> list[dict[str, str]]:
        lengths = [len(item.text) for item in (*model.activities, *model.wishes)]
        return [
            {
                "id": f"{kind}-{number}",
                "title": self.vocabulary.title(random),
                "text": self.vocabulary.text(random, random.choice(lengths)),
            }
            for number in range(1, count + 1)
        ]

    def _with_figure(self, text: str, outline: Outline, random: Random) -> str:
        if not outline.figure:
            return text
        case = f":{random.choice(list(CASES))}" if self.language == "fi" else ""
        return f"{text} {self.vocabulary.title(random)} {{{outline.figure}{case}}}."

    def _background(self, outline: Outline, random: Random) -> str:
        lengths = [random.randint(180, 360) for _ in range(outline.paragraphs)]
        paragraphs = [self.vocabulary.text(random, length) for length in lengths]
        for place, target in enumerate(outline.links):
            paragraphs[place % len(lengths)] += f" {self._linking(target, random)}"
        if outline.with_list:
            paragraphs.insert(1, "\n".join(f"- {self.vocabulary.sentence(random)}" for _ in range(3)))
        if outline.with_heading:
            paragraphs.insert(2, f"### {self.vocabulary.title(random)}")
        return "\n\n".join(paragraphs) + "\n"

    def _linking(self, target: str, random: Random) -> str:
        """A sentence with two of its words as a link."""
        first, *linked, rest = self.vocabulary.sentence(random).split(maxsplit=3)
        return f"{first} [{' '.join(linked)}]({target}) {rest}"


def partners(content: Content, made: list[Outline]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Partners of the made-up goals, one for every few goals: id and facts."""
    for number in range(len(made) // GOALS_A_PARTNER):
        random = Random(f"{SEED} partner {number}")
        supported = random.sample(made, random.randint(1, min(3, len(made))))
        offered = [tier for tier in content.tiers if all(tier in goal.tiers for goal in supported)]
        name = f"{random.choice(list(content.partners.values())).name} {number + 1}"
        facts = {"name": name, "tier": random.choice(offered), "goals": [goal.id for goal in supported]}
        yield f"made-up-{number + 1:04}", facts | {"example": True}


def write_goals(content: Content, project: Path, count: int) -> None:
    """Write `count` goals and their partners into the project's `content/`."""
    made, folder = outlines(content, count), project / "content"
    for outline in made:
        (folder / "facts/goals" / f"{outline.id}.yml").write_text(dump(outline.facts), encoding="utf-8")
    for language in content.languages:
        writer = GoalWriter(content, language)
        for outline in made:
            path = folder / language / "goals" / f"{outline.id}.md"
            path.write_text(writer.document(outline), encoding="utf-8")
    for partner, facts in partners(content, made):
        (folder / "facts/partners" / f"{partner}.yml").write_text(dump(facts), encoding="utf-8")


def slugify(name: str) -> str:
    """`Ovi on auki 7` as an address: `ovi-on-auki-7`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def dump(values: dict[str, Any]) -> str:
    """The values as YAML, with words as words."""
    return str(yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for child in value.values() if isinstance(value, dict) else value:
            yield from _texts(child)
