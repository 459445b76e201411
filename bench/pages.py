"""The pages of a site as plain Markdown, for builders that know nothing of our content.

Every page that we build is here with the same texts: goals field by field, the others with all that their
files of words say. What only a template can make (forms, illustrations, cards) has no Markdown and is left
out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yhdessa.model import Content
from yhdessa.model.fields import FIGURE
from yhdessa.model.page import PAGES
from yhdessa.pages.addresses import NOT_FOUND, Addresses
from yhdessa.pages.texts import Texts

#: Whose words, besides a heading and a lead, a page says.
WORDS_OF = {
    "index": "home",
    "mission": "mission",
    "strategy": "strategy",
    "partners": "tiers",
    "donate": "giving",
    "thanks": "giving",
    "help": "helplines",
}
HEADINGS = re.compile(r"(?:.*_)?(?:name|title)$")
#: Neither headings nor texts of a page.
SILENT = ("id", "slug", "language", "example")


@dataclass(frozen=True)
class MarkdownPage:
    """One page: `name` is its path without `.md`, `slug` the last part of its address."""

    language: str
    name: str
    slug: str
    title: str
    description: str
    body: str
    date: str = ""


def markdown_pages(content: Content) -> Iterator[MarkdownPage]:
    """Every page of every language but the 404 pages, which are the builders' own."""
    addresses = Addresses(content, "https://yhdessa.example/")
    for language in content.languages:
        writer = _Writer(content, language)
        for name, path in addresses.paths[language].items():
            if name != NOT_FOUND:
                yield writer.page(name, path.rstrip("/").rpartition("/")[2])


class _Writer:
    """Writes the pages of one language."""

    def __init__(self, content: Content, language: str) -> None:
        self.content = content
        self.language = language
        self.words = content.words[language]
        self.texts = Texts(content, language)

    def page(self, name: str, slug: str) -> MarkdownPage:
        if name.removeprefix("goals/") in self.words.goals:
            return self.goal(name, slug)
        if name in self.words.prose:
            return self.prose(name, slug)
        words = getattr(self.words.pages, PAGES[name]) if name in PAGES else None
        title, description = (words.title, words.description) if words else (name, name)
        lead = getattr(words, "lead", None) or ""
        blocks = [f"# {title}", lead, *self.spoken(name), *self.listed(name)]
        return self.made(name, slug, title, description, blocks)

    def goal(self, name: str, slug: str) -> MarkdownPage:
        key = name.removeprefix("goals/")
        facts, words, said = self.content.goals[key], self.words.goals[key], self.words.interface
        document = self.content.document(self.language, "goals", f"{key}.md")
        blocks = [f"# {words.name}", said.goal_number.format(number=facts.number), words.summary]
        blocks += [f"## {said.problem}", words.problem, f"## {said.belief}", words.belief]
        for figure in self.texts.figures(facts.statistics):
            blocks += [f"**{figure.value}** {figure.label} ({figure.source})"]
        blocks += [f"## {words.background_title}", document.body.strip()]
        for heading, items in ((said.activities, words.activities), (said.wishes, words.wishes)):
            blocks += [f"## {heading}"]
            blocks += [block for item in items for block in (f"### {item.title}", item.text)]
        sdgs = [f"{self.words.sdgs[str(sdg)]} ({sdg})" for sdg in facts.sdgs]
        blocks += [f"## {said.global_goals}", words.sdg_note, _list(sdgs), f"## {said.what_you_can_do}"]
        for kind in ("person", "workplace", "company"):
            blocks += [f"### {getattr(said, kind)}", _list(getattr(words.actions, kind))]
        blocks += [f"## {said.our_partners}", *(list(self.partners(key)) or [said.no_partners])]
        return self.made(name, slug, words.name, words.summary, blocks)

    def partners(self, goal: str) -> Iterator[str]:
        for tier in self.content.goals[goal].tiers:
            supporters = [
                partner.name
                for partner in self.content.partners.values()
                if partner.tier == tier and goal in partner.goals
            ]
            if supporters:
                yield f"### {self.words.tiers[tier].plural}"
                yield _list(sorted(_escaped(name) for name in supporters))

    def prose(self, name: str, slug: str) -> MarkdownPage:
        words = self.words.prose[name]
        body = self.content.documents[f"docs/{self.language}/{name}.md"].body.strip()
        day = words.date.isoformat() if words.date else ""
        return self.made(name, slug, words.title, words.description, [f"# {words.title}", body], day)

    def spoken(self, name: str) -> Iterator[str]:
        """All that the page's own file of words says, headings as headings."""
        if name in WORDS_OF:
            yield from _blocks(self.content.document(self.language, f"{WORDS_OF[name]}.yml").data)

    def listed(self, name: str) -> Iterator[str]:
        """What the page lists: goals on the front page, their index and the form; partners; news."""
        if name in ("index", "goals/index", "donate"):
            above = "" if name == "goals/index" else "goals/"
            order = [(key, self.words.goals[key]) for key in self.content.goals_in_order()]
            yield _list(f"[{goal.name}]({above}{key}.md) {goal.summary}" for key, goal in order)
        elif name == "partners":
            yield _list(sorted(_escaped(partner.name) for partner in self.content.partners.values()))
        elif name == "news/index":
            news = [(key, prose) for key, prose in self.words.prose.items() if prose.date is not None]
            yield _list(f"[{prose.title}]({key.removeprefix('news/')}.md)" for key, prose in news)

    def made(
        self, name: str, slug: str, title: str, description: str, blocks: list[str], date: str = ""
    ) -> MarkdownPage:
        body = "\n\n".join(self.filled(block) for block in blocks if block) + "\n"
        return MarkdownPage(self.language, name, slug, title, description, body, date)

    def filled(self, text: str) -> str:
        """The text with its figures; a place that only a template fills keeps its name."""
        return FIGURE.sub(
            lambda match: self.texts.fill(match[0]) if match[1] in self.content.statistics else match[1], text
        )


def _blocks(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, child in value.items():
            yield from _blocks(child, name)
    elif isinstance(value, list) and all(isinstance(child, str) for child in value):
        yield _list(value)
    elif isinstance(value, list):
        for child in value:
            yield from _blocks(child)
    elif isinstance(value, str) and key not in SILENT:
        yield f"## {value}" if HEADINGS.match(key) else value


def _list(lines: Any) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _escaped(name: str) -> str:
    """A partner's name in Markdown: `Kahvila <3` is not the beginning of a tag."""
    return re.sub(r"([<&*_\\[\]])", r"\\\1", name)
