"""Sources: where a figure was published, and the figures themselves."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from yhdessa.model.fields import Day, Decimal, Identifier, Line, Record, WebAddress, Year


class Source(Record):
    """content/facts/sources.yml, one a source: a publication is named in its own language."""

    publisher: Line = Field(description="Who published it.", examples=["HelsinkiMissio"])
    title: Line = Field(description="What it is called there.", examples=["Mission"])
    language: Identifier = Field(description="The language of the title.", examples=["sv"])
    year: Year | None = Field(
        default=None, description="The year of publication, if it says one.", examples=[2024]
    )
    read: Day | None = Field(default=None, description="The day somebody read it.", examples=["2026-11-21"])
    url: WebAddress | None = Field(
        default=None, description="Its web address.", examples=["https://example.org/a"]
    )


class Statistic(Record):
    """content/facts/statistics.yml, one a figure."""

    value: Decimal = Field(description="The figure.", examples=[14])
    unit: Literal["percent", "count"] = Field(description="percent or count.", examples=["percent"])
    source: Identifier = Field(
        description="The id of its source in sources.yml.", examples=["helsinkimissio-mission"]
    )
    year: Year | None = Field(default=None, description="The year the figure is about.", examples=[2020])


class StatisticWords(Record):
    """content/<language>/statistics.yml, one a figure."""

    label: Line = Field(
        description="What the figure counts, under the figure.", examples=["känner sig ensamma"]
    )
