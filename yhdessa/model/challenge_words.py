"""The words of workplace challenges: of each one, of their pages, and of what the form says of a team."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from yhdessa.l10n.plural import NotPlural, check_plural, plural_categories
from yhdessa.model.document import Document, dotted
from yhdessa.model.fields import Identifier, Line, Record, Slug, Text, placeholders
from yhdessa.model.problem import Problem


class ChallengeWords(Record):
    """One challenge."""

    slug: Slug = Field(description="Its address in this language.", examples=["langbordet"])
    name: Line = Field(description="Its name.", examples=["Långbordet"])
    summary: Line = Field(description="One sentence for cards and search engines.")
    text: Text = Field(description="What it is about, and how to join.")


class KindWords(Record):
    """What is said of a kind of challenge: of one between teams, or of one workplace's own collection."""

    over: Line = Field(description="What it is, over its name.", examples=["Utmaning"])
    coming: Line = Field(
        description="When it begins; {day} stands for its first day.", json_schema_extra=placeholders("day")
    )
    running: Line = Field(
        description="How long it goes on; {day} stands for its last day.",
        json_schema_extra=placeholders("day"),
    )
    ended: Text = Field(
        description="When it ended, and what still counts; {day} stands for its last day.",
        json_schema_extra=placeholders("day"),
    )
    description: Line = Field(
        description="The team's page for search engines; {team} and {challenge} stand for the names.",
        json_schema_extra=placeholders("team", "challenge"),
    )
    lead: Text = Field(
        description="What a gift does on the team's page; with {team}, {challenge} and {goal}.",
        json_schema_extra=placeholders("team", "challenge", "goal"),
    )
    form_title: Line = Field(description="The heading over the form.")
    call: Line = Field(description="What the poster asks for, in a few words.")
    message: Text = Field(
        description="A message to colleagues, ready to send; with {team}, {challenge}, {goal} and {day}.",
        json_schema_extra=placeholders("team", "challenge", "goal", "day"),
    )


class StandingsWords(Record):
    """The teams side by side."""

    title: Line = Field(description="The heading over the teams.")
    give: Line = Field(
        description="The link to a team's form; {team} stands for its name.",
        examples=["Ge för {team}"],
        json_schema_extra=placeholders("team"),
    )
    page: Line = Field(
        description="The link to a team's page when no gifts are taken; with {team}.",
        json_schema_extra=placeholders("team"),
    )
    results: Line = Field(description="The heading over the charts and the table.")
    caption: Line = Field(description="What the table shows, and in which order.")
    team: Line = Field(description="The heading of the teams' column.", examples=["Lag"])
    place: Line = Field(description="The heading of the places.", examples=["Placering"])
    per_member: Line = Field(description="The heading of the sums per member.")
    total: Line = Field(description="The heading of the sums.")
    gifts: Line = Field(description="The heading of how many gifts there were.")
    members: Line = Field(description="The heading of how many members a team has.")
    people: Line = Field(
        description="How many members, one form a plural; {n} stands for the count.",
        examples=["{n} medlem|{n} medlemmar"],
        json_schema_extra=placeholders("n"),
    )
    most_per_member: Line = Field(
        description="The message of a chart; {teams} stands for who has the most, {amount} for the sum.",
        json_schema_extra=placeholders("teams", "amount"),
    )
    most_total: Line = Field(
        description="The same of the sums in all.", json_schema_extra=placeholders("teams", "amount")
    )
    nothing: Line = Field(description="The message while nobody has given anything.")
    between: Line = Field(
        description="What stands between two names in a row, with its spaces.", examples=["och"]
    )
    other_currency: Text = Field(
        description="Of gifts in other currencies; {amounts} stands for their sums.",
        json_schema_extra=placeholders("amounts"),
    )
    rules_title: Line = Field(description="The heading over how gifts are counted.")
    rules: list[Text] = Field(
        description="How they are counted; {minimum} stands for the smallest team.",
        json_schema_extra=placeholders("minimum"),
        min_length=1,
    )


