"""Volunteering: the tasks, what a volunteer gets, how it begins."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from yhdessa.model.document import Document, Path_, dotted
from yhdessa.model.explain import nearest
from yhdessa.model.fields import Email, Identifier, Line, Record, Text
from yhdessa.model.problem import Problem


class VolunteerTask(Record):
    """A task that volunteers have."""

    id: Identifier = Field(description="The id of its words.", examples=["host"])
    programme: Identifier | None = Field(
        default=None, description="The programme it is part of, by id.", examples=["open-living-room"]
    )


class Volunteering(Record):
    """content/facts/volunteering.yml"""

    contact: Email | None = Field(
        default=None,
        description="A role address for volunteers; else the organisation's general one is shown.",
        examples=["volunteers@example.org"],
    )
    tasks: list[VolunteerTask] = Field(description="The tasks, in order.", min_length=1)


class TaskWords(Record):
    """One task."""

    name: Line = Field(description="What the volunteer is called.", examples=["Värd på en mötesplats"])
    text: Text = Field(description="What the volunteer does.")
    time: Line = Field(description="How much time it takes.", examples=["Ett pass i veckan"])


class TitledText(Record):
    """A heading and a text."""

    title: Line = Field(description="The heading.")
    text: Text = Field(description="The text under it.")


class QuestionWords(Record):
    """A question that people ask, and the answer."""

    question: Line = Field(description="The question, as the reader would ask it.")
    answer: Text = Field(description="The answer.")


class VolunteeringWords(Record):
    """content/<language>/volunteering.yml"""

    tasks_title: Line = Field(description="The heading over the tasks.")
    tasks: dict[Identifier, TaskWords] = Field(description="The tasks by id.")
    gets_title: Line = Field(description="The heading over what a volunteer gets.")
    gets: list[TitledText] = Field(description="What a volunteer gets: training, support, company.")
    asks_title: Line = Field(description="The heading over what we ask of a volunteer.")
    asks: list[Text] = Field(description="What we ask, a line each.", min_length=1)
    steps_title: Line = Field(description="The heading over the steps, and the link to them.")
    steps: list[TitledText] = Field(description="From the first message to the first meeting.", min_length=1)
    questions_title: Line = Field(description="The heading over the questions.")
    questions: list[QuestionWords] = Field(description="Questions and answers.", min_length=1)
    contact_title: Line = Field(description="The heading over the address.")
    contact: Text = Field(description="What to write, and when we answer.")


def check_volunteering(document: Document, facts: Volunteering, programmes: list[str]) -> Iterator[Problem]:
    """Tasks that stand twice, and those of a programme that there is not."""
    for index, task in enumerate(facts.tasks):
        path: Path_ = ("tasks", index)
        if task.id in {other.id for other in facts.tasks[:index]}:
            yield _problem(document, (*path, "id"), f"`{task.id}` is the id of another task too")
        if task.programme is not None and task.programme not in programmes:
            message = f"unknown programme `{task.programme}`"
            yield _problem(document, (*path, "programme"), message, nearest(task.programme, programmes))


def _problem(document: Document, path: Path_, message: str, remedy: str = "") -> Problem:
    return Problem(document.file, document.line(path), dotted(path), message, remedy)
