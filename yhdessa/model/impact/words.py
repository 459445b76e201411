"""The words of the impact report, in one language, by the ids of its figures."""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Identifier, Line, Record, Text, placeholders


class UnitWords(Record):
    """What is counted, after a number: `1 encounter`, `2 encounters`."""

    one: Line = Field(description="After 1.", examples=["möte"])
    other: Line = Field(description="After any other number.", examples=["möten"])


class ScaleWords(Record):
    """The names of a scale's ends."""

    low: Line = Field(description="The lowest answer.", examples=["dålig"])
    high: Line = Field(description="The highest answer.", examples=["utmärkt"])


class DirectionWords(Record):
    """The verbs of a change."""

    up: Line = Field(description="It rose.", examples=["Stärktes"])
    down: Line = Field(description="It fell.", examples=["Minskade"])


class WaveWords(Record):
    """The headings over the columns of a table."""

    before: Line = Field(description="The first measurement.", examples=["Början"])
    after: Line = Field(description="The last measurement.", examples=["Slutet"])
    middle: Line = Field(description="The evaluation in the middle.", examples=["Mellanutvärdering"])
    final: Line = Field(description="The evaluation at the end.", examples=["Slututvärdering"])
    change: Line = Field(description="The change.", examples=["Förändring"])


class SectionWords(Record):
    """A section: its name, and what the figures say."""

    name: Line = Field(description="Its name.", examples=["Seniorer"])
    lead: Text = Field(description="What happens there, in a sentence or two, without figures.")


class ImpactWords(Record):
    """content/<language>/impact.yml"""

    notice: Text = Field(description="Over the report: whose figures these are.")
    lead: Text = Field(description="The first paragraph.")
    sections: dict[Identifier, SectionWords] = Field(description="The sections by id.")
    programmes: dict[Identifier, Line] = Field(description="The names of the programmes by id.")
    breakdowns: dict[Identifier, Line] = Field(description="The headings of the breakdowns by id.")
    measures: dict[Identifier, Line] = Field(description="The headings of the measures by id.")
    labels: dict[Identifier, Line] = Field(description="What each row tells, by the id of its label.")
    units: dict[Identifier, UnitWords] = Field(description="What was counted, by id.")
    scales: dict[Identifier, ScaleWords] = Field(description="The ends of each scale, by id.")
    ratings: dict[Identifier, Line] = Field(description="What points mean in words, by id.")
    speakers: dict[Identifier, Line] = Field(description="Who speaks in a quote, by id.")
    successes_title: Line = Field(description="The heading over what went well.")
    successes: dict[Identifier, Text] = Field(
        description="What went well, by id; {figure} stands for its figure.",
        json_schema_extra=placeholders("figure"),
    )
    concerns_title: Line = Field(description="The heading over what gives concern.")
    concerns: dict[Identifier, Text] = Field(description="What gives concern, by id.")
    thanks_title: Line = Field(description="The heading over the thanks.")
    thanks: Text = Field(description="The thanks at the end.")
    quotes_title: Line = Field(description="The heading over quotes.")
    translated: Line = Field(description="What is said of a quote that is a translation.")
    quote_example: Line = Field(description="What is said of a quote that we wrote as an example.")
    waves: WaveWords = Field(description="The headings of a table's columns.")
    percent_changes: DirectionWords = Field(description="The verbs of a change in percentage points.")
    point_changes: DirectionWords = Field(description="The verbs of a change in points.")
    over: Line = Field(
        description="A lower bound; {figure} stands for it.", json_schema_extra=placeholders("figure")
    )
    within: Line = Field(
        description="A count in another: {figure} is the first, {inner} the one in it.",
        json_schema_extra=placeholders("figure", "inner"),
    )
    points: UnitWords = Field(description="The unit of points.")
    percentage_points: Line = Field(
        description="The unit of a change in per cent.", examples=["procentenheter"]
    )
    questions: Line = Field(
        description="How long an instrument is; {count} stands for its questions.",
        json_schema_extra=placeholders("count"),
    )
    answers: Line = Field(
        description="Which answers are counted; {answers} stands for them.",
        json_schema_extra=placeholders("answers"),
    )
    scale: Line = Field(
        description="A scale: {low_name}, {high_name} and the numbers {low}, {high}.",
        json_schema_extra=placeholders("low", "low_name", "high", "high_name"),
    )
    recommendation: Line = Field(description="What the Net Promoter Score is called.", examples=["NPS"])
    recommendation_note: Text = Field(description="What it means, in a sentence.")
    people: Line = Field(
        description="How many answered; {n} stands for it.", json_schema_extra=placeholders("n")
    )
    people_by_wave: Line = Field(
        description="How many answered each time; {first}, {last} stand for them.",
        json_schema_extra=placeholders("first", "last"),
    )
    footnote: Line = Field(
        description="Under a figure that its parts do not make: {printed}, {computed}.",
        json_schema_extra=placeholders("printed", "computed"),
    )