class TeamFormWords(Record):
    """The form of a gift for a team, and what is wrong with an answer."""

    question: Line = Field(description="The question about the team, when the form comes back.")
    none: Line = Field(description="The choice of no team.")
    none_hint: Line = Field(description="What that choice means.")
    product: Line = Field(
        description="What the payment page calls the gift; with {goal} and {team}.",
        json_schema_extra=placeholders("goal", "team"),
    )
    unknown_challenge: Line = Field(description="What is said of a challenge that there is not.")
    unknown_team: Line = Field(description="What is said of a team that is not in the challenge.")
    not_begun: Line = Field(
        description="What is said before its first day; {day} stands for it.",
        json_schema_extra=placeholders("day"),
    )
    ended: Line = Field(
        description="What is said after its last day; {day} stands for it.",
        json_schema_extra=placeholders("day"),
    )
    once: Line = Field(description="What is said of a monthly gift for a team.")


class KitWords(Record):
    """What a team spreads the word with."""

    title: Line = Field(description="The heading.")
    text: Text = Field(description="What there is, and for whom.")
    address: Line = Field(description="The label of the team's own address.")
    messages: Line = Field(description="The heading over the messages in each language.")
    poster: Line = Field(description="The heading over the poster.")
    poster_text: Text = Field(description="How to print it.")
    poster_link: Line = Field(description="The link to it.")
    poster_slug: Slug = Field(description="The end of its address.", examples=["affisch"])
    poster_heading: Line = Field(
        description="Its name in lists; {team} stands for the team's.", json_schema_extra=placeholders("team")
    )
    poster_description: Line = Field(
        description="The same for search engines; with {team} and {challenge}.",
        json_schema_extra=placeholders("team", "challenge"),
    )
    scan: Line = Field(description="Beside the code: how it is read.")
    code: Line = Field(
        description="What the code is called for those who do not see it; with {team}.",
        json_schema_extra=placeholders("team"),
    )


class ChallengesWords(Record):
    """content/<language>/challenges.yml"""

    challenges: dict[Identifier, ChallengeWords] = Field(description="Each challenge, by its id.")
    running: Line = Field(description="The heading over those that go on now.")
    coming: Line = Field(description="The heading over those to come.")
    ended: Line = Field(description="The heading over those that have ended.")
    join_title: Line = Field(description="The heading over how to begin one.")
    join: list[Text] = Field(description="How to begin one, a step each.", min_length=1)
    join_link: Line = Field(description="The link to where one asks for it.")
    goal: Line = Field(description="Before the name of the goal.", examples=["Gåvorna går till målet"])
    give_anyway: Line = Field(description="The link to the goal where no team's gifts are taken.")
    so_far: Line = Field(description="The heading over what has been collected.")
    collected: Line = Field(description="The same heading, once it has ended.")
    all_teams: Line = Field(description="The link from a team to all teams of its challenge.")
    challenge: KindWords = Field(description="What is said of a challenge between teams.")
    collection: KindWords = Field(description="What is said of one workplace's own collection.")
    standings: StandingsWords = Field(description="What is said of the teams beside each other.")
    form: TeamFormWords = Field(description="The form of a gift for a team.")
    kit: KitWords = Field(description="A team's address, messages and poster.")

    def kind(self, alone: bool) -> KindWords:
        """The words of a collection where the team is `alone`, else of a challenge."""
        return self.collection if alone else self.challenge


def check_challenge_words(document: Document, words: ChallengesWords, language: str) -> Iterator[Problem]:
    """Addresses that stand twice, and a counting text that has too few forms or too many."""
    first: dict[str, str] = {}
    for name, challenge in words.challenges.items():
        other = first.setdefault(challenge.slug, name)
        if other != name:
            place = ("challenges", name, "slug")
            message = f"`{challenge.slug}` is the address of `{other}` too"
            yield Problem(document.file, document.line(place), dotted(place), message)
    try:
        check_plural(words.standings.people, language)
    except NotPlural:
        categories, path = plural_categories(language), ("standings", "people")
        message = f"should have {len(categories)} forms, with a | between"
        remedy = f"for {', '.join(categories)}, in this order"
        yield Problem(document.file, document.line(path), dotted(path), message, remedy)
