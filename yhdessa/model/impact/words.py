"""The words of the impact report, in one language, by the ids of its figures."""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Identifier, Line, Message, Record, Slug, Text, placeholders


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


class ColumnWords(Record):
    """The headings over the other columns of a table."""

    row: Line = Field(description="What each row tells.", examples=["Fråga"])
    share: Line = Field(description="A share in per cent.", examples=["Andel"])
    count: Line = Field(description="The count behind a share.", examples=["Antal"])
    people: Line = Field(description="How many answered.", examples=["Antal svar"])
    mean: Line = Field(description="A mean.", examples=["Medeltal"])
    rating: Line = Field(description="What points mean in words.", examples=["I ord"])
    score: Line = Field(description="A Net Promoter Score.", examples=["Tal"])


class SectionWords(Record):
    """A section: its name, its address, and what it is about."""

    slug: Slug = Field(description="Its address in this language.", examples=["seniorer"])
    name: Line = Field(description="Its name.", examples=["Seniorer"])
    lead: Text = Field(description="What happens there, in a sentence or two, without figures.")


class ImpactWords(Record):
    """content/<language>/impact.yml"""

    notice: Text = Field(description="Over the report: whose figures these are.")
    sections_title: Line = Field(description="The heading over the links to the sections.")
    sections: dict[Identifier, SectionWords] = Field(description="The sections by id.")
    programmes: dict[Identifier, Line] = Field(description="The names of the programmes by id.")
    breakdowns: dict[Identifier, Line] = Field(description="The headings of the breakdowns by id.")
    measures: dict[Identifier, Line] = Field(description="The headings of the measures by id.")
    messages: dict[Identifier, Message] = Field(
        default_factory=dict,
        description="The headline of a chart, by the id of its breakdown or measure: what its figures say."
        " {seniors-hope.before} stands for a figure of the report, {seniors-hope.before:ela} for the same in"
        " a Finnish case; points come without their unit. A chart without one gets it from its labels.",
    )
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
    contents: Line = Field(description="The heading over the links to the parts of a page.")
    previous_section: Line = Field(description="The link to the section before.")
    next_section: Line = Field(description="The link to the section after.")
    quotes_title: Line = Field(description="The heading over quotes.")
    translated: Line = Field(description="What is said of a quote that is a translation.")
    waves: WaveWords = Field(description="The headings of a table's columns.")
    columns: ColumnWords = Field(description="The headings of its other columns.")
    value_message: Line = Field(
        description="The headline of a chart that has no message: {label} and {value} of its first figure.",
        json_schema_extra=placeholders("label", "value"),
    )
    change_message: Line = Field(
        description="The same of two measurements: {label}, {first}, {last}.",
        json_schema_extra=placeholders("label", "first", "last"),
    )
    percent_changes: DirectionWords = Field(description="The verbs of a change in percentage points.")
    point_changes: DirectionWords = Field(description="The verbs of a change in points.")
    over: Line = Field(
        description="A lower bound; {figure} stands for it.", json_schema_extra=placeholders("figure")
    )
    within: Line = Field(
        description="A count in another: {figure} is what the first counts, which has its number over it;"
        " {inner} is the one in it with its number.",
        json_schema_extra=placeholders("figure", "inner"),
    )
    points: UnitWords = Field(description="The unit of points.")
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
    lower_is_better: Line = Field(description="What is said where a fall is good news.")
    fall_is_good: Line = Field(description="The same where only the size of the fall is told.")
    no_baseline: Line = Field(description="What is said of changes whose first measurement is not told.")
    mean_change: Line = Field(description="What is said of average changes in per cent.")
    people: Line = Field(
        description="How many answered; {n} stands for it.", json_schema_extra=placeholders("n")
    )
    people_by_wave: Line = Field(
        description="How many answered each time; {first}, {last} stand for them.",
        json_schema_extra=placeholders("first", "last"),
    )
    few: Line = Field(
        description="In the place of a number of answers below 20; {n} stands for it.",
        examples=["bara {n}"],
        json_schema_extra=placeholders("n"),
    )
    people_unknown: Line = Field(description="The source does not say how many answered.")
    footnote: Line = Field(
        description="Under a figure that its parts do not make: {printed}, {computed}.",
        json_schema_extra=placeholders("printed", "computed"),
    )
    footnote_link: Line = Field(
        description="The link from a figure to its footnote; {number} stands for the footnote's.",
        examples=["fotnot {number}"],
        json_schema_extra=placeholders("number"),
    )
