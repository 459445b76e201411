"""Prose: the front matter of the Markdown pages in docs/."""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Day, Line, Record, Slug


class ProseWords(Record):
    """docs/<language>/**/*.md; MkDocs makes the page of the Markdown below."""

    title: Line = Field(description="Its title and heading.", examples=["Om webbplatsen"])
    description: Line = Field(description="One or two sentences for lists and search engines.")
    slug: Slug = Field(description="Its address in this language.", examples=["om-webbplatsen"])
    date: Day | None = Field(default=None, description="The day of a news item.", examples=["2026-11-16"])
