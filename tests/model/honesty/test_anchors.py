"""Anchors: the known places are those of the templates, and headings are named as MkDocs names them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.output import Output
from yhdessa.model.honesty.anchors import EXTENSIONS, GOAL_PLACES, PLACES, anchors_of

TEMPLATES = {
    "index": "home",
    "mission": "mission",
    "strategy": "strategy",
    "goals/index": "goals",
    "partners": "partners",
    "donate": "donate",
    "payroll": "payroll",
    "payroll_tool": "payroll_tool",
    "accessibility": "accessibility",
    "privacy": "privacy",
    "contact": "contact",
    "help": "help",
    "news/index": "news",
    "goals/no-loneliness": "goal",
}
KNOWN = {**PLACES, "goals/no-loneliness": GOAL_PLACES}


@pytest.mark.parametrize("page", TEMPLATES)
def test_a_pages_places_are_those_of_its_template(page: str, project: Path) -> None:
    template = (project / "overrides/pages" / f"{TEMPLATES[page]}.html").read_text(encoding="utf-8")
    written = set(re.findall(r'\sid="([^"{]+)"', template))
    if "components/sources.html" in template:
        written.add("sources")
    assert sorted(written) == list(KNOWN[page])


def test_headings_are_named_as_in_the_built_page(built: Output, project: Path) -> None:
    body = (project / "docs/sv/about.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    there = {heading.attributes.get("id") for heading in built.pages["sv/om-webbplatsen/"].all("h2")}
    named = anchors_of(body)
    assert named
    assert set(named) <= there


def test_markdown_is_read_with_the_extensions_of_mkdocs(project: Path) -> None:
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8").partition("markdown_extensions:")[2]
    extensions = yaml.safe_load(settings.partition("\nvalidation:")[0])
    names = {
        name
        for extension in extensions
        for name in ([extension] if isinstance(extension, str) else extension)
    }
    assert names | {"toc", "tables", "fenced_code"} == set(EXTENSIONS)


@pytest.mark.parametrize(
    ("markdown", "anchors"),
    [
        ("## Var finns vi?\n", ["var-finns-vi"]),
        ("## Hjälp – *nu*\n\n## Hjälp – nu\n", ["hjalp-nu", "hjalp-nu_1"]),
        ("## Yhteystiedot {#kontakt}\n", ["kontakt"]),
        ("Otsikko\n-------\n\n```\n## Ei otsikko\n```\n", ["otsikko"]),
        ('<a name="vanha"></a>\n\n<div id="uusi"></div>\n', ["vanha", "uusi"]),
    ],
)
def test_the_anchors_of_a_page(markdown: str, anchors: list[str]) -> None:
    assert anchors_of(markdown) == anchors
