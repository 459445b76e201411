"""The demonstration: what is invented, and must not be shown to the public as if it were not."""

from __future__ import annotations

from collections.abc import Iterator

from yhdessa.model.content import Content
from yhdessa.model.document import dotted
from yhdessa.model.honesty.clock import Clock
from yhdessa.model.problem import Problem


def check_demonstration(content: Content, clock: Clock) -> Iterator[Problem]:
    """What is invented on a public site: organisation, partners, teams; a day without a demonstration."""
    document = content.document("facts", "organisation.yml")
    organisation = content.organisation
    if organisation.demonstration and clock.public:
        message = "is true, and a public site must not speak for an organisation that does not exist"
        remedy = "take the line away when every fact is your own"
        line = document.line(("demonstration",))
        yield Problem(document.file, line, "demonstration", message, remedy)
    if organisation.demonstration_date is not None and not organisation.demonstration:
        message = "has no effect, since `demonstration` is not true: the day is today's"
        line = document.line(("demonstration_date",))
        yield Problem(document.file, line, "demonstration_date", message, "take the line away", "warning")
    if clock.public:
        yield from _example_partners(content)
        yield from _example_teams(content)


def _example_partners(content: Content) -> Iterator[Problem]:
    for name, partner in content.partners.items():
        if partner.example:
            document = content.document("facts", "partners", f"{name}.yml")
            message = "is true, and a public site must not thank a partner that does not exist"
            yield Problem(document.file, document.line(("example",)), "example", message, "delete this file")


def _example_teams(content: Content) -> Iterator[Problem]:
    for name, challenge in (content.challenges or {}).items():
        document = content.document("facts", "challenges.yml")
        for index, team in enumerate(challenge.teams):
            if team.example:
                path = (name, "teams", index, "example")
                message = "is true, and a public site must not count gifts for a team that does not exist"
                yield Problem(document.file, document.line(path), dotted(path), message, "take the team out")
